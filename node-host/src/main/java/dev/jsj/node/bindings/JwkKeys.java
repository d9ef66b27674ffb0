package dev.jsj.node.bindings;

import dev.jsj.node.crypto.Curves;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.interfaces.XECPrivateKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Keys as JSON Web Keys (RFC 7517), and what {@code asymmetricKeyDetails} shows of them. */
final class JwkKeys {
    /**
     * A curve of RFC 8410.
     *
     * @param privateHead the DER before a private key's bytes in PKCS#8
     * @param publicHead the DER before a public key's in SPKI
     */
    private record OctetCurve(String name, String privateHead, String publicHead) {}

    private static final OctetCurve[] OCTET_CURVES = {
        new OctetCurve("Ed25519", "302e020100300506032b657004220420", "302a300506032b6570032100"),
        new OctetCurve("X25519", "302e020100300506032b656e04220420", "302a300506032b656e032100"),
        new OctetCurve("Ed448", "3047020100300506032b6571043b0439", "3043300506032b6571033a00"),
        new OctetCurve("X448", "3046020100300506032b656f043a0438", "3042300506032b656f033900"),
    };

    private JwkKeys() {}

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String text(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return text(
                bytes[0] == 0 && bytes.length > 1
                        ? Arrays.copyOfRange(bytes, 1, bytes.length)
                        : bytes);
    }

    private static byte[] bytes(JSObject jwk, String name) throws GeneralSecurityException {
        if (jwk.get(name) instanceof CharSequence text) {
            try {
                return Base64.getUrlDecoder().decode(text.toString());
            } catch (IllegalArgumentException malformed) {
                throw new InvalidKeySpecException("Invalid JWK data", malformed);
            }
        }
        throw new InvalidKeySpecException("Invalid JWK data");
    }

    private static BigInteger number(JSObject jwk, String name) throws GeneralSecurityException {
        return new BigInteger(1, bytes(jwk, name));
    }

    static JSObject write(Realm realm, Key key) throws GeneralSecurityException {
        return switch (key) {
            case RSAPrivateCrtKey rsa ->
                    Arguments.object(
                            realm,
                            "kty",
                            "RSA",
                            "n",
                            text(rsa.getModulus()),
                            "e",
                            text(rsa.getPublicExponent()),
                            "d",
                            text(rsa.getPrivateExponent()),
                            "p",
                            text(rsa.getPrimeP()),
                            "q",
                            text(rsa.getPrimeQ()),
                            "dp",
                            text(rsa.getPrimeExponentP()),
                            "dq",
                            text(rsa.getPrimeExponentQ()),
                            "qi",
                            text(rsa.getCrtCoefficient()));
            case RSAPublicKey rsa ->
                    Arguments.object(
                            realm,
                            "kty",
                            "RSA",
                            "n",
                            text(rsa.getModulus()),
                            "e",
                            text(rsa.getPublicExponent()));
            case ECPrivateKey ec -> {
                ECParameterSpec curve = ec.getParams();
                ECPoint point = Curves.publicPoint(ec.getS(), curve);
                JSObject jwk = writePoint(realm, point, curve);
                jwk.set("d", text(Curves.fixed(ec.getS(), Curves.size(curve))), jwk);
                yield jwk;
            }
            case ECPublicKey ec -> writePoint(realm, ec.getW(), ec.getParams());
            default -> writeOctets(realm, key);
        };
    }

    private static JSObject writePoint(Realm realm, ECPoint point, ECParameterSpec curve) {
        int size = Curves.size(curve);
        return Arguments.object(
                realm,
                "kty",
                "EC",
                "x",
                text(Curves.fixed(point.getAffineX(), size)),
                "y",
                text(Curves.fixed(point.getAffineY(), size)),
                "crv",
                "P-" + curve.getCurve().getField().getFieldSize());
    }

    private static JSObject writeOctets(Realm realm, Key key) throws GeneralSecurityException {
        boolean isPrivate = key instanceof java.security.PrivateKey;
        Key open =
                isPrivate
                        ? dev.jsj.node.crypto.KeyWriter.publicOf((java.security.PrivateKey) key)
                        : key;
        OctetCurve curve = octetCurve(curveName(key));
        byte[] encoded = open.getEncoded();
        byte[] x = Arrays.copyOfRange(encoded, curve.publicHead().length() / 2, encoded.length);
        if (!isPrivate) {
            return Arguments.object(realm, "crv", curve.name(), "x", text(x), "kty", "OKP");
        }
        byte[] d =
                key instanceof EdECPrivateKey ed
                        ? ed.getBytes().orElseThrow()
                        : ((XECPrivateKey) key).getScalar().orElseThrow();
        return Arguments.object(
                realm, "crv", curve.name(), "d", text(d), "x", text(x), "kty", "OKP");
    }

    /** Such as Ed25519, also where the JDK only says EdDSA. */
    private static String curveName(Key key) {
        return switch (key) {
            case java.security.interfaces.EdECKey ed -> ed.getParams().getName();
            case java.security.interfaces.XECKey x ->
                    ((java.security.spec.NamedParameterSpec) x.getParams()).getName();
            default -> key.getAlgorithm();
        };
    }

    private static OctetCurve octetCurve(String name) throws GeneralSecurityException {
        for (OctetCurve curve : OCTET_CURVES) {
            if (curve.name().equals(name)) {
                return curve;
            }
        }
        throw new InvalidKeySpecException("Unsupported JWK Key Type.");
    }

    static Key read(JSObject jwk) throws GeneralSecurityException {
        boolean isPrivate = jwk.get("d") != Undefined.UNDEFINED;
        return switch (String.valueOf(jwk.get("kty"))) {
            case "RSA" -> {
                KeyFactory factory = KeyFactory.getInstance("RSA");
                yield isPrivate
                        ? factory.generatePrivate(
                                new RSAPrivateCrtKeySpec(
                                        number(jwk, "n"),
                                        number(jwk, "e"),
                                        number(jwk, "d"),
                                        number(jwk, "p"),
                                        number(jwk, "q"),
                                        number(jwk, "dp"),
                                        number(jwk, "dq"),
                                        number(jwk, "qi")))
                        : factory.generatePublic(
                                new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
            }
            case "EC" -> {
                ECParameterSpec curve = Curves.of(String.valueOf(jwk.get("crv")));
                KeyFactory factory = KeyFactory.getInstance("EC");
                yield isPrivate
                        ? factory.generatePrivate(new ECPrivateKeySpec(number(jwk, "d"), curve))
                        : factory.generatePublic(
                                new ECPublicKeySpec(
                                        new ECPoint(number(jwk, "x"), number(jwk, "y")), curve));
            }
            case "OKP" -> {
                OctetCurve curve = octetCurve(String.valueOf(jwk.get("crv")));
                byte[] head =
                        HexFormat.of()
                                .parseHex(isPrivate ? curve.privateHead() : curve.publicHead());
                byte[] tail = bytes(jwk, isPrivate ? "d" : "x");
                byte[] encoded = Arrays.copyOf(head, head.length + tail.length);
                System.arraycopy(tail, 0, encoded, head.length, tail.length);
                KeyFactory factory = KeyFactory.getInstance(curve.name());
                yield isPrivate
                        ? factory.generatePrivate(new PKCS8EncodedKeySpec(encoded))
                        : factory.generatePublic(new X509EncodedKeySpec(encoded));
            }
            default -> throw new InvalidKeySpecException("Unsupported JWK Key Type.");
        };
    }

    /** [type, modulusLength or curve, publicExponent]. */
    static Object details(Realm realm, Key key) {
        String type =
                switch (key.getAlgorithm()) {
                    case "RSASSA-PSS" -> "rsa-pss";
                    case "RSA", "EC", "DSA", "DH" ->
                            key.getAlgorithm().toLowerCase(java.util.Locale.ROOT);
                    default -> curveName(key).toLowerCase(java.util.Locale.ROOT);
                };
        Object detail = Undefined.UNDEFINED;
        Object exponent = Undefined.UNDEFINED;
        if (key instanceof RSAKey rsa) {
            detail = rsa.getModulus().bitLength();
            BigInteger number =
                    key instanceof RSAPrivateCrtKey secret
                            ? secret.getPublicExponent()
                            : ((RSAPublicKey) key).getPublicExponent();
            exponent = number;
        } else if (key instanceof ECKey ec) {
            detail = Curves.nameOf(ec.getParams());
        }
        return realm.newArray(new Object[] {type, detail, exponent});
    }
}
