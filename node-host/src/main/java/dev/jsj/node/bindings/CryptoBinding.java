package dev.jsj.node.bindings;

import dev.jsj.node.bindings.Arguments.Bytes;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code crypto}: hashes, HMACs and random bytes of the JDK. */
final class CryptoBinding extends BindingTable {
    private static final String[] NAMES = {
        "createHash",
        "createHmac",
        "update",
        "digest",
        "copy",
        "randomBytes",
        "timingSafeEqual",
        "pbkdf2",
        "hashes",
    };

    private static final List<String> HASHES =
            List.of(
                    "md5",
                    "sha1",
                    "sha224",
                    "sha256",
                    "sha384",
                    "sha512",
                    "sha512-224",
                    "sha512-256",
                    "sha3-224",
                    "sha3-256",
                    "sha3-384",
                    "sha3-512");

    private static final SecureRandom RANDOM = new SecureRandom();

    static final CryptoBinding TABLE = new CryptoBinding();

    private CryptoBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    /** A hash or an HMAC in progress. */
    private static final class DigestObject extends JSObject {
        final @Nullable MessageDigest hash;
        final @Nullable Mac mac;

        DigestObject(Realm realm, @Nullable MessageDigest hash, @Nullable Mac mac) {
            super(realm.agent().root(null));
            this.hash = hash;
            this.mac = mac;
        }

        void update(Bytes bytes) {
            if (hash != null) {
                hash.update(bytes.array(), bytes.offset(), bytes.length());
            } else if (mac != null) {
                mac.update(bytes.array(), bytes.offset(), bytes.length());
            }
        }

        byte[] finish() {
            if (hash != null) {
                return hash.digest();
            }
            return mac == null ? new byte[0] : mac.doFinal();
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        try {
            return switch (NAMES[id]) {
                case "createHash" ->
                        new DigestObject(realm, hash(Arguments.string(arguments, 0)), null);
                case "createHmac" ->
                        new DigestObject(
                                realm,
                                null,
                                mac(
                                        Arguments.string(arguments, 0),
                                        copy(Arguments.bytes(arguments, 1))));
                case "update" -> {
                    Arguments.handle(arguments, 0, DigestObject.class)
                            .update(Arguments.bytes(arguments, 1));
                    yield Undefined.UNDEFINED;
                }
                case "digest" ->
                        JSArrayBuffer.of(
                                realm, Arguments.handle(arguments, 0, DigestObject.class).finish());
                case "copy" ->
                        new DigestObject(
                                realm,
                                (MessageDigest)
                                        Arguments.handle(arguments, 0, DigestObject.class)
                                                .hash
                                                .clone(),
                                null);
                case "randomBytes" -> {
                    byte[] bytes = new byte[Arguments.integer(arguments, 0)];
                    RANDOM.nextBytes(bytes);
                    yield JSArrayBuffer.of(realm, bytes);
                }
                case "timingSafeEqual" ->
                        MessageDigest.isEqual(
                                copy(Arguments.bytes(arguments, 0)),
                                copy(Arguments.bytes(arguments, 1)));
                case "pbkdf2" -> JSArrayBuffer.of(realm, pbkdf2(arguments));
                case "hashes" -> Arguments.array(realm, HASHES);
                default -> throw new AssertionError("No row " + id);
            };
        } catch (GeneralSecurityException | CloneNotSupportedException unsupported) {
            return Null.NULL;
        }
    }

    private static byte[] copy(Bytes bytes) {
        return Arrays.copyOfRange(bytes.array(), bytes.offset(), bytes.offset() + bytes.length());
    }

    /** The JDK's name for what OpenSSL calls {@code sha256} or {@code RSA-SHA256}. */
    static String javaName(String name) throws NoSuchAlgorithmException {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("^rsa-", "");
        return switch (plain) {
            case "md5" -> "MD5";
            case "sha1", "sha-1" -> "SHA-1";
            case "sha224", "sha-224" -> "SHA-224";
            case "sha256", "sha-256" -> "SHA-256";
            case "sha384", "sha-384" -> "SHA-384";
            case "sha512", "sha-512" -> "SHA-512";
            case "sha512-224" -> "SHA-512/224";
            case "sha512-256" -> "SHA-512/256";
            case "sha3-224", "sha3-256", "sha3-384", "sha3-512" -> plain.toUpperCase(Locale.ROOT);
            default -> throw new NoSuchAlgorithmException(name);
        };
    }

    private static MessageDigest hash(String name) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance(javaName(name));
    }

    private static Mac mac(String name, byte[] key) throws GeneralSecurityException {
        String algorithm = "Hmac" + javaName(name).replaceFirst("^(SHA)-(\\d)", "$1$2");
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
        return mac;
    }

    /** RFC 8018, 5.2: (password, salt, iterations, length, digest). */
    private static byte[] pbkdf2(Object[] arguments) throws GeneralSecurityException {
        Mac mac = mac(Arguments.string(arguments, 4), copy(Arguments.bytes(arguments, 0)));
        byte[] salt = copy(Arguments.bytes(arguments, 1));
        int iterations = Arguments.integer(arguments, 2);
        byte[] key = new byte[Arguments.integer(arguments, 3)];
        int size = mac.getMacLength();
        for (int block = 1; (block - 1) * size < key.length; block++) {
            mac.update(salt);
            byte[] round =
                    mac.doFinal(
                            new byte[] {
                                (byte) (block >> 24),
                                (byte) (block >> 16),
                                (byte) (block >> 8),
                                (byte) block
                            });
            byte[] sum = round.clone();
            for (int i = 1; i < iterations; i++) {
                round = mac.doFinal(round);
                for (int j = 0; j < size; j++) {
                    sum[j] ^= round[j];
                }
            }
            int at = (block - 1) * size;
            System.arraycopy(sum, 0, key, at, Math.min(size, key.length - at));
        }
        return key;
    }
}
