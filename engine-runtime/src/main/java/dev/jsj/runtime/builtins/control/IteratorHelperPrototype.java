package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;

import org.jspecify.annotations.Nullable;

/** 27.1.2.1 The %IteratorHelperPrototype% object. */
final class IteratorHelperPrototype extends BuiltinTable {
    static final IteratorHelperPrototype TABLE = new IteratorHelperPrototype();

    private static final int NEXT = 0;
    private static final int RETURN = 1;

    private IteratorHelperPrototype() {
        method(NEXT, "next", 0);
        method(RETURN, "return", 0);
        toStringTag("Iterator Helper");
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (!(self instanceof IteratorHelper helper)) {
            throw Errors.typeError(
                    "Method Iterator Helper.prototype."
                            + (id == NEXT ? "next" : "return")
                            + " called on incompatible receiver "
                            + ErrorText.of(self));
        }
        return id == NEXT ? helper.next(realm) : helper.returnMethod(realm);
    }
}
