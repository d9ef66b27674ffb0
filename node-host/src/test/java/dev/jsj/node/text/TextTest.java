package dev.jsj.node.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class TextTest {
    @Test
    void writesLoneSurrogatesAsReplacementCharacters() {
        assertArrayEquals(
                new byte[] {'a', (byte) 0xEF, (byte) 0xBF, (byte) 0xBD}, Utf8.encode("a\uD800"));
        assertEquals(4, Utf8.length("a\uD800"));
    }

    @Test
    void writesWholeCharactersOnly() {
        byte[] target = new byte[4];
        assertEquals(3, Utf8.encode("aé€", target, 0, 4));
    }

    @Test
    void readsBothBase64AlphabetsAndSkipsTheRest() {
        byte[] target = new byte[8];
        int length = Base64.decode("aG-_ *\n+/==x", target, 0, 8);
        assertEquals("68 6f bf fb".length() / 3 + 1, length);
    }

    @Test
    void decodesCharactersCutInTwo() {
        StreamingDecoder decoder = new StreamingDecoder(StandardCharsets.UTF_8, true, false);
        byte[] euro = "€".getBytes(StandardCharsets.UTF_8);
        assertEquals("", decoder.decode(euro, 0, 1, true));
        assertEquals("€", decoder.decode(euro, 1, 2, false));
    }

    @Test
    void fatalDecodersReportMalformedBytes() {
        StreamingDecoder decoder = new StreamingDecoder(StandardCharsets.UTF_8, true, false);
        assertNull(decoder.decode(new byte[] {(byte) 0xFF}, 0, 1, false));
    }
}
