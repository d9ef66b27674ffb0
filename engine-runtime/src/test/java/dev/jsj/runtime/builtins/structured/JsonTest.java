package dev.jsj.runtime.builtins.structured;

import static dev.jsj.runtime.TestRealm.call;
import static dev.jsj.runtime.TestRealm.errorOf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jsj.runtime.TestRealm;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;

import org.junit.jupiter.api.Test;

class JsonTest {
    private final Realm realm = TestRealm.create();

    private void assertRoundTrip(String expected, String text) {
        assertEquals(expected, call(realm, "JSON.stringify", call(realm, "JSON.parse", text)));
    }

    @Test
    void readsAndWritesEveryKindOfValue() {
        assertRoundTrip(
                "[1,-2.5,1e+100,0,true,false,null]", " [1, -2.5,1E100,-0,true,false,null ] ");
        assertRoundTrip(
                "{\"1\":0,\"b\":2,\"a\":{\"c\":[]}}", "{\"b\":1,\"a\":{\"c\":[]},\"b\":2,\"1\":0}");
        assertRoundTrip("\"\\n\\\"\\\\\\u0001\\ud800 é\"", "\"\\n\\\"\\\\\\u0001\\ud800 \\u00e9\"");
    }

    @Test
    void nestingIsNotLimitedByTheStackWhenReading() {
        String text = "[".repeat(200_000) + "]".repeat(200_000);
        Object value = call(realm, "JSON.parse", text);
        assertEquals(1L, ((JSArray) value).length());
        assertEquals(
                "RangeError: Maximum call stack size exceeded",
                errorOf(realm, "JSON.stringify", value));
    }

    @Test
    void explainsWhatIsWrong() {
        assertEquals(
                "SyntaxError: Unexpected end of JSON input", errorOf(realm, "JSON.parse", "[1,"));
        assertEquals(
                "SyntaxError: Unexpected token 'a', \"abc\" is not valid JSON",
                errorOf(realm, "JSON.parse", "abc"));
        assertEquals(
                "SyntaxError: Expected property name or '}' in JSON at position 1",
                errorOf(realm, "JSON.parse", "{a:1}"));
        assertEquals(
                "SyntaxError: Unexpected token 'u', ...\"aaaaaaaa\":undefined,\"... is not valid"
                        + " JSON",
                errorOf(realm, "JSON.parse", "{\"aaaaaaaaaaaaaaa\":undefined,\"bbbbbbbbbb\":1}"));
    }

    @Test
    void showsTheWayAroundACycle() {
        JSObject outer = realm.newObject();
        JSObject inner = realm.newObject();
        outer.set("list", realm.newArray(new Object[] {inner}), outer);
        inner.set("self", outer, inner);
        assertEquals(
                """
                TypeError: Converting circular structure to JSON
                    --> starting at object with constructor 'Object'
                    |     property 'list' -> object with constructor 'Array'
                    |     index 0 -> object with constructor 'Object'
                    --- property 'self' closes the circle\
                """,
                errorOf(realm, "JSON.stringify", outer));
    }

    @Test
    void indentsAndFilters() {
        Object value = call(realm, "JSON.parse", "{\"a\":[1,{}],\"b\":{},\"c\":3}");
        Object names = realm.newArray(new Object[] {"b", "a"});
        assertEquals(
                "{\n--\"b\": {},\n--\"a\": [\n----1,\n----{}\n--]\n}",
                call(realm, "JSON.stringify", value, names, "--"));
    }

    @Test
    void codesUris() {
        assertEquals("a%20b%C3%A9%F0%9F%98%80;", call(realm, "encodeURI", "a bé😀;"));
        assertEquals("é%2F", call(realm, "decodeURI", "%C3%A9%2F"));
        assertEquals("/", call(realm, "decodeURIComponent", "%2F"));
        assertEquals("URIError: URI malformed", errorOf(realm, "decodeURI", "%C3"));
        assertEquals("%u20AC%E9+", call(realm, "escape", "€é+"));
        assertEquals("€é%uZ", call(realm, "unescape", "%u20AC%E9%uZ"));
    }
}
