package dev.jsj.runtime.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.runtime.TestRealm;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Symbol;

import org.junit.jupiter.api.Test;

import java.util.List;

class ShapeTest {
    private final Realm realm = TestRealm.create();

    @Test
    void objectsBuiltTheSameWayShareAShape() {
        JSObject a = realm.newObject();
        JSObject b = realm.newObject();
        for (JSObject object : List.of(a, b)) {
            object.set("x", 1, object);
            object.set("y", 2, object);
        }
        assertSame(a.shape(), b.shape());
        b.set("z", 3, b);
        assertNotSame(a.shape(), b.shape());
    }

    @Test
    void aBranchDoesNotDisturbItsSibling() {
        Shape root = realm.objectShape();
        Shape x = root.addProperty("x", Property.DEFAULT);
        Shape xy = x.addProperty("y", Property.DEFAULT);
        Shape xz = x.addProperty("z", Property.HIDDEN);
        assertNull(xz.lookup("y"));
        assertNull(xy.lookup("z"));
        assertEquals(1, xz.lookup("z").slot());
        assertFalse(xz.lookup("z").isEnumerable());
        assertSame(xy, x.addProperty("y", Property.DEFAULT));
    }

    @Test
    void keysThatAreEqualButNotIdenticalAreFound() {
        JSObject object = realm.newObject();
        for (int i = 0; i < 20; i++) {
            object.set("key" + i, i, object);
            assertEquals(i, object.get(new String("key" + i)));
        }
    }

    @Test
    void deletedPropertiesAreGoneAndOrderIsKept() {
        JSObject object = realm.newObject();
        for (String key : List.of("a", "b", "c")) {
            object.set(key, key, object);
        }
        assertTrue(object.delete("b"));
        object.set("b", 2, object);
        assertEquals(List.of("a", "c", "b"), object.ownPropertyKeys());
        assertTrue(object.shape().isUnique());
    }

    @Test
    void anObjectUsedAsAQueueKeepsItsValues() {
        JSObject object = realm.newObject();
        for (int i = 0; i < 1000; i++) {
            object.set("k" + i, i, object);
            if (i >= 10) {
                assertEquals(i - 10, object.get("k" + (i - 10)));
                assertTrue(object.delete("k" + (i - 10)));
            }
        }
        assertEquals(10, object.ownPropertyKeys().size());
        assertEquals(999, object.get("k999"));
    }

    @Test
    void manyPropertiesMakeAMap() {
        JSObject object = realm.newObject();
        for (int i = 0; i < 2000; i++) {
            object.set("k" + i, i, object);
        }
        assertTrue(object.shape().isUnique());
        assertEquals(1234, object.get("k1234"));
    }

    @Test
    void freezingIsASharedTransition() {
        JSObject a = realm.newObject();
        JSObject b = realm.newObject();
        for (JSObject object : List.of(a, b)) {
            object.set("x", 1, object);
            assertTrue(object.setIntegrityFast(true));
        }
        assertSame(a.shape(), b.shape());
        assertFalse(a.set("x", 2, a));
        assertFalse(a.set("y", 2, a));
        assertFalse(a.delete("x"));
    }

    @Test
    void aChangedPrototypeInvalidatesItsCell() {
        JSObject prototype = realm.newObject();
        prototype.set("m", 1, prototype);
        JSObject object = realm.newObject(prototype);
        ValidityCell cell = object.shape().prototypeCell();
        assertTrue(cell.isValid());
        prototype.set("m", 2, prototype);
        assertFalse(cell.isValid());
        ValidityCell next = object.shape().prototypeCell();
        assertTrue(next.isValid());
        realm.objectPrototype().set("far", 1, realm.objectPrototype());
        assertFalse(next.isValid());
    }

    @Test
    void aCachedUniqueShapeIsReplacedOnChange() {
        JSObject prototype = realm.newObject();
        realm.newObject(prototype);
        prototype.set("a", 1, prototype);
        Shape before = prototype.shape();
        before.markCached();
        prototype.set("b", 1, prototype);
        assertNotSame(before, prototype.shape());
    }

    @Test
    void privateNamesAreInvisible() {
        JSObject object = realm.newObject();
        Symbol name = Symbol.createPrivateName("#x");
        object.addProperty(name, 1, Property.DEFAULT);
        assertEquals(List.of(), object.ownPropertyKeys());
        object.setIntegrityFast(true);
        assertTrue(object.shape().lookup(name).isWritable());
    }

    @Test
    void indexKeysComeFirstAndInOrder() {
        JSObject object = realm.newObject();
        Symbol symbol = Symbol.create("s");
        object.set(symbol, 1, object);
        object.set("name", 1, object);
        object.set(7, "v", object);
        object.set("4294967294", 1, object);
        object.set(3, "v", object);
        assertEquals(List.of(3, 7, "4294967294", "name", symbol), object.ownPropertyKeys());
    }
}
