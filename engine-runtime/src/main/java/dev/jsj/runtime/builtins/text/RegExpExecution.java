package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.regexp.RegExpProgram;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 22.2.7 Abstract Operations for RegExp Matching. */
final class RegExpExecution {
    private RegExpExecution() {}

    /** 22.2.7.1 RegExpExec ( R, S ): an object or null. */
    static Object regExpExec(Realm realm, JSObject regExp, CharSequence text, String method) {
        Object exec = regExp.get("exec", regExp); // 1
        if (exec instanceof JSObject function && function.isCallable()) { // 2
            if (regExp instanceof JSRegExp ordinary && RegExpPrototype.isRow(function, "exec")) {
                return regExpBuiltinExec(
                        realm, ordinary,
                        text); // FAST PATH: the call without arguments array and checks
            }
            Object result = function.call1(regExp, text);
            if (result instanceof JSObject || result == Null.NULL) {
                return result;
            }
            throw Errors.typeError(
                    "RegExp exec method returned something other than an Object or null");
        }
        if (regExp instanceof JSRegExp ordinary) {
            return regExpBuiltinExec(realm, ordinary, text); // 4
        }
        throw incompatible(method, regExp); // 3
    }

    static JSThrow incompatible(String method, Object receiver) {
        return Errors.typeError(
                "Method RegExp.prototype."
                        + method
                        + " called on incompatible receiver "
                        + ErrorText.of(receiver));
    }

    /** 22.2.7.2 RegExpBuiltinExec ( R, S ). */
    static Object regExpBuiltinExec(Realm realm, JSRegExp regExp, CharSequence text) {
        if (!find(regExp, text)) {
            return Null.NULL;
        }
        return matchArray(realm, regExp.pattern(), text, noteMatch(realm, regExp, text));
    }

    /**
     * 22.2.7.2 RegExpBuiltinExec ( R, S ), steps 1 to 20, which is all but the array: start and end
     * of the match and its groups, or null. Moves lastIndex and notes the match in the realm.
     */
    static int @Nullable [] findNext(Realm realm, JSRegExp regExp, CharSequence text) {
        if (!find(regExp, text)) {
            return null;
        }
        int[] captures = regExp.pattern().program().captures();
        noteMatch(realm, regExp, text, captures);
        return captures;
    }

    /** As {@link #findNext}, where only whether there is a match matters. */
    static boolean test(Realm realm, JSRegExp regExp, CharSequence text) {
        if (!find(regExp, text)) {
            return false;
        }
        noteMatch(realm, regExp, text);
        return true;
    }

    /**
     * Keeps the match that the program has just found; gives its captures, in an array that holds
     * until the next match.
     */
    private static int[] noteMatch(Realm realm, JSRegExp regExp, CharSequence text) {
        RegExpProgram program = regExp.pattern().program();
        if (regExp.realm() == realm && regExp.legacyFeaturesEnabled()) {
            return RegExpRealm.of(realm).lastMatch().update(text, program);
        }
        int[] captures = program.captures();
        noteMatch(realm, regExp, text, captures);
        return captures;
    }

    /** Steps 1 to 16: the match is in the program then. */
    private static boolean find(JSRegExp regExp, CharSequence text) {
        Object property = regExp.lastIndex();
        long lastIndex =
                property instanceof Integer index
                        ? Math.max(index, 0)
                        : TypeConversion.toLength(property); // 2
        CompiledPattern pattern = regExp.pattern(); // 3 - 10
        boolean usesLastIndex = pattern.usesLastIndex();
        if (!usesLastIndex) {
            lastIndex = 0; // 11
        }
        if (lastIndex > text.length()
                || !pattern.find(text, (int) lastIndex, pattern.flags().sticky())) { // 12, 13
            if (usesLastIndex) {
                regExp.setLastIndex(0);
            }
            return false;
        }
        if (usesLastIndex) {
            regExp.setLastIndex(pattern.program().end(0)); // 16
        }
        return true;
    }

    /** Keeps the last match for the legacy properties of the constructor. */
    static void noteMatch(Realm realm, JSRegExp regExp, CharSequence text, int[] captures) {
        LastMatch last = RegExpRealm.of(realm).lastMatch();
        if (regExp.realm() == realm) {
            if (regExp.legacyFeaturesEnabled()) {
                last.update(text, captures);
            } else {
                last.invalidate();
            }
        }
    }

    /** What a group has matched, or undefined. */
    static Object capture(CharSequence text, int[] captures, int group) {
        int start = captures[2 * group];
        int end = captures[2 * group + 1];
        return start < 0 || end < 0 ? Undefined.UNDEFINED : Rope.part(text, start, end);
    }

    /** 22.2.7.2 RegExpBuiltinExec, steps 21 to 34: the array of a match. */
    static JSArray matchArray(
            Realm realm, CompiledPattern pattern, CharSequence text, int[] captures) {
        boolean hasIndices = pattern.flags().hasIndices();
        Object[] elements = new Object[captures.length / 2];
        for (int group = 0; group < elements.length; group++) {
            elements[group] = capture(text, captures, group);
        }
        RegExpRealm state = RegExpRealm.of(realm);
        Shape shape = hasIndices ? state.matchWithIndicesShape() : state.matchShape();
        JSArray array = new JSArray(shape, elements, elements.length);
        array.setSlot(0, captures[0]);
        array.setSlot(1, text);
        array.setSlot(2, groups(realm, pattern, captures, elements));
        if (hasIndices) {
            array.setSlot(3, indices(realm, pattern, captures));
        }
        return array;
    }

    /**
     * The {@code groups} object over the values of the groups; undefined where no group has a name.
     */
    static Object groups(Realm realm, CompiledPattern pattern, int[] captures, Object[] values) {
        int[][] named = pattern.namedCaptures();
        if (named.length == 0) {
            return Undefined.UNDEFINED;
        }
        Object[] slots = new Object[named.length];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = Undefined.UNDEFINED;
            for (int group : named[i]) {
                if (captures[2 * group + 1] >= 0) {
                    slots[i] = values[group];
                }
            }
        }
        Shape[] shapes = pattern.groupsShapes();
        Shape shape = shapes[slots.length];
        if (!shape.isUnique()) {
            return new JSObject(shape, slots, 0, slots.length); // FAST PATH: always the same shape
        }
        JSObject groups = new JSObject(shapes[0]);
        for (int i = 0; i < slots.length; i++) {
            String name = pattern.groupNames().get(i).name();
            groups.defineOwn(name.intern(), slots[i], Property.DEFAULT);
        }
        return groups;
    }

    /** 22.2.7.8 MakeMatchIndicesIndexPairArray ( S, indices, groupNames, hasGroups ). */
    private static JSArray indices(Realm realm, CompiledPattern pattern, int[] captures) {
        Object[] pairs = new Object[captures.length / 2];
        for (int group = 0; group < pairs.length; group++) {
            int start = captures[2 * group];
            int end = captures[2 * group + 1];
            pairs[group] =
                    start < 0 || end < 0
                            ? Undefined.UNDEFINED
                            : realm.newArray(new Object[] {start, end});
        }
        JSArray array = new JSArray(RegExpRealm.of(realm).indicesShape(), pairs, pairs.length);
        array.setSlot(0, groups(realm, pattern, captures, pairs));
        return array;
    }

    /** 22.2.7.3 AdvanceStringIndex ( S, index, unicode ). */
    static long advanceStringIndex(CharSequence text, long index, boolean unicode) {
        if (!unicode || index + 1 >= text.length()) {
            return index + 1; // 2, 4
        }
        return index + Character.charCount(Character.codePointAt(text, (int) index));
    }

    /** The result of matching where it is an object; null for the value null. */
    static @Nullable JSObject matchOrNull(Object result) {
        return result == Null.NULL ? null : (JSObject) result;
    }
}
