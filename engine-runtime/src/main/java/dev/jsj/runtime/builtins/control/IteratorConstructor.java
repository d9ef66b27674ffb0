package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.Iteration.IteratorRecord;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** 27.1.3 The Iterator constructor and its properties. */
final class IteratorConstructor extends BuiltinTable {
    static final IteratorConstructor TABLE = new IteratorConstructor();

    static final int CONSTRUCT = 0;
    private static final int FROM = 1;
    private static final int CONCAT = 2;
    private static final int ZIP = 3;
    private static final int ZIP_KEYED = 4;

    private IteratorConstructor() {
        method(FROM, "from", 1);
        method(CONCAT, "concat", 0);
        method(ZIP, "zip", 1);
        method(ZIP_KEYED, "zipKeyed", 1);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case CONSTRUCT -> construct(realm, newTarget);
            case FROM -> from(realm, arg(arguments, 0));
            case CONCAT -> concat(realm, arguments);
            case ZIP -> IteratorZip.zip(realm, arg(arguments, 0), arg(arguments, 1));
            case ZIP_KEYED -> IteratorZip.zipKeyed(realm, arg(arguments, 0), arg(arguments, 1));
            default -> throw new AssertionError(id);
        };
    }

    /** 27.1.3.1 Iterator ( ): abstract, for subclasses only. */
    private static Object construct(Realm realm, @Nullable JSObject newTarget) {
        if (newTarget == null) {
            throw Errors.typeError("Constructor Iterator requires 'new'");
        }
        if (newTarget == realm.intrinsic(Intrinsic.ITERATOR)) {
            throw Errors.typeError("Abstract class Iterator not directly constructable");
        }
        return realm.newObject(
                Constructors.getPrototypeFromConstructor(newTarget, Intrinsic.ITERATOR_PROTOTYPE));
    }

    /** 27.1.3.2.1 Iterator.from ( O ). */
    private static Object from(Realm realm, Object value) {
        IteratorRecord iterated = getIteratorFlattenable(realm, value, true); // 1
        JSObject iteratorPrototype = realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE);
        for (JSObject p = iterated.iterator().getPrototypeOf();
                p != null;
                p = p.getPrototypeOf()) { // 2
            if (p == iteratorPrototype) {
                return iterated.iterator();
            }
        }
        return WrapForValidIteratorPrototype.wrap(realm, iterated);
    }

    /** 7.4.5 GetIteratorFlattenable ( obj, primitiveHandling ). */
    static IteratorRecord getIteratorFlattenable(Realm realm, Object value, boolean strings) {
        if (!(value instanceof JSObject) && !(strings && value instanceof CharSequence)) { // 1
            throw Errors.typeError(ErrorText.of(value) + " is not an object");
        }
        JSObject method = ObjectOperations.getMethod(realm, value, Symbol.ITERATOR); // 2
        Object iterator =
                method == null
                        ? value
                        : ObjectOperations.call(method, value, JSObject.NO_ARGUMENTS); // 3, 4
        if (!(iterator instanceof JSObject object)) { // 5
            throw Errors.typeError(ErrorText.of(iterator) + " is not an object");
        }
        return IteratorPrototype.direct(object);
    }

    private record Iterable(Object openMethod, JSObject object) {}

    /** 27.1.3.2.2 Iterator.concat ( ...items ). */
    private static Object concat(Realm realm, Object[] items) {
        List<Iterable> iterables = new ArrayList<>();
        for (Object item : items) { // 2
            if (!(item instanceof JSObject object)) {
                throw Errors.typeError(ErrorText.of(item) + " is not an object");
            }
            JSObject method = ObjectOperations.getMethod(realm, object, Symbol.ITERATOR);
            if (method == null) {
                throw Errors.typeError(ErrorText.of(item) + " is not iterable");
            }
            iterables.add(new Iterable(method, object));
        }
        return new Concat(realm, iterables);
    }

    private static final class Concat extends IteratorHelper {
        private final List<Iterable> iterables;
        private int next;
        private @Nullable IteratorRecord current;

        Concat(Realm realm, List<Iterable> iterables) {
            super(realm);
            this.iterables = iterables;
        }

        @Override
        @Nullable Object step(Realm realm) {
            while (true) {
                if (current == null) {
                    if (next == iterables.size()) {
                        return null;
                    }
                    Iterable iterable = iterables.get(next++);
                    Object iterator =
                            ObjectOperations.call(
                                    iterable.openMethod, iterable.object, JSObject.NO_ARGUMENTS);
                    if (!(iterator instanceof JSObject object)) {
                        throw Errors.typeError(ErrorText.of(iterator) + " is not an object");
                    }
                    current = IteratorPrototype.direct(object);
                }
                Object value = Iteration.stepValue(current);
                if (value != null) {
                    return value;
                }
                current = null;
            }
        }

        @Override
        void close(Realm realm) {
            if (current != null) {
                Iteration.close(current);
            }
        }
    }
}
