package dev.jsj.node.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.XECPrivateKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/** Writes keys as DER and PEM, and finds the public key that belongs to a private one. */
public final class KeyWriter {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ITERATIONS = 2048;

    /** id-PBES2 of RFC 8018. */
    private static final byte[] PBES2 = HexFormat.of().parseHex("06092a864886f70d01050d");

    private KeyWriter() {}

    /** The DER bytes of a key as pkcs1, pkcs8, sec1 or spki. */
    public static byte[] der(Key key, String type) throws GeneralSecurityException {
        return switch (type) {
            case "pkcs1" -> pkcs1(key);
            case "sec1" -> sec1((ECPrivateKey) key);
            default -> key.getEncoded();
        };
    }

    /** PEM's label for that form. */
    public static String label(Key key, String type) {
        boolean isPrivate = key instanceof PrivateKey;
        return switch (type) {
            case "pkcs1" -> isPrivate ? "RSA PRIVATE KEY" : "RSA PUBLIC KEY";
            case "sec1" -> "EC PRIVATE KEY";
            default -> isPrivate ? "PRIVATE KEY" : "PUBLIC KEY";
        };
    }

    public static String pem(String label, byte[] der) {
        byte[] newline = {'\n'};
        return "-----BEGIN "
                + label
                + "-----\n"
                + new String(
                        Base64.getMimeEncoder(64, newline).encode(der), StandardCharsets.US_ASCII)
                + "\n-----END "
                + label
                + "-----\n";
    }

    private static byte[] pkcs1(Key key) {
        List<Der.Element> fields = Der.parse(key.getEncoded()).children();
        return key instanceof PrivateKey ? fields.get(2).content() : fields.get(1).bits();
    }

    private static byte[] sec1(ECPrivateKey key) throws GeneralSecurityException {
        ECParameterSpec curve = key.getParams();
        byte[] oid = Der.parse(key.getEncoded()).children().get(1).children().get(1).encoded();
        byte[] point = Curves.encode(Curves.publicPoint(key.getS(), curve), curve, false);
        return Der.element(
                Der.SEQUENCE,
                Der.integer(BigInteger.ONE),
                Der.element(Der.OCTET_STRING, Curves.fixed(key.getS(), Curves.size(curve))),
                Der.element(0xA0, oid),
                Der.element(0xA1, Der.bitString(point)));
    }

    /** A PKCS#8 key encrypted with a passphrase (PBES2); {@code cipher} is {@code aes-256-cbc}. */
    public static byte[] encrypt(byte[] pkcs8, String cipher, String passphrase)
            throws GeneralSecurityException {
        CipherKind kind = CipherKind.of(cipher);
        if (kind == null || !kind.transformation().equals("AES/CBC") || kind.keyLength() == 24) {
            throw new InvalidKeySpecException("Unknown cipher");
        }
        String algorithm = "PBEWithHmacSHA256AndAES_" + kind.keyLength() * 8;
        byte[] salt = RANDOM.generateSeed(16);
        byte[] iv = RANDOM.generateSeed(16);
        SecretKey key =
                SecretKeyFactory.getInstance(algorithm)
                        .generateSecret(new PBEKeySpec(passphrase.toCharArray()));
        Cipher encryption = Cipher.getInstance(algorithm);
        encryption.init(
                Cipher.ENCRYPT_MODE,
                key,
                new PBEParameterSpec(salt, ITERATIONS, new IvParameterSpec(iv)));
        try {
            byte[] parameters = encryption.getParameters().getEncoded();
            boolean named =
                    Der.parse(parameters).children().getFirst().tag() == Der.OBJECT_IDENTIFIER;
            return Der.element(
                    Der.SEQUENCE,
                    named ? parameters : Der.element(Der.SEQUENCE, PBES2, parameters),
                    Der.element(Der.OCTET_STRING, encryption.doFinal(pkcs8)));
        } catch (IOException impossible) {
            throw new InvalidKeySpecException("cannot be encoded", impossible);
        }
    }

    /** The public key that belongs to a private one. */
    public static PublicKey publicOf(PrivateKey key) throws GeneralSecurityException {
        return switch (key) {
            case RSAPrivateCrtKey rsa ->
                    KeyFactory.getInstance(rsa.getAlgorithm())
                            .generatePublic(
                                    new RSAPublicKeySpec(
                                            rsa.getModulus(),
                                            rsa.getPublicExponent(),
                                            rsa.getParams()));
            case ECPrivateKey ec ->
                    KeyFactory.getInstance("EC")
                            .generatePublic(
                                    new ECPublicKeySpec(
                                            Curves.publicPoint(ec.getS(), ec.getParams()),
                                            ec.getParams()));
            case EdECPrivateKey ed ->
                    regenerate(ed.getParams().getName(), ed.getBytes().orElseThrow());
            case XECPrivateKey x -> regenerate(nameOf(x), x.getScalar().orElseThrow());
            default -> throw new InvalidKeySpecException("no public key of " + key.getAlgorithm());
        };
    }

    private static String nameOf(XECPrivateKey key) {
        return ((java.security.spec.NamedParameterSpec) key.getParams()).getName();
    }

    /** Makes the pair anew, with the private key for the random number that the generator draws. */
    private static PublicKey regenerate(String algorithm, byte[] secret)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(
                algorithm.endsWith("25519") ? 255 : 448,
                new SecureRandom() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public void nextBytes(byte[] bytes) {
                        System.arraycopy(secret, 0, bytes, 0, bytes.length);
                    }
                });
        return generator.generateKeyPair().getPublic();
    }
}
