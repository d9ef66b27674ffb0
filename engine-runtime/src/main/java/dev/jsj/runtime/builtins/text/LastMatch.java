package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.regexp.RegExpProgram;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Undefined;

/**
 * The last successful match of a realm, for the legacy properties of the RegExp constructor
 * (proposal-regexp-legacy-features). Strings are cut only when they are asked for.
 */
final class LastMatch {
    private static final int[] EMPTY_MATCH = {0, 0};

    private Object input = "";
    private CharSequence text = "";
    private int[] captures = EMPTY_MATCH;

    /** An array that nobody else has. */
    private int[] own = {};

    private boolean valid = true;

    /**
     * UpdateLegacyRegExpStaticProperties ( C, S, startIndex, endIndex, capturedValues ), which
     * takes the array over.
     */
    void update(CharSequence matchedText, int[] matchedCaptures) {
        input = matchedText;
        text = matchedText;
        captures = matchedCaptures;
        valid = true;
    }

    /**
     * As the other, for the last match of a program.
     *
     * @return the captures, in an array that holds until the next match
     */
    int[] update(CharSequence matchedText, RegExpProgram program) {
        own = program.captures(own);
        update(matchedText, own);
        return own;
    }

    /** InvalidateLegacyRegExpStaticProperties ( C ). */
    void invalidate() {
        valid = false;
    }

    private void check() {
        if (!valid) {
            throw Errors.typeError("RegExp static properties are not available for this match");
        }
    }

    /** {@code RegExp.input}. */
    Object input() {
        check();
        return input;
    }

    void setInput(Object value) {
        input = value;
    }

    /** {@code RegExp.lastMatch}. */
    CharSequence lastMatch() {
        check();
        return Rope.part(text, captures[0], captures[1]);
    }

    /** {@code RegExp.leftContext}. */
    CharSequence leftContext() {
        check();
        return Rope.part(text, 0, captures[0]);
    }

    /** {@code RegExp.rightContext}. */
    CharSequence rightContext() {
        check();
        return Rope.part(text, captures[1], text.length());
    }

    /** {@code RegExp.lastParen}. */
    CharSequence lastParen() {
        check();
        int groups = captures.length / 2 - 1;
        return groups == 0 ? "" : group(groups);
    }

    /** {@code RegExp.$1} to {@code RegExp.$9}. */
    CharSequence parenthesis(int group) {
        check();
        return 2 * group < captures.length ? group(group) : "";
    }

    private CharSequence group(int group) {
        Object value = RegExpExecution.capture(text, captures, group);
        return value == Undefined.UNDEFINED ? "" : (CharSequence) value;
    }
}
