package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.regexp.RegExpProgram;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Undefined;

import java.util.ArrayList;
import java.util.List;

/** The methods of {@code RegExp.prototype} behind String's match, matchAll, search and split. */
final class RegExpSearching {
    private static final long MAX_ARRAY_LENGTH = (1L << 32) - 1;

    private static final int[] NONE = {};

    private RegExpSearching() {}

    /** After a match of the empty string, goes on one character further. */
    static void advanceAfterEmptyMatch(
            JSObject regExp, CharSequence text, JSObject match, boolean fullUnicode) {
        CharSequence matched = TypeConversion.toString(match.get(0, match));
        if (matched.isEmpty()) {
            long thisIndex = TypeConversion.toLength(regExp.get("lastIndex", regExp));
            long nextIndex = RegExpExecution.advanceStringIndex(text, thisIndex, fullUnicode);
            ObjectOperations.set(regExp, "lastIndex", JsNumber.of(nextIndex));
        }
    }

    /** 22.2.6.8 RegExp.prototype [ %Symbol.match% ] ( string ). */
    static Object match(Realm realm, JSObject regExp, Object string) {
        CharSequence text = TypeConversion.toString(string); // 3
        if (RegExpRealm.of(realm).isPristine(regExp)) {
            JSRegExp pristine = (JSRegExp) regExp; // FAST PATH
            return pristine.flags().global()
                    ? matchGlobal(realm, pristine, text)
                    : RegExpExecution.regExpBuiltinExec(realm, pristine, text);
        }
        String flags = TypeConversion.toJavaString(regExp.get("flags", regExp)); // 4
        if (flags.indexOf('g') < 0) {
            return RegExpExecution.regExpExec(realm, regExp, text, "@@match"); // 5
        }
        boolean fullUnicode = flags.indexOf('u') >= 0 || flags.indexOf('v') >= 0; // 6.a
        ObjectOperations.set(regExp, "lastIndex", 0); // 6.b
        List<Object> matches = new ArrayList<>(); // 6.c
        while (true) { // 6.e
            JSObject match =
                    RegExpExecution.matchOrNull(
                            RegExpExecution.regExpExec(realm, regExp, text, "@@match"));
            if (match == null) {
                return matches.isEmpty() ? Null.NULL : realm.newArray(matches.toArray());
            }
            matches.add(TypeConversion.toString(match.get(0, match)));
            advanceAfterEmptyMatch(regExp, text, match, fullUnicode);
        }
    }

    private static Object matchGlobal(Realm realm, JSRegExp regExp, CharSequence text) {
        List<Object> matches = new ArrayList<>();
        MatchSequence sequence = new MatchSequence(realm, regExp, text);
        while (sequence.next()) {
            matches.add(Rope.part(text, sequence.start(), sequence.end()));
        }
        return matches.isEmpty() ? Null.NULL : realm.newArray(matches.toArray());
    }

    /** 22.2.6.9 RegExp.prototype [ %Symbol.matchAll% ] ( string ). */
    static Object matchAll(Realm realm, JSObject regExp, Object string) {
        CharSequence text = TypeConversion.toString(string); // 3
        JSObject constructor =
                Constructors.speciesConstructor(regExp, realm.intrinsic(Intrinsic.REGEXP)); // 4
        String flags = TypeConversion.toJavaString(regExp.get("flags", regExp)); // 5
        JSObject matcher = (JSObject) ObjectOperations.construct(constructor, regExp, flags); // 6
        long lastIndex = TypeConversion.toLength(regExp.get("lastIndex", regExp)); // 7
        ObjectOperations.set(matcher, "lastIndex", JsNumber.of(lastIndex)); // 8
        boolean fullUnicode = flags.indexOf('u') >= 0 || flags.indexOf('v') >= 0; // 11, 12
        return new RegExpStringIterator(
                realm, matcher, text, flags.indexOf('g') >= 0, fullUnicode); // 13
    }

    /** 22.2.6.12 RegExp.prototype [ %Symbol.search% ] ( string ). */
    static Object search(Realm realm, JSObject regExp, Object string) {
        CharSequence text = TypeConversion.toString(string); // 3
        Object previousLastIndex = regExp.get("lastIndex", regExp); // 4
        if (!Comparison.sameValue(previousLastIndex, 0)) {
            ObjectOperations.set(regExp, "lastIndex", 0); // 5
        }
        Object result = RegExpExecution.regExpExec(realm, regExp, text, "@@search"); // 6
        Object currentLastIndex = regExp.get("lastIndex", regExp); // 7
        if (!Comparison.sameValue(currentLastIndex, previousLastIndex)) {
            ObjectOperations.set(regExp, "lastIndex", previousLastIndex); // 8
        }
        return result instanceof JSObject match
                ? match.get("index", match)
                : (Object) (-1); // 9, 10
    }

    /** 22.2.6.14 RegExp.prototype [ %Symbol.split% ] ( string, limit ). */
    static Object split(Realm realm, JSObject regExp, Object string, Object limit) {
        CharSequence text = TypeConversion.toString(string); // 3
        RegExpRealm state = RegExpRealm.of(realm);
        if (state.isPristine(regExp)
                && state.isSpeciesPristine()
                && (limit == Undefined.UNDEFINED || limit instanceof Integer)) {
            long count =
                    limit == Undefined.UNDEFINED
                            ? MAX_ARRAY_LENGTH
                            : TypeConversion.toUint32(limit);
            return splitPristine(realm, (JSRegExp) regExp, text, count); // FAST PATH
        }
        JSObject constructor =
                Constructors.speciesConstructor(regExp, realm.intrinsic(Intrinsic.REGEXP)); // 4
        String flags = TypeConversion.toJavaString(regExp.get("flags", regExp)); // 5
        boolean unicodeMatching = flags.indexOf('u') >= 0 || flags.indexOf('v') >= 0; // 6, 7
        String newFlags = flags.indexOf('y') >= 0 ? flags : flags + "y"; // 8, 9
        JSObject splitter =
                (JSObject) ObjectOperations.construct(constructor, regExp, newFlags); // 10
        long count =
                limit == Undefined.UNDEFINED
                        ? MAX_ARRAY_LENGTH
                        : TypeConversion.toUint32(limit); // 13
        JSArray result = realm.newArray(); // 11
        if (count == 0) {
            return result; // 14
        }
        if (text.isEmpty()) { // 15
            if (RegExpExecution.regExpExec(realm, splitter, text, "@@split") == Null.NULL) {
                result.append(text);
            }
            return result;
        }
        int size = text.length(); // 16
        long end = 0; // p, 17
        long position = 0; // q, 18
        while (position < size) { // 19
            ObjectOperations.set(splitter, "lastIndex", JsNumber.of(position)); // a
            JSObject match =
                    RegExpExecution.matchOrNull(
                            RegExpExecution.regExpExec(realm, splitter, text, "@@split")); // b
            long matchEnd =
                    match == null
                            ? end
                            : Math.min(
                                    TypeConversion.toLength(splitter.get("lastIndex", splitter)),
                                    size);
            if (match == null || matchEnd == end) {
                position =
                        RegExpExecution.advanceStringIndex(
                                text, position, unicodeMatching); // c, d.iii
                continue;
            }
            result.append(Rope.part(text, (int) end, (int) position)); // d.iv.1, 2
            if (result.length() == count) {
                return result; // d.iv.4
            }
            end = matchEnd; // d.iv.5
            long captures = Math.max(ObjectOperations.lengthOfArrayLike(match) - 1, 0); // d.iv.6, 7
            for (long group = 1; group <= captures; group++) { // d.iv.8, 9
                result.append(match.get(TypeConversion.propertyKey(group), match));
                if (result.length() == count) {
                    return result;
                }
            }
            position = end; // d.iv.10
        }
        result.append(Rope.part(text, (int) end, size)); // 20, 21
        return result;
    }

    private static Object splitPristine(
            Realm realm, JSRegExp regExp, CharSequence text, long limit) {
        CompiledPattern pattern = regExp.pattern();
        List<Object> parts = new ArrayList<>();
        if (limit == 0) {
            return realm.newArray();
        }
        if (text.isEmpty()) {
            return pattern.find(text, 0, true)
                    ? realm.newArray()
                    : realm.newArray(new Object[] {text});
        }
        RegExpProgram program = pattern.program();
        boolean unicode = pattern.flags().eitherUnicode();
        int size = text.length();
        int end = 0;
        int[] captures = NONE;
        for (long position = 0;
                position < size
                        && pattern.find(text, (int) position, false)
                        && program.start(0) < size; ) {
            int start = program.start(0);
            int matchEnd = program.end(0);
            captures = program.captures(captures);
            if (matchEnd == end) {
                position = RegExpExecution.advanceStringIndex(text, position, unicode);
                continue;
            }
            parts.add(Rope.part(text, end, start));
            end = matchEnd;
            for (int group = 1; group < captures.length / 2 && parts.size() < limit; group++) {
                parts.add(RegExpExecution.capture(text, captures, group));
            }
            if (parts.size() >= limit) {
                break;
            }
            position = end;
        }
        if (captures != NONE) {
            RegExpExecution.noteMatch(realm, regExp, text, captures);
        }
        if (parts.size() < limit) {
            parts.add(Rope.part(text, end, size));
        }
        return realm.newArray(parts.toArray());
    }
}
