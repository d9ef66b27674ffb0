package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;

import org.jspecify.annotations.Nullable;

/** 27.5.1 The %GeneratorPrototype% object. */
public final class GeneratorPrototype extends BuiltinTable {
    static final GeneratorPrototype TABLE = new GeneratorPrototype();

    static final int NEXT = 0;
    private static final int RETURN = 1;
    private static final int THROW = 2;

    private GeneratorPrototype() {
        intrinsic("constructor", Intrinsic.GENERATOR_FUNCTION_PROTOTYPE, Property.CONFIGURABLE);
        method(NEXT, "next", 1);
        method(RETURN, "return", 1);
        method(THROW, "throw", 1);
        toStringTag("Generator");
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (!(self instanceof JSGenerator generator)) { // 27.5.3.2 GeneratorValidate
            String name = id == NEXT ? "next" : id == RETURN ? "return" : "throw";
            throw Errors.typeError(
                    name + " method called on incompatible receiver " + ErrorText.of(self));
        }
        Object value = arg(arguments, 0);
        return switch (id) {
            case NEXT -> generator.resumeNext(realm, value);
            case RETURN -> generator.resumeReturn(realm, value);
            case THROW -> generator.resumeThrow(realm, value);
            default -> throw new AssertionError(id);
        };
    }
}
