package dev.jsj.runtime.builtins.reflection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.runtime.TestRealm;
import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.ErrorType;
import dev.jsj.runtime.value.JSThrow;

import org.junit.jupiter.api.Test;

import java.util.List;

class JSProxyTest {
    private final Realm realm = TestRealm.create();
    private final JSObject target = realm.newObject();
    private final JSObject handler = realm.newObject();
    private final JSProxy proxy = JSProxy.create(realm, target, handler);

    private void trap(String name, NativeFunction.Body body) {
        handler.set(name, new NativeFunction(realm, name, 0, body), handler);
    }

    @Test
    void withoutTrapsTheTargetAnswers() {
        proxy.set("x", 1, proxy);
        assertEquals(1, target.get("x"));
        proxy.set(3, "v", proxy);
        assertEquals("v", proxy.get(3));
        assertEquals(List.of(3, "x"), proxy.ownPropertyKeys());
    }

    @Test
    void indicesReachTheTrapAsStrings() {
        trap("get", (self, arguments) -> arguments[1]);
        assertEquals("7", proxy.get(7));
        assertEquals("name", proxy.get("name"));
    }

    @Test
    void aTrapCannotDenyAFixedProperty() {
        target.defineOwnProperty("fixed", PropertyDescriptor.data(1, Property.FROZEN));
        trap("get", (self, arguments) -> 2);
        trap("has", (self, arguments) -> false);
        JSThrow thrown = assertThrows(JSThrow.class, () -> proxy.get("fixed"));
        assertEquals(
                "'get' on proxy: property 'fixed' is a read-only and non-configurable data property"
                        + " on the proxy target but the proxy did not return its actual value"
                        + " (expected '1' but got '2')",
                thrown.getMessage());
        assertThrows(JSThrow.class, () -> proxy.hasProperty("fixed"));
    }

    @Test
    void aRevokedProxyThrows() {
        proxy.revoke();
        JSThrow thrown = assertThrows(JSThrow.class, () -> proxy.get("x"));
        assertEquals("Cannot perform 'get' on a proxy that has been revoked", thrown.getMessage());
    }

    @Test
    void aLongChainIsARangeError() {
        JSObject chain = proxy;
        for (int i = 0; i < 200_000; i++) {
            chain = JSProxy.create(realm, chain, realm.newObject());
        }
        JSObject deep = chain;
        JSThrow thrown = assertThrows(JSThrow.class, () -> deep.get("x"));
        assertEquals(ErrorType.RANGE_ERROR, thrown.type());
        assertTrue(realm.agent().recursion() == 0);
    }
}
