package dev.jsj.runtime.builtins.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.runtime.TestRealm;
import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Rope;

import org.junit.jupiter.api.Test;

class TextTest {
    private final Realm realm = TestRealm.create();

    private Object call(Object self, Object key, Object... arguments) {
        return ObjectOperations.invoke(realm, self, key, arguments);
    }

    private JSRegExp regExp(String pattern, String flags) {
        return JSRegExp.create(realm, pattern, flags);
    }

    private static String text(Object value) {
        return TypeConversion.toJavaString(value);
    }

    @Test
    void execGivesIndexInputAndGroups() {
        JSObject match = (JSObject) call(regExp("(?<x>b)(c)?", ""), "exec", "abd");
        assertEquals("b,b,", text(match));
        assertEquals(1, match.get("index"));
        assertEquals("abd", match.get("input"));
        assertEquals("b", ((JSObject) match.get("groups")).get("x"));
        assertEquals(Null.NULL, call(regExp("x", ""), "exec", "abd"));
    }

    @Test
    void lastIndexMovesWithGlobalAndSticky() {
        JSRegExp global = regExp("a", "g");
        assertEquals(true, call(global, "test", "xaxa"));
        assertEquals(2, global.get("lastIndex"));
        assertEquals(true, call(global, "test", "xaxa"));
        assertEquals(false, call(global, "test", "xaxa"));
        assertEquals(0, global.get("lastIndex"));
        assertEquals(false, call(regExp("a", "y"), "test", "xa"));
    }

    @Test
    void replaceWithTextTemplateAndFunction() {
        assertEquals("x-x-", call("abab", "replace", regExp("a(b)", "g"), "x-"));
        assertEquals(
                "[b|a]c$1",
                call("abc", "replace", regExp("(a)(b)", ""), "[$2|$1]").toString() + "$1");
        assertEquals("b-a", call("a-b", "replace", regExp("(?<l>.)-(?<r>.)", ""), "$<r>-$<l>"));
        NativeFunction function =
                new NativeFunction(
                        realm,
                        "f",
                        0,
                        (self, arguments) -> "<" + arguments[0] + arguments[1] + ">");
        assertEquals("<a0>b<a2>", call("aba", "replace", regExp("a", "g"), function));
        assertEquals("$a&1-b", call("ab", "replace", "a", "$$$&&1-"));
    }

    @Test
    void changedPrototypeIsSeen() {
        JSRegExp pattern = regExp("a", "g");
        assertEquals("xbx", call("aba", "replace", pattern, "x"));
        JSObject prototype = pattern.getPrototypeOf();
        NativeFunction never = new NativeFunction(realm, "exec", 1, (self, arguments) -> Null.NULL);
        assertTrue(RegExpRealm.of(realm).isPristine(pattern));
        prototype.set("exec", never, prototype);
        assertFalse(RegExpRealm.of(realm).isPristine(pattern));
        assertEquals("aba", call("aba", "replace", pattern, "x"));
    }

    @Test
    void ownExecIsSeen() {
        JSRegExp pattern = regExp("a", "");
        pattern.defineOwn(
                "exec",
                new NativeFunction(realm, "exec", 1, (self, arguments) -> Null.NULL),
                Property.DEFAULT);
        assertEquals(false, call(pattern, "test", "a"));
    }

    @Test
    void split() {
        assertEquals("a|b|", text(call(call("a,b,", "split", ","), "join", "|")));
        assertEquals("a|,|b", text(call(call("a,b", "split", regExp("(,)", "")), "join", "|")));
        assertEquals("a|b|c", text(call(call("abc", "split", regExp("", "")), "join", "|")));
        assertEquals("a", text(call(call("a,b", "split", regExp(",", ""), 1), "join", "|")));
    }

    @Test
    void legacyPropertiesTellTheLastMatch() {
        JSObject constructor = realm.intrinsic(dev.jsj.runtime.realm.Intrinsic.REGEXP);
        call(regExp("b(c)", ""), "test", "abcd");
        assertEquals("c", constructor.get("$1"));
        assertEquals("bc", constructor.get("lastMatch"));
        assertEquals("a", constructor.get("leftContext"));
        assertEquals("d", constructor.get("rightContext"));
    }

    @Test
    void strings() {
        assertEquals("\u03B1\u03C2 \u03C3", call("\u0391\u03A3 \u03A3", "toLowerCase"));
        assertEquals(-1, call("a", "localeCompare", "B"));
        assertEquals(1, call("A", "localeCompare", "a"));
        assertEquals("ab", call("xaby", "slice", 1, -1));
        assertEquals("\uFFFDa", call("\uD800a", "toWellFormed"));
        assertEquals("<a href=\"&quot;\">t</a>", call("t", "link", "\""));
        JSThrow error = assertThrows(JSThrow.class, () -> call("a", "repeat", -1));
        assertTrue(
                text(((JSObject) error.valueOrNull()).get("message"))
                        .startsWith("Invalid count value"));
    }

    @Test
    void longPartsShareTheCharactersUntilAStringIsAskedFor() {
        String whole = "0123456789".repeat(100);
        CharSequence part = Rope.part(whole, 5, 905);
        CharSequence inner = Rope.part(part, 1, 801);
        assertSame(whole, Rope.base(inner));
        assertEquals(6, Rope.start(inner));
        assertEquals('6', inner.charAt(0));
        assertThrows(IndexOutOfBoundsException.class, () -> inner.charAt(800));
        assertTrue(Rope.areEqual(inner, whole.substring(6, 806)));
        assertEquals(whole.substring(6, 806) + "!", Rope.concat(inner, "!").toString());
        assertSame(whole, Rope.base(inner));
        String own = inner.toString();
        assertEquals(whole.substring(6, 806), own);
        assertSame(own, Rope.base(inner));
        assertSame(own, inner.toString());
    }

    @Test
    void shortPartsAndPartsOfMuchLongerStringsAreCopied() {
        String whole = "0123456789".repeat(10_000);
        assertInstanceOf(String.class, Rope.part(whole, 5, 15));
        assertInstanceOf(String.class, Rope.part(whole, 5, 3005));
        assertInstanceOf(Rope.class, Rope.part(whole, 5, 4005));
        assertSame(whole, Rope.part(whole, 0, whole.length()));
    }

    @Test
    void ropesAreFlattenedInOrder() {
        CharSequence left = Rope.concat("0123456789abcdef", "ghijklmnopqrstuv");
        CharSequence right =
                Rope.concat(
                        "ABCDEFGHIJKLMNOP", Rope.concat("QRSTUVWXYZ-+*/()", "[]{}<>|&!?.,:;_$"));
        assertEquals(
                "0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ-+*/()[]{}<>|&!?.,:;_$",
                Rope.concat(left, right).toString());
    }
}
