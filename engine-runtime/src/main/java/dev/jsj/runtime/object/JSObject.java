package dev.jsj.runtime.object;

import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * 6.1.7 The Object type: an ordinary object (10.1), and the base of every exotic one.
 *
 * <p><b>Storage.</b> Named properties live in slots: four Java fields, then an overflow array;
 * {@link Shape} says which property is in which slot. Properties with an array index (0 to 2^31-1)
 * live in {@link #elements} (see {@link Elements}). A slot that holds Java null is lazy: {@link
 * #slotValue(Property)} makes its value. A slot may hold a {@link MutableDouble}, which only {@link
 * #getSlot} and compiled code get to see.
 *
 * <p><b>Internal methods</b> have the specification's names and take a property key: a {@code
 * Symbol}, an {@code Integer} that is not negative, or a {@code String} that is no such index.
 * Exotic objects override them. {@code get} and {@code set} exist for unboxed indices too; an
 * exotic object that treats indices specially overrides both.
 *
 * <p>Order of the file: slots, internal methods, ordinary algorithms, elements, prototypes, calls.
 */
public class JSObject {
    public static final Object[] NO_ARGUMENTS = {};

    /** How many slots are Java fields. */
    public static final int INLINE_SLOTS = 4;

    /** The hidden property that holds the {@link LazySlots} of this one object. */
    private static final Symbol LAZY_SOURCE = Symbol.createPrivateName("#lazySource");

    // Public for compiled code, which checks the shape and then reads and writes slots directly.

    public Shape shape;
    public @Nullable Object s0;
    public @Nullable Object s1;
    public @Nullable Object s2;
    public @Nullable Object s3;
    public Object @Nullable [] slots;

    /** See {@link Elements}. Public for the tiers' fast paths. */
    public @Nullable Object elements;

    public JSObject(Shape shape) {
        this.shape = shape;
    }

    /**
     * An object whose {@code count} slots, all that the shape has, are filled from {@code values}
     * starting at {@code first}.
     */
    public JSObject(Shape shape, Object[] values, int first, int count) {
        this.shape = shape;
        if (count > INLINE_SLOTS) {
            int overflow = count - INLINE_SLOTS;
            slots = new Object[overflow];
            System.arraycopy(values, first + INLINE_SLOTS, slots, 0, overflow);
        }
        if (count >= 4) {
            s0 = values[first];
            s1 = values[first + 1];
            s2 = values[first + 2];
            s3 = values[first + 3];
            return;
        }
        for (int i = 0; i < count; i++) {
            setSlot(i, values[first + i]);
        }
    }

    // ---- slots

    public final Shape shape() {
        return shape;
    }

    /** What a slot holds: a value, an {@link Accessor}, or null when lazy. */
    public final @Nullable Object getSlot(int slot) {
        return MutableDouble.valueOf(
                slot < INLINE_SLOTS ? getInlineSlot(slot) : slots[slot - INLINE_SLOTS]);
    }

    // These methods are small because HotSpot makes methods of up to 35 bytes part of their
    // callers wherever they are called; larger ones only where they are called often.

    private @Nullable Object getInlineSlot(int slot) {
        return slot < 2 ? getFirstSlots(slot) : getNextSlots(slot);
    }

    private @Nullable Object getFirstSlots(int slot) {
        return slot == 0 ? s0 : s1;
    }

    private @Nullable Object getNextSlots(int slot) {
        return slot == 2 ? s2 : s3;
    }

    /** Stores into a slot that the current shape has. */
    public final void setSlot(int slot, Object value) {
        if (slot < INLINE_SLOTS) {
            setInlineSlot(slot, value);
        } else {
            slots[slot - INLINE_SLOTS] = value;
        }
    }

    private void setInlineSlot(int slot, Object value) {
        if (slot < 2) {
            setFirstSlots(slot, value);
        } else {
            setNextSlots(slot, value);
        }
    }

    private void setFirstSlots(int slot, Object value) {
        if (slot == 0) {
            s0 = value;
        } else {
            s1 = value;
        }
    }

    private void setNextSlots(int slot, Object value) {
        if (slot == 2) {
            s2 = value;
        } else {
            s3 = value;
        }
    }

    /** What a property's slot holds (a value or an {@link Accessor}), made now if it was lazy. */
    public final Object slotValue(Property property) {
        Object value = getSlot(property.slot());
        return value != null ? value : materialize(property);
    }

    private Object materialize(Property property) {
        Object value = makeLazyValue(property);
        setSlot(property.slot(), value);
        return value;
    }

    /** The value of a slot that is read for the first time. */
    protected Object makeLazyValue(Property property) {
        Property own = shape.lookup(LAZY_SOURCE);
        LazySlots source =
                own == null ? shape.tree().lazySlots(this) : (LazySlots) getSlot(own.slot());
        if (source == null) {
            throw new AssertionError("The slot of " + property + " was never initialised.");
        }
        return source.materialize(this, property);
    }

    /**
     * Makes {@code source} the one that fills this object's lazy slots, for objects that come and
     * go ({@link ShapeTree#registerLazySlots} is for those that live as long as their realm).
     */
    public final void setLazySource(LazySlots source) {
        defineOwn(LAZY_SOURCE, source, Property.FROZEN);
    }

    /**
     * FAST PATH of adding a property through a cached transition: {@code next} is the shape that
     * {@link Shape#addProperty} made from this object's shape, {@code slot} the new property's.
     */
    public final void addSlot(Shape next, int slot, @Nullable Object value) {
        if (slot >= INLINE_SLOTS) {
            ensureSlot(slot - INLINE_SLOTS);
        }
        setSlot(slot, value);
        shape = next;
    }

    /**
     * FAST PATH of {@link #addSlot} for a slot that needs no room made: the object has the shape
     * {@code next}, and its new slot, which the caller must fill at once. False, with nothing done,
     * for other slots.
     */
    public final boolean takeInlineSlot(Shape next, int slot) {
        if (slot >= INLINE_SLOTS) {
            return false;
        }
        shape = next;
        return true;
    }

    /**
     * FAST PATH of copying all properties into an empty object: takes over shape and values of one
     * that began with the same shape and has default properties only. False where that is not so,
     * and nothing has happened.
     */
    public final boolean copyProperties(JSObject from) {
        Shape next = from.shape;
        if (elements != null
                || from.elements != null
                || shape.isUnique()
                || next.isUnique()
                || shape.propertyCount() != 0
                || !next.isExtensible()
                || next.kind() != ObjectKind.ORDINARY
                || shape != shape.tree().root(next.prototype(), ObjectKind.ORDINARY)
                || !next.order().copyable()
                || from.hasLazySlot(next.propertyCount())) {
            return false;
        }
        s0 = MutableDouble.valueOf(from.s0);
        s1 = MutableDouble.valueOf(from.s1);
        s2 = MutableDouble.valueOf(from.s2);
        s3 = MutableDouble.valueOf(from.s3);
        slots = from.slots == null ? null : copyOf(from.slots);
        shape = next;
        return true;
    }

    private static Object[] copyOf(Object[] contents) {
        Object[] values = contents.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = MutableDouble.valueOf(values[i]);
        }
        return values;
    }

    private boolean hasLazySlot(int count) {
        for (int slot = 0; slot < count; slot++) {
            if (getSlot(slot) == null) {
                return true;
            }
        }
        return false;
    }

    private void ensureSlot(int at) {
        Object[] current = slots;
        if (current == null) {
            slots = new Object[Math.max(4, at + 1)];
        } else if (at >= current.length) {
            slots = java.util.Arrays.copyOf(current, Math.max(at + 1, current.length * 2));
        }
    }

    /**
     * Adds a property that is known to be absent; {@code null} makes it lazy. Extensibility is the
     * caller's business.
     */
    public final void addProperty(Object key, @Nullable Object value, int flags) {
        prototypeChanged();
        Shape next = shape.addProperty(key, flags);
        Property added = next.isUnique() ? next.lookup(key) : next.lastProperty();
        addSlot(next, added.slot(), value);
    }

    /**
     * Defines a named property without checks, whatever was there before: how built-in and literal
     * properties are made. {@code null} makes it lazy.
     */
    public final void defineOwn(Object key, @Nullable Object value, int flags) {
        if (key instanceof Integer index) {
            if (flags == Property.DEFAULT && !(elements instanceof SparseElements)) {
                putElement(index, value);
            } else {
                prototypeChanged();
                sparse().put(index, value, flags);
            }
            return;
        }
        Property existing = shape.lookup(key);
        if (existing == null) {
            addProperty(key, value, flags);
            return;
        }
        prototypeChanged();
        if (existing.flags() != flags) {
            shape = shape.configure(existing, flags);
        }
        setSlot(existing.slot(), value);
    }

    /**
     * Ends what inline caches know of an object with a unique shape, which stays as it is: a new
     * lexical declaration may hide one of the global object's properties.
     */
    public final void renewShape() {
        if (shape.isUnique()) {
            shape = shape.changePrototype(shape.prototype());
        }
    }

    /** Gives the object another shape with the same slots. */
    protected final void changeShape(Shape next) {
        shape = next;
    }

    // ---- internal methods (ordinary behaviour)

    /** 10.1.1 [[GetPrototypeOf]] ( ); null is the value null. */
    public @Nullable JSObject getPrototypeOf() {
        return shape.prototype();
    }

    /** 10.1.2 [[SetPrototypeOf]] ( V ). */
    public boolean setPrototypeOf(@Nullable JSObject prototype) {
        if (prototype == shape.prototype()) {
            return true; // 3
        }
        if (!shape.isExtensible()) {
            return false; // 4
        }
        for (JSObject p = prototype; p != null; p = p.shape.prototype()) { // 7
            if (p == this) {
                return false;
            }
            if (p.hasExoticPrototype()) {
                break;
            }
        }
        prototypeChanged();
        shape = shape.changePrototype(prototype); // 8
        return true;
    }

    /** Whether [[GetPrototypeOf]] is not the ordinary one. */
    protected boolean hasExoticPrototype() {
        return false;
    }

    /** 10.1.3 [[IsExtensible]] ( ). */
    public boolean isExtensible() {
        return shape.isExtensible();
    }

    /** 10.1.4 [[PreventExtensions]] ( ). */
    public boolean preventExtensions() {
        if (shape.isExtensible()) {
            prototypeChanged();
            shape = shape.preventExtensions();
        }
        return true;
    }

    /** 10.1.5 [[GetOwnProperty]] ( P ); null is undefined. */
    public @Nullable PropertyDescriptor getOwnProperty(Object key) {
        if (key instanceof Integer index) {
            return getOwnElement(index);
        }
        Property property = shape.lookup(key);
        return property == null
                ? null
                : PropertyDescriptor.of(slotValue(property), property.flags());
    }

    /** 10.1.6 [[DefineOwnProperty]] ( P, Desc ). */
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        return OrdinaryProperties.define(this, key, descriptor);
    }

    /** 10.1.7 [[HasProperty]] ( P ). */
    public boolean hasProperty(Object key) {
        if (hasOwn(key)) {
            return true;
        }
        JSObject parent = getPrototypeOf();
        return parent != null && parent.hasProperty(key);
    }

    /** Whether [[GetOwnProperty]] would give a descriptor, without making one. */
    public boolean hasOwn(Object key) {
        if (key instanceof Integer index) {
            return hasOwnElement(index);
        }
        return shape.lookup(key) != null;
    }

    /** 10.1.8 [[Get]] ( P, Receiver ). */
    public Object get(Object key, Object receiver) {
        if (key instanceof Integer index) {
            return get(index.intValue(), receiver);
        }
        Property property = shape.lookup(key);
        if (property != null) {
            return read(slotValue(property), receiver);
        }
        JSObject parent = getPrototypeOf();
        return parent == null ? Undefined.UNDEFINED : parent.get(key, receiver);
    }

    /** [[Get]] with an array index. */
    public Object get(int index, Object receiver) {
        Object value = Elements.get(elements, index);
        if (value != null) {
            return value;
        }
        if (elements instanceof SparseElements sparse) {
            Object element = sparse.value(index);
            if (element != null) {
                return read(element, receiver);
            }
        }
        JSObject parent = getPrototypeOf();
        return parent == null ? Undefined.UNDEFINED : parent.get(index, receiver);
    }

    /** [[Get]] with the object itself as receiver. */
    public final Object get(Object key) {
        return get(key, this);
    }

    /** [[Get]] of an index with the object itself as receiver. */
    public final Object get(int index) {
        return get(index, this);
    }

    private static Object read(Object slotValue, Object receiver) {
        if (slotValue instanceof Accessor accessor) {
            JSObject getter = accessor.getter();
            return getter == null ? Undefined.UNDEFINED : getter.call(receiver, NO_ARGUMENTS);
        }
        return slotValue;
    }

    /** 10.1.9 [[Set]] ( P, V, Receiver ). */
    public boolean set(Object key, Object value, Object receiver) {
        if (key instanceof Integer index) {
            return set(index.intValue(), value, receiver);
        }
        if (receiver == this && shape.kind().hasOrdinaryNames()) {
            // FAST PATH: an own writable data property, or a new one that nothing inherited forbids
            Property property = shape.lookup(key);
            if (property != null) {
                if (property.isWritableData()) {
                    store(property, value);
                    return true;
                }
            } else if (shape.isExtensible() && inheritsNoSetter(key)) {
                addProperty(key, value, Property.DEFAULT);
                return true;
            }
        }
        return OrdinaryProperties.set(this, key, value, receiver);
    }

    /** Whether OrdinarySet of an absent own property ends in creating it. */
    private boolean inheritsNoSetter(Object key) {
        for (JSObject p = shape.prototype(); p != null; p = p.shape.prototype()) {
            ObjectKind kind = p.shape.kind();
            if (!kind.hasOrdinaryNames() || kind == ObjectKind.ARRAY && "length".equals(key)) {
                return false;
            }
            Property property = p.shape.lookup(key);
            if (property != null) {
                return property.isWritableData();
            }
        }
        return true;
    }

    /** [[Set]] with an array index. */
    public boolean set(int index, Object value, Object receiver) {
        if (receiver == this && (Elements.has(elements, index) || canAddElement(index))) {
            putElement(index, value); // FAST PATH: a default data element, old or new
            return true;
        }
        return OrdinaryProperties.set(this, index, value, receiver);
    }

    /** FAST PATH guard: whether OrdinarySet of an absent element ends in creating it. */
    protected boolean canAddElement(int index) {
        return shape.kind().hasOrdinaryElements()
                && shape.isExtensible()
                && !(elements instanceof SparseElements)
                && inheritsNoElements();
    }

    private boolean inheritsNoElements() {
        for (JSObject p = shape.prototype(); p != null; p = p.shape.prototype()) {
            if (p.elements != null || !p.shape.kind().hasOrdinaryElements()) {
                return false;
            }
        }
        return true;
    }

    /** Stores into an existing own data property of this shape. */
    final void store(Property property, Object value) {
        PrototypeInfo info = shape.prototypeInfo();
        if (info != null && info.noteStore(property.slot())) {
            info.invalidate();
        }
        setSlot(property.slot(), value);
    }

    /**
     * Whether a store to the property of this prototype ends no look-up that was cached: it was
     * stored to before, as a counter of a class that has subclasses, or a method that a program
     * replaces and puts back.
     */
    public final boolean isVolatile(Property property) {
        PrototypeInfo info = shape.prototypeInfo();
        return info != null && info.isVolatile(property.slot());
    }

    /**
     * Whether there is a property with this key that is {@link #isVolatile}: what a look-up has
     * found then does not hold for as long as a {@link ValidityCell} is valid.
     */
    public final boolean hasVolatile(Object key) {
        Property property = shape.lookup(key);
        return property != null && isVolatile(property);
    }

    /** 10.1.10 [[Delete]] ( P ). */
    public boolean delete(Object key) {
        if (key instanceof Integer index) {
            return deleteElement(index);
        }
        Property property = shape.lookup(key);
        if (property == null) {
            return true;
        }
        if (!property.isConfigurable()) {
            return false;
        }
        prototypeChanged();
        setSlot(property.slot(), Undefined.UNDEFINED);
        shape = shape.removeProperty(property);
        compactSlotsIfSparse();
        return true;
    }

    /**
     * An object used as a queue or cache adds and deletes for ever: its slots are renumbered when
     * most of them are dead.
     */
    private void compactSlotsIfSparse() {
        if (shape.slotCount() < 32 || shape.slotCount() < 2 * shape.propertyCount()) {
            return;
        }
        if (shape.isCached()) {
            shape = shape.changePrototype(shape.prototype());
        }
        PrototypeInfo info = shape.prototypeInfo();
        if (info != null) {
            info.forgetSlots();
        }
        List<Integer> oldSlots = shape.compactSlots();
        Object[] moved = new Object[oldSlots.size()];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = getSlot(oldSlots.get(i));
        }
        slots = new Object[Math.max(4, moved.length)];
        for (int i = 0; i < moved.length; i++) {
            setSlot(i, moved[i]);
        }
    }

    /**
     * 10.1.11 [[OwnPropertyKeys]] ( ): indices in order, then strings, then symbols in order of
     * creation. Private names excluded.
     */
    public List<Object> ownPropertyKeys() {
        List<Object> keys = new ArrayList<>();
        addElementKeys(keys);
        addNamedKeys(keys);
        return keys;
    }

    /** The string keys, then the symbols, of the shape. */
    protected final void addNamedKeys(List<Object> keys) {
        Property[] properties = shape.properties();
        boolean symbols = false;
        int firstName = keys.size();
        boolean largeIndices = false;
        for (Property property : properties) {
            if (property.key() instanceof String name) {
                largeIndices |= LargeIndex.isLargeIndex(name);
                keys.add(name);
            } else {
                symbols = true;
            }
        }
        if (largeIndices) {
            LargeIndex.moveToFront(keys, firstName);
        }
        if (symbols) {
            for (Property property : properties) {
                if (property.key() instanceof Symbol symbol && !symbol.isPrivate()) {
                    keys.add(symbol);
                }
            }
        }
    }

    // ---- elements

    /** The indices of the elements, ascending. */
    protected void addElementKeys(List<Object> keys) {
        if (elements instanceof SparseElements sparse) {
            sparse.addKeys(keys);
            return;
        }
        int capacity = Elements.capacity(elements);
        for (int i = 0; i < capacity; i++) {
            if (Elements.get(elements, i) != null) {
                keys.add(i);
            }
        }
    }

    /** [[GetOwnProperty]] for the elements of this object. */
    protected @Nullable PropertyDescriptor getOwnElement(int index) {
        if (elements instanceof SparseElements sparse) {
            Object element = sparse.value(index);
            return element == null ? null : PropertyDescriptor.of(element, sparse.flags(index));
        }
        Object value = Elements.get(elements, index);
        return value == null ? null : PropertyDescriptor.data(value, Property.DEFAULT);
    }

    /** Whether there is an own element. */
    public boolean hasOwnElement(int index) {
        return Elements.has(elements, index)
                || elements instanceof SparseElements sparse && sparse.value(index) != null;
    }

    /** Creates or overwrites a default data element, without checks. */
    public void putElement(int index, Object value) {
        prototypeChanged();
        elements = Elements.put(elements, index, value, elementsInUse());
    }

    /** Up to where elements may be put without the storage becoming sparse: an array's length. */
    protected long elementsInUse() {
        return 0;
    }

    private boolean deleteElement(int index) {
        if (elements instanceof SparseElements sparse) {
            if (sparse.value(index) == null) {
                return true;
            }
            if ((sparse.flags(index) & Property.CONFIGURABLE) == 0) {
                return false;
            }
            prototypeChanged();
            sparse.remove(index);
        } else {
            prototypeChanged();
            Elements.clear(elements, index);
        }
        return true;
    }

    final SparseElements sparse() {
        SparseElements sparse = SparseElements.from(elements);
        elements = sparse;
        return sparse;
    }

    // ---- prototypes

    /** Makes this object a prototype, with a shape of its own, on first use. */
    final PrototypeInfo prototypeInfo() {
        PrototypeInfo info = shape.prototypeInfo();
        if (info == null) {
            info = new PrototypeInfo();
            shape = shape.toPrototype(info);
        }
        return info;
    }

    /** Called before anything about the object changes: look-ups cached through it end. */
    protected final void prototypeChanged() {
        PrototypeInfo info = shape.prototypeInfo();
        if (info != null) {
            info.invalidate();
        }
    }

    // ---- integrity levels (7.3.15 SetIntegrityLevel for ordinary objects; FAST PATH)

    /**
     * Freezes or seals an object with ordinary internal methods in one step.
     *
     * @return false where the generic algorithm must be used
     */
    public boolean setIntegrityFast(boolean frozen) {
        if (shape.kind() == ObjectKind.EXOTIC
                || shape.kind() == ObjectKind.TYPED_ARRAY
                || shape.kind() == ObjectKind.INDEXED_EXOTIC) {
            return false;
        }
        prototypeChanged();
        if (elements != null) {
            sparse().restrict(frozen);
        }
        shape = frozen ? shape.freeze() : shape.seal();
        return true;
    }

    // ---- calls

    /** 7.2.3 IsCallable: whether there is a [[Call]]. */
    public boolean isCallable() {
        return false;
    }

    /** 7.2.4 IsConstructor: whether there is a [[Construct]]. */
    public boolean isConstructor() {
        return false;
    }

    /** [[Call]] ( thisArgument, argumentsList ). The callee may keep and change the array. */
    public Object call(Object self, Object[] arguments) {
        throw Errors.typeError("object is not a function");
    }

    public Object call0(Object self) {
        return call(self, NO_ARGUMENTS);
    }

    public Object call1(Object self, Object a) {
        return call(self, new Object[] {a});
    }

    public Object call2(Object self, Object a, Object b) {
        return call(self, new Object[] {a, b});
    }

    public Object call3(Object self, Object a, Object b, Object c) {
        return call(self, new Object[] {a, b, c});
    }

    /**
     * [[Call]] ( self, « value, index, array » ): how the functions of arrays call their callbacks,
     * most of which never look at the index.
     */
    public Object callOnElement(Object self, Object value, long index, JSObject array) {
        return call3(self, value, JsNumber.of(index), array);
    }

    /** The same for reductions: [[Call]] ( undefined, « accumulator, value, index, array » ). */
    public Object callOnElements(Object accumulator, Object value, long index, JSObject array) {
        return call(
                Undefined.UNDEFINED, new Object[] {accumulator, value, JsNumber.of(index), array});
    }

    /** [[Construct]] ( argumentsList, newTarget ). */
    public Object construct(Object[] arguments, JSObject newTarget) {
        throw Errors.typeError("object is not a constructor");
    }

    /** B.3.6 The [[IsHTMLDDA]] Internal Slot: only for a host object that acts as undefined. */
    public boolean isHtmlDda() {
        return false;
    }

    /**
     * The name that {@code Object.prototype.toString} gives an object without @@toStringTag
     * (20.1.3.6).
     */
    public String builtinTag() {
        return isCallable() ? "Function" : "Object";
    }
}
