package dev.jsj.runtime.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.Random;

class BigIntTextTest {
    @Test
    void longTextsReadAndWriteLikeShortOnes() {
        Random random = new Random(1);
        for (int radix : new int[] {2, 4, 8, 10, 16, 32, 36}) {
            for (int bits : new int[] {64, 5000, 20_001}) {
                BigInteger value = new BigInteger(bits, random);
                String text = value.toString(radix);
                assertEquals(value, BigIntText.parse(text, radix));
                assertEquals("-" + text, BigIntText.toString(value.negate(), radix));
            }
        }
    }
}
