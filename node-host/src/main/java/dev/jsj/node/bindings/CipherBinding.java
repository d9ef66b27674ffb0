package dev.jsj.node.bindings;

import dev.jsj.node.crypto.CipherKind;
import dev.jsj.node.crypto.Scrypt;
import dev.jsj.node.crypto.StreamingCipher;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.util.List;

import javax.crypto.AEADBadTagException;
import javax.crypto.BadPaddingException;
import javax.crypto.IllegalBlockSizeException;

/**
 * {@code crypto_cipher}: symmetric ciphers and scrypt. A failure is answered as a string: what
 * OpenSSL calls the reason.
 */
final class CipherBinding extends BindingTable {
    private static final String[] NAMES = {
        "info",
        "names",
        "create",
        "update",
        "finish",
        "setAutoPadding",
        "setAAD",
        "setTag",
        "tag",
        "scrypt",
    };

    static final CipherBinding TABLE = new CipherBinding();

    private CipherBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    /** A cipher in progress. */
    private static final class CipherObject extends JSObject {
        final StreamingCipher cipher;

        CipherObject(Realm realm, StreamingCipher cipher) {
            super(realm.agent().root(null));
            this.cipher = cipher;
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        try {
            return switch (NAMES[id]) {
                case "info" -> info(realm, CipherKind.of(Arguments.string(arguments, 0)));
                case "names" -> Arguments.array(realm, CipherKind.names());
                case "create" -> create(realm, arguments);
                case "scrypt" ->
                        JSArrayBuffer.of(
                                realm,
                                Scrypt.derive(
                                        Arguments.byteArray(arguments, 0),
                                        Arguments.byteArray(arguments, 1),
                                        Arguments.integer(arguments, 2),
                                        Arguments.integer(arguments, 3),
                                        Arguments.integer(arguments, 4),
                                        Arguments.integer(arguments, 5)));
                default ->
                        onCipher(
                                NAMES[id],
                                realm,
                                Arguments.handle(arguments, 0, CipherObject.class).cipher,
                                arguments);
            };
        } catch (AEADBadTagException wrong) {
            return "authentication";
        } catch (BadPaddingException wrong) {
            return "bad decrypt";
        } catch (IllegalBlockSizeException wrong) {
            return "wrong final block length";
        } catch (GeneralSecurityException failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    private static Object onCipher(
            String name, Realm realm, StreamingCipher cipher, Object[] arguments)
            throws GeneralSecurityException {
        switch (name) {
            case "update" -> {
                return JSArrayBuffer.of(realm, cipher.update(Arguments.byteArray(arguments, 1)));
            }
            case "finish" -> {
                return JSArrayBuffer.of(realm, cipher.finish());
            }
            case "setAutoPadding" -> cipher.setAutoPadding(Arguments.truth(arguments, 1));
            case "setAAD" -> cipher.addAuthenticated(Arguments.byteArray(arguments, 1));
            case "setTag" -> cipher.setTag(Arguments.byteArray(arguments, 1));
            default -> {
                byte[] tag = cipher.tag();
                return tag == null ? Null.NULL : JSArrayBuffer.of(realm, tag);
            }
        }
        return Undefined.UNDEFINED;
    }

    /** (name, encrypts, key, iv, tagLength). */
    private static Object create(Realm realm, Object[] arguments) throws GeneralSecurityException {
        CipherKind kind = CipherKind.of(Arguments.string(arguments, 0));
        if (kind == null) {
            throw new GeneralSecurityException("unknown cipher");
        }
        return new CipherObject(
                realm,
                new StreamingCipher(
                        kind,
                        Arguments.truth(arguments, 1),
                        Arguments.byteArray(arguments, 2),
                        Arguments.byteArray(arguments, 3),
                        Arguments.integer(arguments, 4)));
    }

    private static Object info(Realm realm, @Nullable CipherKind kind) {
        if (kind == null) {
            return Null.NULL;
        }
        return Arguments.array(
                realm,
                List.of(
                        kind.name(),
                        kind.mode(),
                        kind.keyLength(),
                        kind.ivLength(),
                        kind.blockSize(),
                        kind.nid(),
                        kind.isAuthenticated()));
    }
}
