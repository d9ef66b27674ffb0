package dev.jsj.node.compression;

import org.brotli.dec.BrotliInputStream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Reads brotli data that arrives in pieces; the decoder needs all of them before it begins. */
public final class BrotliReader {
    private final ByteArrayOutputStream input = new ByteArrayOutputStream();

    /** Takes in a piece; the last one gives the whole output. */
    public byte[] step(byte[] piece, boolean last) throws ZlibException {
        input.writeBytes(piece);
        if (!last || input.size() == 0) {
            return new byte[0];
        }
        try (BrotliInputStream decoder =
                new BrotliInputStream(new ByteArrayInputStream(input.toByteArray()))) {
            return decoder.readAllBytes();
        } catch (IOException malformed) {
            throw String.valueOf(malformed.getMessage()).contains("Unexpected end")
                    ? new ZlibException("Z_BUF_ERROR", "unexpected end of file")
                    : new ZlibException("ERR__ERROR_FORMAT_PADDING_1", "Decompression failed");
        }
    }
}
