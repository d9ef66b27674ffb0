package dev.jsj.runtime.builtins.numbers;

import java.math.BigInteger;

/**
 * The exact sum of doubles, rounded once (21.3.2.34): a fixed-point integer in units of the
 * smallest subnormal number, kept as chunks that need no carry for many additions.
 */
final class PreciseSum {
    private static final int CHUNK_BITS = 32;

    /** 2098 bits from 2^-1074 to the top of the largest double, and room for carries. */
    private static final int CHUNKS = 2098 / CHUNK_BITS + 4;

    private static final int CARRY_INTERVAL = 1 << 28;
    private static final int MIN_EXPONENT = -1074;

    private final long[] chunks = new long[CHUNKS];
    private int additions;
    private boolean onlyNegativeZeros = true;
    private double special; // a sum of infinities and NaN, or 0

    void add(double value) {
        if (!Double.isFinite(value)) {
            special += value;
            onlyNegativeZeros = false;
            return;
        }
        long bits = Double.doubleToRawLongBits(value);
        if (bits == Long.MIN_VALUE) {
            return;
        }
        onlyNegativeZeros = false;
        int biasedExponent = (int) (bits >>> 52) & 0x7FF;
        long significand = bits & 0xF_FFFF_FFFF_FFFFL;
        int shift = 0;
        if (biasedExponent > 0) {
            significand |= 1L << 52;
            shift = biasedExponent - 1;
        }
        int chunk = shift / CHUNK_BITS;
        int offset = shift % CHUNK_BITS;
        long mask = (1L << CHUNK_BITS) - 1;
        long low = significand << offset;
        long high = offset == 0 ? 0 : significand >>> (64 - offset);
        long sign = bits < 0 ? -1 : 1;
        chunks[chunk] += sign * (low & mask);
        chunks[chunk + 1] += sign * (low >>> CHUNK_BITS);
        chunks[chunk + 2] += sign * high;
        if (++additions == CARRY_INTERVAL) {
            carry();
        }
    }

    private void carry() {
        for (int i = 0; i < CHUNKS - 1; i++) {
            chunks[i + 1] += chunks[i] >> CHUNK_BITS;
            chunks[i] &= (1L << CHUNK_BITS) - 1;
        }
        additions = 0;
    }

    double value() {
        if (special != 0) {
            return special; // an infinity or NaN
        }
        if (onlyNegativeZeros) {
            return -0.0;
        }
        carry();
        BigInteger sum = BigInteger.ZERO;
        for (int i = CHUNKS - 1; i >= 0; i--) {
            sum = sum.shiftLeft(CHUNK_BITS).add(BigInteger.valueOf(chunks[i]));
        }
        return toDouble(sum);
    }

    /** sum * 2^-1074, rounded to nearest, ties to even. */
    private static double toDouble(BigInteger sum) {
        int excess = sum.abs().bitLength() - 53;
        if (excess <= 0) {
            return sum.longValue() * Double.MIN_VALUE;
        }
        BigInteger magnitude = sum.abs();
        long top = magnitude.shiftRight(excess).longValue();
        boolean half = magnitude.testBit(excess - 1);
        boolean beyondHalf = half && magnitude.getLowestSetBit() < excess - 1;
        if (beyondHalf || half && (top & 1) != 0) {
            top++;
        }
        return Math.scalb(sum.signum() * (double) top, excess + MIN_EXPONENT);
    }
}
