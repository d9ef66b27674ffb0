package dev.jsj.interp.feedback;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.object.Accessor;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.object.ValidityCell;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * One entry of an inline cache for a named property: where objects of one shape have it. The cache
 * of a site is a list of up to {@value #MAX_ENTRIES} entries, then {@link #MEGAMORPHIC}, which
 * sends look-ups to the agent's {@link MegamorphicCache}. Entries are immutable but for the link to
 * the next one.
 *
 * <p>What lies beyond the receiver is remembered by value under a {@link ValidityCell}: any change
 * of a prototype, its values included, makes the entry invalid. What lies in the receiver is
 * remembered by slot. Prototype objects' own slots may be read but not written through a cache, so
 * that their cells hear of every store; but for volatile ones ({@link JSObject#isVolatile}), which
 * look-ups remember by slot, and for private names, which are not looked up in prototypes.
 */
public final class PropertyCache {
    /** What the entry knows of the property. */
    public enum Kind {
        /** A data property of the receiver, in {@link #slot}. */
        OWN_DATA,
        /** An accessor of the receiver: {@link #slot} holds an {@link Accessor}. */
        OWN_ACCESSOR,
        /**
         * A data property of a prototype (or no property: undefined): the value is {@link #value}.
         */
        INHERITED_DATA,
        /**
         * A data property of a prototype, {@link #value}, that changes often: it has it in {@link
         * #slot}.
         */
        INHERITED_SLOT,
        /** An accessor of a prototype: {@link #value}. */
        INHERITED_ACCESSOR,
        /** Stores only: the property is added in {@link #slot}, giving the shape {@link #next}. */
        ADD,
        MEGAMORPHIC
    }

    static final int MAX_ENTRIES = 4;

    /** The whole content of a cache that has seen too many shapes. */
    public static final PropertyCache MEGAMORPHIC =
            new PropertyCache(Kind.MEGAMORPHIC, null, "", -1, null, null, null);

    /** The receiver's shape; null for {@link #MEGAMORPHIC}, which thus never matches. */
    public final @Nullable Shape shape;

    public final Kind kind;

    public final Object key;

    /**
     * The slot in the receiver, for {@link Kind#OWN_DATA}, OWN_ACCESSOR and ADD, or in the
     * prototype, for INHERITED_SLOT; otherwise -1.
     */
    public final int slot;

    /** {@link #slot} for {@link Kind#OWN_DATA}, otherwise -1. */
    private final int dataSlot;

    /** The value or accessor found in the prototype chain, or the prototype that has it. */
    public final @Nullable Object value;

    /** Guards what lies beyond the receiver; null where there is nothing to guard. */
    public final @Nullable ValidityCell cell;

    /** The shape after {@link Kind#ADD}. */
    public final @Nullable Shape next;

    /** Where the site's receivers were strings: %String.prototype%, whose {@link #shape} is. */
    public @Nullable JSObject stringPrototype;

    /** Whether code compiled for this entry alone has met something else: not worth repeating. */
    public boolean guardFailed;

    private @Nullable PropertyCache rest;

    private PropertyCache(
            Kind kind,
            @Nullable Shape shape,
            Object key,
            int slot,
            @Nullable Object value,
            @Nullable ValidityCell cell,
            @Nullable Shape next) {
        this.kind = kind;
        this.shape = shape;
        this.key = key;
        this.slot = slot;
        this.dataSlot = kind == Kind.OWN_DATA ? slot : -1;
        this.value = value;
        this.cell = cell;
        this.next = next;
    }

    /** The next entry of the site. */
    public @Nullable PropertyCache rest() {
        return rest;
    }

    /** Whether the prototype chain still is what it was. */
    public boolean isValid() {
        return cell == null || cell.isValid();
    }

    /** Whether the entry is for the built-in {@code length} accessor of typed arrays. */
    public boolean isTypedArrayLength() {
        return kind == Kind.INHERITED_ACCESSOR
                && shape != null
                && shape.kind() == ObjectKind.TYPED_ARRAY
                && value instanceof Accessor accessor
                && accessor.getter() instanceof BuiltinFunction getter
                && getter.debugName().equals("get length");
    }

    // ---- loads

    /**
     * FAST PATH of a load from an object whose shape the site of this first entry knows: the value
     * of a data property, or null where {@link #load} must find it.
     */
    public @Nullable Object dataOf(JSObject object) {
        for (PropertyCache entry = this; entry != null; entry = entry.rest) {
            if (entry.shape == object.shape()) {
                return entry.data(object);
            }
        }
        return null;
    }

    /**
     * FAST PATH of a load from a string at a site that has met strings: the value of a data
     * property of %String.prototype%, or null where {@link #load} must find it.
     */
    public @Nullable Object dataOfString(Object receiver) {
        JSObject prototype = stringPrototype;
        return prototype != null && Rope.isString(receiver) && prototype.shape() == shape
                ? data(prototype)
                : null;
    }

    /**
     * FAST PATH for an entry whose shape matches: the value of a data property, or null where
     * {@link #load} must find it.
     */
    public @Nullable Object data(JSObject object) {
        return dataSlot >= 0 ? object.getSlot(dataSlot) : inheritedData();
    }

    private @Nullable Object inheritedData() {
        return switch (kind) {
            case INHERITED_DATA -> isValid() ? value : null;
            case INHERITED_SLOT -> isValid() ? holder().getSlot(slot) : null;
            default -> null;
        };
    }

    /** The prototype that has the property, for {@link Kind#INHERITED_SLOT}. */
    public JSObject holder() {
        return (JSObject) Objects.requireNonNull(value);
    }

    /**
     * [[Get]] of {@code key} starting at {@code object}, through and into the cache in {@code
     * caches[site]}.
     *
     * @param receiver the object itself, or a primitive whose prototype {@code object} is
     */
    public static Object load(
            MegamorphicCache megamorphic,
            Object[] caches,
            int site,
            JSObject object,
            Object key,
            Object receiver) {
        Shape shape = object.shape();
        PropertyCache first = (PropertyCache) caches[site];
        for (PropertyCache entry = first; entry != null; entry = entry.rest) {
            if (entry.shape == shape) {
                Object value = entry.read(object, receiver);
                if (value != null) {
                    return value;
                }
                break;
            }
        }
        if (first == MEGAMORPHIC) {
            PropertyCache entry = megamorphic.find(shape, key);
            Object value = entry == null ? null : entry.read(object, receiver);
            if (value != null) {
                return value;
            }
        }
        return loadUncached(megamorphic, caches, site, object, key, receiver);
    }

    /**
     * FAST PATH of a load at a megamorphic site: the value of a data property, or null where {@link
     * #load} must find it.
     */
    public static @Nullable Object quickLoad(
            MegamorphicCache megamorphic, JSObject object, Object key) {
        PropertyCache entry = megamorphic.find(object.shape(), key);
        return entry == null ? null : entry.data(object);
    }

    /**
     * [[Get]] of a computed property key, which any site shares with all others.
     *
     * @param key as ToPropertyKey gives it
     */
    public static Object loadComputed(MegamorphicCache megamorphic, JSObject object, Object key) {
        Shape shape = object.shape();
        if (key instanceof Integer || isMap(shape)) {
            return object.get(key, object);
        }
        PropertyCache entry = megamorphic.find(shape, key);
        Object value = entry == null ? null : entry.read(object, object);
        if (value != null) {
            return value;
        }
        if (megamorphic.hasMissedBefore(shape, key)) {
            PropertyCache found = findForLoad(object, key, true);
            if (found != null) {
                megamorphic.putLoad(found);
            }
        }
        return object.get(key, object);
    }

    /** Whether the site has met too many shapes. */
    public static boolean isMegamorphic(@Nullable Object first) {
        return first == MEGAMORPHIC;
    }

    /** Notes that code compiled for the one entry of a site has met something else. */
    public static void noteFailedGuard(Object[] caches, int site) {
        if (caches[site] instanceof PropertyCache entry && entry != MEGAMORPHIC) {
            entry.guardFailed = true;
        }
    }

    /**
     * Whether a load has failed because the property was no Number, of an object with the site's
     * one shape. The operators that the load was specialised for will tell.
     */
    public static boolean isNoNumber(Object[] caches, int site, @Nullable Object base) {
        return caches[site] instanceof PropertyCache entry
                && base instanceof JSObject object
                && entry.shape == object.shape()
                && entry.data(object) != null;
    }

    /**
     * Notes at a {@code length} site which has seen arrays and strings only that it meets something
     * else.
     */
    public static void giveUpLength(Object[] caches, int site) {
        if (caches[site] == null) {
            caches[site] = MEGAMORPHIC;
        }
    }

    private @Nullable Object read(JSObject object, Object receiver) {
        return switch (kind) {
            case OWN_DATA -> object.getSlot(slot);
            case INHERITED_DATA, INHERITED_SLOT -> inheritedData();
            case OWN_ACCESSOR -> callGetter(object.getSlot(slot), receiver);
            case INHERITED_ACCESSOR -> isValid() ? callGetter(value, receiver) : null;
            case ADD, MEGAMORPHIC -> null;
        };
    }

    private static @Nullable Object callGetter(@Nullable Object slotValue, Object receiver) {
        if (!(slotValue instanceof Accessor accessor)) {
            return null;
        }
        JSObject getter = accessor.getter();
        return getter == null ? Undefined.UNDEFINED : getter.call0(receiver);
    }

    private static Object loadUncached(
            MegamorphicCache megamorphic,
            Object[] caches,
            int site,
            JSObject object,
            Object key,
            Object receiver) {
        PropertyCache entry = findForLoad(object, key, caches[site] == MEGAMORPHIC);
        if (entry != null && receiver instanceof CharSequence) {
            entry.stringPrototype = object;
        } else if (entry != null && !(receiver instanceof JSObject)) {
            entry.guardFailed = true; // another primitive: never of the shape
        }
        if (entry != null && !remember(caches, site, entry)) {
            megamorphic.putLoad(entry);
        }
        return object.get(key, receiver);
    }

    /** Whether named properties of this object are those of its shape and nothing else. */
    private static boolean isCacheable(JSObject object, Object key) {
        return switch (object.shape().kind()) {
            case ORDINARY, FUNCTION -> true;
            case ARRAY, INDEXED_EXOTIC -> key != "length" && !"length".equals(key);
            case TYPED_ARRAY -> !mayBeNumeric(key);
            case EXOTIC -> false;
        };
    }

    /**
     * Whether the key could be a canonical numeric string (7.1.21), which typed arrays treat
     * specially.
     */
    private static boolean mayBeNumeric(Object key) {
        if (!(key instanceof String text) || text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return first <= '9' || first == 'I' || first == 'N';
    }

    /** Whether the shape may change with every new key. */
    private static boolean isMap(Shape shape) {
        return shape.isUnique() && !shape.isPrototype();
    }

    private static @Nullable PropertyCache findForLoad(
            JSObject object, Object key, boolean megamorphic) {
        Shape shape = object.shape();
        if (!isCacheable(object, key) || megamorphic && isMap(shape)) {
            return null;
        }
        Property own = shape.lookup(key);
        if (own != null) {
            object.slotValue(own);
            shape.markCached();
            Kind kind = own.isAccessor() ? Kind.OWN_ACCESSOR : Kind.OWN_DATA;
            return new PropertyCache(kind, shape, key, own.slot(), null, null, null);
        }
        JSObject holder = shape.prototype();
        Object value = Undefined.UNDEFINED;
        Kind kind = Kind.INHERITED_DATA;
        int slot = -1;
        for (; holder != null; holder = holder.shape().prototype()) {
            if (!isCacheable(holder, key)) {
                return null;
            }
            Property property = holder.shape().lookup(key);
            if (property != null) {
                value = holder.slotValue(property);
                if (property.isAccessor()) {
                    kind = Kind.INHERITED_ACCESSOR;
                } else if (holder.isVolatile(property)) {
                    kind = Kind.INHERITED_SLOT;
                    value = holder;
                    slot = property.slot();
                }
                break;
            }
        }
        shape.markCached();
        return new PropertyCache(kind, shape, key, slot, value, shape.prototypeCell(), null);
    }

    // ---- stores

    /**
     * [[Set]] of {@code key} on {@code object} as receiver, through and into the cache in {@code
     * caches[site]}.
     *
     * @return false where the assignment failed
     */
    public static boolean store(
            MegamorphicCache megamorphic,
            Object[] caches,
            int site,
            JSObject object,
            Object key,
            Object value) {
        Shape shape = object.shape();
        PropertyCache first = (PropertyCache) caches[site];
        for (PropertyCache entry = first; entry != null; entry = entry.rest) {
            if (entry.shape == shape) {
                if (entry.write(object, value)) {
                    return true;
                }
                break;
            }
        }
        if (first == MEGAMORPHIC) {
            PropertyCache entry = megamorphic.findStore(shape, key);
            if (entry != null && entry.write(object, value)) {
                return true;
            }
        }
        PropertyCache entry = findForStore(object, key);
        if (entry == null) {
            return object.set(key, value, object);
        }
        if (!remember(caches, site, entry)) {
            megamorphic.putStore(entry);
        }
        return entry.write(object, value) || object.set(key, value, object);
    }

    /**
     * [[Set]] of a computed property key, which any site shares with all others.
     *
     * @param key as ToPropertyKey gives it
     * @return false where the assignment failed
     */
    public static boolean storeComputed(
            MegamorphicCache megamorphic, JSObject object, Object key, Object value) {
        Shape shape = object.shape();
        if (key instanceof Integer || isMap(shape)) {
            return object.set(key, value, object);
        }
        PropertyCache entry = megamorphic.findStore(shape, key);
        if (entry != null && entry.write(object, value)) {
            return true;
        }
        if (megamorphic.hasMissedBefore(shape, key)) {
            PropertyCache found = findForStore(object, key);
            if (found != null) {
                megamorphic.putStore(found);
            }
        }
        return object.set(key, value, object);
    }

    /**
     * FAST PATH of a store at a megamorphic site, to a data property; false, with nothing done,
     * where {@link #store} must do it.
     */
    public static boolean quickStore(
            MegamorphicCache megamorphic, JSObject object, Object key, Object value) {
        PropertyCache entry = megamorphic.findStore(object.shape(), key);
        return entry != null
                && (entry.kind == Kind.OWN_DATA || entry.kind == Kind.ADD)
                && entry.write(object, value);
    }

    /**
     * FAST PATH of assignment for an entry whose shape matches: whether the value can be put into
     * {@link #slot} now; the object has the property then. False, with nothing done, where {@link
     * #store} must do it.
     */
    public boolean prepareStore(JSObject object) {
        return dataSlot >= 0 || isValidAddition() && object.takeInlineSlot(next, slot);
    }

    private boolean isValidAddition() {
        return kind == Kind.ADD && isValid();
    }

    private boolean write(JSObject object, Object value) {
        switch (kind) {
            case OWN_DATA -> object.setSlot(slot, value);
            case ADD -> {
                if (!isValid()) {
                    return false;
                }
                object.addSlot(next, slot, value);
            }
            case OWN_ACCESSOR -> {
                return callSetter(object.getSlot(slot), object, value);
            }
            case INHERITED_ACCESSOR -> {
                return isValid() && callSetter(this.value, object, value);
            }
            case INHERITED_DATA, INHERITED_SLOT, MEGAMORPHIC -> {
                return false;
            }
        }
        return true;
    }

    private static boolean callSetter(@Nullable Object slotValue, JSObject receiver, Object value) {
        if (slotValue instanceof Accessor accessor && accessor.setter() != null) {
            accessor.setter().call1(receiver, value);
            return true;
        }
        return false;
    }

    private static @Nullable PropertyCache findForStore(JSObject object, Object key) {
        Shape shape = object.shape();
        if (!isCacheable(object, key)) {
            return null;
        }
        Property own = shape.lookup(key);
        if (shape.isUnique() && (own == null || !object.isVolatile(own))) {
            return null;
        }
        if (own != null) {
            if (!own.isAccessor() && !own.isWritable()) {
                return null;
            }
            shape.markCached();
            Kind kind = own.isAccessor() ? Kind.OWN_ACCESSOR : Kind.OWN_DATA;
            return new PropertyCache(kind, shape, key, own.slot(), null, null, null);
        }
        for (JSObject p = shape.prototype(); p != null; p = p.shape().prototype()) {
            if (!isCacheable(p, key)) {
                return null;
            }
            Property property = p.shape().lookup(key);
            if (property == null) {
                continue;
            }
            if (property.isAccessor()) {
                Object accessor = p.slotValue(property);
                shape.markCached();
                return new PropertyCache(
                        Kind.INHERITED_ACCESSOR,
                        shape,
                        key,
                        -1,
                        accessor,
                        shape.prototypeCell(),
                        null);
            }
            if (!property.isWritable()) {
                return null;
            }
            break;
        }
        return findForAdd(object, key, shape.prototypeCell());
    }

    /** The entry for adding a default data property, or null where the object may not take it. */
    private static @Nullable PropertyCache findForAdd(
            JSObject object, Object key, @Nullable ValidityCell cell) {
        return findForAdd(object, key, cell, Property.DEFAULT);
    }

    private static @Nullable PropertyCache findForAdd(
            JSObject object, Object key, @Nullable ValidityCell cell, int flags) {
        Shape shape = object.shape();
        if (!shape.isExtensible() || shape.isUnique()) {
            return null;
        }
        Shape next = shape.addProperty(key, flags);
        if (next.isUnique()) {
            return null;
        }
        shape.markCached();
        int slot = next.lastProperty().slot();
        return new PropertyCache(Kind.ADD, shape, key, slot, null, cell, next);
    }

    // ---- definitions

    /**
     * CreateDataProperty of a named property through a cache, for objects under construction.
     *
     * @return false where the generic [[DefineOwnProperty]] must do it
     */
    public static boolean define(
            Object[] caches, int site, JSObject object, Object key, Object value) {
        PropertyCache first = (PropertyCache) caches[site];
        Shape shape = object.shape();
        for (PropertyCache entry = first; entry != null; entry = entry.rest) {
            if (entry.shape == shape) {
                return entry.write(object, value);
            }
        }
        if (first == MEGAMORPHIC
                || shape.isUnique()
                || !isCacheable(object, key)
                || shape.lookup(key) != null) {
            return false;
        }
        PropertyCache entry = findForAdd(object, key, null);
        if (entry == null) {
            return false;
        }
        remember(caches, site, entry);
        return entry.write(object, value);
    }

    // ---- private names: own properties only

    /**
     * The private field's value or the method, or null where the generic PrivateGet must find it.
     */
    public static @Nullable Object loadPrivate(
            Object[] caches, int site, JSObject object, Symbol name) {
        PropertyCache entry = find(caches[site], object.shape(), name);
        if (entry == null) {
            Property own = object.shape().lookup(name);
            if (own == null || own.isAccessor()) {
                return null;
            }
            entry = rememberPrivate(caches, site, object.shape(), own);
        }
        return entry == null ? null : object.getSlot(entry.slot);
    }

    /** Assigns to a private field; false where the generic PrivateSet must do it. */
    public static boolean storePrivate(
            Object[] caches, int site, JSObject object, Symbol name, Object value) {
        PropertyCache entry = find(caches[site], object.shape(), name);
        if (entry == null) {
            Property own = object.shape().lookup(name);
            if (own == null || !own.isWritableData()) {
                return false;
            }
            entry = rememberPrivate(caches, site, object.shape(), own);
        }
        if (entry == null) {
            return false;
        }
        object.setSlot(entry.slot, value);
        return true;
    }

    /** Adds a private field; false where the generic PrivateFieldAdd must do it. */
    public static boolean addPrivate(
            Object[] caches, int site, JSObject object, Symbol name, Object value) {
        Shape shape = object.shape();
        PropertyCache known = find(caches[site], shape, name);
        if (known == null) {
            if (shape.isPrototype() || shape.isUnique() || shape.lookup(name) != null) {
                return false;
            }
            known = findForAdd(object, name, null, Property.WRITABLE);
            if (known == null) {
                return false;
            }
            remember(caches, site, known);
        }
        object.addSlot(known.next, known.slot, value);
        return true;
    }

    /**
     * The entry of an own element, from now on among the site's; null where that is megamorphic.
     */
    private static @Nullable PropertyCache rememberPrivate(
            Object[] caches, int site, Shape shape, Property own) {
        if (caches[site] == MEGAMORPHIC) {
            return null;
        }
        shape.markCached();
        PropertyCache entry =
                new PropertyCache(Kind.OWN_DATA, shape, own.key(), own.slot(), null, null, null);
        remember(caches, site, entry);
        return entry;
    }

    private static @Nullable PropertyCache find(@Nullable Object first, Shape shape, Symbol name) {
        for (PropertyCache entry = (PropertyCache) first; entry != null; entry = entry.rest) {
            if (entry.shape == shape && entry.key == name) {
                return entry;
            }
        }
        return null;
    }

    // ---- the list of a site

    /** Adds an entry to the site's list; false where the site is (or becomes) megamorphic. */
    private static boolean remember(Object[] caches, int site, PropertyCache entry) {
        PropertyCache first = (PropertyCache) caches[site];
        if (first == MEGAMORPHIC) {
            return false;
        }
        PropertyCache previous = null;
        int count = 0;
        for (PropertyCache known = first; known != null; known = known.rest) {
            if (known.shape == entry.shape || !known.isValid()) {
                entry.rest = known.rest; // replaces what did not work any more
                break;
            }
            previous = known;
            count++;
        }
        if (count >= MAX_ENTRIES) {
            caches[site] = MEGAMORPHIC;
            return false;
        }
        if (previous == null) {
            caches[site] = entry;
        } else {
            previous.rest = entry;
        }
        return true;
    }

    @Override
    public String toString() {
        return kind + " " + key + "@" + slot + (rest == null ? "" : ", " + rest);
    }
}
