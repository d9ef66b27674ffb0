package dev.jsj.runtime.value;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;

/**
 * A string made by concatenation whose characters have not been copied together yet. The first read
 * of its characters flattens it, in place and without recursion, so that building a string by
 * repeated {@code +=} costs time linear in its length.
 *
 * <p>A JavaScript string value is a {@link String} or a {@code Rope}; {@link #toString()} gives the
 * characters of either.
 */
public final class Rope implements CharSequence {
    /** V8's limit (2^29 - 24): a longer result is a RangeError "Invalid string length". */
    public static final int MAX_LENGTH = (1 << 29) - 24;

    /** Shorter results are copied at once: a rope node would cost more than the characters. */
    private static final int MIN_LENGTH = 24;

    private @Nullable CharSequence left;
    private @Nullable CharSequence right;
    private @Nullable String flat;
    private final int length;

    private Rope(CharSequence left, CharSequence right, int length) {
        this.left = left;
        this.right = right;
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
        return new Rope(left, right, length);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return toString().charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().substring(start, end);
    }

    @Override
    public String toString() {
        String result = flat;
        return result != null ? result : flatten();
    }

    /**
     * Right to left, so that the usual left-deep rope of an appending loop needs no stack of
     * pending parts.
     */
    private String flatten() {
        char[] buffer = new char[length];
        int end = length;
        ArrayDeque<CharSequence> pending = null;
        CharSequence part = this;
        while (part != null) {
            if (part instanceof Rope rope && rope.flat == null) {
                if (rope.right instanceof Rope right && right.flat == null) {
                    pending = pending == null ? new ArrayDeque<>() : pending;
                    pending.push(rope.left);
                    part = right;
                    continue;
                }
                end = copy(rope.right.toString(), buffer, end);
                part = rope.left;
            } else {
                end = copy(part.toString(), buffer, end);
                part = pending == null ? null : pending.poll();
            }
        }
        flat = new String(buffer);
        left = null;
        right = null;
        return flat;
    }

    /** Copies a text to before {@code end}; gives its start. */
    private static int copy(String text, char[] buffer, int end) {
        int start = end - text.length();
        text.getChars(0, text.length(), buffer, start);
        return start;
    }
}
