package dev.jsj.node.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Keys and certificates as text (RFC 7468, and OpenSSL's older kinds of private keys). */
public final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final String[] KEY_ALGORITHMS = {"RSA", "EC", "EdDSA", "RSASSA-PSS", "DSA"};

    /** AlgorithmIdentifier of rsaEncryption. */
    private static final byte[] RSA = {
        0x30,
        0x0D,
        0x06,
        0x09,
        0x2A,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xF7,
        0x0D,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    /** The object identifier of id-ecPublicKey. */
    private static final byte[] EC = {
        0x06, 0x07, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x02, 0x01
    };

    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int PARAMETERS_TAG = 0xA0;

    private Pem() {}

    /** Every certificate in the text. */
    public static List<X509Certificate> certificates(String text) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            if (blocks.group(1).endsWith("CERTIFICATE")) {
                byte[] der = decode(blocks.group(2));
                certificates.add(
                        (X509Certificate)
                                factory.generateCertificate(new ByteArrayInputStream(der)));
            }
        }
        return certificates;
    }

    /** The first private key in the text. */
    public static PrivateKey privateKey(String text, String passphrase)
            throws GeneralSecurityException {
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            byte[] der = decode(blocks.group(2));
            switch (blocks.group(1)) {
                case "PRIVATE KEY" -> {
                    return fromPkcs8(der);
                }
                case "RSA PRIVATE KEY" -> {
                    return fromPkcs8(pkcs8(RSA, der));
                }
                case "EC PRIVATE KEY" -> {
                    return fromPkcs8(pkcs8(tagged(SEQUENCE, join(EC, curve(der))), der));
                }
                case "ENCRYPTED PRIVATE KEY" -> {
                    return fromPkcs8(decrypt(der, passphrase));
                }
                default -> {
                    continue;
                }
            }
        }
        throw new InvalidKeySpecException("no start line");
    }

    private static byte[] decode(String base64) {
        return Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static PrivateKey fromPkcs8(byte[] der) throws GeneralSecurityException {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(der);
        GeneralSecurityException last = new InvalidKeySpecException("unsupported key");
        for (String algorithm : KEY_ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException other) {
                last = other;
            }
        }
        throw last;
    }

    private static byte[] decrypt(byte[] der, String passphrase) throws GeneralSecurityException {
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
            AlgorithmParameters parameters = info.getAlgParameters();
            String algorithm = parameters.toString();
            SecretKeyFactory keys = SecretKeyFactory.getInstance(algorithm);
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    keys.generateSecret(new PBEKeySpec(passphrase.toCharArray())),
                    parameters);
            return info.getKeySpec(cipher).getEncoded();
        } catch (IOException malformed) {
            throw new InvalidKeySpecException(malformed);
        }
    }

    /** PrivateKeyInfo around a key of one of the older kinds. */
    private static byte[] pkcs8(byte[] algorithm, byte[] key) {
        return tagged(SEQUENCE, join(join(VERSION_0, algorithm), tagged(OCTET_STRING, key)));
    }

    /** The named curve in an ECPrivateKey, as DER. */
    private static byte[] curve(byte[] der) throws InvalidKeySpecException {
        for (int i = 0; i + 2 < der.length; i++) {
            boolean identifier =
                    der[i + 2] == 0x06 && der[i + 1] > 0 && der[i + 1] == der[i + 3] + 2;
            if ((der[i] & 0xFF) == PARAMETERS_TAG && identifier) {
                byte[] found = new byte[der[i + 1]];
                System.arraycopy(der, i + 2, found, 0, found.length);
                return found;
            }
        }
        throw new InvalidKeySpecException("missing curve");
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = new byte[first.length + second.length];
        System.arraycopy(first, 0, joined, 0, first.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.length;
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
