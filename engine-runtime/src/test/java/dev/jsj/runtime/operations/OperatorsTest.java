package dev.jsj.runtime.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.runtime.TestRealm;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;

class OperatorsTest {
    private final Realm realm = TestRealm.create();

    @Test
    void arithmeticKeepsIntegersAndTheSignOfZero() {
        assertEquals(3, Operators.add(1, 2));
        assertEquals(2147483648.0, Operators.add(Integer.MAX_VALUE, 1));
        assertEquals(-0.0, Operators.multiply(0, -5));
        assertEquals(-0.0, Operators.remainder(-4, 2));
        assertEquals(Double.NaN, Operators.remainder(4, 0));
        assertEquals(-0.0, Operators.unaryMinus(0));
        assertEquals(2147483648.0, Operators.unaryMinus(Integer.MIN_VALUE));
        assertEquals(4294967295.0, Operators.unsignedRightShift(-1, 0));
        assertEquals(1, Operators.leftShift(1, 32));
        assertEquals(-1, TypeConversion.toInt32(4294967295.0));
        assertEquals(1661992960, TypeConversion.toInt32(1e20));
        assertEquals("1undefined", Operators.add("1", Undefined.UNDEFINED).toString());
        assertEquals(1, Operators.add(1, Null.NULL));
    }

    @Test
    void bigIntsStayApart() {
        BigInteger two = BigInteger.TWO;
        assertEquals(BigInteger.valueOf(1024), Operators.exponentiate(two, BigInteger.TEN));
        assertEquals(
                BigInteger.valueOf(-1), Operators.signedRightShift(two.negate(), BigInteger.TEN));
        JSThrow mixed = assertThrows(JSThrow.class, () -> Operators.add(two, 1));
        assertEquals(
                "Cannot mix BigInt and other types, use explicit conversions", mixed.getMessage());
        JSThrow big =
                assertThrows(
                        JSThrow.class,
                        () -> Operators.leftShift(two, BigInteger.ONE.shiftLeft(40)));
        assertEquals("Maximum BigInt size exceeded", big.getMessage());
        assertTrue(Operators.lessThan(two, 2.5));
        assertFalse(Operators.lessThan(two, Double.NaN));
        assertTrue(Comparison.isLooselyEqual(two, "2"));
    }

    @Test
    void equalitiesDiffer() {
        assertFalse(Comparison.isStrictlyEqual(Double.NaN, Double.NaN));
        assertTrue(Comparison.sameValue(Double.NaN, Double.NaN));
        assertTrue(Comparison.isStrictlyEqual(0, -0.0));
        assertFalse(Comparison.sameValue(0, -0.0));
        assertTrue(Comparison.isLooselyEqual(Undefined.UNDEFINED, Null.NULL));
        assertFalse(Comparison.isLooselyEqual(Null.NULL, 0));
        assertTrue(Comparison.isLooselyEqual("1", true));
    }

    @Test
    void keysOfIndicesAreIntegers() {
        assertEquals(7, TypeConversion.toPropertyKey("7"));
        assertEquals(7, TypeConversion.toPropertyKey(7.0));
        assertEquals("07", TypeConversion.toPropertyKey("07"));
        assertEquals("-1", TypeConversion.toPropertyKey(-1));
        assertEquals("4294967295", TypeConversion.toPropertyKey(4294967295.0));
        assertEquals(0, TypeConversion.toPropertyKey(-0.0));
    }

    @Test
    void namesTheReason() {
        JSObject frozen = realm.newObject();
        frozen.set("a", 1, frozen);
        ObjectOperations.setIntegrityLevel(frozen, ObjectOperations.IntegrityLevel.FROZEN);
        assertMessage(
                "Cannot assign to read only property 'a' of object '#<Object>'",
                () -> ObjectOperations.set(frozen, "a", 2));
        assertMessage(
                "Cannot add property b, object is not extensible",
                () -> ObjectOperations.set(frozen, "b", 2));
        assertMessage(
                "Cannot delete property 'a' of #<Object>",
                () -> ObjectOperations.deletePropertyOrThrow(frozen, "a"));
        assertMessage(
                "Cannot read properties of undefined (reading 'x')",
                () -> ObjectOperations.getV(realm, Undefined.UNDEFINED, "x"));
        assertMessage(
                "number 1 is not iterable (cannot read property Symbol(Symbol.iterator))",
                () -> Iteration.getIterator(realm, 1));
    }

    private static void assertMessage(String expected, Runnable action) {
        assertEquals(expected, assertThrows(JSThrow.class, action::run).getMessage());
    }
}
