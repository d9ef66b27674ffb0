package dev.jsj.runtime.object;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * The storage of array-index properties, as a plain Java object in {@link JSObject#elements}: null
 * (none), {@code int[]}, {@code double[]}, {@code Object[]} or {@link SparseElements}. Kinds only
 * generalise: int, double, object, sparse. A hole is {@link #INT_HOLE} in an int[] (an array that
 * contains that number is a double[]), {@link #DOUBLE_HOLE} in a double[], Java null in an
 * Object[]. Everything behind the length of an array is holes, so a reader needs the Java bounds
 * check and the hole check only.
 */
public final class Elements {
    /** The hole of an int[]. */
    public static final int INT_HOLE = Integer.MIN_VALUE;

    /** The bits of the hole of a double[]: a NaN that no arithmetic makes. */
    public static final long DOUBLE_HOLE_BITS = 0x7ff4_dead_beef_0001L;

    /** The hole of a double[]. */
    public static final double DOUBLE_HOLE = Double.longBitsToDouble(DOUBLE_HOLE_BITS);

    /** An index this far behind the used part makes the storage sparse. */
    private static final int MAX_GAP = 1 << 14;

    private Elements() {}

    /** Dense storage of the narrowest kind for {@code count} values from {@code first} on. */
    public static Object of(Object[] values, int first, int count) {
        int integers = 0;
        int numbers = 0;
        for (int i = first; i < first + count; i++) {
            if (values[i] instanceof Integer number && number != INT_HOLE) {
                integers++;
            } else if (values[i] instanceof Integer || values[i] instanceof Double) {
                numbers++;
            } else {
                return Arrays.copyOfRange(values, first, first + count, Object[].class);
            }
        }
        if (numbers == 0) {
            int[] ints = new int[count];
            for (int i = 0; i < integers; i++) {
                ints[i] = (Integer) values[first + i];
            }
            return ints;
        }
        double[] doubles = new double[count];
        for (int i = 0; i < count; i++) {
            doubles[i] = canonical(((Number) values[first + i]).doubleValue());
        }
        return doubles;
    }

    /** Whether {@code value}, read from a double[], is a hole. */
    public static boolean isHole(double value) {
        return value != value && Double.doubleToRawLongBits(value) == DOUBLE_HOLE_BITS;
    }

    /**
     * The data value at {@code index}, or null for a hole, an absent element (also for a negative
     * index), or an element that needs {@link SparseElements}.
     */
    public static @Nullable Object get(@Nullable Object elements, int index) {
        return elements instanceof Object[] objects
                ? getObject(objects, index)
                : getNumber(elements, index);
    }

    // Small methods, which HotSpot makes part of the interpreter's loop in any case.

    private static @Nullable Object getObject(Object[] objects, int index) {
        return index >= 0 && index < objects.length ? objects[index] : null;
    }

    private static @Nullable Object getNumber(@Nullable Object elements, int index) {
        return elements instanceof int[] ints ? getInt(ints, index) : getDouble(elements, index);
    }

    private static @Nullable Object getDouble(@Nullable Object elements, int index) {
        return elements instanceof double[] doubles ? getDouble(doubles, index) : null;
    }

    private static @Nullable Object getInt(int[] ints, int index) {
        if (index < 0 || index >= ints.length) {
            return null;
        }
        int value = ints[index];
        return value == INT_HOLE ? null : (Object) value;
    }

    private static @Nullable Object getDouble(double[] doubles, int index) {
        if (index < 0 || index >= doubles.length) {
            return null;
        }
        double value = doubles[index];
        return isHole(value) ? null : (Object) value;
    }

    /** Whether {@link #get} gives a value. */
    static boolean has(@Nullable Object elements, int index) {
        if (elements instanceof Object[] objects) {
            return index < objects.length && objects[index] != null;
        }
        if (elements instanceof int[] ints) {
            return index < ints.length && ints[index] != INT_HOLE;
        }
        return elements instanceof double[] doubles
                && index < doubles.length
                && !isHole(doubles[index]);
    }

    /**
     * FAST PATH of assignment: overwrites an existing default data element where the storage can
     * hold the value; false where nothing was done.
     */
    public static boolean replace(@Nullable Object elements, int index, Object value) {
        return elements instanceof Object[] objects
                ? replaceObject(objects, index, value)
                : replaceNumber(elements, index, value);
    }

    private static boolean replaceObject(Object[] objects, int index, Object value) {
        if (index < 0 || index >= objects.length || objects[index] == null) {
            return false;
        }
        objects[index] = value;
        return true;
    }

    private static boolean replaceNumber(@Nullable Object elements, int index, Object value) {
        return elements instanceof int[] ints
                ? replaceInt(ints, index, value)
                : replaceDouble(elements, index, value);
    }

    private static boolean replaceInt(int[] ints, int index, Object value) {
        return value instanceof Integer number && replaceInt(ints, index, number.intValue());
    }

    private static boolean replaceDouble(@Nullable Object elements, int index, Object value) {
        return elements instanceof double[] doubles && replaceDouble(doubles, index, value);
    }

    private static boolean replaceInt(int[] ints, int index, int value) {
        if (index < 0 || index >= ints.length || ints[index] == INT_HOLE || value == INT_HOLE) {
            return false;
        }
        ints[index] = value;
        return true;
    }

    private static boolean replaceDouble(double[] doubles, int index, Object value) {
        return index >= 0
                && index < doubles.length
                && !isHole(doubles[index])
                && putNumber(doubles, index, value);
    }

    private static boolean putNumber(double[] doubles, int index, Object value) {
        double number = value instanceof Double real ? canonical(real) : intOrHole(value);
        if (isHole(number)) {
            return false;
        }
        doubles[index] = number;
        return true;
    }

    private static double intOrHole(Object value) {
        return value instanceof Integer number ? number : DOUBLE_HOLE;
    }

    /** Whether the first {@code length} elements are all there, in dense storage. */
    static boolean isPacked(@Nullable Object elements, long length) {
        if (capacity(elements) < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!has(elements, i)) {
                return false;
            }
        }
        return true;
    }

    /** How many indices the backing store has room for; 0 for sparse storage. */
    static int capacity(@Nullable Object elements) {
        if (elements instanceof Object[] objects) {
            return objects.length;
        }
        if (elements instanceof int[] ints) {
            return ints.length;
        }
        return elements instanceof double[] doubles ? doubles.length : 0;
    }

    /**
     * The storage after a default data element was put at {@code index}: the same object where
     * there was room, else a larger or more general one.
     *
     * @param length how many elements are in use or reserved (an array's length), which allows a
     *     first write anywhere before it
     */
    static Object put(@Nullable Object elements, int index, Object value, long length) {
        if (elements instanceof Object[] objects) {
            if (index >= objects.length) {
                if (tooSparse(index, objects.length, length)) {
                    return SparseElements.from(elements).putDefault(index, value);
                }
                objects = Arrays.copyOf(objects, grownCapacity(index, length));
            }
            objects[index] = value;
            return objects;
        }
        if (elements instanceof int[] ints) {
            if (value instanceof Integer number && number != INT_HOLE) {
                if (index >= ints.length) {
                    if (tooSparse(index, ints.length, length)) {
                        return SparseElements.from(elements).putDefault(index, value);
                    }
                    ints = grow(ints, grownCapacity(index, length));
                }
                ints[index] = number;
                return ints;
            }
            if (value instanceof Number number && !(value instanceof java.math.BigInteger)) {
                return put(toDoubles(ints), index, number, length);
            }
            return put(toObjects(ints), index, value, length);
        }
        if (elements instanceof double[] doubles) {
            if (value instanceof Number number && !(value instanceof java.math.BigInteger)) {
                if (index >= doubles.length) {
                    if (tooSparse(index, doubles.length, length)) {
                        return SparseElements.from(elements).putDefault(index, value);
                    }
                    doubles = grow(doubles, grownCapacity(index, length));
                }
                doubles[index] = canonical(number.doubleValue());
                return doubles;
            }
            return put(toObjects(doubles), index, value, length);
        }
        if (elements instanceof SparseElements sparse) {
            return sparse.putDefault(index, value);
        }
        return first(index, value, length);
    }

    private static Object first(int index, Object value, long length) {
        if (tooSparse(index, 0, length)) {
            return new SparseElements().putDefault(index, value);
        }
        int capacity = grownCapacity(index, length);
        if (value instanceof Integer number && number != INT_HOLE) {
            int[] ints = newInts(capacity);
            ints[index] = number;
            return ints;
        }
        if (value instanceof Double number) {
            double[] doubles = newDoubles(capacity);
            doubles[index] = canonical(number);
            return doubles;
        }
        Object[] objects = new Object[capacity];
        objects[index] = value;
        return objects;
    }

    private static boolean tooSparse(int index, int capacity, long length) {
        return index - capacity > MAX_GAP && index >= length
                || index >= length && index / 8 > capacity && index > MAX_GAP
                || length > 1 << 25 && index > MAX_GAP && index / 4 > capacity;
    }

    /** A first write into a preset length gets all the room at once; an append grows by half. */
    private static int grownCapacity(int index, long length) {
        if (index < length && length <= 1 << 25) {
            return (int) length;
        }
        int needed = index + 1;
        return Math.max(needed, 4) + (int) Math.min(needed >> 1, Integer.MAX_VALUE - 8L - needed);
    }

    /** A NaN that may look like the hole becomes the ordinary NaN. */
    public static double canonical(double value) {
        return value != value ? Double.NaN : value;
    }

    static int[] newInts(int capacity) {
        int[] ints = new int[capacity];
        Arrays.fill(ints, INT_HOLE);
        return ints;
    }

    static double[] newDoubles(int capacity) {
        double[] doubles = new double[capacity];
        Arrays.fill(doubles, DOUBLE_HOLE);
        return doubles;
    }

    private static int[] grow(int[] ints, int capacity) {
        int[] grown = Arrays.copyOf(ints, capacity);
        Arrays.fill(grown, ints.length, capacity, INT_HOLE);
        return grown;
    }

    private static double[] grow(double[] doubles, int capacity) {
        double[] grown = Arrays.copyOf(doubles, capacity);
        Arrays.fill(grown, doubles.length, capacity, DOUBLE_HOLE);
        return grown;
    }

    static double[] toDoubles(int[] ints) {
        double[] doubles = new double[ints.length];
        for (int i = 0; i < ints.length; i++) {
            doubles[i] = ints[i] == INT_HOLE ? DOUBLE_HOLE : ints[i];
        }
        return doubles;
    }

    /**
     * The dense storage as an Object[] of the same capacity; the same array where it is one
     * already.
     */
    public static Object[] toObjects(@Nullable Object elements) {
        if (elements instanceof Object[] objects) {
            return objects;
        }
        Object[] objects = new Object[capacity(elements)];
        for (int i = 0; i < objects.length; i++) {
            objects[i] = get(elements, i);
        }
        return objects;
    }

    /** Makes the element a hole; false where the storage is sparse. */
    static boolean clear(@Nullable Object elements, int index) {
        if (elements instanceof Object[] objects) {
            if (index < objects.length) {
                objects[index] = null;
            }
        } else if (elements instanceof int[] ints) {
            if (index < ints.length) {
                ints[index] = INT_HOLE;
            }
        } else if (elements instanceof double[] doubles) {
            if (index < doubles.length) {
                doubles[index] = DOUBLE_HOLE;
            }
        } else {
            return false;
        }
        return true;
    }

    /**
     * Makes every element from {@code from} on a hole, giving memory back when much of it is
     * unused. Dense storage only.
     */
    static @Nullable Object truncate(@Nullable Object elements, int from) {
        int capacity = capacity(elements);
        if (from >= capacity) {
            return elements;
        }
        if (from == 0) {
            return null;
        }
        boolean shrink = capacity > 64 && from < capacity / 4;
        if (elements instanceof Object[] objects) {
            if (shrink) {
                return Arrays.copyOf(objects, from);
            }
            Arrays.fill(objects, from, capacity, null);
        } else if (elements instanceof int[] ints) {
            if (shrink) {
                return Arrays.copyOf(ints, from);
            }
            Arrays.fill(ints, from, capacity, INT_HOLE);
        } else if (elements instanceof double[] doubles) {
            if (shrink) {
                return Arrays.copyOf(doubles, from);
            }
            Arrays.fill(doubles, from, capacity, DOUBLE_HOLE);
        }
        return elements;
    }

    // ---- bulk operations on dense storage, for the built-ins

    /** New storage with the elements from {@code from} up to {@code to}, of the same kind. */
    static @Nullable Object copyRange(@Nullable Object elements, int from, int to) {
        int end = Math.min(to, capacity(elements));
        if (end <= from) {
            return null;
        }
        if (elements instanceof Object[] objects) {
            return Arrays.copyOfRange(objects, from, end);
        }
        if (elements instanceof int[] ints) {
            return Arrays.copyOfRange(ints, from, end);
        }
        return Arrays.copyOfRange((double[]) elements, from, end);
    }

    /** Moves the elements behind {@code at + count} down, leaving holes at the end. */
    static void removeRange(@Nullable Object elements, int at, int count, int length) {
        int end = Math.min(length, capacity(elements));
        if (at >= end) {
            return;
        }
        int moved = Math.max(0, end - at - count);
        if (moved > 0) {
            System.arraycopy(elements, end - moved, elements, at, moved);
        }
        fillHoles(elements, at + moved, end);
    }

    /** Opens a gap of {@code count} holes at {@code at}; the result may be larger storage. */
    static @Nullable Object insertHoles(@Nullable Object elements, int at, int count, int length) {
        int end = Math.min(length, capacity(elements));
        if (elements == null || at >= end) {
            return elements;
        }
        Object grown = elements;
        int needed = end + count;
        if (needed > capacity(elements)) {
            int capacity = needed + (needed >> 1);
            if (elements instanceof Object[] objects) {
                grown = Arrays.copyOf(objects, capacity);
            } else if (elements instanceof int[] ints) {
                grown = grow(ints, capacity);
            } else {
                grown = grow((double[]) elements, capacity);
            }
        }
        System.arraycopy(grown, at, grown, at + count, end - at);
        fillHoles(grown, at, at + count);
        return grown;
    }

    private static void fillHoles(Object elements, int from, int to) {
        if (elements instanceof Object[] objects) {
            Arrays.fill(objects, from, to, null);
        } else if (elements instanceof int[] ints) {
            Arrays.fill(ints, from, to, INT_HOLE);
        } else {
            Arrays.fill((double[]) elements, from, to, DOUBLE_HOLE);
        }
    }

    /** Reverses the first {@code length} elements in place; there is room for all of them. */
    static void reverse(Object elements, int length) {
        if (elements instanceof Object[] objects) {
            for (int i = 0, j = length - 1; i < j; i++, j--) {
                Object swap = objects[i];
                objects[i] = objects[j];
                objects[j] = swap;
            }
        } else if (elements instanceof int[] ints) {
            for (int i = 0, j = length - 1; i < j; i++, j--) {
                int swap = ints[i];
                ints[i] = ints[j];
                ints[j] = swap;
            }
        } else if (elements instanceof double[] doubles) {
            for (int i = 0, j = length - 1; i < j; i++, j--) {
                double swap = doubles[i];
                doubles[i] = doubles[j];
                doubles[j] = swap;
            }
        }
    }

    /**
     * One storage with the first {@code leftLength} elements of {@code left} and then those of
     * {@code right}; null where there is no element.
     */
    static @Nullable Object concat(
            @Nullable Object left, int leftLength, @Nullable Object right, int rightLength) {
        int total = leftLength + rightLength;
        if (left == null && right == null) {
            return null;
        }
        if ((left == null || left instanceof int[]) && (right == null || right instanceof int[])) {
            int[] ints = newInts(total);
            copyInto(left, leftLength, ints, 0);
            copyInto(right, rightLength, ints, leftLength);
            return ints;
        }
        if ((left == null || left instanceof double[])
                && (right == null || right instanceof double[])) {
            double[] doubles = newDoubles(total);
            copyInto(left, leftLength, doubles, 0);
            copyInto(right, rightLength, doubles, leftLength);
            return doubles;
        }
        Object[] objects = new Object[total];
        copyInto(toObjects(left), leftLength, objects, 0);
        copyInto(toObjects(right), rightLength, objects, leftLength);
        return objects;
    }

    private static void copyInto(@Nullable Object from, int length, Object to, int at) {
        if (from != null) {
            System.arraycopy(from, 0, to, at, Math.min(length, capacity(from)));
        }
    }
}
