package dev.jsj.node.crypto;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One encryption or decryption in progress.
 *
 * <p>The JDK gives no plain text of an authenticated cipher before the tag has been checked,
 * OpenSSL does. So such a decryption runs twice: the bare stream cipher gives the text at once, the
 * authenticated one only says at the end whether all was genuine.
 */
public final class StreamingCipher {
    private static final int TAG_BITS = 128;

    private final CipherKind kind;
    private final boolean encrypts;
    private final byte[] key;
    private final byte[] iv;
    private final int tagLength;
    private final ByteArrayOutputStream authenticatedOnly = new ByteArrayOutputStream();
    private boolean padding = true;
    private byte @Nullable [] tag;
    private @Nullable Cipher cipher;
    private @Nullable Cipher immediate;

    public StreamingCipher(
            CipherKind kind, boolean encrypts, byte[] key, byte[] iv, int tagLength) {
        this.kind = kind;
        this.encrypts = encrypts;
        this.key = key;
        this.iv = iv;
        this.tagLength = tagLength;
    }

    public CipherKind kind() {
        return kind;
    }

    /** Whether the last block is filled up; to be set before the first piece. */
    public void setAutoPadding(boolean pads) {
        padding = pads;
    }

    /** Data that is authenticated but not encrypted; before the first piece. */
    public void addAuthenticated(byte[] data) {
        authenticatedOnly.writeBytes(data);
    }

    /** What the tag must be, for decryption. */
    public void setTag(byte[] expected) {
        tag = expected;
    }

    /** The tag, after the end of an encryption; null before. */
    public byte @Nullable [] tag() {
        return tag;
    }

    /** Whether a tag has been set or made. */
    public boolean hasTag() {
        return tag != null;
    }

    /** Takes in a piece; answers what it gives. */
    public byte[] update(byte[] input) throws GeneralSecurityException {
        byte[] output = started().update(input);
        if (immediate != null) {
            output = immediate.update(input);
        }
        return output == null ? new byte[0] : output;
    }

    /** Ends it; the rest of the output. */
    public byte[] finish() throws GeneralSecurityException {
        Cipher running = started();
        if (!kind.isAuthenticated()) {
            return running.doFinal();
        }
        if (encrypts) {
            byte[] output = running.doFinal();
            int split = output.length - TAG_BITS / 8;
            tag = Arrays.copyOfRange(output, split, split + tagLength);
            return Arrays.copyOf(output, split);
        }
        byte[] rest = running.doFinal(tag == null ? new byte[0] : tag);
        return immediate == null ? rest : new byte[0];
    }

    private Cipher started() throws GeneralSecurityException {
        Cipher known = cipher;
        if (known != null) {
            return known;
        }
        boolean blocks = kind.blockSize() > 1;
        String name = kind.transformation();
        if (name.contains("/")) {
            name += blocks && padding ? "/PKCS5Padding" : "/NoPadding";
        }
        known = Cipher.getInstance(name);
        int direction = encrypts ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
        SecretKeySpec secret = new SecretKeySpec(key, kind.keyAlgorithm());
        AlgorithmParameterSpec parameters = parameters();
        if (parameters == null) {
            known.init(direction, secret);
        } else {
            known.init(direction, secret, parameters);
        }
        if (kind.isAuthenticated()) {
            known.updateAAD(authenticatedOnly.toByteArray());
            if (!encrypts && iv.length == 12) {
                immediate = bareCipher(secret);
            }
        }
        cipher = known;
        return known;
    }

    private @Nullable AlgorithmParameterSpec parameters() {
        if (kind.mode().equals("gcm")) {
            boolean checksTag = !encrypts && tag != null;
            return new GCMParameterSpec(checksTag ? tag.length * 8 : TAG_BITS, iv);
        }
        if (kind.name().equals("chacha20")) { // a little-endian counter, then the nonce
            int counter = 0;
            for (int i = 3; i >= 0; i--) {
                counter = counter << 8 | iv[i] & 0xFF;
            }
            return new ChaCha20ParameterSpec(Arrays.copyOfRange(iv, 4, 16), counter);
        }
        return iv.length == 0 ? null : new IvParameterSpec(iv);
    }

    /** The stream cipher inside an authenticated one, where its text begins. */
    private Cipher bareCipher(SecretKeySpec secret) throws GeneralSecurityException {
        if (kind.mode().equals("gcm")) {
            Cipher bare = Cipher.getInstance("AES/CTR/NoPadding");
            byte[] counter = Arrays.copyOf(iv, 16);
            counter[15] = 2;
            bare.init(Cipher.DECRYPT_MODE, secret, new IvParameterSpec(counter));
            return bare;
        }
        Cipher bare = Cipher.getInstance("ChaCha20");
        bare.init(Cipher.DECRYPT_MODE, secret, new ChaCha20ParameterSpec(iv, 1));
        return bare;
    }
}
