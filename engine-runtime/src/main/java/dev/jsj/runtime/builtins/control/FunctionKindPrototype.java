package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/**
 * 27.3.3 %GeneratorFunction.prototype%, 27.4.3 %AsyncGeneratorFunction.prototype% and 27.7.3
 * %AsyncFunction.prototype%: ordinary objects without functions of their own.
 */
final class FunctionKindPrototype extends BuiltinTable {
    static final FunctionKindPrototype GENERATOR =
            new FunctionKindPrototype(
                    Intrinsic.GENERATOR_FUNCTION,
                    Intrinsic.GENERATOR_PROTOTYPE,
                    "GeneratorFunction");
    static final FunctionKindPrototype ASYNC_GENERATOR =
            new FunctionKindPrototype(
                    Intrinsic.ASYNC_GENERATOR_FUNCTION,
                    Intrinsic.ASYNC_GENERATOR_PROTOTYPE,
                    "AsyncGeneratorFunction");
    static final FunctionKindPrototype ASYNC =
            new FunctionKindPrototype(Intrinsic.ASYNC_FUNCTION, null, "AsyncFunction");

    private FunctionKindPrototype(
            Intrinsic constructor, @Nullable Intrinsic prototype, String tag) {
        intrinsic("constructor", constructor, Property.CONFIGURABLE);
        if (prototype != null) {
            intrinsic("prototype", prototype, Property.CONFIGURABLE);
        }
        toStringTag(tag);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        throw new AssertionError("There are no functions in this table.");
    }
}
