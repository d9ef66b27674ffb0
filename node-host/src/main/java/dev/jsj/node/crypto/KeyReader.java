package dev.jsj.node.crypto;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads keys from PEM and DER in all the wrappings that OpenSSL knows. */
public final class KeyReader {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

    /** AlgorithmIdentifiers: rsaEncryption with its NULL. */
    private static final byte[] RSA_ALGORITHM =
            HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    private static final byte[] EC_ALGORITHM_OID = HexFormat.of().parseHex("06072a8648ce3d0201");

    private KeyReader() {}

    /** A key needs a passphrase and none was given. */
    public static final class PassphraseMissing extends GeneralSecurityException {
        private static final long serialVersionUID = 1;

        PassphraseMissing() {
            super("Passphrase required for encrypted key");
        }
    }

    /** The first key of a PEM text, public or private as its label says. */
    public static Key fromPem(String text, @Nullable String passphrase)
            throws GeneralSecurityException {
        Matcher matcher = PEM.matcher(text);
        while (matcher.find()) {
            String label = matcher.group(1);
            if (label.equals("EC PARAMETERS")) {
                continue;
            }
            String body = matcher.group(2);
            byte[] der =
                    decode(body.contains(":") ? body.substring(body.indexOf("\n\n") + 1) : body);
            switch (label) {
                case "PRIVATE KEY" -> {
                    return privateKey(der);
                }
                case "ENCRYPTED PRIVATE KEY" -> {
                    return encryptedPrivateKey(der, passphrase);
                }
                case "RSA PRIVATE KEY" -> {
                    if (body.contains("ENCRYPTED")) {
                        throw new InvalidKeySpecException("unsupported encryption of a PKCS#1 key");
                    }
                    return privateKey(wrapPrivate(RSA_ALGORITHM, der));
                }
                case "EC PRIVATE KEY" -> {
                    return sec1(der);
                }
                case "PUBLIC KEY" -> {
                    return publicKey(der);
                }
                case "RSA PUBLIC KEY" -> {
                    return pkcs1Public(der);
                }
                case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" -> {
                    return CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der))
                            .getPublicKey();
                }
                default -> throw new InvalidKeySpecException("unsupported " + label);
            }
        }
        throw new InvalidKeySpecException("no start line");
    }

    private static byte[] decode(String base64) throws GeneralSecurityException {
        try {
            return Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException malformed) {
            throw new InvalidKeySpecException("bad base64 decode", malformed);
        }
    }

    /** A DER key of type pkcs1, pkcs8, sec1 or spki. */
    public static Key fromDer(
            byte[] der, String type, boolean isPrivate, @Nullable String passphrase)
            throws GeneralSecurityException {
        try {
            return switch (type) {
                case "pkcs1" ->
                        isPrivate ? privateKey(wrapPrivate(RSA_ALGORITHM, der)) : pkcs1Public(der);
                case "sec1" -> sec1(der);
                case "spki" -> publicKey(der);
                default ->
                        passphrase == null ? privateKey(der) : encryptedPrivateKey(der, passphrase);
            };
        } catch (IllegalArgumentException malformed) {
            throw new InvalidKeySpecException("not enough data", malformed);
        }
    }

    private static byte[] wrapPrivate(byte[] algorithm, byte[] key) {
        return Der.element(
                Der.SEQUENCE,
                Der.integer(BigInteger.ZERO),
                algorithm,
                Der.element(Der.OCTET_STRING, key));
    }

    private static PublicKey pkcs1Public(byte[] der) throws GeneralSecurityException {
        return publicKey(Der.element(Der.SEQUENCE, RSA_ALGORITHM, Der.bitString(der)));
    }

    /** ECPrivateKey of SEC 1: the curve stands inside. */
    private static PrivateKey sec1(byte[] der) throws GeneralSecurityException {
        List<Der.Element> fields = Der.parse(der).children();
        for (Der.Element field : fields) {
            if (field.tag() == 0xA0) {
                byte[] algorithm = Der.element(Der.SEQUENCE, EC_ALGORITHM_OID, field.content());
                return privateKey(wrapPrivate(algorithm, der));
            }
        }
        throw new InvalidKeySpecException("unknown curve");
    }

    private static PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        try {
            String oid = algorithmOf(Der.parse(pkcs8).children().get(1));
            return KeyFactory.getInstance(oid).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw new InvalidKeySpecException("not enough data", malformed);
        }
    }

    private static PublicKey publicKey(byte[] spki) throws GeneralSecurityException {
        try {
            String oid = algorithmOf(Der.parse(spki).children().getFirst());
            return KeyFactory.getInstance(oid).generatePublic(new X509EncodedKeySpec(spki));
        } catch (IllegalArgumentException | java.util.NoSuchElementException malformed) {
            throw new InvalidKeySpecException("not enough data", malformed);
        }
    }

    /** The JDK's name for an AlgorithmIdentifier. */
    private static String algorithmOf(Der.Element identifier) throws GeneralSecurityException {
        String oid = HexFormat.of().formatHex(identifier.children().getFirst().content());
        return switch (oid) {
            case "2a864886f70d010101" -> "RSA";
            case "2a864886f70d01010a" -> "RSASSA-PSS";
            case "2a8648ce3d0201" -> "EC";
            case "2b656e" -> "X25519";
            case "2b656f" -> "X448";
            case "2b6570" -> "Ed25519";
            case "2b6571" -> "Ed448";
            case "2a8648ce380401" -> "DSA";
            case "2a864886f70d010301" -> "DH";
            default -> throw new InvalidKeySpecException("unsupported algorithm");
        };
    }

    private static PrivateKey encryptedPrivateKey(byte[] der, @Nullable String passphrase)
            throws GeneralSecurityException {
        if (passphrase == null) {
            throw new PassphraseMissing();
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
            String algorithm = info.getAlgParameters().toString();
            SecretKeyFactory factory = SecretKeyFactory.getInstance(algorithm);
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    factory.generateSecret(new PBEKeySpec(passphrase.toCharArray())),
                    info.getAlgParameters());
            return privateKey(info.getKeySpec(cipher).getEncoded());
        } catch (IOException malformed) {
            throw new InvalidKeySpecException("not enough data", malformed);
        }
    }
}
