package dev.jsj.node.compression;

/** What the header of a compressed meta-block says (RFC 7932, 9.2). */
final class BrotliMetaBlock {
    private static final int LITERALS = 256;
    private static final int COMMANDS = 704;
    private static final int DISTANCES = 16;
    private static final int DISTANCE_BITS = 48;
    private static final int LITERAL_CONTEXTS = 64;
    private static final int DISTANCE_CONTEXTS = 4;

    final BrotliBlocks literalBlocks;
    final BrotliBlocks commandBlocks;
    final BrotliBlocks distanceBlocks;
    private final int postfixBits;
    private final int directDistances;
    private final int[] modes;
    private final int[] literalMap;
    private final int[] distanceMap;
    private final BrotliCode[] literalCodes;
    private final BrotliCode[] commandCodes;
    private final BrotliCode[] distanceCodes;

    BrotliMetaBlock(BitInput input) throws ZlibException {
        literalBlocks = new BrotliBlocks(input);
        commandBlocks = new BrotliBlocks(input);
        distanceBlocks = new BrotliBlocks(input);
        postfixBits = input.read(2);
        directDistances = input.read(4) << postfixBits;
        modes = new int[literalBlocks.types];
        for (int i = 0; i < modes.length; i++) {
            modes[i] = input.read(2);
        }
        int literalTrees = BrotliBlocks.readNumber(input);
        literalMap = contextMap(input, literalTrees, LITERAL_CONTEXTS * literalBlocks.types);
        int distanceTrees = BrotliBlocks.readNumber(input);
        distanceMap = contextMap(input, distanceTrees, DISTANCE_CONTEXTS * distanceBlocks.types);
        literalCodes = codes(input, literalTrees, LITERALS);
        commandCodes = codes(input, commandBlocks.types, COMMANDS);
        int distances = DISTANCES + directDistances + (DISTANCE_BITS << postfixBits);
        distanceCodes = codes(input, distanceTrees, distances);
    }

    private static BrotliCode[] codes(BitInput input, int count, int alphabet)
            throws ZlibException {
        BrotliCode[] codes = new BrotliCode[count];
        for (int i = 0; i < count; i++) {
            codes[i] = BrotliCode.describe(input, alphabet);
        }
        return codes;
    }

    /** 7.3: which code a context has. */
    private static int[] contextMap(BitInput input, int trees, int size) throws ZlibException {
        int[] map = new int[size];
        if (trees == 1) {
            return map;
        }
        int longestRun = input.read(1) == 0 ? 0 : input.read(4) + 1;
        BrotliCode code = BrotliCode.describe(input, trees + longestRun);
        for (int i = 0; i < size; ) {
            int symbol = code.read(input);
            if (symbol == 0 || symbol > longestRun) {
                map[i++] = symbol == 0 ? 0 : symbol - longestRun;
                continue;
            }
            int run = (1 << symbol) + input.read(symbol);
            if (i + run > size) {
                throw ZlibException.malformedBrotli("CONTEXT_MAP_REPEAT");
            }
            i += run;
        }
        if (input.read(1) == 1) {
            moveToFront(map);
        }
        return map;
    }

    private static void moveToFront(int[] map) {
        int[] recent = new int[256];
        for (int i = 0; i < recent.length; i++) {
            recent[i] = i;
        }
        for (int i = 0; i < map.length; i++) {
            int index = map[i];
            int value = recent[index];
            map[i] = value;
            System.arraycopy(recent, 0, recent, 1, index);
            recent[0] = value;
        }
    }

    // ---- symbols

    int readCommand(BitInput input) {
        return commandCodes[commandBlocks.next(input)].read(input);
    }

    byte readLiteral(BitInput input, int last, int beforeLast) {
        int type = literalBlocks.next(input);
        int context = BrotliTables.literalContext(modes[type], last, beforeLast);
        return (byte) literalCodes[literalMap[type * LITERAL_CONTEXTS + context]].read(input);
    }

    /** A distance code: of the recent distances, or 16 and more for {@link #distance}. */
    int readDistanceCode(BitInput input, int copyLength) {
        int type = distanceBlocks.next(input);
        int context = Math.min(copyLength - 2, DISTANCE_CONTEXTS - 1);
        return distanceCodes[distanceMap[type * DISTANCE_CONTEXTS + context]].read(input);
    }

    /** 4: the distance that a code from 16 on and its extra bits mean. */
    int distance(BitInput input, int code) {
        int index = code - DISTANCES - directDistances;
        if (index < 0) {
            return code - DISTANCES + 1;
        }
        int bits = 1 + (index >> postfixBits + 1);
        int high = index >> postfixBits;
        int low = index & (1 << postfixBits) - 1;
        int offset = (2 + (high & 1) << bits) - 4;
        int extra = bits <= 24 ? input.read(bits) : -1;
        return extra < 0 ? -1 : (offset + extra << postfixBits) + low + directDistances + 1;
    }
}
