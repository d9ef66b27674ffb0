package dev.jsj.runtime.builtins.binary;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/** 23.2.7 Properties of the TypedArray prototype objects: only constants. */
final class ConcretePrototype extends BuiltinTable {
    ConcretePrototype(ElementType type) {
        intrinsic("constructor", type.constructor(), Property.HIDDEN);
        value("BYTES_PER_ELEMENT", type.size(), Property.FROZEN);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        throw new AssertionError("There are no functions in this table.");
    }
}
