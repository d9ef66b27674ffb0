package dev.jsj.runtime.builtins.fundamentals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jsj.runtime.TestRealm;
import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ErrorObjects;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;

import org.junit.jupiter.api.Test;

import java.util.List;

class ErrorTest {
    private final Realm realm = TestRealm.create();

    private JSObject error(String constructor, Object... arguments) {
        return ObjectOperations.construct(TestRealm.global(realm, constructor), arguments);
    }

    @Test
    void hasStackAndMessage() {
        JSObject error = error("TypeError", "wrong");
        assertEquals(List.of("stack", "message"), error.ownPropertyKeys());
        assertEquals("TypeError: wrong", error.get("stack").toString());
        assertEquals(Property.HIDDEN, error.getOwnProperty("stack").flags());
        assertEquals("TypeError: wrong", TestRealm.invoke(realm, error, "toString"));
    }

    @Test
    void theStackShowsTheNameThatTheErrorHasWhenItIsRead() {
        JSObject error = error("Error", "m");
        error.set("name", "Custom", error);
        assertEquals("Custom: m", error.get("stack").toString());
    }

    @Test
    void prepareStackTraceMakesTheStack() {
        JSObject constructor = TestRealm.global(realm, "Error");
        NativeFunction prepare =
                new NativeFunction(realm, "", 2, (self, arguments) -> arguments[1]);
        constructor.set("prepareStackTrace", prepare, constructor);
        JSObject sites = (JSObject) error("Error", "m").get("stack");
        assertEquals(0, sites.get("length"));
    }

    @Test
    void captureStackTraceIsLazyOnAnyObject() {
        JSObject object = realm.newObject();
        TestRealm.invoke(realm, TestRealm.global(realm, "Error"), "captureStackTrace", object);
        object.set("message", "later", object);
        assertEquals("Error: later", object.get("stack").toString());
        assertEquals(List.of("stack", "message"), object.ownPropertyKeys());
    }

    @Test
    void nativeErrorsBecomeObjectsOnce() {
        JSThrow thrown = Errors.rangeError("too far");
        Object value = ErrorObjects.thrownValue(thrown, realm);
        assertSame(value, ErrorObjects.thrownValue(thrown, realm));
        assertEquals("RangeError", ((JSObject) value).get("name"));
    }

    @Test
    void restrictedPropertiesThrow() {
        JSObject prototype = (JSObject) TestRealm.global(realm, "Function").get("prototype");
        assertThrows(JSThrow.class, () -> prototype.get("caller"));
    }
}
