package dev.jsj.runtime.builtins.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;

/**
 * The order of strings in the root locale. Texts in ASCII are compared here, others by ICU4J, which
 * takes a while to start.
 */
final class LocaleOrder {
    /**
     * The ASCII characters that count, in their order; a letter's cases differ only when all else
     * is equal.
     */
    private static final String ORDER =
            "\t\n"
                + "\u000B\f\r"
                + " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ";

    /**
     * By ASCII character: 0 for those that do not count, else a rank that is the same for both
     * cases of a letter.
     */
    private static final byte[] RANKS = ranks();

    private LocaleOrder() {}

    private static byte[] ranks() {
        byte[] ranks = new byte[128];
        for (int i = 0; i < ORDER.length(); i++) {
            char unit = ORDER.charAt(i);
            ranks[unit] = (byte) (unit >= 'A' && unit <= 'Z' ? i : i + 1);
        }
        return ranks;
    }

    /** Negative, zero or positive, as {@code Comparator.compare}. */
    static int compare(String left, String right) {
        return isAscii(left) && isAscii(right)
                ? compareAscii(left, right)
                : Root.COLLATOR.compare(left, right);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static int compareAscii(String left, String right) {
        int caseDifference = 0;
        int i = 0;
        int j = 0;
        while (true) {
            while (i < left.length() && RANKS[left.charAt(i)] == 0) {
                i++;
            }
            while (j < right.length() && RANKS[right.charAt(j)] == 0) {
                j++;
            }
            if (i == left.length() || j == right.length()) {
                int rest = Integer.compare(left.length() - i, right.length() - j);
                return rest != 0 ? rest : caseDifference;
            }
            char a = left.charAt(i++);
            char b = right.charAt(j++);
            if (RANKS[a] != RANKS[b]) {
                return RANKS[a] - RANKS[b];
            }
            if (caseDifference == 0) {
                caseDifference = b - a; // lower case, the greater code, comes first
            }
        }
    }

    /** Loaded with the first text that needs it; frozen, so that threads can share it. */
    private static final class Root {
        static final Collator COLLATOR = collator();

        private static Collator collator() {
            Collator collator = Collator.getInstance(ULocale.ROOT);
            collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
            return collator.freeze();
        }
    }
}
