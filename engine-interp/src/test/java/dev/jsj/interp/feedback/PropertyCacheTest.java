package dev.jsj.interp.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.interp.Engine;
import dev.jsj.runtime.object.Accessor;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.HostHooks;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.junit.jupiter.api.Test;

class PropertyCacheTest {
    private final Realm realm = new Engine(HostHooks.NONE).newRealm();
    private final MegamorphicCache megamorphic = new MegamorphicCache();
    private final Object[] caches = new Object[1];

    private JSObject object(Object... keysAndValues) {
        JSObject object = realm.newObject();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.defineOwn(keysAndValues[i], keysAndValues[i + 1], Property.DEFAULT);
        }
        return object;
    }

    private Object load(JSObject object, String key) {
        return PropertyCache.load(megamorphic, caches, 0, object, key, object);
    }

    private boolean store(JSObject object, String key, Object value) {
        return PropertyCache.store(megamorphic, caches, 0, object, key, value);
    }

    private PropertyCache first() {
        return (PropertyCache) caches[0];
    }

    @Test
    void remembersWhereAShapeHasTheProperty() {
        JSObject a = object("x", 1, "y", 2);
        assertEquals(2, load(a, "y"));
        assertSame(PropertyCache.Kind.OWN_DATA, first().kind);
        assertSame(a.shape(), first().shape);
        assertEquals(5, load(object("x", 4, "y", 5), "y"));
        assertSame(null, first().rest());
    }

    @Test
    void becomesMegamorphicAfterFourShapes() {
        for (int i = 0; i < 5; i++) {
            assertEquals(i, load(object("k" + i, 0, "x", i), "x"));
        }
        assertSame(PropertyCache.MEGAMORPHIC, first());
        assertEquals(9, load(object("k3", 0, "x", 9), "x"));
        assertEquals(7, load(object("k9", 0, "x", 7), "x"));
    }

    @Test
    void seesAChangeOfThePrototype() {
        JSObject prototype = object("x", 1);
        JSObject child = realm.newObject(prototype);
        assertEquals(1, load(child, "x"));
        assertSame(PropertyCache.Kind.INHERITED_DATA, first().kind);
        prototype.set("x", 2, prototype);
        assertEquals(2, load(child, "x"));
        prototype.delete("x");
        assertSame(Undefined.UNDEFINED, load(child, "x"));
        realm.objectPrototype().defineOwn("x", 3, Property.HIDDEN);
        assertEquals(3, load(child, "x"));
    }

    @Test
    void remembersThePlaceOfWhatChangesOftenInAPrototype() {
        JSObject prototype = object("x", 1, "y", 2);
        JSObject child = realm.newObject(prototype);
        for (int value = 5; value < 8; value++) {
            prototype.set("x", value, prototype);
            assertEquals(value, load(child, "x"));
        }
        PropertyCache entry = first();
        assertSame(PropertyCache.Kind.INHERITED_SLOT, entry.kind);
        assertSame(prototype, entry.holder());
        prototype.set("x", 9, prototype);
        assertTrue(entry.isValid());
        assertEquals(9, load(child, "x"));
        prototype.delete("y");
        assertFalse(entry.isValid());
        assertEquals(9, load(child, "x"));
    }

    @Test
    void seesAnAccessorReplaceData() {
        JSObject prototype = object("x", 1);
        JSObject child = realm.newObject(prototype);
        assertEquals(1, load(child, "x"));
        prototype.defineOwn(
                "x", new Accessor(null, null), Property.ACCESSOR | Property.CONFIGURABLE);
        assertSame(Undefined.UNDEFINED, load(child, "x"));
    }

    @Test
    void addsPropertiesByTransition() {
        JSObject a = object("x", 1);
        JSObject b = object("x", 2);
        store(a, "y", 3);
        assertSame(PropertyCache.Kind.ADD, first().kind);
        store(b, "y", 4);
        assertSame(a.shape(), b.shape());
        assertEquals(4, b.get("y"));
    }

    @Test
    void doesNotAddPastASetterThatCameLater() {
        JSObject prototype = realm.newObject();
        JSObject a = realm.newObject(prototype);
        JSObject b = realm.newObject(prototype);
        store(a, "y", 3);
        prototype.defineOwn(
                "y", new Accessor(null, null), Property.ACCESSOR | Property.CONFIGURABLE);
        assertEquals(false, store(b, "y", 4));
        assertNotSame(a.shape(), b.shape());
    }

    @Test
    void storesToPrototypesAreNeverCached() {
        JSObject prototype = object("x", 1);
        realm.newObject(prototype);
        store(prototype, "x", 2);
        assertSame(null, caches[0]);
        assertEquals(2, prototype.get("x"));
    }
}
