package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * 23.1.3 Properties of the Array Prototype Object. The functions are in {@link ArrayMutation},
 * {@link ArrayCopying}, {@link ArrayCallbacks}, {@link ArraySearch} and {@link ArrayStrings}.
 */
final class ArrayPrototype extends BuiltinTable {
    private static final int AT = 0;
    private static final int CONCAT = 1;
    private static final int COPY_WITHIN = 2;
    private static final int FILL = 3;
    private static final int FIND = 4;
    private static final int FIND_INDEX = 5;
    private static final int FIND_LAST = 6;
    private static final int FIND_LAST_INDEX = 7;
    private static final int LAST_INDEX_OF = 8;
    private static final int POP = 9;
    private static final int PUSH = 10;
    private static final int REVERSE = 11;
    private static final int SHIFT = 12;
    private static final int UNSHIFT = 13;
    private static final int SLICE = 14;
    private static final int SORT = 15;
    private static final int SPLICE = 16;
    private static final int INCLUDES = 17;
    private static final int INDEX_OF = 18;
    private static final int JOIN = 19;
    private static final int KEYS = 20;
    private static final int ENTRIES = 21;
    private static final int FOR_EACH = 22;
    private static final int FILTER = 23;
    private static final int FLAT = 24;
    private static final int FLAT_MAP = 25;
    private static final int MAP = 26;
    private static final int EVERY = 27;
    private static final int SOME = 28;
    private static final int REDUCE = 29;
    private static final int REDUCE_RIGHT = 30;
    private static final int TO_LOCALE_STRING = 31;
    private static final int TO_STRING = 32;
    private static final int TO_REVERSED = 33;
    private static final int TO_SORTED = 34;
    private static final int TO_SPLICED = 35;
    private static final int WITH = 36;

    /** 23.1.3.41: the names that {@code with} statements do not see. */
    private static final String[] UNSCOPABLE = {
        "at",
        "copyWithin",
        "entries",
        "fill",
        "find",
        "findIndex",
        "findLast",
        "findLastIndex",
        "flat",
        "flatMap",
        "includes",
        "keys",
        "toReversed",
        "toSorted",
        "toSpliced",
        "values"
    };

    private static final ArrayPrototype TABLE = new ArrayPrototype();

    private ArrayPrototype() {
        intrinsic("constructor", Intrinsic.ARRAY, Property.HIDDEN);
        method(AT, "at", 1);
        method(CONCAT, "concat", 1);
        method(COPY_WITHIN, "copyWithin", 2);
        method(FILL, "fill", 1);
        method(FIND, "find", 1);
        method(FIND_INDEX, "findIndex", 1);
        method(FIND_LAST, "findLast", 1);
        method(FIND_LAST_INDEX, "findLastIndex", 1);
        method(LAST_INDEX_OF, "lastIndexOf", 1);
        method(POP, "pop", 0);
        method(PUSH, "push", 1);
        method(REVERSE, "reverse", 0);
        method(SHIFT, "shift", 0);
        method(UNSHIFT, "unshift", 1);
        method(SLICE, "slice", 2);
        method(SORT, "sort", 1);
        method(SPLICE, "splice", 2);
        method(INCLUDES, "includes", 1);
        method(INDEX_OF, "indexOf", 1);
        method(JOIN, "join", 1);
        method(KEYS, "keys", 0);
        method(ENTRIES, "entries", 0);
        intrinsic("values", Intrinsic.ARRAY_PROTOTYPE_VALUES, Property.HIDDEN);
        method(FOR_EACH, "forEach", 1);
        method(FILTER, "filter", 1);
        method(FLAT, "flat", 0);
        method(FLAT_MAP, "flatMap", 1);
        method(MAP, "map", 1);
        method(EVERY, "every", 1);
        method(SOME, "some", 1);
        method(REDUCE, "reduce", 1);
        method(REDUCE_RIGHT, "reduceRight", 1);
        method(TO_LOCALE_STRING, "toLocaleString", 0);
        method(TO_STRING, "toString", 0);
        method(TO_REVERSED, "toReversed", 0);
        method(TO_SORTED, "toSorted", 1);
        method(TO_SPLICED, "toSpliced", 2);
        method(WITH, "with", 2);
        intrinsic(Symbol.ITERATOR, Intrinsic.ARRAY_PROTOTYPE_VALUES, Property.HIDDEN);
    }

    static JSObject create(Realm realm) {
        JSObject prototype =
                new JSArray(realm.agent().root(realm.objectPrototype(), ObjectKind.ARRAY));
        realm.setIntrinsic(Intrinsic.ARRAY_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        JSObject unscopables = realm.newObject(null);
        for (String name : UNSCOPABLE) {
            unscopables.addProperty(name, true, Property.DEFAULT);
        }
        prototype.addProperty(Symbol.UNSCOPABLES, unscopables, Property.CONFIGURABLE);
        return prototype;
    }

    @Override
    protected boolean isInStackTraces(int id) {
        return switch (id) {
            case FIND, FIND_INDEX, FIND_LAST, FIND_LAST_INDEX, SORT, FOR_EACH, FILTER, FLAT_MAP ->
                    true;
            case MAP, EVERY, SOME, REDUCE, REDUCE_RIGHT, TO_SORTED -> true;
            default -> false;
        };
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (self == Undefined.UNDEFINED || self == Null.NULL) {
            throw badReceiver(id);
        }
        JSObject object = TypeConversion.toObject(realm, self); // step 1 of every function
        Object first = arg(arguments, 0);
        Object second = arg(arguments, 1);
        return switch (id) {
            case AT -> ArraySearch.at(object, first);
            case CONCAT -> ArrayCopying.concat(realm, object, arguments);
            case COPY_WITHIN -> ArrayMutation.copyWithin(object, first, second, arg(arguments, 2));
            case FILL -> ArrayMutation.fill(realm, object, first, second, arg(arguments, 2));
            case FIND -> ArraySearch.find(object, first, second, false);
            case FIND_INDEX -> ArraySearch.find(object, first, second, true);
            case FIND_LAST -> ArraySearch.findLast(object, first, second, false);
            case FIND_LAST_INDEX -> ArraySearch.findLast(object, first, second, true);
            case LAST_INDEX_OF -> ArraySearch.lastIndexOf(object, arguments);
            case POP -> ArrayMutation.pop(realm, object);
            case PUSH -> ArrayMutation.push(realm, object, arguments);
            case REVERSE -> ArrayMutation.reverse(realm, object);
            case SHIFT -> ArrayMutation.shift(realm, object);
            case UNSHIFT -> ArrayMutation.unshift(realm, object, arguments);
            case SLICE -> ArrayCopying.slice(realm, object, first, second);
            case SORT -> ArraySorting.sort(realm, object, first);
            case SPLICE -> ArrayMutation.splice(realm, object, arguments);
            case INCLUDES -> ArraySearch.includes(realm, object, first, second);
            case INDEX_OF -> ArraySearch.indexOf(realm, object, first, second);
            case JOIN -> ArrayStrings.join(realm, object, first);
            case KEYS -> ArrayIterator.create(realm, object, ArrayIterator.Kind.KEY);
            case ENTRIES -> ArrayIterator.create(realm, object, ArrayIterator.Kind.KEY_AND_VALUE);
            case FOR_EACH -> ArrayCallbacks.forEach(object, first, second);
            case FILTER -> ArrayCallbacks.filter(realm, object, first, second);
            case FLAT -> ArrayCopying.flat(realm, object, first);
            case FLAT_MAP -> ArrayCopying.flatMap(realm, object, first, second);
            case MAP -> ArrayCallbacks.map(realm, object, first, second);
            case EVERY -> ArrayCallbacks.every(object, first, second);
            case SOME -> ArrayCallbacks.some(object, first, second);
            case REDUCE -> ArrayCallbacks.reduce(object, arguments);
            case REDUCE_RIGHT -> ArrayCallbacks.reduceRight(object, arguments);
            case TO_LOCALE_STRING -> ArrayStrings.toLocaleString(realm, object);
            case TO_STRING -> ArrayStrings.toString(realm, object);
            case TO_REVERSED -> ArrayCopying.toReversed(realm, object);
            case TO_SORTED -> ArraySorting.toSorted(realm, object, first);
            case TO_SPLICED -> ArrayCopying.toSpliced(realm, object, arguments);
            case WITH -> ArrayCopying.with(realm, object, first, second);
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** What V8 says for undefined and null: some functions give their name. */
    private static JSThrow badReceiver(int id) {
        String name =
                switch (id) {
                    case CONCAT -> "concat";
                    case EVERY -> "every";
                    case FILTER -> "filter";
                    case FIND -> "find";
                    case FIND_INDEX -> "findIndex";
                    case FIND_LAST -> "findLast";
                    case FIND_LAST_INDEX -> "findLastIndex";
                    case FOR_EACH -> "forEach";
                    case INDEX_OF -> "indexOf";
                    case MAP -> "map";
                    case REDUCE -> "reduce";
                    case REDUCE_RIGHT -> "reduceRight";
                    case SOME -> "some";
                    default -> null;
                };
        return Errors.typeError(
                name == null
                        ? "Cannot convert undefined or null to object"
                        : "Array.prototype." + name + " called on null or undefined");
    }
}
