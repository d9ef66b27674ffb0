package dev.jsj.runtime.function;

import dev.jsj.runtime.object.Accessor;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.LazySlots;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows of one built-in object (a constructor, prototype or namespace) and the code behind them.
 *
 * <p>A subclass declares its rows in its constructor and dispatches {@link #call} on the row's
 * number with a {@code switch}: no reflection and no lambda per function. It has no state, so one
 * instance serves all realms. {@link #install} defines the properties of an object; the function
 * objects are made when they are first read.
 */
public abstract class BuiltinTable {
    private final Map<Object, Row> rows = new LinkedHashMap<>();

    private enum Kind {
        METHOD,
        ACCESSOR,
        VALUE,
        INTRINSIC,
        ALIAS,
        SHARED
    }

    private record Row(
            Kind kind,
            Object key,
            int id,
            int setterId,
            int length,
            int flags,
            @Nullable Object value) {}

    /**
     * Runs a built-in function.
     *
     * @param id the row's number
     * @param realm the function's realm
     * @param self the this value
     * @param arguments never null; may be shorter than the parameter list
     * @param newTarget null for [[Call]]
     */
    public abstract Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget);

    /**
     * Whether errors made by functions that row {@code id} calls show it in their stack traces: for
     * functions that take callbacks. It costs a little at each call.
     */
    protected boolean isInStackTraces(int id) {
        return false;
    }

    /** A function property, writable and configurable. {@code key} is a String or a Symbol. */
    protected final void method(int id, Object key, int length) {
        method(id, key, length, Property.HIDDEN);
    }

    /** A function property with other attributes. */
    protected final void method(int id, Object key, int length, int flags) {
        rows.put(key, new Row(Kind.METHOD, key, id, -1, length, flags, null));
    }

    /** A configurable accessor property with a getter only. */
    protected final void getter(int id, Object key) {
        accessor(id, -1, key);
    }

    /** A configurable accessor property; -1 for no setter. */
    protected final void accessor(int getterId, int setterId, Object key) {
        int flags = Property.CONFIGURABLE | Property.ACCESSOR;
        rows.put(key, new Row(Kind.ACCESSOR, key, getterId, setterId, 0, flags, null));
    }

    /** A data property with a primitive value. */
    protected final void value(Object key, Object value, int flags) {
        rows.put(key, new Row(Kind.VALUE, key, -1, -1, 0, flags, value));
    }

    /** {@code [Symbol.toStringTag]}, configurable only. */
    protected final void toStringTag(String tag) {
        value(Symbol.TO_STRING_TAG, tag, Property.CONFIGURABLE);
    }

    /** A property whose value is an intrinsic object, made when it is read. */
    protected final void intrinsic(Object key, Intrinsic intrinsic, int flags) {
        rows.put(key, new Row(Kind.INTRINSIC, key, -1, -1, 0, flags, intrinsic));
    }

    /** A property with the same function object as the row {@code original}. */
    protected final void alias(Object key, Object original) {
        rows.put(key, new Row(Kind.ALIAS, key, -1, -1, 0, Property.HIDDEN, original));
    }

    /**
     * A property with the same function object as the property of that name of another intrinsic.
     */
    protected final void shared(Object key, Intrinsic owner) {
        rows.put(key, new Row(Kind.SHARED, key, -1, -1, 0, Property.HIDDEN, owner));
    }

    /** Argument {@code index}, undefined where it is missing. */
    protected static Object arg(Object[] arguments, int index) {
        return index < arguments.length ? arguments[index] : Undefined.UNDEFINED;
    }

    /** Defines the properties of {@code object}; an object has at most one table with lazy rows. */
    public final void install(JSObject object, Realm realm) {
        boolean lazy = false;
        for (Row row : rows.values()) {
            object.addProperty(row.key, row.kind == Kind.VALUE ? row.value : null, row.flags);
            lazy |= row.kind != Kind.VALUE;
        }
        if (lazy) {
            realm.agent().registerLazySlots(object, new Rows(this, realm));
        }
    }

    private record Rows(BuiltinTable table, Realm realm) implements LazySlots {
        @Override
        public Object materialize(JSObject object, Property property) {
            Row row = table.rows.get(property.key());
            if (row == null) {
                throw new AssertionError("No row of " + table.getClass() + " fills " + property);
            }
            return table.make(row, realm, object);
        }
    }

    private Object make(Row row, Realm realm, JSObject object) {
        return switch (row.kind) {
            case METHOD ->
                    new BuiltinFunction(realm, this, row.id, functionName(row.key), row.length);
            case ACCESSOR ->
                    new Accessor(
                            new BuiltinFunction(
                                    realm, this, row.id, "get " + functionName(row.key), 0),
                            row.setterId < 0
                                    ? null
                                    : new BuiltinFunction(
                                            realm,
                                            this,
                                            row.setterId,
                                            "set " + functionName(row.key),
                                            1));
            case INTRINSIC -> realm.intrinsic((Intrinsic) row.value);
            case ALIAS -> object.slotValue(object.shape().lookup(row.value));
            case SHARED -> {
                JSObject owner = realm.intrinsic((Intrinsic) row.value);
                yield owner.slotValue(owner.shape().lookup(row.key));
            }
            case VALUE -> row.value;
        };
    }

    /** 10.2.9 SetFunctionName, step 2: the name that a property key gives a function. */
    public static String functionName(Object key) {
        if (key instanceof Symbol symbol) {
            String description = symbol.description();
            return description == null
                    ? ""
                    : symbol.isPrivate() ? description : "[" + description + "]";
        }
        return key.toString();
    }
}
