package dev.jsj.runtime.value;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Objects;

/**
 * A string whose characters are elsewhere: two strings whose concatenation has not been copied
 * together yet, or a part of another string that has not been copied out of it.
 *
 * <p>The first read of a concatenation's characters flattens it, in place and without recursion, so
 * that building a string by repeated {@code +=} costs time linear in its length. A part is read
 * where it is ({@link #base} from {@link #start} on), so that a program which cuts what it has
 * dealt with off a text, again and again, does not copy the rest each time. It is copied, and the
 * whole let go, when somebody asks for a {@link String}.
 *
 * <p>A part keeps the whole alive; V8's sliced strings do the same. Here only a long part of a
 * whole that is not much longer is not copied, so a part keeps alive at most {@code
 * MAX_BASE_FACTOR} times its own length.
 *
 * <p>A JavaScript string value is a {@link String} or a {@code Rope}; {@link #toString()} gives the
 * characters of either. To ask for these two classes is faster than to ask for the interface. A
 * rope is never empty.
 */
public final class Rope implements CharSequence {
    /** V8's limit (2^29 - 24): a longer result is a RangeError "Invalid string length". */
    public static final int MAX_LENGTH = (1 << 29) - 24;

    /** Shorter results are copied at once: a rope node would cost more than the characters. */
    private static final int MIN_LENGTH = 24;

    /** Shorter parts are copied: soon enough they would be asked for as a String. */
    private static final int MIN_PART_LENGTH = 128;

    /** Parts of a base that is as many times as long are copied. */
    private static final int MAX_BASE_FACTOR = 32;

    /** The first of two strings; where there is no second, the String that has the characters. */
    private CharSequence left;

    private @Nullable CharSequence right;

    /** Where the characters begin in {@code left}, where there is no second string. */
    private int start;

    private final int length;

    private Rope(CharSequence left, @Nullable CharSequence right, int start, int length) {
        this.left = left;
        this.right = right;
        this.start = start;
        this.length = length;
    }

    /**
     * The concatenation of two string values.
     *
     * @throws JSThrow a RangeError when the result is longer than {@link #MAX_LENGTH}
     */
    public static CharSequence concat(CharSequence left, CharSequence right) {
        int leftLength = left.length();
        int rightLength = right.length();
        if (rightLength == 0) {
            return left;
        }
        if (leftLength == 0) {
            return right;
        }
        int length = leftLength + rightLength;
        if (length < MIN_LENGTH) {
            return left.toString().concat(right.toString());
        }
        if (length < 0 || length > MAX_LENGTH) {
            throw Errors.rangeError("Invalid string length");
        }
        return new Rope(left, right, 0, length);
    }

    /** The part of a string value from one place to before another. */
    public static CharSequence part(CharSequence text, int from, int to) {
        int partLength = to - from;
        if (partLength == 1) {
            return SingleCharacters.of(text.charAt(from));
        }
        if (partLength < MIN_PART_LENGTH) {
            return text instanceof String string
                    ? string.substring(from, to)
                    : (String) text.subSequence(from, to);
        }
        if (partLength == text.length()) {
            return text;
        }
        String base = base(text);
        int start = start(text) + from;
        return base.length() / MAX_BASE_FACTOR < partLength
                ? new Rope(base, null, start, partLength)
                : base.substring(start, start + partLength);
    }

    /**
     * A string value with another one in place of a part of it. Where that only cuts off an end the
     * rest need not be copied.
     *
     * @throws JSThrow a RangeError when the result is longer than {@link #MAX_LENGTH}
     */
    public static CharSequence replace(
            CharSequence text, int from, int to, CharSequence replacement) {
        int length = text.length();
        if (replacement.isEmpty() && (from == 0 || to == length)) {
            return from == 0 ? part(text, to, length) : part(text, 0, from);
        }
        long resultLength = (long) from + replacement.length() + (length - to);
        if (resultLength > MAX_LENGTH) {
            throw Errors.rangeError("Invalid string length");
        }
        StringBuilder result = new StringBuilder((int) resultLength);
        append(result, text, 0, from);
        append(result, replacement);
        append(result, text, to, length);
        return result.toString();
    }

    /**
     * The String that has the characters of a string value, among others perhaps: from {@link
     * #start} on.
     */
    public static String base(CharSequence text) {
        return text instanceof String string ? string : ((Rope) text).base();
    }

    /** Where in its base a string value starts. */
    public static int start(CharSequence text) {
        return text instanceof Rope rope ? rope.start : 0;
    }

    /** Whether two string values have the same characters; none of them is copied for that. */
    public static boolean areEqual(CharSequence a, CharSequence b) {
        if (a instanceof String left && b instanceof String right) {
            return left.equals(right);
        }
        return a.length() == b.length()
                && base(a).regionMatches(start(a), base(b), start(b), a.length());
    }

    /** Appends the part of a string value from one place to before another. */
    public static void append(StringBuilder result, CharSequence text, int from, int to) {
        String base = base(text);
        int start = start(text);
        result.append(base, start + from, start + to);
    }

    /** Whether a value is a string. */
    public static boolean isString(@Nullable Object value) {
        return value instanceof String || value instanceof Rope;
    }

    /** Appends a string value. */
    public static void append(StringBuilder result, CharSequence text) {
        append(result, text, 0, text.length());
    }

    private String base() {
        if (right != null) {
            flatten();
        }
        return (String) left;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return base().charAt(start + Objects.checkIndex(index, length));
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        Objects.checkFromToIndex(from, to, length);
        return base().substring(start + from, start + to);
    }

    @Override
    public String toString() {
        String base = base();
        if (base.length() != length) {
            base = base.substring(start, start + length);
            left = base;
            start = 0;
        }
        return base;
    }

    /**
     * Right to left, so that the usual left-deep rope of an appending loop needs no stack of
     * pending strings.
     */
    private void flatten() {
        if (left instanceof String first && right instanceof String second) {
            left = first.concat(second); // FAST PATH: one copy
            right = null;
            return;
        }
        char[] buffer = new char[length];
        int end = length;
        ArrayDeque<CharSequence> pending = null;
        CharSequence next = this;
        while (next != null) {
            if (next instanceof Rope rope && rope.right != null) {
                if (rope.right instanceof Rope second && second.right != null) {
                    pending = pending == null ? new ArrayDeque<>() : pending;
                    pending.push(rope.left);
                    next = second;
                    continue;
                }
                end = copy(rope.right, buffer, end);
                next = rope.left;
            } else {
                end = copy(next, buffer, end);
                next = pending == null ? null : pending.poll();
            }
        }
        left = new String(buffer);
        right = null;
    }

    /** Copies a text to before {@code end}; gives its start. */
    private static int copy(CharSequence text, char[] buffer, int end) {
        int first = start(text);
        int at = end - text.length();
        base(text).getChars(first, first + text.length(), buffer, at);
        return at;
    }
}
