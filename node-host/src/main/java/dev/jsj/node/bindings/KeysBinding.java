package dev.jsj.node.bindings;

import dev.jsj.node.crypto.KeyReader;
import dev.jsj.node.crypto.KeyWriter;
import dev.jsj.node.crypto.RsaEncryption;
import dev.jsj.node.crypto.Signatures;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.util.List;

import javax.crypto.KeyAgreement;

/**
 * {@code crypto_keys}: public and private keys, and what is done with them. A failure is answered
 * as an array: whether a passphrase was missing, the reason.
 */
final class KeysBinding extends BindingTable {
    private static final String[] NAMES = {
        "fromPem",
        "fromDer",
        "fromJwk",
        "publicOf",
        "isPrivate",
        "details",
        "jwk",
        "exportKey",
        "generate",
        "sign",
        "verify",
        "crypt",
        "agree",
        "equals",
        "modPow",
        "prime",
        "isPrime",
        "curves",
        "ecPublic",
        "ecKey",
    };

    static final KeysBinding TABLE = new KeysBinding();

    private KeysBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    /** A key that JavaScript holds. */
    private static final class KeyHandle extends JSObject {
        final Key key;

        KeyHandle(Realm realm, Key key) {
            super(realm.agent().root(null));
            this.key = key;
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        try {
            return perform(NAMES[id], realm, arguments);
        } catch (KeyReader.PassphraseMissing missing) {
            return realm.newArray(new Object[] {true, String.valueOf(missing.getMessage())});
        } catch (GeneralSecurityException failure) {
            return realm.newArray(new Object[] {false, String.valueOf(failure.getMessage())});
        }
    }

    private static Object perform(String name, Realm realm, Object[] arguments)
            throws GeneralSecurityException {
        return switch (name) {
            case "fromPem" ->
                    new KeyHandle(
                            realm,
                            KeyReader.fromPem(
                                    Arguments.string(arguments, 0), optionalText(arguments, 1)));
            case "fromDer" ->
                    new KeyHandle(
                            realm,
                            KeyReader.fromDer(
                                    Arguments.byteArray(arguments, 0),
                                    Arguments.string(arguments, 1),
                                    Arguments.truth(arguments, 2),
                                    optionalText(arguments, 3)));
            case "fromJwk" -> new KeyHandle(realm, JwkKeys.read((JSObject) arguments[0]));
            case "publicOf" ->
                    key(arguments, 0) instanceof PrivateKey secret
                            ? new KeyHandle(realm, KeyWriter.publicOf(secret))
                            : arguments[0];
            case "isPrivate" -> key(arguments, 0) instanceof PrivateKey;
            case "details" -> JwkKeys.details(realm, key(arguments, 0));
            case "jwk" -> JwkKeys.write(realm, key(arguments, 0));
            case "exportKey" -> exportKey(realm, arguments);
            case "generate" -> generate(realm, arguments);
            case "sign" ->
                    JSArrayBuffer.of(
                            realm,
                            Signatures.sign(
                                    (PrivateKey) key(arguments, 0),
                                    Arguments.byteArray(arguments, 1),
                                    signatureOptions(arguments, 2)));
            case "verify" ->
                    Signatures.verify(
                            (PublicKey) key(arguments, 0),
                            Arguments.byteArray(arguments, 1),
                            Arguments.byteArray(arguments, 6),
                            signatureOptions(arguments, 2));
            case "crypt" ->
                    JSArrayBuffer.of(
                            realm,
                            RsaEncryption.apply(
                                    key(arguments, 0),
                                    Arguments.truth(arguments, 1),
                                    Arguments.byteArray(arguments, 2),
                                    Arguments.integer(arguments, 3),
                                    digestName(arguments, 4),
                                    Arguments.isMissing(arguments, 5)
                                            ? new byte[0]
                                            : Arguments.byteArray(arguments, 5)));
            case "agree" -> JSArrayBuffer.of(realm, agree(key(arguments, 0), key(arguments, 1)));
            case "equals" -> isSame(key(arguments, 0), key(arguments, 1));
            default -> EcAndPrimes.perform(name, realm, arguments, KeysBinding::handle);
        };
    }

    /** Encodings of private curve keys differ in what they leave out. */
    private static boolean isSame(Key one, Key two) {
        if (one instanceof ECPrivateKey a && two instanceof ECPrivateKey b) {
            return a.getS().equals(b.getS())
                    && a.getParams().getOrder().equals(b.getParams().getOrder());
        }
        return one.equals(two);
    }

    private static Object handle(Realm realm, Key key) {
        return new KeyHandle(realm, key);
    }

    private static Key key(Object[] arguments, int index) {
        return ((KeyHandle) arguments[index]).key;
    }

    private static @Nullable String optionalText(Object[] arguments, int index) {
        return Arguments.isMissing(arguments, index) ? null : Arguments.string(arguments, index);
    }

    private static @Nullable String digestName(Object[] arguments, int index)
            throws GeneralSecurityException {
        String name = optionalText(arguments, index);
        return name == null ? null : CryptoBinding.javaName(name);
    }

    /** (digest, padding, saltLength, fixedLength). */
    private static Signatures.Options signatureOptions(Object[] arguments, int from)
            throws GeneralSecurityException {
        return new Signatures.Options(
                digestName(arguments, from),
                Arguments.integer(arguments, from + 1),
                Arguments.integer(arguments, from + 2),
                Arguments.truth(arguments, from + 3));
    }

    /** (key, type, isPem, cipher, passphrase): bytes, or PEM text. */
    private static Object exportKey(Realm realm, Object[] arguments)
            throws GeneralSecurityException {
        Key key = key(arguments, 0);
        String type = Arguments.string(arguments, 1);
        byte[] der = KeyWriter.der(key, type);
        String label = KeyWriter.label(key, type);
        String cipher = optionalText(arguments, 3);
        if (cipher != null) {
            der = KeyWriter.encrypt(der, cipher, Arguments.string(arguments, 4));
            label = "ENCRYPTED PRIVATE KEY";
        }
        return Arguments.truth(arguments, 2)
                ? KeyWriter.pem(label, der)
                : JSArrayBuffer.of(realm, der);
    }

    /** (type, size or curve, exponent): [public, private]. */
    private static Object generate(Realm realm, Object[] arguments)
            throws GeneralSecurityException {
        KeyPair pair =
                RsaEncryption.generate(
                        Arguments.string(arguments, 0),
                        Arguments.isMissing(arguments, 1) ? "" : Arguments.string(arguments, 1),
                        Arguments.isMissing(arguments, 2)
                                ? BigInteger.valueOf(0x10001)
                                : BigInteger.valueOf(Arguments.longInteger(arguments, 2)));
        return Arguments.array(
                realm,
                List.of(
                        new KeyHandle(realm, pair.getPublic()),
                        new KeyHandle(realm, pair.getPrivate())));
    }

    private static byte[] agree(Key secret, Key other) throws GeneralSecurityException {
        String algorithm =
                switch (secret.getAlgorithm()) {
                    case "EC" -> "ECDH";
                    case "DH" -> "DH";
                    default -> "XDH";
                };
        KeyAgreement agreement = KeyAgreement.getInstance(algorithm);
        agreement.init(secret);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }
}
