package dev.jsj.runtime.operations;

import java.math.BigInteger;

/**
 * BigInts from and to digits, in less than quadratic time: {@link BigInteger} reads any radix, and
 * writes powers of two, digit by digit.
 */
public final class BigIntText {
    /** From this number of digits on the plain methods are slower. */
    private static final int LONG_TEXT = 1000;

    private BigIntText() {}

    /** The value of a run of digits that are known to be of {@code radix}, without a sign. */
    public static BigInteger parse(String digits, int radix) {
        if (digits.length() < LONG_TEXT) {
            return new BigInteger(digits, radix);
        }
        if (Integer.bitCount(radix) == 1) {
            return parseBits(digits, Integer.numberOfTrailingZeros(radix));
        }
        return parseHalves(digits, 0, digits.length(), radix);
    }

    /** Digits of a fixed number of bits: copied into the bytes of the result. */
    private static BigInteger parseBits(String digits, int bitsPerDigit) {
        int length = digits.length();
        byte[] bytes = new byte[(int) (((long) length * bitsPerDigit + 7) / 8)];
        long position = 0;
        for (int i = length - 1; i >= 0; i--, position += bitsPerDigit) {
            int value = Character.digit(digits.charAt(i), 1 << bitsPerDigit);
            int at = bytes.length - 1 - (int) (position >> 3);
            int shifted = value << (position & 7);
            bytes[at] |= (byte) shifted;
            if (shifted > 0xFF) {
                bytes[at - 1] |= (byte) (shifted >> 8);
            }
        }
        return new BigInteger(1, bytes);
    }

    /** The upper half times a power of the radix, and the lower half. */
    private static BigInteger parseHalves(String digits, int start, int end, int radix) {
        int length = end - start;
        if (length < LONG_TEXT) {
            return new BigInteger(digits.substring(start, end), radix);
        }
        int lower = Integer.highestOneBit(length - 1); // a power of two: quick to raise to
        BigInteger upperHalf = parseHalves(digits, start, end - lower, radix);
        BigInteger lowerHalf = parseHalves(digits, end - lower, end, radix);
        return upperHalf.multiply(BigInteger.valueOf(radix).pow(lower)).add(lowerHalf);
    }

    /** The digits of a value in {@code radix}, with a sign where it is negative. */
    public static String toString(BigInteger value, int radix) {
        if (Integer.bitCount(radix) != 1 || value.bitLength() < LONG_TEXT) {
            return value.toString(radix);
        }
        int bitsPerDigit = Integer.numberOfTrailingZeros(radix);
        byte[] bytes = value.abs().toByteArray();
        int length = (value.abs().bitLength() + bitsPerDigit - 1) / bitsPerDigit;
        StringBuilder text = new StringBuilder(length + 1);
        if (value.signum() < 0) {
            text.append('-');
        }
        for (int i = length - 1; i >= 0; i--) {
            long position = (long) i * bitsPerDigit;
            int at = bytes.length - 1 - (int) (position >> 3);
            int pair = bytes[at] & 0xFF | (at > 0 ? (bytes[at - 1] & 0xFF) << 8 : 0);
            int digit = pair >> (position & 7) & radix - 1;
            text.append(Character.forDigit(digit, radix));
        }
        return text.toString();
    }
}
