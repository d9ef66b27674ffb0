package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 24.2.4 Properties of the Set Prototype Object. */
final class SetPrototype extends BuiltinTable {
    private static final int HAS = 0;
    private static final int ADD = 1;
    private static final int DELETE = 2;
    private static final int CLEAR = 3;
    private static final int ENTRIES = 4;
    private static final int FOR_EACH = 5;
    private static final int SIZE = 6;
    private static final int VALUES = 7;
    private static final int UNION = 8;
    private static final int INTERSECTION = 9;
    private static final int DIFFERENCE = 10;
    private static final int SYMMETRIC_DIFFERENCE = 11;
    private static final int IS_SUBSET_OF = 12;
    private static final int IS_SUPERSET_OF = 13;
    private static final int IS_DISJOINT_FROM = 14;

    private static final String[] NAMES = {
        "Set.prototype.has",
        "Set.prototype.add",
        "Set.prototype.delete",
        "Set.prototype.clear",
        "Set.prototype.entries",
        "Set.prototype.forEach",
        "get Set.prototype.size",
        "Set.prototype.values",
        "Set.prototype.union",
        "Set.prototype.intersection",
        "Set.prototype.difference",
        "Set.prototype.symmetricDifference",
        "Set.prototype.isSubsetOf",
        "Set.prototype.isSupersetOf",
        "Set.prototype.isDisjointFrom"
    };

    private static final SetPrototype TABLE = new SetPrototype();

    private SetPrototype() {
        intrinsic("constructor", Intrinsic.SET, Property.HIDDEN);
        method(HAS, "has", 1);
        method(ADD, "add", 1);
        method(DELETE, "delete", 1);
        method(CLEAR, "clear", 0);
        method(ENTRIES, "entries", 0);
        method(FOR_EACH, "forEach", 1);
        getter(SIZE, "size");
        method(VALUES, "values", 0);
        alias("keys", "values");
        method(UNION, "union", 1);
        method(INTERSECTION, "intersection", 1);
        method(DIFFERENCE, "difference", 1);
        method(SYMMETRIC_DIFFERENCE, "symmetricDifference", 1);
        method(IS_SUBSET_OF, "isSubsetOf", 1);
        method(IS_SUPERSET_OF, "isSupersetOf", 1);
        method(IS_DISJOINT_FROM, "isDisjointFrom", 1);
        toStringTag("Set");
        alias(Symbol.ITERATOR, "values");
    }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.newObject();
        realm.setIntrinsic(Intrinsic.SET_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        return prototype;
    }

    /** Whether the function is an original Set.prototype.add. */
    static boolean isAdd(JSObject function) {
        return function instanceof BuiltinFunction builtin
                && builtin.table() == TABLE
                && builtin.id() == ADD;
    }

    @Override
    protected boolean isInStackTraces(int id) {
        return id == FOR_EACH;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (!(self instanceof JSSet set)) { // RequireInternalSlot(S, [[SetData]])
            throw Errors.typeError(
                    "Method "
                            + NAMES[id]
                            + " called on incompatible receiver "
                            + ErrorText.of(self));
        }
        Object value = arg(arguments, 0);
        return switch (id) {
            case HAS -> set.table().has(value); // 24.2.4.8
            case ADD -> add(set, value);
            case DELETE -> set.table().remove(value); // 24.2.4.4
            case CLEAR -> clear(set);
            case ENTRIES -> TableIterator.create(realm, set, ArrayIterator.Kind.KEY_AND_VALUE);
            case FOR_EACH -> forEach(set, value, arg(arguments, 1));
            case SIZE -> set.table().size(); // 24.2.4.14
            case VALUES -> TableIterator.create(realm, set, ArrayIterator.Kind.VALUE);
            case UNION -> SetAlgebra.union(realm, set, value);
            case INTERSECTION -> SetAlgebra.intersection(realm, set, value);
            case DIFFERENCE -> SetAlgebra.difference(realm, set, value);
            case SYMMETRIC_DIFFERENCE -> SetAlgebra.symmetricDifference(realm, set, value);
            case IS_SUBSET_OF -> SetAlgebra.isSubsetOf(set, value);
            case IS_SUPERSET_OF -> SetAlgebra.isSupersetOf(set, value);
            case IS_DISJOINT_FROM -> SetAlgebra.isDisjointFrom(set, value);
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 24.2.4.1 Set.prototype.add ( value ). */
    private static Object add(JSSet set, Object value) {
        set.table().put(value, null);
        return set;
    }

    /** 24.2.4.2 Set.prototype.clear ( ). */
    private static Object clear(JSSet set) {
        set.table().clear();
        return Undefined.UNDEFINED;
    }

    /** 24.2.4.7 Set.prototype.forEach ( callback [ , thisArg ] ). */
    private static Object forEach(JSSet set, Object callback, Object thisArg) {
        JSObject function = CollectionErrors.requireCallback(callback); // 3
        OrderedTable.Cursor cursor = set.table().cursor();
        while (cursor.advance()) { // 6
            function.call3(thisArg, cursor.key(), cursor.key(), set);
        }
        return Undefined.UNDEFINED;
    }
}
