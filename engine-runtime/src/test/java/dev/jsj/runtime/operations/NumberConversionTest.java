package dev.jsj.runtime.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;

class NumberConversionTest {
    @Test
    void readsTheStringNumericLiteralGrammar() {
        assertEquals(0, NumberConversion.stringToNumber(" \n\uFEFF "));
        assertEquals(12.5, NumberConversion.stringToNumber("\t12.50 "));
        assertEquals(-0.0, NumberConversion.stringToNumber("-0"));
        assertEquals(5, NumberConversion.stringToNumber("5."));
        assertEquals(.5e-3, NumberConversion.stringToNumber(".5e-3"));
        assertEquals(255, NumberConversion.stringToNumber("0xfF"));
        assertEquals(5, NumberConversion.stringToNumber("0b101"));
        assertEquals(Double.NEGATIVE_INFINITY, NumberConversion.stringToNumber("-Infinity"));
        assertEquals(Double.POSITIVE_INFINITY, NumberConversion.stringToNumber("1e999"));
        assertEquals(
                1.7976931348623157e308, NumberConversion.stringToNumber("1.7976931348623157e308"));
        assertEquals(9007199254740992.0, NumberConversion.stringToNumber("0x20000000000001"));
        for (String text :
                new String[] {".", "+", "e5", "1e", "1_0", "-0x1", "0x", "1d", "Inf", "1 2"}) {
            assertEquals(Double.NaN, NumberConversion.stringToNumber(text), text);
        }
    }

    @Test
    void readsBigIntsAndIntegersOfAnyRadix() {
        assertEquals(BigInteger.ZERO, NumberConversion.stringToBigInt(" "));
        assertEquals(BigInteger.valueOf(-12), NumberConversion.stringToBigInt(" -12 "));
        assertEquals(BigInteger.valueOf(255), NumberConversion.stringToBigInt("0xff"));
        assertNull(NumberConversion.stringToBigInt("-0xff"));
        assertNull(NumberConversion.stringToBigInt("1.5"));
        assertNull(NumberConversion.stringToBigInt("1n"));
        assertEquals(-255, NumberConversion.parseInt(" -0xFFg", 0));
        assertEquals(35, NumberConversion.parseInt("z", 36));
        assertEquals(Double.NaN, NumberConversion.parseInt("9", 8));
        assertEquals(1e23, NumberConversion.parseInt("100000000000000000000000", 10));
        assertEquals(3.14, NumberConversion.parseFloat(" 3.14abc"));
        assertEquals(1, NumberConversion.parseFloat("1e+"));
    }

    @Test
    void writesNumbersInTheFormatOfTheLanguage() {
        assertEquals("0", NumberConversion.toString(-0.0));
        assertEquals("0.1", NumberConversion.toString(0.1));
        assertEquals("123456789012345680000", NumberConversion.toString(123456789012345680000.0));
        assertEquals("1e+21", NumberConversion.toString(1e21));
        assertEquals("0.000001", NumberConversion.toString(1e-6));
        assertEquals("-1.5e-7", NumberConversion.toString(-1.5e-7));
        assertEquals("0.00012345", NumberConversion.toString(1.2345e-4));
        assertEquals("5e-324", NumberConversion.toString(Double.MIN_VALUE));
        assertEquals("1.7976931348623157e+308", NumberConversion.toString(Double.MAX_VALUE));
        assertEquals("12345678.9", NumberConversion.toString(12345678.9));
        assertEquals("9007199254740992000", NumberConversion.toString(9007199254740992000.0));
        assertEquals("-9223372036854776000", NumberConversion.toString(-0x1p63));
    }

    @Test
    void writesOtherRadices() {
        assertEquals("-11.1", NumberConversion.toString(-3.5, 2));
        assertEquals("0.1999999999999a", NumberConversion.toString(0.1, 16));
        assertEquals("3.53i5ab8p5f", NumberConversion.toString(Math.PI, 36));
        assertEquals("-513.204620462046205", NumberConversion.toString(-255.3, 7));
        assertEquals("5135235413265003022600000", NumberConversion.toString(1e21, 7));
        assertEquals("3f.gez4w97ry", NumberConversion.toString(123.456, 36));
    }

    @Test
    void formatsExactly() {
        assertEquals("1.00", NumberFormatting.toFixed(1.005, 2));
        assertEquals("1.45", NumberFormatting.toFixed(1.45, 2));
        assertEquals("-0.00", NumberFormatting.toFixed(-0.0000001, 2));
        assertEquals("0.000", NumberFormatting.toFixed(0, 3));
        assertEquals("3", NumberFormatting.toFixed(2.5, 0));
        assertEquals("1000000000000000128.0", NumberFormatting.toFixed(1000000000000000128.0, 1));
        assertEquals("1.2e+3", NumberFormatting.toExponential(1234, 1));
        assertEquals("1.234e+3", NumberFormatting.toExponential(1234));
        assertEquals("1.00000e+2", NumberFormatting.toExponential(100, 5));
        assertEquals("1.2e+2", NumberFormatting.toPrecision(123, 2));
        assertEquals("0.0000012", NumberFormatting.toPrecision(0.00000123, 2));
        assertEquals("1e+1", NumberFormatting.toPrecision(9.99, 1));
        assertEquals("10.0", NumberFormatting.toPrecision(9.999, 3));
    }
}
