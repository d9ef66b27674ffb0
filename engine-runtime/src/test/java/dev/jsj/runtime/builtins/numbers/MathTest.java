package dev.jsj.runtime.builtins.numbers;

import static dev.jsj.runtime.TestRealm.call;
import static dev.jsj.runtime.TestRealm.errorOf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jsj.runtime.TestRealm;
import dev.jsj.runtime.realm.Realm;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;

class MathTest {
    private final Realm realm = TestRealm.create();

    @Test
    void givesTheBitsThatV8Gives() {
        assertEquals(
                2.533442789561472e-59,
                call(realm, "Math.pow", 0.3796750026635849, 139.31992721733198));
        assertEquals(146.87804601474875, call(realm, "Math.cbrt", 3168623.646077885));
        assertEquals(4.761873280028035, call(realm, "Math.log2", 27.13105569127947));
        assertEquals(3, call(realm, "Math.log2", 8));
        assertEquals(5, call(realm, "Math.hypot", 3, 4));
    }

    @Test
    void roundsLikeTheSpecification() {
        assertEquals(-0.0, call(realm, "Math.round", -0.5));
        assertEquals(3, call(realm, "Math.round", 2.5));
        assertEquals(0, call(realm, "Math.round", 0.49999999999999994));
        assertEquals(-0.0, call(realm, "Math.max", -0.0));
        assertEquals(1.0009765625, call(realm, "Math.f16round", 1.00048828125000022204));
        Object items = realm.newArray(new Object[] {1e308, 1e308, 0.1, 0.2, -1e308, -1e308});
        assertEquals(0.30000000000000004, call(realm, "Math.sumPrecise", items));
    }

    @Test
    void convertsAndRefuses() {
        assertEquals(
                BigInteger.valueOf(-1), call(realm, "BigInt.asIntN", 8, BigInteger.valueOf(255)));
        assertEquals(
                "RangeError: The number 1.5 cannot be converted to a BigInt because it is not an"
                        + " integer",
                errorOf(realm, "BigInt", 1.5));
        assertEquals("SyntaxError: Cannot convert x to a BigInt", errorOf(realm, "BigInt", "x"));
        assertEquals(12, call(realm, "parseInt", "0xC", 16));
        assertEquals(-0.0, call(realm, "parseInt", "-0"));
        assertEquals(1.5, call(realm, "Number", " 1.5 "));
    }
}
