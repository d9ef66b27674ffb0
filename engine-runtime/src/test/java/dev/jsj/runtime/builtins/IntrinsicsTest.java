package dev.jsj.runtime.builtins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.runtime.TestRealm;
import dev.jsj.runtime.function.JSFunction;
import dev.jsj.runtime.object.Accessor;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every intrinsic can be made first in a realm, and each of its properties has a value. */
class IntrinsicsTest {
    @ParameterizedTest
    @EnumSource
    void canBeMadeFirst(Intrinsic intrinsic) {
        Realm realm = TestRealm.create();
        JSObject object = realm.intrinsic(intrinsic);
        for (Property property : object.shape().properties()) {
            Object value = object.slotValue(property);
            assertNotNull(value, () -> "lazy slot of " + property);
            assertEquals(property.isAccessor(), value instanceof Accessor);
        }
        if (object instanceof JSFunction function && function.isConstructor()) {
            checkConstructor(function);
        }
    }

    private static void checkConstructor(JSFunction constructor) {
        Object prototype = constructor.get("prototype");
        if (prototype instanceof JSObject object && object.hasOwn("constructor")) {
            assertTrue(object.get("constructor") == constructor);
        }
    }
}
