package dev.jsj.node.compression;

import java.util.Arrays;

/** A prefix code as a reader uses it (RFC 7932, 3.2 to 3.5). */
final class BrotliCode {
    private static final int MOST_BITS = 15;
    private static final int FAST_BITS = 8;
    private static final int SYMBOL_BITS = 16;

    private static final int[] LENGTH_ORDER = {
        1, 2, 3, 4, 0, 5, 17, 6, 16, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };
    private static final int[] LENGTH_CODE_BITS = {2, 2, 2, 3, 2, 2, 2, 4, 2, 2, 2, 3, 2, 2, 2, 4};
    private static final int[] LENGTH_CODE = {0, 4, 3, 2, 0, 4, 3, 1, 0, 4, 3, 2, 0, 4, 3, 5};

    /**
     * By the next bits: length and symbol; zero where the code is longer than the table is deep.
     */
    private final int[] fast;

    /** For longer codes: how many there are of each length, and the symbols in order. */
    private final int[] counts = new int[MOST_BITS + 1];

    private final int[] symbols;

    /**
     * @param lengths of the codes of all symbols; one symbol alone has no bits
     */
    private BrotliCode(int[] lengths) {
        int used = 0;
        int last = 0;
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                counts[lengths[symbol]]++;
                used++;
                last = symbol;
            }
        }
        fast = new int[1 << FAST_BITS];
        symbols = new int[used];
        if (used == 1) {
            counts[lengths[last]] = 0;
            symbols[0] = last;
            Arrays.fill(fast, last);
            return;
        }
        int[] next = new int[MOST_BITS + 2];
        for (int bits = 1; bits <= MOST_BITS; bits++) {
            next[bits + 1] = next[bits] + counts[bits];
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                symbols[next[lengths[symbol]]++] = symbol;
            }
        }
        fillFast();
    }

    private void fillFast() {
        int code = 0;
        int index = 0;
        for (int bits = 1; bits <= FAST_BITS; bits++) {
            for (int i = 0; i < counts[bits]; i++) {
                int reversed = Integer.reverse(code++) >>> 32 - bits;
                int entry = bits << SYMBOL_BITS | symbols[index++];
                for (int at = reversed; at < fast.length; at += 1 << bits) {
                    fast[at] = entry;
                }
            }
            code <<= 1;
        }
    }

    /** The next symbol. */
    int read(BitInput input) {
        int bits = input.peek();
        int entry = fast[bits & (1 << FAST_BITS) - 1];
        if (entry >>> SYMBOL_BITS != 0 || symbols.length == 1) {
            input.skip(entry >>> SYMBOL_BITS);
            return entry & (1 << SYMBOL_BITS) - 1;
        }
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= MOST_BITS; length++) {
            code |= bits & 1;
            bits >>>= 1;
            if (code - first < counts[length]) {
                input.skip(length);
                return symbols[index + code - first];
            }
            index += counts[length];
            first = first + counts[length] << 1;
            code <<= 1;
        }
        throw new AssertionError("The code is not complete.");
    }

    // ---- descriptions

    /** A code from its description. */
    static BrotliCode describe(BitInput input, int alphabet) throws ZlibException {
        int skipped = input.read(2);
        return new BrotliCode(
                skipped == 1 ? simple(input, alphabet) : complex(input, alphabet, skipped));
    }

    /** 3.4: up to four symbols. */
    private static int[] simple(BitInput input, int alphabet) throws ZlibException {
        int count = input.read(2) + 1;
        int width = 32 - Integer.numberOfLeadingZeros(alphabet - 1);
        int[] lengths = new int[alphabet];
        int[] symbols = new int[count];
        for (int i = 0; i < count; i++) {
            symbols[i] = input.read(width);
            if (symbols[i] >= alphabet) {
                throw ZlibException.malformedBrotli("SIMPLE_HUFFMAN_ALPHABET");
            }
            for (int j = 0; j < i; j++) {
                if (symbols[j] == symbols[i]) {
                    throw ZlibException.malformedBrotli("SIMPLE_HUFFMAN_SAME");
                }
            }
        }
        int shape = count == 4 ? 3 + input.read(1) : count - 1;
        int[] bits =
                switch (shape) {
                    case 0 -> new int[] {1};
                    case 1 -> new int[] {1, 1};
                    case 2 -> new int[] {1, 2, 2};
                    case 3 -> new int[] {2, 2, 2, 2};
                    default -> new int[] {1, 2, 3, 3};
                };
        for (int i = 0; i < count; i++) {
            lengths[symbols[i]] = bits[i];
        }
        return lengths;
    }

    /** 3.5: code lengths, themselves in a code. */
    private static int[] complex(BitInput input, int alphabet, int skipped) throws ZlibException {
        BrotliCode code = lengthCode(input, skipped);
        int[] lengths = new int[alphabet];
        int symbol = 0;
        int previous = 8;
        int repeat = 0;
        int repeated = 0;
        int space = 1 << MOST_BITS;
        while (symbol < alphabet && space > 0) {
            int length = code.read(input);
            if (length < 16) {
                repeat = 0;
                lengths[symbol++] = length;
                if (length != 0) {
                    previous = length;
                    space -= 1 << MOST_BITS - length;
                }
                continue;
            }
            int extra = length - 14;
            int wanted = length == 16 ? previous : 0;
            if (repeated != wanted) {
                repeat = 0;
                repeated = wanted;
            }
            int before = repeat;
            if (repeat > 0) {
                repeat = repeat - 2 << extra;
            }
            repeat += input.read(extra) + 3;
            int count = repeat - before;
            if (symbol + count > alphabet) {
                throw ZlibException.malformedBrotli("HUFFMAN_SPACE");
            }
            for (int i = 0; i < count; i++) {
                lengths[symbol++] = repeated;
            }
            if (repeated != 0) {
                space -= count << MOST_BITS - repeated;
            }
        }
        if (space != 0) {
            throw ZlibException.malformedBrotli("HUFFMAN_SPACE");
        }
        return lengths;
    }

    private static BrotliCode lengthCode(BitInput input, int skipped) throws ZlibException {
        int[] lengths = new int[LENGTH_ORDER.length];
        int space = 32;
        int used = 0;
        for (int i = skipped; i < LENGTH_ORDER.length && space > 0; i++) {
            int bits = input.peek() & 15;
            input.skip(LENGTH_CODE_BITS[bits]);
            int length = LENGTH_CODE[bits];
            lengths[LENGTH_ORDER[i]] = length;
            if (length != 0) {
                space -= 32 >> length;
                used++;
            }
        }
        if (used != 1 && space != 0) {
            throw ZlibException.malformedBrotli("CL_SPACE");
        }
        return new BrotliCode(lengths);
    }
}
