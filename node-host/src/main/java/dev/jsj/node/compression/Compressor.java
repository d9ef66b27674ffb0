package dev.jsj.node.compression;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Compresses data that arrives in pieces. */
public final class Compressor {
    private static final int CHUNK = 16 * 1024;
    private static final byte[] GZIP_HEADER = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3};

    private final Format format;
    private final Deflater deflater;
    private final CRC32 checksum = new CRC32();
    private long length;
    private boolean started;

    /** What stands around the deflated data. */
    public enum Format {
        ZLIB,
        GZIP,
        RAW
    }

    public Compressor(Format format, int level, int strategy, byte @Nullable [] dictionary) {
        this.format = format;
        deflater = new Deflater(level, format != Format.ZLIB);
        deflater.setStrategy(
                strategy <= Deflater.HUFFMAN_ONLY ? strategy : Deflater.DEFAULT_STRATEGY);
        if (dictionary != null) {
            deflater.setDictionary(dictionary);
        }
    }

    /** Compresses a piece; the last one ends the data. */
    public byte[] step(byte[] input, boolean last) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        if (format == Format.GZIP) {
            if (!started) {
                output.writeBytes(GZIP_HEADER);
            }
            checksum.update(input);
            length += input.length;
        }
        started = true;
        deflater.setInput(input);
        if (last) {
            deflater.finish();
        }
        drain(output, Deflater.NO_FLUSH);
        if (last && format == Format.GZIP) {
            writeInt(output, checksum.getValue());
            writeInt(output, length);
        }
        if (last) {
            deflater.end();
        }
        return output.toByteArray();
    }

    /** What has been taken in so far, so that a reader can decode it. */
    public byte[] flush() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        drain(output, Deflater.SYNC_FLUSH);
        return output.toByteArray();
    }

    /** Changes level and strategy for what follows. */
    public void setParameters(int level, int strategy) {
        deflater.setLevel(level);
        deflater.setStrategy(strategy);
    }

    private void drain(ByteArrayOutputStream output, int flush) {
        byte[] chunk = new byte[CHUNK];
        for (int count; (count = deflater.deflate(chunk, 0, chunk.length, flush)) > 0; ) {
            output.write(chunk, 0, count);
        }
    }

    private static void writeInt(ByteArrayOutputStream output, long value) {
        for (int shift = 0; shift < 32; shift += 8) {
            output.write((int) (value >> shift));
        }
    }
}
