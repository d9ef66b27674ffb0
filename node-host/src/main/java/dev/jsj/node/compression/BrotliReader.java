package dev.jsj.node.compression;

import java.util.Arrays;

/**
 * Decompresses brotli's format (RFC 7932) from data that arrives in pieces.
 *
 * <p>Reading goes in small steps: the header of a meta-block, a command, a literal, a distance. A
 * step that runs out of input is undone, and taken again when there is more; so everything that can
 * be known is answered at once, and nothing is read ahead.
 */
public final class BrotliReader {
    private static final int WINDOW_GAP = 16;
    private static final int IMPLICIT_DISTANCE = 128;
    private static final int ROOM = 1 << 16;

    private static final int[] INSERT_BASE = {
        0, 1, 2, 3, 4, 5, 6, 8, 10, 14, 18, 26, 34, 50, 66, 98, 130, 194, 322, 578, 1090, 2114,
        6210, 22594
    };
    private static final int[] INSERT_BITS = {
        0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 12, 14, 24
    };
    private static final int[] COPY_BASE = {
        2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 18, 22, 30, 38, 54, 70, 102, 134, 198, 326, 582, 1094,
        2118
    };
    private static final int[] COPY_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 24
    };
    private static final int[] INSERT_RANGE = {0, 0, 0, 0, 8, 8, 0, 16, 8, 16, 16};
    private static final int[] COPY_RANGE = {0, 8, 0, 8, 0, 8, 16, 0, 16, 8, 16};

    /** Distance codes 4 to 15: which recent distance, and what is added. */
    private static final int[] RECENT_INDEX = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};

    private static final int[] RECENT_CHANGE = {-1, 1, -2, 2, -3, 3, -1, 1, -2, 2, -3, 3};

    private enum State {
        STREAM_HEADER,
        META_BLOCK_HEADER,
        METADATA,
        UNCOMPRESSED,
        COMMAND,
        LITERALS,
        DISTANCE,
        END
    }

    private final BitInput input = new BitInput();

    /** Where a step that runs out of input begins again. */
    private long checkpoint;

    private State state = State.STREAM_HEADER;
    private boolean received;
    private int window;
    private boolean last;

    /** What is left of the meta-block, of a run of literals, and of a copy. */
    private int remaining;

    private int literals;
    private int copyLength;
    private boolean implicitDistance;
    private BrotliMetaBlock metaBlock;

    /** The last distance first. */
    private final int[] distances = {4, 11, 15, 16};

    /** History and output; what is before {@code delivered} has been answered. */
    private byte[] output = new byte[ROOM];

    private int written;
    private int delivered;
    private long dropped;

    /**
     * Takes in a piece; answers the output that it gives.
     *
     * @param finish whether there is nothing after it
     */
    public byte[] step(byte[] piece, boolean finish) throws ZlibException {
        received |= piece.length > 0;
        input.append(piece);
        dropHistory();
        try {
            while (state != State.END) {
                advance();
            }
        } catch (BitInput.NeedsMore end) {
            if (finish && received) {
                throw new ZlibException("Z_BUF_ERROR", "unexpected end of file");
            }
        }
        byte[] result = Arrays.copyOfRange(output, delivered, written);
        delivered = written;
        return result;
    }

    /** Bytes of input after the end; negative before the end. */
    public int surplus() {
        return state == State.END ? input.bytesLeft() : -1;
    }

    private void dropHistory() {
        int drop = delivered - window;
        if (drop > Math.max(window, ROOM)) {
            System.arraycopy(output, drop, output, 0, written - drop);
            written -= drop;
            delivered -= drop;
            dropped += drop;
        }
    }

    private void advance() throws ZlibException {
        checkpoint = input.position();
        if (metaBlock != null) {
            metaBlock.literalBlocks.keep();
            metaBlock.commandBlocks.keep();
            metaBlock.distanceBlocks.keep();
        }
        try {
            switch (state) {
                case STREAM_HEADER -> readWindow();
                case META_BLOCK_HEADER -> readHeader();
                case METADATA -> skipMetadata();
                case UNCOMPRESSED -> copyUncompressed();
                case COMMAND -> readCommand();
                case LITERALS -> readLiterals();
                case DISTANCE -> readDistance();
                default -> throw new AssertionError("Nothing is left to read.");
            }
        } catch (BitInput.NeedsMore more) {
            if (state != State.METADATA && state != State.UNCOMPRESSED) {
                input.seek(checkpoint);
            }
            if (metaBlock != null) {
                metaBlock.literalBlocks.restore();
                metaBlock.commandBlocks.restore();
                metaBlock.distanceBlocks.restore();
            }
            throw more;
        }
    }

    // ---- headers

    /** 9.1 */
    private void readWindow() throws ZlibException {
        int bits = 16;
        if (input.read(1) == 1) {
            int large = input.read(3);
            if (large != 0) {
                bits = 17 + large;
            } else {
                int small = input.read(3);
                if (small == 1) {
                    throw ZlibException.malformedBrotli("WINDOW_BITS");
                }
                bits = small == 0 ? 17 : 8 + small;
            }
        }
        window = (1 << bits) - WINDOW_GAP;
        state = State.META_BLOCK_HEADER;
    }

    /** 9.2 */
    private void readHeader() throws ZlibException {
        boolean isLast = input.read(1) == 1;
        if (isLast && input.read(1) == 1) {
            finish();
            return;
        }
        int nibbles = 4 + input.read(2);
        if (nibbles == 7) {
            readMetadataHeader(isLast);
            return;
        }
        int length = 0;
        for (int i = 0; i < nibbles; i++) {
            int nibble = input.read(4);
            if (i == nibbles - 1 && nibbles > 4 && nibble == 0) {
                throw ZlibException.malformedBrotli("EXUBERANT_NIBBLE");
            }
            length |= nibble << 4 * i;
        }
        if (!isLast && input.read(1) == 1) {
            requirePadding("PADDING_1");
            state = State.UNCOMPRESSED;
            metaBlock = null;
        } else {
            metaBlock = new BrotliMetaBlock(input);
            state = State.COMMAND;
        }
        last = isLast;
        remaining = length + 1;
    }

    private void readMetadataHeader(boolean isLast) throws ZlibException {
        if (input.read(1) != 0) {
            throw ZlibException.malformedBrotli("RESERVED");
        }
        int bytes = input.read(2);
        int length = 0;
        for (int i = 0; i < bytes; i++) {
            int part = input.read(8);
            if (i == bytes - 1 && bytes > 1 && part == 0) {
                throw ZlibException.malformedBrotli("EXUBERANT_META_NIBBLE");
            }
            length |= part << 8 * i;
        }
        requirePadding("PADDING_1");
        last = isLast;
        remaining = bytes == 0 ? 0 : length + 1;
        metaBlock = null;
        state = State.METADATA;
    }

    private void requirePadding(String name) throws ZlibException {
        if (!input.align()) {
            throw ZlibException.malformedBrotli(name);
        }
    }

    private void finish() throws ZlibException {
        requirePadding("PADDING_2");
        metaBlock = null;
        state = State.END;
    }

    private void endMetaBlock() throws ZlibException {
        if (last) {
            finish();
        } else {
            state = State.META_BLOCK_HEADER;
        }
    }

    // ---- contents

    private void skipMetadata() throws ZlibException {
        int count = Math.min(remaining, input.bytesLeft());
        input.skip(8 * count);
        remaining -= count;
        if (remaining > 0) {
            throw BitInput.MORE;
        }
        endMetaBlock();
    }

    private void copyUncompressed() throws ZlibException {
        ensureRoom(remaining);
        int count = input.copy(output, written, remaining);
        written += count;
        remaining -= count;
        if (remaining > 0) {
            throw BitInput.MORE;
        }
        endMetaBlock();
    }

    private void readCommand() throws ZlibException {
        int command = metaBlock.readCommand(input);
        int range = command >> 6;
        int insertCode = INSERT_RANGE[range] + (command >> 3 & 7);
        int copyCode = COPY_RANGE[range] + (command & 7);
        int insert = INSERT_BASE[insertCode] + input.read(INSERT_BITS[insertCode]);
        copyLength = COPY_BASE[copyCode] + input.read(COPY_BITS[copyCode]);
        implicitDistance = command < IMPLICIT_DISTANCE;
        literals = insert;
        if (insert > remaining) {
            throw ZlibException.malformedBrotli("BLOCK_LENGTH_1");
        }
        ensureRoom(insert);
        state = insert > 0 ? State.LITERALS : State.DISTANCE;
    }

    private void readLiterals() throws ZlibException {
        int p1 = written > 0 ? output[written - 1] & 0xFF : 0;
        int p2 = written > 1 ? output[written - 2] & 0xFF : 0;
        while (literals > 0) {
            byte literal = metaBlock.readLiteral(input, p1, p2);
            output[written++] = literal;
            p2 = p1;
            p1 = literal & 0xFF;
            remaining--;
            literals--;
            checkpoint = input.position();
            metaBlock.literalBlocks.keep();
        }
        state = State.DISTANCE;
        if (remaining == 0) {
            endMetaBlock();
        }
    }

    private void readDistance() throws ZlibException {
        int code = implicitDistance ? 0 : metaBlock.readDistanceCode(input, copyLength);
        int distance;
        if (code < 4) {
            distance = distances[code];
        } else if (code < 16) {
            distance = distances[RECENT_INDEX[code - 4]] + RECENT_CHANGE[code - 4];
        } else {
            distance = metaBlock.distance(input, code);
        }
        if (distance <= 0) {
            throw ZlibException.malformedBrotli("DISTANCE");
        }
        int reach = (int) Math.min(window, dropped + written);
        int length;
        if (distance > reach) {
            length = copyWord(distance - reach - 1);
        } else {
            copy(distance, code != 0);
            length = copyLength;
        }
        written += length;
        remaining -= length;
        state = State.COMMAND;
        if (remaining == 0) {
            endMetaBlock();
        }
    }

    /** Copies what is {@code distance} behind; it may overlap with what is copied. */
    private void copy(int distance, boolean remember) throws ZlibException {
        if (remember) {
            System.arraycopy(distances, 0, distances, 1, distances.length - 1);
            distances[0] = distance;
        }
        if (copyLength > remaining) {
            throw ZlibException.malformedBrotli("BLOCK_LENGTH_2");
        }
        ensureRoom(copyLength);
        for (int i = 0; i < copyLength; i++) {
            output[written + i] = output[written + i - distance];
        }
    }

    /** Writes a word of the dictionary; answers its length. */
    private int copyWord(int number) throws ZlibException {
        if (copyLength < BrotliTables.SHORTEST_WORD || copyLength > BrotliTables.LONGEST_WORD) {
            throw ZlibException.malformedBrotli("DICTIONARY");
        }
        ensureRoom(BrotliTables.LONGEST_TRANSFORMED);
        int length = BrotliTables.writeWord(output, written, copyLength, number);
        if (length < 0) {
            throw ZlibException.malformedBrotli("TRANSFORM");
        }
        if (length > remaining) {
            throw ZlibException.malformedBrotli("BLOCK_LENGTH_2");
        }
        return length;
    }

    private void ensureRoom(int count) {
        if (written + count > output.length) {
            output = Arrays.copyOf(output, Math.max(written + count, output.length * 2));
        }
    }
}
