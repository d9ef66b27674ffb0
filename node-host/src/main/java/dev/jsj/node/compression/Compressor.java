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
    private boolean finished;
    private boolean started;

    /** What stands around the deflated data. */
    public enum Format {
        ZLIB,
        GZIP,
        RAW
    }

    /** What a step writes out beyond full blocks. */
    public enum Flush {
        NONE,
        /** All input so far, so that a reader can decode it. */
        SYNC,
        /** Like SYNC, and a reader may start here. */
        FULL,
        /** The end of the data. */
        FINISH;

        /** By zlib's number. */
        public static Flush of(int number) {
            return switch (number) {
                case 1, 2 -> SYNC;
                case 3 -> FULL;
                case 4 -> FINISH;
                default -> NONE;
            };
        }
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

    /**
     * Compresses a piece, and writes out what {@code flush} asks for; nothing comes after the end.
     */
    public byte[] step(byte[] input, Flush flush) {
        if (finished) {
            return input.length == 0 ? input : new byte[0];
        }
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
        if (flush == Flush.FINISH) {
            deflater.finish();
        }
        drain(
                output,
                switch (flush) {
                    case NONE, FINISH -> Deflater.NO_FLUSH;
                    case SYNC -> Deflater.SYNC_FLUSH;
                    case FULL -> Deflater.FULL_FLUSH;
                });
        if (flush == Flush.FINISH) {
            if (format == Format.GZIP) {
                writeInt(output, checksum.getValue());
                writeInt(output, length);
            }
            deflater.end();
            finished = true;
        }
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
