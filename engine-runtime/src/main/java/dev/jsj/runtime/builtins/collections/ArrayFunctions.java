package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/**
 * The functions around arrays that are intrinsics of their own, since other algorithms refer to
 * them: %Array.prototype.values% and %ArrayIteratorPrototype%.next.
 */
final class ArrayFunctions extends BuiltinTable {
    private static final int VALUES = 0;
    private static final int NEXT = 1;

    private static final ArrayFunctions FUNCTIONS = new ArrayFunctions(false);
    private static final ArrayFunctions ITERATOR_PROTOTYPE = new ArrayFunctions(true);

    private ArrayFunctions(boolean iteratorPrototype) {
        if (iteratorPrototype) {
            intrinsic("next", Intrinsic.ARRAY_ITERATOR_PROTOTYPE_NEXT, Property.HIDDEN);
            toStringTag("Array Iterator");
        }
    }

    static JSObject createValues(Realm realm) {
        return BuiltinFunction.function(realm, FUNCTIONS, VALUES, "values", 0);
    }

    static JSObject createNext(Realm realm) {
        return BuiltinFunction.function(realm, FUNCTIONS, NEXT, "next", 0);
    }

    /** Whether it is %ArrayIteratorPrototype%.next of some realm. */
    static boolean isIteratorNext(Object method) {
        return method instanceof BuiltinFunction function
                && function.table() == FUNCTIONS
                && function.id() == NEXT;
    }

    /** 23.1.5.2 The %ArrayIteratorPrototype% Object. */
    static JSObject createIteratorPrototype(Realm realm) {
        JSObject prototype = realm.newObject(realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE));
        realm.setIntrinsic(Intrinsic.ARRAY_ITERATOR_PROTOTYPE, prototype);
        ITERATOR_PROTOTYPE.install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (id == NEXT) {
            return ArrayIterator.next(realm, self);
        }
        JSObject object = TypeConversion.toObject(realm, self); // 23.1.3.38, step 1
        return ArrayIterator.create(realm, object, ArrayIterator.Kind.VALUE); // 2
    }
}
