package dev.jsj.node.crypto;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Locale;

/** Signs and verifies under OpenSSL's names for digests and paddings. */
public final class Signatures {
    private static final int PKCS1_PSS_PADDING = 6;
    private static final int SALT_OF_DIGEST_LENGTH = -1;

    private Signatures() {}

    /**
     * How a signature is made.
     *
     * @param digest the JDK's name of the hash; null for algorithms that bring their own
     * @param padding OpenSSL's number; 0 for the key's default
     * @param saltLength bytes of PSS's salt, or OpenSSL's negative numbers for "digest" and "max"
     * @param fixedLength whether an ECDSA signature is r and s side by side, not DER
     */
    public record Options(
            @Nullable String digest, int padding, int saltLength, boolean fixedLength) {}

    public static byte[] sign(PrivateKey key, byte[] data, Options options)
            throws GeneralSecurityException {
        Signature signature = signatureFor(key, options, true);
        signature.initSign(key);
        signature.update(data);
        return signature.sign();
    }

    public static boolean verify(PublicKey key, byte[] data, byte[] signed, Options options)
            throws GeneralSecurityException {
        Signature signature = signatureFor(key, options, false);
        signature.initVerify(key);
        signature.update(data);
        try {
            return signature.verify(signed);
        } catch (java.security.SignatureException malformed) {
            return false;
        }
    }

    private static Signature signatureFor(Key key, Options options, boolean signs)
            throws GeneralSecurityException {
        String digest = options.digest == null ? "SHA-256" : options.digest;
        String compact = digest.replaceFirst("^SHA-(?=[0-9])", "SHA");
        return switch (key.getAlgorithm()) {
            case "RSA" ->
                    options.padding == PKCS1_PSS_PADDING
                            ? pss(key, digest, options.saltLength, signs)
                            : Signature.getInstance(compact + "withRSA");
            case "RSASSA-PSS" -> pss(key, digest, options.saltLength, signs);
            case "EC" ->
                    Signature.getInstance(
                            compact + "withECDSA" + (options.fixedLength ? "inP1363Format" : ""));
            case "DSA" ->
                    Signature.getInstance(
                            compact + "withDSA" + (options.fixedLength ? "inP1363Format" : ""));
            default ->
                    Signature.getInstance(
                            key.getAlgorithm().toUpperCase(Locale.ROOT).startsWith("ED")
                                    ? "EdDSA"
                                    : key.getAlgorithm());
        };
    }

    private static Signature pss(Key key, String digest, int saltLength, boolean signs)
            throws GeneralSecurityException {
        int size = java.security.MessageDigest.getInstance(digest).getDigestLength();
        int modulus = (((RSAKey) key).getModulus().bitLength() + 6) / 8;
        int salt = saltLength;
        if (saltLength == SALT_OF_DIGEST_LENGTH || saltLength < 0 && !signs) {
            salt = size;
        } else if (saltLength < 0) {
            salt = modulus - size - 2;
        }
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(
                new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), salt, 1));
        return signature;
    }
}
