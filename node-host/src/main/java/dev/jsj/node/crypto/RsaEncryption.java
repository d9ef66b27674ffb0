package dev.jsj.node.crypto;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** RSA encryption with OpenSSL's padding numbers; and key pairs of all types. */
public final class RsaEncryption {
    private static final int PKCS1_PADDING = 1;
    private static final int NO_PADDING = 3;

    private RsaEncryption() {}

    /** Encrypts or decrypts one block, with either half of a pair. */
    public static byte[] apply(
            Key key,
            boolean encrypts,
            byte[] data,
            int padding,
            @Nullable String oaepHash,
            byte[] label)
            throws GeneralSecurityException {
        int direction = encrypts ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
        if (padding == PKCS1_PADDING || padding == NO_PADDING) {
            Cipher cipher =
                    Cipher.getInstance(
                            padding == NO_PADDING ? "RSA/ECB/NoPadding" : "RSA/ECB/PKCS1Padding");
            cipher.init(direction, key);
            return cipher.doFinal(data);
        }
        String hash = oaepHash == null ? "SHA-1" : oaepHash;
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                direction,
                key,
                new OAEPParameterSpec(
                        hash,
                        "MGF1",
                        new MGF1ParameterSpec(hash),
                        label.length == 0
                                ? PSource.PSpecified.DEFAULT
                                : new PSource.PSpecified(label)));
        return cipher.doFinal(data);
    }

    /**
     * A new pair of keys.
     *
     * @param parameter bits of the modulus, or the curve
     */
    public static KeyPair generate(String type, String parameter, BigInteger exponent)
            throws GeneralSecurityException {
        KeyPairGenerator generator =
                switch (type) {
                    case "rsa" -> KeyPairGenerator.getInstance("RSA");
                    case "rsa-pss" -> KeyPairGenerator.getInstance("RSASSA-PSS");
                    case "ec" -> KeyPairGenerator.getInstance("EC");
                    case "ed25519" -> KeyPairGenerator.getInstance("Ed25519");
                    case "ed448" -> KeyPairGenerator.getInstance("Ed448");
                    case "x25519" -> KeyPairGenerator.getInstance("X25519");
                    case "x448" -> KeyPairGenerator.getInstance("X448");
                    case "dsa" -> KeyPairGenerator.getInstance("DSA");
                    case "dh" -> KeyPairGenerator.getInstance("DH");
                    default -> throw new InvalidKeySpecException("unsupported " + type);
                };
        switch (type) {
            case "rsa", "rsa-pss" ->
                    generator.initialize(
                            new RSAKeyGenParameterSpec(Integer.parseInt(parameter), exponent));
            case "ec" -> generator.initialize(Curves.of(parameter));
            case "dsa", "dh" -> generator.initialize(Integer.parseInt(parameter));
            default -> {
                return generator.generateKeyPair();
            }
        }
        return generator.generateKeyPair();
    }
}
