package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.regexp.RegExpProgram;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

/**
 * The last successful match of a realm, for the legacy properties of the RegExp constructor
 * (proposal-regexp-legacy-features). Strings are cut only when they are asked for.
 */
final class LastMatch {
    private static final int[] EMPTY_MATCH = {0, 0};

    private Object input = "";
    private String text = "";
    private int[] captures = EMPTY_MATCH;

    /** An array that nobody else has. */
    private int[] own = {};

    private boolean valid = true;

    /**
     * UpdateLegacyRegExpStaticProperties ( C, S, startIndex, endIndex, capturedValues ), which
     * takes the array over.
     */
    void update(String matchedText, int[] matchedCaptures) {
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
    int[] update(String matchedText, RegExpProgram program) {
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
    String lastMatch() {
        check();
        return text.substring(captures[0], captures[1]);
    }

    /** {@code RegExp.leftContext}. */
    String leftContext() {
        check();
        return text.substring(0, captures[0]);
    }

    /** {@code RegExp.rightContext}. */
    String rightContext() {
        check();
        return text.substring(captures[1]);
    }

    /** {@code RegExp.lastParen}. */
    String lastParen() {
        check();
        int groups = captures.length / 2 - 1;
        return groups == 0 ? "" : group(groups);
    }

    /** {@code RegExp.$1} to {@code RegExp.$9}. */
    String parenthesis(int group) {
        check();
        return 2 * group < captures.length ? group(group) : "";
    }

    private String group(int group) {
        Object value = RegExpExecution.capture(text, captures, group);
        return value == Undefined.UNDEFINED ? "" : (String) value;
    }
}
