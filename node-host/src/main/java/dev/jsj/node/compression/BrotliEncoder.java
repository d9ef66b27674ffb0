package dev.jsj.node.compression;

import java.util.Arrays;

/**
 * Compresses to brotli's format (RFC 7932) data that arrives in pieces.
 *
 * <p>Matches are found with chains of positions whose next four bytes hash alike ({@link
 * BrotliMatches}), longer ones being preferred to nearer ones as far as they save bits. Every
 * meta-block has codes of its own for literals by context, commands and distances; it has one block
 * type of each kind, and the format's dictionary is not used. The quality decides how long chains
 * are followed.
 */
public final class BrotliEncoder {
    private static final int BLOCK = 1 << 17;
    private static final int LARGEST_WINDOW_BITS = 24;
    private static final int WINDOW_GAP = 16;
    private static final int QUALITY_OF_CONTEXTS = 4;
    private static final int UNCOMPRESSED_OVERHEAD = 5;

    /** What a step writes out beyond full blocks. */
    public enum Operation {
        PROCESS,
        /** All input so far, so that a reader can decode it. */
        FLUSH,
        /** The end of the data. */
        FINISH;

        /** By brotli's number; metadata is not written, only what is before it. */
        public static Operation of(int number) {
            return switch (number) {
                case 0 -> PROCESS;
                case 2 -> FINISH;
                default -> FLUSH;
            };
        }
    }

    private final int windowBits;
    private final BitOutput output = new BitOutput();
    private final BrotliCommands commands = new BrotliCommands();
    private final BrotliLiterals literals;
    private final BrotliMatches matches;
    private byte[] data = new byte[0];
    private int filled;
    private int done;
    private boolean started;
    private boolean finished;

    /**
     * @param quality 0 to 11
     * @param windowBits 10 to 24; more is as good as 24
     */
    public BrotliEncoder(int quality, int windowBits) {
        this.windowBits = Math.min(windowBits, LARGEST_WINDOW_BITS);
        literals = new BrotliLiterals(quality >= QUALITY_OF_CONTEXTS);
        matches = new BrotliMatches(quality, (1 << this.windowBits) - WINDOW_GAP);
    }

    /** Takes in a piece, and answers what can be written so far. */
    public byte[] step(byte[] input, Operation operation) {
        if (finished) {
            return new byte[0];
        }
        append(input);
        if (!started && (filled > 0 || operation != Operation.PROCESS)) {
            started = true;
            writeWindowBits();
        }
        while (filled - done >= BLOCK || operation != Operation.PROCESS && filled > done) {
            int end = done + Math.min(BLOCK, filled - done);
            metaBlock(end, operation == Operation.FINISH && end == filled);
        }
        if (operation == Operation.FINISH) {
            if (!finished) {
                output.write(2, 3); // the last meta-block, empty
            }
            finished = true;
            output.align();
        } else if (operation == Operation.FLUSH) {
            output.write(6, 6); // metadata of no bytes
            output.align();
        }
        return output.take();
    }

    private void append(byte[] input) {
        int window = 1 << windowBits;
        if (done > 2 * window && done > 4 * BLOCK) {
            int dropped = done - window;
            System.arraycopy(data, dropped, data, 0, filled - dropped);
            filled -= dropped;
            done -= dropped;
            matches.drop(dropped);
        }
        if (filled + input.length > data.length) {
            data = Arrays.copyOf(data, Math.max(filled + input.length, data.length * 3 / 2));
        }
        System.arraycopy(input, 0, data, filled, input.length);
        filled += input.length;
    }

    private void writeWindowBits() {
        if (windowBits == 16) {
            output.write(1, 0);
        } else if (windowBits == 17) {
            output.write(7, 1);
        } else if (windowBits > 17) {
            output.write(4, windowBits - 17 << 1 | 1);
        } else {
            output.write(7, windowBits - 8 << 4 | 1);
        }
    }

    private void metaBlock(int end, boolean last) {
        int length = end - done;
        long before = output.length();
        int[] lastDistances = matches.lastDistances();
        commands.clear();
        matches.find(data, done, end, commands);
        output.write(1, last ? 1 : 0);
        if (last) {
            output.write(1, 0);
        }
        writeLength(length);
        if (!last) {
            output.write(1, 0);
        }
        commands.write(output, data, done, literals);
        if (output.length() - before > 8L * (length + UNCOMPRESSED_OVERHEAD)) {
            output.rewind(before);
            matches.setLastDistances(lastDistances);
            output.write(1, 0);
            writeLength(length);
            output.write(1, 1);
            output.align();
            output.writeBytes(data, done, length);
        } else {
            finished = last;
        }
        done = end;
    }

    private void writeLength(int length) {
        int nibbles = length <= 1 << 16 ? 4 : 5;
        output.write(2, nibbles - 4);
        output.write(4 * nibbles, length - 1);
    }
}
