package dev.jsj.runtime.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.runtime.TestRealm;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;

class JSArrayTest {
    private final Realm realm = TestRealm.create();

    private JSArray array(Object... values) {
        JSArray array = realm.newArray();
        for (Object value : values) {
            array.append(value);
        }
        return array;
    }

    @Test
    void storageGeneralisesFromIntsToDoublesToObjects() {
        JSArray array = array(1, 2);
        assertInstanceOf(int[].class, array.elements);
        array.append(2.5);
        assertInstanceOf(double[].class, array.elements);
        array.append("x");
        assertInstanceOf(Object[].class, array.elements);
        assertEquals(2.5, array.get(2));
        assertEquals(4L, array.length());
    }

    @Test
    void theNumberThatLooksLikeAHoleIsKept() {
        JSArray array = array(1, Integer.MIN_VALUE, 3);
        assertEquals((double) Integer.MIN_VALUE, array.get(1));
        JSArray doubles = array(0.5, Elements.DOUBLE_HOLE);
        assertTrue(Double.isNaN((Double) doubles.get(1)));
        assertTrue(doubles.hasOwn(1));
    }

    @Test
    void holesReadThroughThePrototypes() {
        JSArray array = array(1);
        array.set(3, "v", array);
        assertFalse(array.hasOwn(1));
        assertEquals(Undefined.UNDEFINED, array.get(1));
        realm.objectPrototype().set(1, "inherited", realm.objectPrototype());
        assertEquals("inherited", array.get(1));
    }

    @Test
    void aShorterLengthDropsElementsForGood() {
        JSArray array = array(1, 2, 3);
        array.set("length", 1, array);
        array.set("length", 3, array);
        assertFalse(array.hasOwn(2));
        assertEquals(List.of(0, "length"), array.ownPropertyKeys());
    }

    @Test
    void aFarIndexMakesTheStorageSparse() {
        JSArray array = array(1);
        array.set(2_000_000_000, "far", array);
        assertEquals(2_000_000_001L, array.length());
        assertInstanceOf(SparseElements.class, array.elements);
        assertEquals("far", array.get(2_000_000_000));
        assertEquals(1, array.get(0));
    }

    @Test
    void theLargestIndicesCountForTheLength() {
        JSArray array = array();
        array.set("4294967294", 1, array);
        assertEquals(4294967295L, array.length());
        array.set("length", 0, array);
        assertNull(array.getOwnProperty("4294967294"));
    }

    @Test
    void aLengthStopsAtAnElementThatCannotBeDeleted() {
        JSArray array = array(1, 2, 3);
        array.defineOwnProperty(1, PropertyDescriptor.data(2, Property.WRITABLE));
        assertFalse(array.set("length", 0, array));
        assertEquals(2L, array.length());
    }

    @Test
    void aReadOnlyLengthAcceptsNoElement() {
        JSArray array = array(1);
        array.defineOwnProperty("length", new PropertyDescriptor().setWritable(false));
        assertFalse(array.set(1, "v", array));
        assertTrue(array.set(0, "v", array));
        assertFalse(array.isDense());
    }

    @Test
    void attributesOfAnElementCanBeGivenBack() {
        JSArray array = array(1, 2);
        array.defineOwnProperty(0, new PropertyDescriptor().setWritable(false));
        assertFalse(array.set(0, "v", array));
        array.defineOwnProperty(0, PropertyDescriptor.accessor(null, null, Property.CONFIGURABLE));
        array.defineOwnProperty(0, PropertyDescriptor.data(5, Property.DEFAULT));
        assertEquals(Property.DEFAULT, array.getOwnProperty(0).flags());
        assertTrue(array.set(0, "v", array));
    }

    /** Bulk operations against a plain model, over every kind of storage. */
    @Test
    void bulkOperationsAgreeWithAModel() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            JSArray array = realm.newArray();
            TreeMap<Integer, Object> model = new TreeMap<>();
            int length = 0;
            Object[] palette =
                    round % 3 == 0
                            ? new Object[] {1, 2, 3}
                            : round % 3 == 1
                                    ? new Object[] {1, 2.5, -0.0}
                                    : new Object[] {1, "s", 2.5};
            for (int step = 0; step < 40; step++) {
                Object value = palette[random.nextInt(palette.length)];
                switch (random.nextInt(5)) {
                    case 0 -> {
                        array.append(value);
                        model.put(length++, value);
                    }
                    case 1 -> {
                        int at = random.nextInt(length + 1);
                        int count = random.nextInt(length - at + 1);
                        array.removeElements(at, count);
                        TreeMap<Integer, Object> next = new TreeMap<>(model.headMap(at));
                        model.tailMap(at + count).forEach((k, v) -> next.put(k - count, v));
                        model = next;
                        length -= count;
                    }
                    case 2 -> {
                        int at = random.nextInt(length + 1);
                        array.insertElements(at, new Object[] {"skipped", value, value}, 1);
                        TreeMap<Integer, Object> next = new TreeMap<>(model.headMap(at));
                        model.tailMap(at).forEach((k, v) -> next.put(k + 2, v));
                        next.put(at, value);
                        next.put(at + 1, value);
                        model = next;
                        length += 2;
                    }
                    case 3 -> {
                        array.reverseElements();
                        TreeMap<Integer, Object> next = new TreeMap<>();
                        int end = length - 1;
                        model.forEach((k, v) -> next.put(end - k, v));
                        model = next;
                    }
                    default -> {
                        int at = length + random.nextInt(3);
                        array.set(at, value, array);
                        model.put(at, value);
                        length = at + 1;
                    }
                }
                check(model, length, array);
            }
        }
    }

    private static void check(TreeMap<Integer, Object> model, int length, JSArray array) {
        assertEquals(length, array.length());
        for (int i = 0; i < length; i++) {
            Object expected = model.get(i);
            Object actual = Elements.get(array.elements, i);
            if (expected == null || actual == null) {
                assertEquals(expected, actual);
            } else if (expected instanceof Number number) {
                assertEquals(number.doubleValue(), ((Number) actual).doubleValue());
            } else {
                assertEquals(expected, actual);
            }
        }
    }
}
