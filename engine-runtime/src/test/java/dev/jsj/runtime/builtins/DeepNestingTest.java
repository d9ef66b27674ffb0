package dev.jsj.runtime.builtins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jsj.runtime.TestRealm;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.ErrorType;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.junit.jupiter.api.Test;

/** What nests too deeply ends in a RangeError, soon, and leaves the agent as it was. */
class DeepNestingTest {
    private static final int DEPTH = 100_000;

    private final Realm realm = TestRealm.create();

    private void assertStackOverflow(JSObject on, String method, Object... arguments) {
        JSThrow thrown =
                assertThrows(JSThrow.class, () -> TestRealm.invoke(realm, on, method, arguments));
        assertEquals(ErrorType.RANGE_ERROR, thrown.type());
        assertEquals(0, realm.agent().recursion());
    }

    private JSArray nestedArray() {
        JSArray array = realm.newArray();
        for (int i = 0; i < DEPTH; i++) {
            array = realm.newArray(new Object[] {array});
        }
        return array;
    }

    @Test
    void arraysInArrays() {
        assertStackOverflow(nestedArray(), "join");
        assertStackOverflow(nestedArray(), "flat", Double.POSITIVE_INFINITY);
    }

    @Test
    void anArrayInsideItselfIsEmpty() {
        JSArray array = realm.newArray(new Object[] {1, 2});
        array.append(array);
        assertEquals("1,2,", TestRealm.invoke(realm, array, "join").toString());
    }

    /** The names of the functions would take gigabytes if each were copied. */
    @Test
    void boundFunctionsOfBoundFunctions() {
        JSObject function = TestRealm.global(realm, "Boolean");
        for (int i = 0; i < DEPTH; i++) {
            function = (JSObject) TestRealm.invoke(realm, function, "bind", Undefined.UNDEFINED);
        }
        CharSequence name = (CharSequence) function.get("name");
        assertEquals("bound ".length() * DEPTH + "Boolean".length(), name.length());
    }
}
