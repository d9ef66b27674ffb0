package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** 22.2.6.11 RegExp.prototype [ %Symbol.replace% ] ( string, replaceValue ). */
final class RegExpReplacement {
    private RegExpReplacement() {}

    static Object replace(Realm realm, JSObject regExp, Object string, Object replaceValue) {
        CharSequence text = TypeConversion.toString(string); // 3
        JSObject function =
                Comparison.isCallable(replaceValue) ? (JSObject) replaceValue : null; // 5
        String template = function == null ? TypeConversion.toJavaString(replaceValue) : ""; // 6
        if (RegExpRealm.of(realm).isPristine(regExp)) {
            return replacePristine(realm, (JSRegExp) regExp, text, function, template); // FAST PATH
        }
        String flags = TypeConversion.toJavaString(regExp.get("flags", regExp)); // 7
        boolean global = flags.indexOf('g') >= 0; // 8
        if (global) {
            ObjectOperations.set(regExp, "lastIndex", 0); // 9
        }
        boolean fullUnicode = flags.indexOf('u') >= 0 || flags.indexOf('v') >= 0;
        List<JSObject> results = new ArrayList<>(); // 10
        while (true) { // 12
            JSObject match =
                    RegExpExecution.matchOrNull(
                            RegExpExecution.regExpExec(realm, regExp, text, "@@replace"));
            if (match == null) {
                break;
            }
            results.add(match);
            if (!global) {
                break;
            }
            RegExpSearching.advanceAfterEmptyMatch(regExp, text, match, fullUnicode);
        }
        StringBuilder accumulated = new StringBuilder(); // 13
        int next = 0; // 14
        for (JSObject match : results) { // 15
            next = appendReplacement(realm, accumulated, text, next, match, function, template);
        }
        Rope.append(accumulated, text, next, text.length()); // 16
        return accumulated.toString(); // 17
    }

    /** Step 15, for one result object; gives the place up to which the text has been dealt with. */
    private static int appendReplacement(
            Realm realm,
            StringBuilder accumulated,
            CharSequence text,
            int next,
            JSObject match,
            @Nullable JSObject function,
            String template) {
        long groups = Math.max(ObjectOperations.lengthOfArrayLike(match) - 1, 0); // a, b
        String matched = TypeConversion.toJavaString(match.get(0, match)); // c
        double index = TypeConversion.toIntegerOrInfinity(match.get("index", match)); // e
        int position = (int) Math.clamp(index, 0, text.length()); // f
        List<Object> captures = new ArrayList<>(); // g
        for (long group = 1; group <= groups; group++) { // h, i
            Object capture = match.get(TypeConversion.propertyKey(group), match);
            captures.add(
                    capture == Undefined.UNDEFINED ? capture : TypeConversion.toString(capture));
        }
        Object namedCaptures = match.get("groups", match); // j
        String replacement;
        if (function != null) { // k
            List<Object> arguments = new ArrayList<>(captures.size() + 4);
            arguments.add(matched);
            arguments.addAll(captures);
            arguments.add(position);
            arguments.add(text);
            if (namedCaptures != Undefined.UNDEFINED) {
                arguments.add(namedCaptures);
            }
            replacement =
                    TypeConversion.toJavaString(
                            function.call(Undefined.UNDEFINED, arguments.toArray()));
        } else { // l
            JSObject named =
                    namedCaptures == Undefined.UNDEFINED
                            ? null
                            : TypeConversion.toObject(realm, namedCaptures);
            StringBuilder result = new StringBuilder();
            int end = (int) Math.min((long) position + matched.length(), Integer.MAX_VALUE);
            Substitution.append(
                    result,
                    template,
                    matched,
                    text,
                    position,
                    end,
                    new ListCaptures(captures),
                    named);
            replacement = result.toString();
        }
        if (position < next) {
            return next;
        }
        Rope.append(accumulated, text, next, position); // m
        accumulated.append(replacement);
        return position + matched.length() > text.length()
                ? text.length()
                : position + matched.length();
    }

    private record ListCaptures(List<Object> captures) implements Substitution.Captures {
        @Override
        public int count() {
            return captures.size();
        }

        @Override
        public void append(int group, StringBuilder result) {
            Object capture = captures.get(group - 1);
            if (capture != Undefined.UNDEFINED) {
                Rope.append(result, (CharSequence) capture);
            }
        }
    }

    /** The groups of a match as places in the text. */
    private record PlaceCaptures(CharSequence text, int[] places) implements Substitution.Captures {
        @Override
        public int count() {
            return places.length / 2 - 1;
        }

        @Override
        public void append(int group, StringBuilder result) {
            int end = places[2 * group + 1];
            if (end >= 0) {
                Rope.append(result, text, places[2 * group], end);
            }
        }
    }

    private static Object replacePristine(
            Realm realm,
            JSRegExp regExp,
            CharSequence text,
            @Nullable JSObject function,
            String template) {
        if (!regExp.flags().global()) {
            int[] captures = RegExpExecution.findNext(realm, regExp, text);
            if (captures != null && function == null && template.indexOf('$') < 0) {
                return Rope.replace(text, captures[0], captures[1], template); // FAST PATH
            }
            return captures == null
                    ? text
                    : replaceAt(
                            realm, regExp.pattern(), text, List.of(captures), function, template);
        }
        MatchSequence sequence = new MatchSequence(realm, regExp, text);
        if (function == null && template.indexOf('$') < 0) {
            return replaceByText(sequence, text, template);
        }
        List<int[]> matches = new ArrayList<>();
        while (sequence.next()) {
            matches.add(sequence.captures());
        }
        return matches.isEmpty()
                ? text
                : replaceAt(realm, regExp.pattern(), text, matches, function, template);
    }

    private static CharSequence replaceByText(
            MatchSequence sequence, CharSequence text, String replacement) {
        StringBuilder result = null;
        int next = 0;
        while (sequence.next()) {
            if (result == null) {
                result = new StringBuilder(text.length() + 16);
            }
            Rope.append(result, text, next, sequence.start());
            result.append(replacement);
            next = sequence.end();
        }
        if (result == null) {
            return text;
        }
        Rope.append(result, text, next, text.length());
        return result.toString();
    }

    /** Replaces the matches, all of which have been found before the first call of the function. */
    private static String replaceAt(
            Realm realm,
            CompiledPattern pattern,
            CharSequence text,
            List<int[]> matches,
            @Nullable JSObject function,
            String template) {
        StringBuilder result = new StringBuilder(text.length() + 16);
        int next = 0;
        for (int[] captures : matches) {
            Rope.append(result, text, next, captures[0]);
            if (function != null) {
                Rope.append(
                        result,
                        TypeConversion.toString(
                                callFunction(realm, pattern, text, captures, function)));
            } else {
                JSObject named =
                        pattern.groupNames().isEmpty()
                                ? null
                                : (JSObject) groups(realm, pattern, text, captures);
                Substitution.append(
                        result,
                        template,
                        null,
                        text,
                        captures[0],
                        captures[1],
                        new PlaceCaptures(text, captures),
                        named);
            }
            next = captures[1];
        }
        Rope.append(result, text, next, text.length());
        return result.toString();
    }

    private static Object callFunction(
            Realm realm,
            CompiledPattern pattern,
            CharSequence text,
            int[] captures,
            JSObject function) {
        int groups = captures.length / 2;
        boolean named = !pattern.groupNames().isEmpty();
        Object[] arguments = new Object[groups + (named ? 3 : 2)];
        for (int group = 0; group < groups; group++) {
            arguments[group] = RegExpExecution.capture(text, captures, group);
        }
        arguments[groups] = captures[0];
        arguments[groups + 1] = text;
        if (named) {
            arguments[groups + 2] = groups(realm, pattern, text, captures);
        }
        return function.call(Undefined.UNDEFINED, arguments);
    }

    private static Object groups(
            Realm realm, CompiledPattern pattern, CharSequence text, int[] captures) {
        Object[] values = new Object[captures.length / 2];
        for (int group = 0; group < values.length; group++) {
            values[group] = RegExpExecution.capture(text, captures, group);
        }
        return RegExpExecution.groups(realm, pattern, captures, values);
    }
}
