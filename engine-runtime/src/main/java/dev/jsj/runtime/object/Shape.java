package dev.jsj.runtime.object;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hidden class of an object: its prototype, kind, and for each named property the slot and
 * attributes. Two objects with the same shape can be read by the same code.
 *
 * <p><b>Shared shapes</b> form a transition tree from a root (one per prototype and kind): adding a
 * key, changing attributes, freezing and so on are named transitions which are remembered, so
 * objects built the same way end in the same shape. The properties of a chain of shapes lie in one
 * array, of which each shape sees the first {@link #propertyCount}; small shapes search it, larger
 * ones build a hash index on first use.
 *
 * <p><b>Unique shapes</b> belong to one object: prototypes, objects used as maps (many deletes,
 * hundreds of keys), global objects. Their table is a hash map in insertion order. A change of a
 * unique shape that some inline cache may know ({@link #markCached}) makes a new {@code Shape} that
 * takes over the table, so the old identity can never match again; otherwise it is changed in
 * place.
 *
 * <p>Not thread safe: one agent, one thread.
 */
public final class Shape {
    private static final int LINEAR_SEARCH_LIMIT = 8;

    /** More properties than this make an object a map. */
    static final int MAX_SHARED_PROPERTIES = 512;

    /**
     * A shape with more successors is one of objects with dynamic keys: the next one gets a shape
     * of its own.
     */
    private static final int MAX_TRANSITIONS = 512;

    private static final Property[] NO_PROPERTIES = {};

    private final ShapeTree tree;
    private final int id;
    private final @Nullable JSObject prototype;
    private final ObjectKind kind;
    private boolean extensible;

    // Shared shapes: the first propertyCount entries of properties are this shape's.
    private Property[] properties = NO_PROPERTIES;
    private int propertyCount;
    private int slotCount;
    private Property @Nullable [] index;
    private @Nullable Map<Object, Shape> transitions;
    private @Nullable Object singleKey;
    private @Nullable Shape singleTarget;

    // Unique shapes
    private @Nullable LinkedHashMap<Object, Property> table;
    private @Nullable PrototypeInfo prototypeInfo;
    private boolean cached;
    private @Nullable Object attachment;
    private @Nullable PropertyOrder order;

    /**
     * A transition other than adding a property: the key of the property concerned and what
     * happens. Compared by hand: the JVM would make the record's methods at start-up.
     */
    private record Transition(Object what, int flags) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Transition that
                    && that.flags == flags
                    && that.what.equals(what);
        }

        @Override
        public int hashCode() {
            return 31 * what.hashCode() + flags;
        }
    }

    private record ChangePrototype(@Nullable JSObject prototype) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ChangePrototype that && that.prototype == prototype;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(prototype);
        }
    }

    private enum Integrity {
        PREVENT_EXTENSIONS,
        SEAL,
        FREEZE
    }

    private Shape(
            ShapeTree tree, @Nullable JSObject prototype, ObjectKind kind, boolean extensible) {
        this.tree = tree;
        this.id = tree.nextShapeId();
        this.prototype = prototype;
        this.kind = kind;
        this.extensible = extensible;
    }

    static Shape createRoot(ShapeTree tree, @Nullable JSObject prototype, ObjectKind kind) {
        return new Shape(tree, prototype, kind, true);
    }

    // ---- reading

    /** The agent's shapes. */
    public ShapeTree tree() {
        return tree;
    }

    /** A number of the agent's for hashing by shape. */
    public int id() {
        return id;
    }

    /** [[Prototype]]. */
    public @Nullable JSObject prototype() {
        return prototype;
    }

    public ObjectKind kind() {
        return kind;
    }

    /** [[Extensible]]. */
    public boolean isExtensible() {
        return extensible;
    }

    /** Whether the shape belongs to one object only. */
    public boolean isUnique() {
        return table != null;
    }

    /** Whether the object of this (then unique) shape is the prototype of others. */
    public boolean isPrototype() {
        return prototypeInfo != null;
    }

    /** How many named properties, private names included. */
    public int propertyCount() {
        return table != null ? table.size() : propertyCount;
    }

    /** How many slots an object of this shape uses. */
    public int slotCount() {
        return slotCount;
    }

    /** The property with this key (a String that is no index, or a Symbol), or null. */
    public @Nullable Property lookup(Object key) {
        if (table != null) {
            return table.get(key);
        }
        int count = propertyCount;
        if (count > LINEAR_SEARCH_LIMIT) {
            return lookupIndexed(key);
        }
        Property[] all = properties;
        for (int i = 0; i < count; i++) {
            if (all[i].key() == key) {
                return all[i];
            }
        }
        if (key instanceof String text) {
            int hash = text.hashCode();
            for (int i = 0; i < count; i++) {
                if (all[i].key() instanceof String other
                        && other.hashCode() == hash
                        && other.equals(text)) {
                    return all[i];
                }
            }
        }
        return null;
    }

    private @Nullable Property lookupIndexed(Object key) {
        Property[] buckets = index;
        if (buckets == null) {
            buckets = buildIndex();
        }
        int mask = buckets.length - 1;
        int at = spread(key.hashCode()) & mask;
        for (Property candidate; (candidate = buckets[at]) != null; at = (at + 1) & mask) {
            if (candidate.key() == key || candidate.key().equals(key)) {
                return candidate;
            }
        }
        return null;
    }

    private Property[] buildIndex() {
        Property[] buckets = new Property[Integer.highestOneBit(propertyCount) * 4];
        int mask = buckets.length - 1;
        for (int i = 0; i < propertyCount; i++) {
            int at = spread(properties[i].key().hashCode()) & mask;
            while (buckets[at] != null) {
                at = (at + 1) & mask;
            }
            buckets[at] = properties[i];
        }
        index = buckets;
        return buckets;
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 16);
    }

    /**
     * The properties in creation order, private names included. The array must not be changed; see
     * {@link #propertyCount()}.
     */
    public Property[] properties() {
        if (table != null) {
            return table.values().toArray(NO_PROPERTIES);
        }
        if (properties.length != propertyCount) {
            return java.util.Arrays.copyOf(properties, propertyCount);
        }
        return properties;
    }

    /** The properties for those who list them. */
    public PropertyOrder order() {
        PropertyOrder known = order;
        if (known == null) {
            known = PropertyOrder.of(properties());
            if (table == null || prototypeInfo != null) {
                order = known; // not for an object used as a map: it may be large
            }
        }
        return known;
    }

    /**
     * An inline cache is about to remember this shape: from now on a unique shape is replaced, not
     * changed in place.
     */
    public void markCached() {
        cached = true;
    }

    /** What JSON.stringify has worked out about objects of this shared shape; null at first. */
    public @Nullable Object attachment() {
        return attachment;
    }

    /** See {@link #attachment()}. */
    public void setAttachment(Object newAttachment) {
        attachment = newAttachment;
    }

    /**
     * The cell that guards look-ups which go on in the prototype chain; null where there is no
     * prototype.
     */
    public @Nullable ValidityCell prototypeCell() {
        return prototype == null ? null : prototype.prototypeInfo().cell(prototype);
    }

    @Nullable PrototypeInfo prototypeInfo() {
        return prototypeInfo;
    }

    // ---- transitions: each returns the shape that the object has afterwards

    /**
     * Adds a property in a new slot ({@code lookup(key)} of the result tells which). The caller
     * stores the value.
     */
    public Shape addProperty(Object key, int flags) {
        if (table != null) {
            Shape next = uniqueForChange();
            next.table.put(key, new Property(key, next.takeSlot(), flags));
            return next;
        }
        Object transition = flags == Property.DEFAULT ? key : new Transition(key, flags);
        Shape target = transition(transition);
        if (target == null) {
            if (propertyCount >= MAX_SHARED_PROPERTIES || fanOut() >= MAX_TRANSITIONS) {
                return toUnique().addProperty(key, flags);
            }
            target = new Shape(tree, prototype, kind, extensible);
            target.appendTo(this, new Property(key, slotCount, flags));
            addTransition(transition, target);
        }
        return target;
    }

    /**
     * The shape after adding a default property, where an object has taken that step before; else
     * null. A shape proves that the key is absent, and saves looking.
     */
    public @Nullable Shape knownSuccessor(String key) {
        return table == null ? transition(key) : null;
    }

    /** The property that the last {@link #addProperty} transition into this shared shape added. */
    public Property lastProperty() {
        return properties[propertyCount - 1];
    }

    private void appendTo(Shape parent, Property property) {
        int count = parent.propertyCount;
        Property[] all = parent.properties;
        if (count >= all.length || all[count] != null) {
            all =
                    java.util.Arrays.copyOf(
                            java.util.Arrays.copyOf(all, count), Math.max(4, count * 2));
        }
        all[count] = property;
        properties = all;
        propertyCount = count + 1;
        slotCount = parent.slotCount + 1;
    }

    /** Changes the attributes of an existing property; the slot stays. */
    public Shape configure(Property property, int flags) {
        if (table != null) {
            Shape next = uniqueForChange();
            next.table.put(property.key(), property.withFlags(flags));
            return next;
        }
        Transition transition = new Transition(new Transition(property.key(), -1), flags);
        Shape target = transition(transition);
        if (target == null) {
            Property[] copy = properties();
            copy = copy.clone();
            for (int i = 0; i < copy.length; i++) {
                if (copy[i] == property) {
                    copy[i] = property.withFlags(flags);
                }
            }
            target = withProperties(copy, extensible);
            addTransition(transition, target);
        }
        return target;
    }

    private Shape withProperties(Property[] all, boolean targetExtensible) {
        Shape target = new Shape(tree, prototype, kind, targetExtensible);
        target.properties = all;
        target.propertyCount = all.length;
        target.slotCount = slotCount;
        return target;
    }

    /** Removes a property. The slot is not used again before the object gets a new table. */
    public Shape removeProperty(Property property) {
        Shape next = table != null ? uniqueForChange() : toUnique();
        next.table.remove(property.key());
        return next;
    }

    /** The same properties under another prototype. */
    public Shape changePrototype(@Nullable JSObject newPrototype) {
        if (newPrototype != null) {
            newPrototype.prototypeInfo();
        }
        if (table != null) {
            Shape next = new Shape(tree, newPrototype, kind, extensible);
            next.takeTable(this);
            return next;
        }
        ChangePrototype transition = new ChangePrototype(newPrototype);
        Shape target = transition(transition);
        if (target == null) {
            Shape root = tree.root(newPrototype, kind);
            if (propertyCount == 0 && extensible) {
                return root;
            }
            target = new Shape(tree, newPrototype, kind, extensible);
            target.properties = properties();
            target.propertyCount = propertyCount;
            target.slotCount = slotCount;
            addTransition(transition, target);
        }
        return target;
    }

    /** [[PreventExtensions]]. */
    public Shape preventExtensions() {
        return integrity(Integrity.PREVENT_EXTENSIONS);
    }

    /** All properties non-configurable, and not extensible. Private names keep their attributes. */
    public Shape seal() {
        return integrity(Integrity.SEAL);
    }

    /** {@link #seal()}, and no data property writable. */
    public Shape freeze() {
        return integrity(Integrity.FREEZE);
    }

    private Shape integrity(Integrity level) {
        if (table != null) {
            Shape next = uniqueForChange();
            next.extensible = false;
            next.table.replaceAll((key, property) -> restrict(property, level));
            return next;
        }
        Shape target = transition(level);
        if (target == null) {
            Property[] all = properties().clone();
            for (int i = 0; i < all.length; i++) {
                all[i] = restrict(all[i], level);
            }
            target = withProperties(all, false);
            addTransition(level, target);
        }
        return target;
    }

    private static Property restrict(Property property, Integrity level) {
        if (level == Integrity.PREVENT_EXTENSIONS
                || property.key() instanceof dev.jsj.runtime.value.Symbol symbol
                        && symbol.isPrivate()) {
            return property;
        }
        int flags = property.flags() & ~Property.CONFIGURABLE;
        if (level == Integrity.FREEZE && !property.isAccessor()) {
            flags &= ~Property.WRITABLE;
        }
        return flags == property.flags() ? property : property.withFlags(flags);
    }

    /** A shape of the object's own (dictionary mode). */
    public Shape toUnique() {
        if (table != null) {
            return this;
        }
        Shape unique = new Shape(tree, prototype, kind, extensible);
        unique.table = new LinkedHashMap<>(Math.max(16, propertyCount * 2));
        for (int i = 0; i < propertyCount; i++) {
            unique.table.put(properties[i].key(), properties[i]);
        }
        unique.slotCount = slotCount;
        return unique;
    }

    /** {@link #toUnique()}, for an object that becomes a prototype. */
    Shape toPrototype(PrototypeInfo info) {
        Shape unique = toUnique();
        if (unique.cached) {
            Shape next = new Shape(tree, prototype, kind, extensible);
            next.takeTable(unique);
            unique = next;
        }
        unique.prototypeInfo = info;
        return unique;
    }

    /** This shape where no cache knows it, else a new one with the same table. */
    private Shape uniqueForChange() {
        if (!cached) {
            order = null;
            return this;
        }
        Shape next = new Shape(tree, prototype, kind, extensible);
        next.takeTable(this);
        return next;
    }

    private void takeTable(Shape from) {
        table = from.table;
        slotCount = from.slotCount;
        prototypeInfo = from.prototypeInfo;
    }

    private int takeSlot() {
        return slotCount++;
    }

    /**
     * Gives the properties of a unique shape the slots 0, 1, 2... in order after many deletions
     * have left gaps. The caller moves the values: old slot {@code result.get(i)} becomes slot i.
     */
    List<Integer> compactSlots() {
        order = null;
        List<Integer> oldSlots = new ArrayList<>(table.size());
        Map<Object, Property> renumbered = new HashMap<>();
        for (Property property : table.values()) {
            renumbered.put(
                    property.key(),
                    new Property(property.key(), oldSlots.size(), property.flags()));
            oldSlots.add(property.slot());
        }
        table.replaceAll((key, property) -> renumbered.get(key));
        slotCount = oldSlots.size();
        return oldSlots;
    }

    boolean isCached() {
        return cached;
    }

    private int fanOut() {
        return transitions == null ? 0 : transitions.size();
    }

    private @Nullable Shape transition(Object key) {
        if (key.equals(singleKey)) {
            return singleTarget;
        }
        return transitions == null ? null : transitions.get(key);
    }

    private void addTransition(Object key, Shape target) {
        if (singleKey == null) {
            singleKey = key;
            singleTarget = target;
            return;
        }
        if (transitions == null) {
            transitions = new HashMap<>();
        }
        transitions.put(key, target);
    }

    @Override
    public String toString() {
        return "Shape" + List.of(properties());
    }
}
