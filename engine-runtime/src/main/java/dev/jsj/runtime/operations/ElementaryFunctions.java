package dev.jsj.runtime.operations;

/**
 * The transcendental functions of {@code Math} and {@code **}, with the very bits that V8 gives, so
 * that programs print the same digits. V8 uses the methods of fdlibm, as {@link StrictMath} does:
 * where both agree, callers use {@code StrictMath}; here are the functions where they do not, or
 * which Java lacks.
 */
public final class ElementaryFunctions {
    private static final double LN2 = 0x1.62e42fefa39efp-1;
    private static final double TWO_TO_28 = 0x1p28;

    /** Clears the lower half of a double's significand. */
    private static final long UPPER_WORD = 0xFFFF_FFFF_0000_0000L;

    /** log2(1.5) in two pieces. */
    private static final double LOG2_15_HIGH = 5.84962487220764160156e-01;

    private static final double LOG2_15_LOW = 1.35003920212974897128e-08;

    private ElementaryFunctions() {}

    private static double upperWord(double value) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & UPPER_WORD);
    }

    /** sign(x) * log(|x| + sqrt(x^2 + 1)), arranged by magnitude to keep precision. */
    public static double asinh(double x) {
        double magnitude = Math.abs(x);
        if (!(magnitude >= 1 / TWO_TO_28) || Double.isInfinite(x)) {
            return x;
        }
        double result;
        if (magnitude > TWO_TO_28) {
            result = StrictMath.log(magnitude) + LN2;
        } else if (magnitude > 2) {
            double inverse = 1 / (Math.sqrt(x * x + 1) + magnitude);
            result = StrictMath.log(2 * magnitude + inverse);
        } else {
            double square = x * x;
            result = StrictMath.log1p(magnitude + square / (1 + Math.sqrt(1 + square)));
        }
        return Math.copySign(result, x);
    }

    /** log(x + sqrt(x^2 - 1)). */
    public static double acosh(double x) {
        if (!(x >= 1)) {
            return Double.NaN;
        }
        if (x >= TWO_TO_28) {
            return StrictMath.log(x) + LN2;
        }
        if (x > 2) {
            return StrictMath.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
        }
        double above = x - 1;
        return StrictMath.log1p(above + Math.sqrt(2 * above + above * above));
    }

    /** log((1 + x) / (1 - x)) / 2. */
    public static double atanh(double x) {
        double magnitude = Math.abs(x);
        if (!(magnitude <= 1)) {
            return Double.NaN;
        }
        if (magnitude < 1 / TWO_TO_28) {
            return x;
        }
        double twice = magnitude + magnitude;
        double argument =
                magnitude < 0.5
                        ? twice + twice * magnitude / (1 - magnitude)
                        : twice / (1 - magnitude);
        return Math.copySign(0.5 * StrictMath.log1p(argument), x);
    }

    /** The hyperbolic tangent: tiny arguments are their own result. */
    public static double tanh(double x) {
        return Math.abs(x) < 1 / TWO_TO_28 ? x : StrictMath.tanh(x);
    }

    /**
     * The cube root: a rough one from a third of the exponent, a polynomial step to 23 bits, one
     * Newton step in full precision.
     */
    public static double cbrt(double x) {
        final int thirdOfBias = 715094163; // (1023 - 1023 / 3 - 0.03306235651) * 2^20
        double magnitude = Math.abs(x);
        if (!(magnitude < Double.POSITIVE_INFINITY) || x == 0) {
            return x;
        }
        double root;
        if (magnitude < Double.MIN_NORMAL) {
            int high = (int) (Double.doubleToRawLongBits(magnitude * 0x1p54) >>> 32);
            final int thirdOfSubnormalBias = 696219795; // 18 * 2^20 less
            root = Double.longBitsToDouble((long) (high / 3 + thirdOfSubnormalBias) << 32);
        } else {
            int high = (int) (Double.doubleToRawLongBits(magnitude) >>> 32);
            root = Double.longBitsToDouble((long) (high / 3 + thirdOfBias) << 32);
        }
        double ratio = root * root * (root / magnitude);
        root *=
                1.87595182427177009643
                        + ratio * (-1.88497979543377169875 + ratio * 1.621429720105354466140)
                        + ratio
                                * ratio
                                * ratio
                                * (-0.758397934778766047437 + ratio * 0.145996192886612446982);
        long rounded = Double.doubleToRawLongBits(root) + 0x8000_0000L & 0xFFFF_FFFF_C000_0000L;
        root = Double.longBitsToDouble(rounded);
        double quotient = magnitude / (root * root);
        root += root * ((quotient - root) / (root + root + quotient));
        return Math.copySign(root, x);
    }

    /** The base-2 logarithm, exact for powers of two: log(1 + f) in two pieces times 1 / ln(2). */
    public static double log2(double x) {
        if (!(x > 0)) {
            return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        int exponent = 0;
        double scaled = x;
        if (scaled < Double.MIN_NORMAL) {
            scaled *= 0x1p54;
            exponent = -54;
        }
        long bits = Double.doubleToRawLongBits(scaled);
        int high = (int) (bits >>> 32);
        exponent += (high >> 20) - 1023;
        high &= 0x000F_FFFF;
        int overSqrt2 = high + 0x95F64 & 0x10_0000; // the significand above sqrt(2) is halved
        long normal = (long) (high | overSqrt2 ^ 0x3FF0_0000) << 32 | bits & 0xFFFF_FFFFL;
        exponent += overSqrt2 >> 20;
        double f = Double.longBitsToDouble(normal) - 1;
        double halfSquare = 0.5 * f * f;
        double rest = log1pRest(f, halfSquare);
        final double inverseHigh = 1.44269504072144627571;
        final double inverseLow = 1.67517131648865118353e-10;
        double upper = upperWord(f - halfSquare);
        double lower = f - upper - halfSquare + rest;
        double product = upper * inverseHigh;
        double correction = (lower + upper) * inverseLow + lower * inverseHigh;
        double sum = exponent + product;
        correction += exponent - sum + product;
        return correction + sum;
    }

    /** log(1 + f) - (f - f^2 / 2), by the series in s = f / (2 + f). */
    private static double log1pRest(double f, double halfSquare) {
        double s = f / (2.0 + f);
        double z = s * s;
        double w = z * z;
        double even = 2.222219843214978396e-01 + w * 1.531383769920937332e-01;
        even = w * (3.999999999940941908e-01 + w * even);
        double odd = 1.818357216161805012e-01 + w * 1.479819860511658591e-01;
        odd = 2.857142874366239149e-01 + w * odd;
        odd = z * (6.666666666666735130e-01 + w * odd);
        return s * (halfSquare + (odd + even));
    }

    // ---- exponentiation

    /** 6.1.6.1.3 Number::exponentiate ( base, exponent ). */
    public static double pow(double base, double exponent) {
        if (exponent == 2) {
            return base * base; // FAST PATH
        }
        double magnitude = Math.abs(base);
        boolean special =
                !(magnitude < Double.POSITIVE_INFINITY)
                        || magnitude == 0
                        || magnitude == 1
                        || Math.abs(exponent) <= 1
                        || !(Math.abs(exponent) <= 0x1p31);
        if (special) {
            return specialPow(base, exponent);
        }
        if (base > 0) {
            return positivePow(magnitude, exponent);
        }
        if (exponent != Math.rint(exponent)) {
            return Double.NaN;
        }
        double result = positivePow(magnitude, exponent);
        return exponent % 2 == 0 ? result : -result;
    }

    private static double specialPow(double base, double exponent) {
        if (exponent == 1) {
            return base;
        }
        if (exponent == -1) {
            return 1 / base;
        }
        if (exponent == 0.5 && base >= 0) {
            return base == 0 ? 0 : Math.sqrt(base);
        }
        double magnitude = Math.abs(base);
        if (base > 0 && magnitude != 1 && Math.abs(exponent) < 1 && exponent != 0) {
            return magnitude == Double.POSITIVE_INFINITY
                    ? StrictMath.pow(base, exponent)
                    : positivePow(base, exponent);
        }
        // Zeros, infinities, NaN, ones, and exponents so large that all ends in 0 or Infinity
        // unless the base is very close to one: both libraries agree.
        return StrictMath.pow(base, exponent);
    }

    /**
     * base^exponent = 2^(exponent * log2(base)) for a finite positive base other than 1: the
     * logarithm and the product are carried in two doubles each.
     */
    private static double positivePow(double base, double exponent) {
        // log2(base) = n + log2(interval) + log2(1 + s), as logHigh + logLow
        int n = 0;
        double ax = base;
        if (ax < Double.MIN_NORMAL) {
            ax *= 0x1p53;
            n = -53;
        }
        long bits = Double.doubleToRawLongBits(ax);
        int high = (int) (bits >>> 32);
        n += (high >> 20) - 1023;
        int fraction = high & 0x000F_FFFF;
        high = fraction | 0x3FF0_0000;
        boolean nearThreeHalves = false;
        if (fraction > 0x3988E) { // above sqrt(3/2)
            if (fraction < 0xBB67A) { // below sqrt(3)
                nearThreeHalves = true;
            } else {
                n++;
                high -= 0x0010_0000;
            }
        }
        ax = Double.longBitsToDouble((long) high << 32 | bits & 0xFFFF_FFFFL);
        double center = nearThreeHalves ? 1.5 : 1.0;
        double u = ax - center;
        double v = 1 / (ax + center);
        double s = u * v;
        double sHigh = upperWord(s);
        int sumWord = (high >> 1 | 0x2000_0000) + 0x0008_0000 + (nearThreeHalves ? 0x4_0000 : 0);
        double sumHigh = Double.longBitsToDouble((long) sumWord << 32);
        double sumLow = ax - (sumHigh - center);
        double sLow = v * (u - sHigh * sumHigh - sHigh * sumLow);
        double s2 = s * s;
        double r = s2 * s2 * logSeries(s2) + sLow * (sHigh + s);
        s2 = sHigh * sHigh;
        double tHigh = upperWord(3.0 + s2 + r);
        double tLow = r - (tHigh - 3.0 - s2);
        u = sHigh * tHigh;
        v = sLow * tHigh + tLow * s;
        double pHigh = upperWord(u + v);
        double pLow = v - (pHigh - u);
        final double scale = 9.61796693925975554329e-01; // 2 / (3 ln 2), then its two pieces
        final double scaleHigh = 9.61796700954437255859e-01;
        final double scaleLow = -7.02846165095275826516e-09;
        double zHigh = scaleHigh * pHigh;
        double zLow = scaleLow * pHigh + pLow * scale + (nearThreeHalves ? LOG2_15_LOW : 0.0);
        double centerLog = nearThreeHalves ? LOG2_15_HIGH : 0.0;
        double logHigh = upperWord(zHigh + zLow + centerLog + n);
        double logLow = zLow - (logHigh - n - centerLog - zHigh);
        // times the exponent
        double exponentHigh = upperWord(exponent);
        double productLow = (exponent - exponentHigh) * logHigh + exponent * logLow;
        return exp2(exponentHigh * logHigh, productLow);
    }

    private static double logSeries(double s2) {
        double sum = 2.06975017800338417784e-01;
        sum = 2.30660745775561754067e-01 + s2 * sum;
        sum = 2.72728123808534006489e-01 + s2 * sum;
        sum = 3.33333329818377432918e-01 + s2 * sum;
        sum = 4.28571428578550184252e-01 + s2 * sum;
        return 5.99999999999994648725e-01 + s2 * sum;
    }

    /** 2^(high + low). */
    private static double exp2(double high, double low) {
        double z = low + high;
        if (z >= 1024) {
            final double halfUlpOfOverflow = 8.0085662595372944372e-17;
            if (z > 1024 || low + halfUlpOfOverflow > z - high) {
                return Double.POSITIVE_INFINITY;
            }
        } else if (z <= -1075 && (z < -1075 || low <= z - high)) {
            return 0;
        }
        int n = 0;
        double rest = high;
        if (Math.abs(z) > 0.5) {
            n = (int) (Math.floor(Math.abs(z) + 0.5));
            n = z < 0 ? -n : n;
            rest -= n;
        }
        double t = upperWord(low + rest);
        double u = t * 6.93147182464599609375e-01; // ln 2 in two pieces
        double v = (low - (t - rest)) * LN2 + t * -1.90465429995776804525e-09;
        z = u + v;
        double w = v - (z - u);
        t = z * z;
        double sum = -1.65339022054652515390e-06 + t * 4.13813679705723846039e-08;
        sum = 6.61375632143793436117e-05 + t * sum;
        sum = -2.77777777770155933842e-03 + t * sum;
        sum = 1.66666666666666019037e-01 + t * sum;
        double t1 = z - t * sum;
        double r = z * t1 / (t1 - 2 - (w + z * w));
        return Math.scalb(1 - (r - z), n);
    }

    /** 21.3.2.28 Math.round ( x ): ties go up, the sign of zero is kept. */
    public static double round(double x) {
        double floor = Math.floor(x);
        if (x - floor < 0.5 || floor == x) {
            return floor;
        }
        return Math.ceil(x); // -0 for -0.5
    }

    /** 21.3.2.37 Math.trunc ( x ). */
    public static double trunc(double x) {
        return x < 0 ? Math.ceil(x) : Math.floor(x);
    }
}
