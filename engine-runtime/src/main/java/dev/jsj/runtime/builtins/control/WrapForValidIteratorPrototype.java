package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.Iteration.IteratorRecord;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * 27.1.3.2.1.1 The %WrapForValidIteratorPrototype% object: what Iterator.from puts around an
 * iterator of foreign make.
 */
final class WrapForValidIteratorPrototype extends BuiltinTable {
    static final WrapForValidIteratorPrototype TABLE = new WrapForValidIteratorPrototype();

    private static final int NEXT = 0;
    private static final int RETURN = 1;

    private WrapForValidIteratorPrototype() {
        method(NEXT, "next", 0);
        method(RETURN, "return", 0);
    }

    private static final class Wrapper extends JSObject {
        final IteratorRecord iterated;

        Wrapper(Realm realm, IteratorRecord iterated) {
            super(realm.agent().root(realm.intrinsic(Intrinsic.WRAP_FOR_VALID_ITERATOR_PROTOTYPE)));
            this.iterated = iterated;
        }
    }

    static JSObject wrap(Realm realm, IteratorRecord iterated) {
        return new Wrapper(realm, iterated);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (!(self instanceof Wrapper wrapper)) {
            throw Errors.typeError(
                    "Method %WrapForValidIteratorPrototype%."
                            + (id == NEXT ? "next" : "return")
                            + " called on incompatible receiver "
                            + ErrorText.of(self));
        }
        IteratorRecord iterated = wrapper.iterated;
        if (id == NEXT) {
            return ObjectOperations.call(
                    iterated.nextMethod(), iterated.iterator(), JSObject.NO_ARGUMENTS);
        }
        JSObject method = ObjectOperations.getMethod(realm, iterated.iterator(), "return");
        if (method == null) {
            return Iteration.createIterResultObject(realm, Undefined.UNDEFINED, true);
        }
        return ObjectOperations.call(method, iterated.iterator(), JSObject.NO_ARGUMENTS);
    }
}
