package dev.jsj.runtime.builtins.collections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.runtime.TestRealm;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Symbol;

import org.junit.jupiter.api.Test;

import java.lang.ref.WeakReference;
import java.util.List;

class WeakTableTest {
    private final Realm realm = TestRealm.create();
    private final WeakTable table = new WeakTable();

    @Test
    void keepsEntriesApartFromOtherTables() {
        JSObject key = realm.newObject();
        WeakTable other = new WeakTable();
        table.put(key, 1);
        other.put(key, 2);
        assertEquals(1, table.get(key));
        assertTrue(table.remove(key));
        assertFalse(table.remove(key));
        assertNull(table.get(key));
        assertEquals(2, other.get(key));
        assertEquals(List.of(), key.ownPropertyKeys());
    }

    @Test
    void acceptsFrozenKeysAndSymbols() {
        JSObject key = realm.newObject();
        key.setIntegrityFast(true);
        table.put(key, 1);
        assertEquals(1, table.get(key));
        Symbol symbol = Symbol.create("s");
        table.put(symbol, 2);
        assertEquals(2, table.get(symbol));
        assertFalse(
                WeakTable.canBeHeldWeakly(realm.agent(), realm.agent().symbolFor("registered")));
    }

    @Test
    void aValueThatRefersToItsKeyDoesNotKeepItAlive() throws InterruptedException {
        WeakReference<JSObject> key = new WeakReference<>(addCycle());
        for (int i = 0; i < 50 && key.get() != null; i++) {
            System.gc();
            Thread.sleep(5);
        }
        assertNull(key.get());
    }

    private JSObject addCycle() {
        JSObject key = realm.newObject();
        JSObject value = realm.newObject();
        value.set("key", key, value);
        table.put(key, value);
        return key;
    }
}
