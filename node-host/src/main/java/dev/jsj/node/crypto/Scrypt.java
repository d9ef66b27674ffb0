package dev.jsj.node.crypto;

import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The scrypt key derivation function, RFC 7914. */
public final class Scrypt {
    private Scrypt() {}

    /** The key of {@code length} bytes for cost N, block size r and parallelization p. */
    public static byte[] derive(
            byte[] password, byte[] salt, int cost, int blockSize, int parallel, int length)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(password.length == 0 ? new byte[1] : password, "HmacSHA256"));
        byte[] blocks = pbkdf2(mac, salt, parallel * 128 * blockSize);
        int[] block = new int[32 * blockSize];
        int[] table = new int[cost * block.length];
        int[] scratch = new int[block.length];
        for (int i = 0; i < parallel; i++) {
            int at = i * 128 * blockSize;
            for (int j = 0; j < block.length; j++) {
                block[j] = readInt(blocks, at + 4 * j);
            }
            mix(block, table, scratch, cost);
            for (int j = 0; j < block.length; j++) {
                writeInt(blocks, at + 4 * j, block[j]);
            }
        }
        return pbkdf2(mac, blocks, length);
    }

    /** PBKDF2 with one iteration. */
    private static byte[] pbkdf2(Mac mac, byte[] salt, int length) {
        byte[] output = new byte[length];
        byte[] counter = new byte[4];
        for (int block = 1, at = 0; at < length; block++) {
            for (int i = 0; i < 4; i++) {
                counter[i] = (byte) (block >> 24 - 8 * i);
            }
            mac.update(salt);
            byte[] part = mac.doFinal(counter);
            int count = Math.min(part.length, length - at);
            System.arraycopy(part, 0, output, at, count);
            at += count;
        }
        return output;
    }

    /** scryptROMix. */
    private static void mix(int[] block, int[] table, int[] scratch, int cost) {
        int size = block.length;
        for (int i = 0; i < cost; i++) {
            System.arraycopy(block, 0, table, i * size, size);
            mixBlock(block, scratch);
        }
        for (int i = 0; i < cost; i++) {
            int from = (block[size - 16] & cost - 1) * size;
            for (int j = 0; j < size; j++) {
                block[j] ^= table[from + j];
            }
            mixBlock(block, scratch);
        }
    }

    /** scryptBlockMix. */
    private static void mixBlock(int[] block, int[] scratch) {
        int chunks = block.length / 16;
        int[] x = new int[16];
        System.arraycopy(block, block.length - 16, x, 0, 16);
        for (int i = 0; i < chunks; i++) {
            for (int j = 0; j < 16; j++) {
                x[j] ^= block[16 * i + j];
            }
            salsa(x);
            System.arraycopy(x, 0, scratch, 16 * ((i & 1) * (chunks / 2) + i / 2), 16);
        }
        System.arraycopy(scratch, 0, block, 0, block.length);
    }

    /** Salsa20/8. */
    private static void salsa(int[] x) {
        int[] y = x.clone();
        for (int round = 0; round < 4; round++) {
            quarter(y, 0, 4, 8, 12);
            quarter(y, 5, 9, 13, 1);
            quarter(y, 10, 14, 2, 6);
            quarter(y, 15, 3, 7, 11);
            quarter(y, 0, 1, 2, 3);
            quarter(y, 5, 6, 7, 4);
            quarter(y, 10, 11, 8, 9);
            quarter(y, 15, 12, 13, 14);
        }
        for (int i = 0; i < 16; i++) {
            x[i] += y[i];
        }
    }

    private static void quarter(int[] y, int a, int b, int c, int d) {
        y[b] ^= Integer.rotateLeft(y[a] + y[d], 7);
        y[c] ^= Integer.rotateLeft(y[b] + y[a], 9);
        y[d] ^= Integer.rotateLeft(y[c] + y[b], 13);
        y[a] ^= Integer.rotateLeft(y[d] + y[c], 18);
    }

    private static int readInt(byte[] bytes, int at) {
        return bytes[at] & 0xFF
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }

    private static void writeInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }
}
