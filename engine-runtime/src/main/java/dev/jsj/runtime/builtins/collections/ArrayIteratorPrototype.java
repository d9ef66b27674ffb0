package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 23.1.5.2 The %ArrayIteratorPrototype% object. */
public final class ArrayIteratorPrototype extends BuiltinTable {
    static final ArrayIteratorPrototype TABLE = new ArrayIteratorPrototype();

    private static final int NEXT = 0;

    private ArrayIteratorPrototype() {
        method(NEXT, "next", 0);
        toStringTag("Array Iterator");
    }

    /** 23.1.5.2.1 %ArrayIteratorPrototype%.next ( ). */
    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (!(self instanceof JSArrayIterator iterator)) {
            throw Errors.typeError(
                    "Method Array Iterator.prototype.next called on incompatible receiver "
                            + ErrorText.of(self));
        }
        Object value = iterator.step(realm);
        return Iteration.createIterResultObject(
                realm, value == null ? Undefined.UNDEFINED : value, value == null);
    }
}
