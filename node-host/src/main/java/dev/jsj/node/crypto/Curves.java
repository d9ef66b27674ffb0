package dev.jsj.node.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.util.Arrays;
import java.util.List;

/** The prime curves of the JDK, and the points on them as bytes. */
public final class Curves {
    private static final List<String> NAMES = List.of("prime256v1", "secp384r1", "secp521r1");

    private Curves() {}

    /** OpenSSL's names. */
    public static List<String> names() {
        return NAMES;
    }

    /** The curve by any of its names. */
    public static ECParameterSpec of(String name) throws GeneralSecurityException {
        String java =
                switch (name) {
                    case "prime256v1", "P-256" -> "secp256r1";
                    case "P-384" -> "secp384r1";
                    case "P-521" -> "secp521r1";
                    default -> name;
                };
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(java));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    /** OpenSSL's name of a curve. */
    public static String nameOf(ECParameterSpec curve) {
        return switch (curve.getCurve().getField().getFieldSize()) {
            case 256 -> "prime256v1";
            case 384 -> "secp384r1";
            default -> "secp521r1";
        };
    }

    /** Bytes of a coordinate. */
    public static int size(ECParameterSpec curve) {
        return (curve.getCurve().getField().getFieldSize() + 7) / 8;
    }

    /** A number in so many bytes. */
    public static byte[] fixed(BigInteger value, int size) {
        byte[] bytes = value.toByteArray();
        byte[] result = new byte[size];
        int count = Math.min(size, bytes.length);
        System.arraycopy(bytes, bytes.length - count, result, size - count, count);
        return result;
    }

    /** SEC 1, 2.3.3: a point as bytes. */
    public static byte[] encode(ECPoint point, ECParameterSpec curve, boolean compressed) {
        int size = size(curve);
        byte[] x = fixed(point.getAffineX(), size);
        byte[] result = new byte[compressed ? size + 1 : 2 * size + 1];
        result[0] = (byte) (compressed ? point.getAffineY().testBit(0) ? 3 : 2 : 4);
        System.arraycopy(x, 0, result, 1, size);
        if (!compressed) {
            System.arraycopy(fixed(point.getAffineY(), size), 0, result, 1 + size, size);
        }
        return result;
    }

    /** SEC 1, 2.3.4; fails for what is no point of the curve. */
    public static ECPoint decode(byte[] bytes, ECParameterSpec curve)
            throws GeneralSecurityException {
        int size = size(curve);
        BigInteger p = prime(curve);
        boolean compressed = bytes.length == size + 1 && (bytes[0] == 2 || bytes[0] == 3);
        boolean plain = bytes.length == 2 * size + 1 && (bytes[0] == 4 || (bytes[0] & 6) == 6);
        if (!compressed && !plain) {
            throw new GeneralSecurityException("Public key is not valid for specified curve");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + size));
        EllipticCurve shape = curve.getCurve();
        BigInteger square = x.pow(3).add(shape.getA().multiply(x)).add(shape.getB()).mod(p);
        BigInteger y;
        if (compressed) {
            // Each of these primes is 3 modulo 4.
            y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
            y = y.testBit(0) == (bytes[0] == 3) ? y : p.subtract(y);
        } else {
            y = new BigInteger(1, Arrays.copyOfRange(bytes, 1 + size, 1 + 2 * size));
        }
        if (!y.multiply(y).mod(p).equals(square)) {
            throw new GeneralSecurityException("Public key is not valid for specified curve");
        }
        return new ECPoint(x, y);
    }

    private static BigInteger prime(ECParameterSpec curve) {
        return ((ECFieldFp) curve.getCurve().getField()).getP();
    }

    /** The public point of a private number. */
    public static ECPoint publicPoint(BigInteger number, ECParameterSpec curve) {
        BigInteger p = prime(curve);
        BigInteger a = curve.getCurve().getA();
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = number.bitLength() - 1; bit >= 0; bit--) {
            sum = add(sum, sum, a, p);
            if (number.testBit(bit)) {
                sum = add(sum, curve.getGenerator(), a, p);
            }
        }
        return sum;
    }

    private static ECPoint add(ECPoint one, ECPoint two, BigInteger a, BigInteger p) {
        if (one.equals(ECPoint.POINT_INFINITY)) {
            return two;
        }
        if (two.equals(ECPoint.POINT_INFINITY)) {
            return one;
        }
        BigInteger x = one.getAffineX();
        BigInteger y = one.getAffineY();
        BigInteger slope;
        if (!x.equals(two.getAffineX())) {
            slope =
                    two.getAffineY()
                            .subtract(y)
                            .multiply(two.getAffineX().subtract(x).mod(p).modInverse(p));
        } else if (y.equals(two.getAffineY()) && y.signum() != 0) {
            slope =
                    x.multiply(x)
                            .multiply(BigInteger.valueOf(3))
                            .add(a)
                            .multiply(y.shiftLeft(1).modInverse(p));
        } else {
            return ECPoint.POINT_INFINITY;
        }
        BigInteger newX = slope.multiply(slope).subtract(x).subtract(two.getAffineX()).mod(p);
        return new ECPoint(newX, slope.multiply(x.subtract(newX)).subtract(y).mod(p));
    }
}
