package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.GroupBy;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 24.1.1, 24.2.2, 24.3.1 and 24.4.1: the constructors of the keyed collections. */
final class CollectionConstructors extends BuiltinTable {
    private static final int CONSTRUCTOR = 0;
    private static final int SPECIES = 1;
    private static final int GROUP_BY = 2;

    private final Type type;

    /** The four collections. */
    private enum Type {
        MAP("Map", Intrinsic.MAP, Intrinsic.MAP_PROTOTYPE, "set"),
        SET("Set", Intrinsic.SET, Intrinsic.SET_PROTOTYPE, "add"),
        WEAK_MAP("WeakMap", Intrinsic.WEAK_MAP, Intrinsic.WEAK_MAP_PROTOTYPE, "set"),
        WEAK_SET("WeakSet", Intrinsic.WEAK_SET, Intrinsic.WEAK_SET_PROTOTYPE, "add");

        final String typeName;
        final Intrinsic constructor;
        final Intrinsic prototype;
        final String adder;

        Type(String typeName, Intrinsic constructor, Intrinsic prototype, String adder) {
            this.typeName = typeName;
            this.constructor = constructor;
            this.prototype = prototype;
            this.adder = adder;
        }

        boolean hasEntries() {
            return this == MAP || this == WEAK_MAP;
        }
    }

    private CollectionConstructors(Type type) {
        this.type = type;
        if (type == Type.MAP) {
            method(GROUP_BY, "groupBy", 2);
        }
        if (type == Type.MAP || type == Type.SET) {
            getter(SPECIES, Symbol.SPECIES);
        }
    }

    static JSObject create(Realm realm, Intrinsic intrinsic) {
        Type type =
                switch (intrinsic) {
                    case MAP -> Type.MAP;
                    case SET -> Type.SET;
                    case WEAK_MAP -> Type.WEAK_MAP;
                    default -> Type.WEAK_SET;
                };
        return BuiltinFunction.constructor(
                realm,
                new CollectionConstructors(type),
                CONSTRUCTOR,
                type.typeName,
                0,
                type.constructor,
                Intrinsic.FUNCTION_PROTOTYPE,
                type.prototype);
    }

    @Override
    protected boolean isInStackTraces(int id) {
        return id == GROUP_BY;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case CONSTRUCTOR -> construct(realm, arg(arguments, 0), newTarget);
            case SPECIES -> self;
            case GROUP_BY -> groupBy(realm, arguments);
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 24.1.1.1 Map, 24.2.2.1 Set, 24.3.1.1 WeakMap and 24.4.1.1 WeakSet ( [ iterable ] ). */
    private Object construct(Realm realm, Object iterable, @Nullable JSObject newTarget) {
        if (newTarget == null) { // 1
            throw Errors.typeError("Constructor " + type.typeName + " requires 'new'");
        }
        var shape =
                Constructors.shapeFromConstructor(newTarget, type.prototype, ObjectKind.ORDINARY);
        JSObject collection = // 2, 3
                switch (type) {
                    case MAP -> new JSMap(shape);
                    case SET -> new JSSet(shape);
                    case WEAK_MAP -> new JSWeakMap(shape);
                    case WEAK_SET -> new JSWeakSet(shape);
                };
        if (iterable != Undefined.UNDEFINED && iterable != Null.NULL) { // 4
            Object adder = collection.get(type.adder, collection); // 5
            if (!(adder instanceof JSObject function) || !function.isCallable()) { // 6
                throw Errors.typeError(
                        "'"
                                + ErrorText.of(adder)
                                + "' returned for property '"
                                + type.adder
                                + "' of object '#<"
                                + type.typeName
                                + ">' is not a function");
            }
            addAll(realm, collection, function, iterable); // 7, 8
        }
        return collection;
    }

    private void addAll(Realm realm, JSObject collection, JSObject adder, Object iterable) {
        if (Iteration.isPristineArray(realm, iterable) && addArray(collection, adder, iterable)) {
            return;
        }
        Iteration.IteratorRecord record = Iteration.getIterator(realm, iterable);
        for (Object item; (item = Iteration.stepValue(record)) != null; ) {
            try {
                if (!type.hasEntries()) {
                    adder.call1(collection, item);
                    continue;
                }
                if (!(item instanceof JSObject entry)) { // 24.1.1.2 AddEntriesFromIterable
                    throw Errors.typeError(
                            "Iterator value " + ErrorText.of(item) + " is not an entry object");
                }
                Object key = entry.get(0, entry);
                adder.call2(collection, key, entry.get(1, entry));
            } catch (JSThrow completion) {
                throw Iteration.closeOnThrow(record, completion);
            }
        }
    }

    /** FAST PATH: the elements of an array into a Set whose add is the original. */
    private boolean addArray(JSObject collection, JSObject adder, Object iterable) {
        if (!(collection instanceof JSSet set) || !SetPrototype.isAdd(adder)) {
            return false;
        }
        Object[] values = ((JSArray) iterable).toDenseArray();
        if (values == null) {
            return false;
        }
        for (Object value : values) {
            set.table().put(value, null);
        }
        return true;
    }

    /** 24.1.2.1 Map.groupBy ( items, callback ). */
    private static Object groupBy(Realm realm, Object[] arguments) {
        var groups = // 1
                GroupBy.groupBy(
                        realm,
                        arg(arguments, 0),
                        arg(arguments, 1),
                        GroupBy.KeyCoercion.COLLECTION);
        JSMap map = new JSMap(realm.agent().root(realm.intrinsic(Intrinsic.MAP_PROTOTYPE))); // 2
        groups.forEach( // 3
                (key, values) ->
                        map.table().put(key, ObjectOperations.createArrayFromList(realm, values)));
        return map;
    }
}
