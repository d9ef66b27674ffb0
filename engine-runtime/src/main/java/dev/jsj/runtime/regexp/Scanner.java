package dev.jsj.runtime.regexp;

/** The tight loops of the matcher over characters of one set. */
final class Scanner {
    private Scanner() {}

    /** The code point at a place of an input that ends at {@code end}. */
    static int codePointAt(String input, int pos, int end) {
        char unit = input.charAt(pos);
        if (Character.isHighSurrogate(unit) && pos + 1 < end) {
            char next = input.charAt(pos + 1);
            if (Character.isLowSurrogate(next)) {
                return Character.toCodePoint(unit, next);
            }
        }
        return unit;
    }

    /** The code point before a place of an input that begins at {@code begin}. */
    static int codePointBefore(String input, int pos, int begin) {
        char unit = input.charAt(pos - 1);
        if (Character.isLowSurrogate(unit) && pos - 2 >= begin) {
            char previous = input.charAt(pos - 2);
            if (Character.isHighSurrogate(previous)) {
                return Character.toCodePoint(previous, unit);
            }
        }
        return unit;
    }

    /** Whether a text is at a place, and within the input. */
    static boolean startsWith(String input, String text, int pos, int begin, int end) {
        return pos >= begin && pos + text.length() <= end && input.startsWith(text, pos);
    }

    /** The end of the run of code units of a set that starts at {@code from}. */
    static int run(CharacterTest set, String input, int from, int limit) {
        if (set.onlyMissing >= 0) {
            int stop = input.indexOf(set.onlyMissing, from, limit);
            return stop < 0 ? limit : stop;
        }
        int pos = from;
        while (pos < limit && set.matches(input.charAt(pos))) {
            pos++;
        }
        return pos;
    }

    /**
     * The end of a run of {@code min} to {@code max} code points of a set; -1 when there are fewer.
     */
    static int runByCodePoint(
            CharacterTest set, String input, int from, int end, int min, int max) {
        int pos = from;
        int count = 0;
        while (count < max && pos < end) {
            int character = codePointAt(input, pos, end);
            if (!set.matches(character)) {
                break;
            }
            pos += Character.charCount(character);
            count++;
        }
        return count < min ? -1 : pos;
    }

    /** The start of the code point before {@code pos}, in a run that starts at {@code least}. */
    static int stepBack(String input, int pos, int least) {
        boolean pair =
                pos - 2 >= least
                        && Character.isLowSurrogate(input.charAt(pos - 1))
                        && Character.isHighSurrogate(input.charAt(pos - 2));
        return pair ? pos - 2 : pos - 1;
    }

    /**
     * The last place from {@code from} down to {@code least} before a unit that the guard allows;
     * {@code least - 1} when there is none.
     */
    static int lastBefore(CharacterTest guard, String input, int from, int least) {
        int pos = from;
        while (pos >= least && !guard.matches(input.charAt(pos))) {
            pos--;
        }
        return pos;
    }

    /** As {@link #lastBefore}, by code points. */
    static int lastBeforeByCodePoint(CharacterTest guard, String input, int from, int least) {
        int pos = from;
        while (pos >= least && !guard.matches(input.charAt(pos))) {
            pos = pos == least ? -1 : stepBack(input, pos, least);
        }
        return pos;
    }

    /**
     * The first place that the guard allows after characters of the set only; -1 when there is
     * none.
     */
    static int skipTo(
            CharacterTest guard,
            CharacterTest set,
            String input,
            int from,
            int end,
            boolean byCodePoint) {
        int pos = from;
        while (pos < end) {
            int character = input.charAt(pos);
            if (guard.matches(character)) {
                return pos;
            }
            if (byCodePoint && Character.isHighSurrogate((char) character)) {
                character = codePointAt(input, pos, end);
            }
            if (!set.matches(character)) {
                return -1;
            }
            pos += Character.charCount(character);
        }
        return guard.end ? pos : -1;
    }
}
