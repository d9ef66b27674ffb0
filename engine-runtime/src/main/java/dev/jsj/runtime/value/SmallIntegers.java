package dev.jsj.runtime.value;

import org.jspecify.annotations.Nullable;

/** The decimal digits of integers; those of small ones, which are most, are made once. */
public final class SmallIntegers {
    private static final int LIMIT = 1024;

    /** Filled on demand, by several threads perhaps: any of their strings will do. */
    private static final @Nullable String[] DIGITS = new String[LIMIT];

    private SmallIntegers() {}

    /** 6.1.6.1.20 Number::toString ( x, 10 ) for an int32. */
    public static String toString(int value) {
        return value >= 0 && value < LIMIT ? small(value) : Integer.toString(value);
    }

    private static String small(int value) {
        String known = DIGITS[value];
        if (known == null) {
            known = Integer.toString(value);
            DIGITS[value] = known;
        }
        return known;
    }
}
