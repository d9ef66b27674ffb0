package dev.jsj.node.compression;

/**
 * Which block type holds for literals, commands or distances, and for how long (RFC 7932, 6). The
 * state can be kept and restored, for a reader that runs out of input.
 */
final class BrotliBlocks {
    private static final int FOREVER = 1 << 24;
    private static final int COUNT_CODES = 26;
    private static final int[] COUNT_BASE = {
        1, 5, 9, 13, 17, 25, 33, 41, 49, 65, 81, 97, 113, 145, 177, 209, 241, 305, 369, 497, 753,
        1265, 2289, 4337, 8433, 16625
    };
    private static final int[] COUNT_BITS = {
        2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 7, 8, 9, 10, 11, 12, 13, 24
    };

    final int types;
    private BrotliCode typeCode;
    private BrotliCode countCode;

    private int type;
    private int typeBefore = 1;

    /** How many symbols of the type are left. */
    private int left = FOREVER;

    private int keptType;
    private int keptTypeBefore;
    private int keptLeft;

    /** From the header of a meta-block. */
    BrotliBlocks(BitInput input) throws ZlibException {
        types = readNumber(input);
        if (types > 1) {
            typeCode = BrotliCode.describe(input, types + 2);
            countCode = BrotliCode.describe(input, COUNT_CODES);
            left = readCount(input);
        }
    }

    /** A number from 1 to 256. */
    static int readNumber(BitInput input) {
        if (input.read(1) == 0) {
            return 1;
        }
        int bits = input.read(3);
        return 1 + (1 << bits) + input.read(bits);
    }

    private int readCount(BitInput input) {
        int code = countCode.read(input);
        return COUNT_BASE[code] + input.read(COUNT_BITS[code]);
    }

    /** The block type of the next symbol. */
    int next(BitInput input) {
        if (left == 0) {
            int code = typeCode.read(input);
            int wanted = code == 0 ? typeBefore : code == 1 ? (type + 1) % types : code - 2;
            left = readCount(input);
            typeBefore = type;
            type = wanted;
        }
        left--;
        return type;
    }

    void keep() {
        keptType = type;
        keptTypeBefore = typeBefore;
        keptLeft = left;
    }

    void restore() {
        type = keptType;
        typeBefore = keptTypeBefore;
        left = keptLeft;
    }
}
