package dev.jsj.node.bindings;

import dev.jsj.node.crypto.Curves;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.realm.Realm;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;

/** What Diffie-Hellman and ECDH objects compute with bare numbers and points. */
final class EcAndPrimes {
    private static final int CERTAINTY = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private EcAndPrimes() {}

    /** Makes the object that holds a key. */
    @FunctionalInterface
    interface Handles {
        Object of(Realm realm, Key key);
    }

    static Object perform(String name, Realm realm, Object[] arguments, Handles handles)
            throws GeneralSecurityException {
        return switch (name) {
            case "modPow" ->
                    JSArrayBuffer.of(
                            realm,
                            number(arguments, 0)
                                    .modPow(number(arguments, 1), number(arguments, 2))
                                    .toByteArray());
            case "prime" ->
                    JSArrayBuffer.of(
                            realm,
                            prime(Arguments.integer(arguments, 0), Arguments.truth(arguments, 1))
                                    .toByteArray());
            case "isPrime" -> number(arguments, 0).isProbablePrime(CERTAINTY);
            case "curves" -> Arguments.array(realm, Curves.names());
            case "ecPublic" -> { // (curve, private number, compressed): the point's bytes
                ECParameterSpec curve = Curves.of(Arguments.string(arguments, 0));
                yield JSArrayBuffer.of(
                        realm,
                        Curves.encode(
                                Curves.publicPoint(number(arguments, 1), curve),
                                curve,
                                Arguments.truth(arguments, 2)));
            }
            default -> { // ecKey (curve, bytes, isPrivate): the key of a number or point
                ECParameterSpec curve = Curves.of(Arguments.string(arguments, 0));
                KeyFactory factory = KeyFactory.getInstance("EC");
                yield handles.of(
                        realm,
                        Arguments.truth(arguments, 2)
                                ? factory.generatePrivate(
                                        new ECPrivateKeySpec(number(arguments, 1), curve))
                                : factory.generatePublic(
                                        new ECPublicKeySpec(
                                                Curves.decode(
                                                        Arguments.byteArray(arguments, 1), curve),
                                                curve)));
            }
        };
    }

    private static BigInteger number(Object[] arguments, int index) {
        return new BigInteger(1, Arguments.byteArray(arguments, index));
    }

    /** A prime of so many bits; a safe one is twice another prime plus one. */
    private static BigInteger prime(int bits, boolean safe) {
        while (true) {
            if (!safe) {
                return BigInteger.probablePrime(bits, RANDOM);
            }
            BigInteger half = BigInteger.probablePrime(bits - 1, RANDOM);
            BigInteger candidate = half.shiftLeft(1).add(BigInteger.ONE);
            if (candidate.isProbablePrime(CERTAINTY)) {
                return candidate;
            }
        }
    }
}
