package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.SingleCharacters;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The methods of {@code String.prototype} that hand over to a regular expression, or to whatever
 * object has the symbol's method.
 */
final class StringPatterns {
    private static final long MAX_ARRAY_LENGTH = (1L << 32) - 1;

    private StringPatterns() {}

    /** The method under a symbol where {@code value} is an object that has one. */
    private static @Nullable JSObject methodOf(Object value, Symbol symbol) {
        return value instanceof JSObject object ? ObjectOperations.getMethod(object, symbol) : null;
    }

    /**
     * FAST PATH guard: whether the methods under the symbols are those of RegExp.prototype and
     * nothing can be seen of their calls.
     */
    private static boolean isPristine(Realm realm, Object value) {
        return value instanceof JSRegExp && RegExpRealm.of(realm).isPristine(value);
    }

    private static JSRegExp createRegExp(Realm realm, Object pattern, String flags) {
        return JSRegExp.create(
                realm,
                pattern == Undefined.UNDEFINED ? "" : TypeConversion.toJavaString(pattern),
                flags);
    }

    /** 22.1.3.13 String.prototype.match ( regexp ). */
    static Object match(Realm realm, Object self, Object regExp) {
        TypeConversion.requireObjectCoercible(self, "String.prototype.match"); // 1
        if (isPristine(realm, regExp)) {
            return RegExpSearching.match(realm, (JSObject) regExp, self);
        }
        JSObject matcher = methodOf(regExp, Symbol.MATCH); // 2
        if (matcher != null) {
            return matcher.call1(regExp, self);
        }
        CharSequence text = TypeConversion.toString(self); // 3
        return ObjectOperations.invoke(
                realm, createRegExp(realm, regExp, ""), Symbol.MATCH, text); // 4, 5
    }

    /** 22.1.3.14 String.prototype.matchAll ( regexp ). */
    static Object matchAll(Realm realm, Object self, Object regExp) {
        TypeConversion.requireObjectCoercible(self, "String.prototype.matchAll"); // 1
        if (regExp instanceof JSObject) { // 2
            requireGlobal(regExp, "String.prototype.matchAll");
            JSObject matcher = methodOf(regExp, Symbol.MATCH_ALL);
            if (matcher != null) {
                return matcher.call1(regExp, self);
            }
        }
        CharSequence text = TypeConversion.toString(self); // 3
        return ObjectOperations.invoke(
                realm, createRegExp(realm, regExp, "g"), Symbol.MATCH_ALL, text); // 4, 5
    }

    private static void requireGlobal(Object value, String method) {
        if (Comparison.isRegExp(value)) {
            JSObject object = (JSObject) value;
            Object flags = object.get("flags", object);
            if (flags == Undefined.UNDEFINED
                    || flags == Null.NULL
                    || TypeConversion.toJavaString(flags).indexOf('g') < 0) {
                throw Errors.typeError(method + " called with a non-global RegExp argument");
            }
        }
    }

    /** 22.1.3.21 String.prototype.search ( regexp ). */
    static Object search(Realm realm, Object self, Object regExp) {
        TypeConversion.requireObjectCoercible(self, "String.prototype.search"); // 1
        JSObject searcher = methodOf(regExp, Symbol.SEARCH); // 2
        if (searcher != null) {
            return searcher.call1(regExp, self);
        }
        CharSequence text = TypeConversion.toString(self); // 3
        return ObjectOperations.invoke(
                realm, createRegExp(realm, regExp, ""), Symbol.SEARCH, text); // 4, 5
    }

    /** 22.1.3.19 String.prototype.replace ( searchValue, replaceValue ). */
    static Object replace(Realm realm, Object self, Object searchValue, Object replaceValue) {
        TypeConversion.requireObjectCoercible(self, "String.prototype.replace"); // 1
        if (isPristine(realm, searchValue)) {
            return RegExpReplacement.replace(realm, (JSObject) searchValue, self, replaceValue);
        }
        JSObject replacer = methodOf(searchValue, Symbol.REPLACE); // 2
        if (replacer != null) {
            return replacer.call2(searchValue, self, replaceValue);
        }
        CharSequence text = TypeConversion.toString(self); // 3
        String search = TypeConversion.toJavaString(searchValue); // 4
        JSObject function =
                Comparison.isCallable(replaceValue) ? (JSObject) replaceValue : null; // 5
        String template = function == null ? TypeConversion.toJavaString(replaceValue) : ""; // 6
        int position = StringSearch.indexOf(text, search, 0); // 8
        if (position < 0) {
            return text; // 9
        }
        CharSequence replacement = template;
        if (function != null) {
            replacement = callReplacer(function, search, position, text); // 12
        } else if (template.indexOf('$') >= 0) {
            StringBuilder result = new StringBuilder();
            appendReplacement(result, text, search, position, null, template); // 13
            replacement = result.toString();
        }
        return Rope.replace(text, position, position + search.length(), replacement); // 10, 14
    }

    private static CharSequence callReplacer(
            JSObject function, String search, int position, CharSequence text) {
        return TypeConversion.toString(function.call3(Undefined.UNDEFINED, search, position, text));
    }

    private static void appendReplacement(
            StringBuilder result,
            CharSequence text,
            String search,
            int position,
            @Nullable JSObject function,
            String template) {
        if (function != null) {
            Rope.append(result, callReplacer(function, search, position, text));
        } else {
            Substitution.append(
                    result,
                    template,
                    search,
                    text,
                    position,
                    position + search.length(),
                    Substitution.Captures.NONE,
                    null);
        }
    }

    /** 22.1.3.20 String.prototype.replaceAll ( searchValue, replaceValue ). */
    static Object replaceAll(Realm realm, Object self, Object searchValue, Object replaceValue) {
        TypeConversion.requireObjectCoercible(self, "String.prototype.replaceAll"); // 1
        if (searchValue instanceof JSObject) { // 2
            requireGlobal(searchValue, "String.prototype.replaceAll");
            JSObject replacer = methodOf(searchValue, Symbol.REPLACE);
            if (replacer != null) {
                return replacer.call2(searchValue, self, replaceValue);
            }
        }
        CharSequence string = TypeConversion.toString(self); // 3
        String search = TypeConversion.toJavaString(searchValue); // 4
        JSObject function =
                Comparison.isCallable(replaceValue) ? (JSObject) replaceValue : null; // 5
        String template = function == null ? TypeConversion.toJavaString(replaceValue) : ""; // 6
        int advance = Math.max(1, search.length()); // 8
        int position = StringSearch.indexOf(string, search, 0); // 10
        if (position < 0) {
            return string;
        }
        String text = string.toString();
        StringBuilder result = new StringBuilder(text.length() + template.length()); // 13
        int end = 0; // 12
        while (position >= 0) { // 11, 14
            result.append(text, end, position);
            appendReplacement(result, text, search, position, function, template);
            end = position + search.length();
            position =
                    position + advance > text.length()
                            ? -1
                            : text.indexOf(search, position + advance);
        }
        return result.append(text, end, text.length()).toString(); // 15, 16
    }

    /** 22.1.3.23 String.prototype.split ( separator, limit ). */
    static Object split(Realm realm, Object self, Object separator, Object limit) {
        TypeConversion.requireObjectCoercible(self, "String.prototype.split"); // 1
        if (isPristine(realm, separator)) {
            return RegExpSearching.split(realm, (JSObject) separator, self, limit);
        }
        JSObject splitter = methodOf(separator, Symbol.SPLIT); // 2
        if (splitter != null) {
            return splitter.call2(separator, self, limit);
        }
        CharSequence text = TypeConversion.toString(self); // 3
        long count =
                limit == Undefined.UNDEFINED
                        ? MAX_ARRAY_LENGTH
                        : TypeConversion.toUint32(limit); // 4
        String delimiter = TypeConversion.toJavaString(separator); // 5
        if (count == 0) {
            return realm.newArray(); // 6
        }
        if (separator == Undefined.UNDEFINED) {
            return realm.newArray(new Object[] {text}); // 7
        }
        if (delimiter.isEmpty()) {
            return realm.newArray(codeUnits(text, count)); // 8, 9
        }
        List<Object> parts = new ArrayList<>(); // 11
        int start = 0; // 12
        for (int end;
                (end = StringSearch.indexOf(text, delimiter, start)) >= 0;
                start = end + delimiter.length()) { // 13, 14
            parts.add(Rope.part(text, start, end));
            if (parts.size() >= count) {
                return realm.newArray(parts.toArray());
            }
        }
        parts.add(Rope.part(text, start, text.length())); // 15, 16
        return realm.newArray(parts.toArray()); // 17
    }

    private static Object[] codeUnits(CharSequence text, long limit) {
        Object[] units = new Object[(int) Math.min(text.length(), limit)];
        for (int i = 0; i < units.length; i++) {
            units[i] = SingleCharacters.of(text.charAt(i));
        }
        return units;
    }
}
