package dev.jsj.runtime.operations;

import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.JsNumber;

import java.math.BigDecimal;
import java.math.BigInteger;

/** 6.1.6.2 The BigInt Type: its arithmetic, with V8's limit of size. */
public final class BigIntOperations {
    /** A longer result is a RangeError. */
    public static final int MAX_BITS = 1 << 30;

    private static final int LONG_BITS = 62;

    private BigIntOperations() {}

    private static JSThrow tooBig() {
        return Errors.rangeError("Maximum BigInt size exceeded");
    }

    private static BigInteger checked(BigInteger value) {
        if (value.bitLength() > MAX_BITS) {
            throw tooBig();
        }
        return value;
    }

    static BigInteger add(BigInteger x, BigInteger y) {
        return checked(x.add(y));
    }

    static BigInteger subtract(BigInteger x, BigInteger y) {
        return checked(x.subtract(y));
    }

    static BigInteger multiply(BigInteger x, BigInteger y) {
        if ((long) x.bitLength() + y.bitLength() > MAX_BITS + 1L) {
            if (x.signum() == 0 || y.signum() == 0) {
                return BigInteger.ZERO;
            }
            throw tooBig();
        }
        return checked(x.multiply(y));
    }

    static BigInteger divide(BigInteger x, BigInteger y) {
        requireDivisor(y);
        return x.divide(y);
    }

    static BigInteger remainder(BigInteger x, BigInteger y) {
        requireDivisor(y);
        return x.remainder(y);
    }

    private static void requireDivisor(BigInteger y) {
        if (y.signum() == 0) {
            throw Errors.rangeError("Division by zero");
        }
    }

    /** 6.1.6.2.3 BigInt::exponentiate ( base, exponent ). */
    static BigInteger exponentiate(BigInteger base, BigInteger exponent) {
        if (exponent.signum() < 0) {
            throw Errors.rangeError("Exponent must be non-negative");
        }
        if (exponent.signum() == 0) {
            return BigInteger.ONE;
        }
        if (base.bitLength() <= 1 && base.abs().bitLength() <= 1) { // -1, 0, 1
            return base.signum() < 0 && !exponent.testBit(0) ? BigInteger.ONE : base;
        }
        if (exponent.bitLength() > 31
                || (base.abs().bitLength() - 1) * exponent.longValue() > MAX_BITS) {
            throw tooBig();
        }
        return checked(base.pow(exponent.intValue()));
    }

    /** 6.1.6.2.9 BigInt::leftShift ( x, y ). */
    static BigInteger leftShift(BigInteger x, BigInteger y) {
        return y.signum() < 0 ? shiftRight(x, y.negate()) : shiftLeft(x, y);
    }

    /** 6.1.6.2.10 BigInt::signedRightShift ( x, y ). */
    static BigInteger signedRightShift(BigInteger x, BigInteger y) {
        return y.signum() < 0 ? shiftLeft(x, y.negate()) : shiftRight(x, y);
    }

    private static BigInteger shiftLeft(BigInteger x, BigInteger distance) {
        if (x.signum() == 0) {
            return x;
        }
        if (distance.bitLength() > 31 || x.bitLength() + distance.longValue() > MAX_BITS) {
            throw tooBig();
        }
        return x.shiftLeft(distance.intValue());
    }

    private static BigInteger shiftRight(BigInteger x, BigInteger distance) {
        if (distance.bitLength() > 31) {
            return x.signum() < 0 ? BigInteger.ONE.negate() : BigInteger.ZERO;
        }
        return x.shiftRight(distance.intValue());
    }

    /** The Number closest to a BigInt: 21.1.1.1 Number ( value ), step 1.b. */
    public static Object toNumber(BigInteger value) {
        return value.bitLength() <= LONG_BITS
                ? JsNumber.of(value.longValue())
                : JsNumber.of(value.doubleValue());
    }

    /** 21.2.1.1.1 NumberToBigInt ( number ). */
    public static BigInteger numberToBigInt(double number) {
        if (!JsNumber.isIntegral(number)) {
            throw Errors.rangeError(
                    "The number "
                            + NumberConversion.toString(number)
                            + " cannot be converted to a BigInt because it is not an integer");
        }
        return Math.abs(number) < 1L << LONG_BITS
                ? BigInteger.valueOf((long) number)
                : new BigDecimal(number).toBigInteger();
    }

    /** 21.2.2.1 BigInt.asIntN ( bits, bigint ), the arguments converted. */
    public static BigInteger asIntN(long bits, BigInteger value) {
        if (bits == 0) {
            return BigInteger.ZERO;
        }
        if (value.bitLength() < bits) {
            return value;
        }
        BigInteger modulus = BigInteger.ONE.shiftLeft((int) bits);
        BigInteger low = value.mod(modulus);
        return low.testBit((int) bits - 1) ? low.subtract(modulus) : low;
    }

    /** 21.2.2.2 BigInt.asUintN ( bits, bigint ), the arguments converted. */
    public static BigInteger asUintN(long bits, BigInteger value) {
        if (bits == 0) {
            return BigInteger.ZERO;
        }
        if (value.signum() >= 0 && value.bitLength() <= bits) {
            return value;
        }
        if (bits > MAX_BITS) {
            throw tooBig();
        }
        return value.mod(BigInteger.ONE.shiftLeft((int) bits));
    }
}
