package dev.jsj.node.crypto;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A cipher by OpenSSL's name.
 *
 * @param transformation the JDK's name without padding, as {@code AES/CBC}
 * @param keyLength bytes of the key
 * @param ivLength bytes of the initialization vector, 0 for none
 * @param blockSize bytes of a block, 1 for stream modes
 */
public record CipherKind(
        String name,
        String mode,
        String transformation,
        int keyLength,
        int ivLength,
        int blockSize,
        int nid) {

    private static final String[] MODES = {"cbc", "ecb", "ctr", "gcm", "cfb", "cfb8", "ofb"};
    private static final int[][] AES_NIDS = {
        {419, 418, 904, 895, 421, 653, 420},
        {423, 422, 905, 898, 425, 654, 424},
        {427, 426, 906, 901, 429, 655, 428},
    };
    private static final List<CipherKind> ALL = all();

    private static List<CipherKind> all() {
        List<CipherKind> kinds = new ArrayList<>();
        for (int size = 0; size < 3; size++) {
            int bits = 128 + 64 * size;
            for (int mode = 0; mode < MODES.length; mode++) {
                String name = MODES[mode];
                kinds.add(
                        new CipherKind(
                                "aes-" + bits + "-" + name,
                                name,
                                "AES/" + javaMode(name, "CFB"),
                                bits / 8,
                                name.equals("ecb") ? 0 : name.equals("gcm") ? 12 : 16,
                                name.equals("cbc") || name.equals("ecb") ? 16 : 1,
                                AES_NIDS[size][mode]));
            }
        }
        kinds.add(
                new CipherKind(
                        "chacha20-poly1305", "stream", "ChaCha20-Poly1305", 32, 12, 1, 1018));
        kinds.add(new CipherKind("chacha20", "stream", "ChaCha20", 32, 16, 1, 1019));
        kinds.add(new CipherKind("des-ede3-cbc", "cbc", "DESede/CBC", 24, 8, 8, 44));
        kinds.add(new CipherKind("des-ede3", "ecb", "DESede/ECB", 24, 0, 8, 33));
        kinds.add(new CipherKind("des-cbc", "cbc", "DES/CBC", 8, 8, 8, 31));
        kinds.add(new CipherKind("des-ecb", "ecb", "DES/ECB", 8, 0, 8, 29));
        kinds.add(new CipherKind("bf-cbc", "cbc", "Blowfish/CBC", 16, 8, 8, 91));
        return List.copyOf(kinds);
    }

    private static String javaMode(String mode, String feedback) {
        return switch (mode) {
            case "cfb" -> feedback + "128";
            case "cfb8" -> feedback + "8";
            case "ofb" -> "OFB128";
            default -> mode.toUpperCase(Locale.ROOT);
        };
    }

    /** The cipher of that name; null when there is none. */
    public static @Nullable CipherKind of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String full =
                switch (lower) {
                    case "aes128" -> "aes-128-cbc";
                    case "aes192" -> "aes-192-cbc";
                    case "aes256" -> "aes-256-cbc";
                    case "id-aes128-gcm" -> "aes-128-gcm";
                    case "id-aes192-gcm" -> "aes-192-gcm";
                    case "id-aes256-gcm" -> "aes-256-gcm";
                    case "des3" -> "des-ede3-cbc";
                    default -> lower;
                };
        for (CipherKind kind : ALL) {
            if (kind.name.equals(full)) {
                return kind;
            }
        }
        return null;
    }

    /** All names, sorted. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (CipherKind kind : ALL) {
            names.add(kind.name);
        }
        names.sort(null);
        return names;
    }

    /** Whether it also authenticates what it encrypts. */
    public boolean isAuthenticated() {
        return mode.equals("gcm") || name.equals("chacha20-poly1305");
    }

    /** The JDK's name of the key's algorithm. */
    String keyAlgorithm() {
        int slash = transformation.indexOf('/');
        String algorithm = slash < 0 ? transformation : transformation.substring(0, slash);
        return algorithm.startsWith("ChaCha20") ? "ChaCha20" : algorithm;
    }
}
