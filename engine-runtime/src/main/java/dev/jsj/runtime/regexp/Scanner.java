package dev.jsj.runtime.regexp;

/** The tight loops of the matcher over characters of one set. */
final class Scanner {
    private Scanner() {}

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
    static int runByCodePoint(CharacterTest set, String input, int from, int min, int max) {
        int pos = from;
        int count = 0;
        while (count < max && pos < input.length()) {
            int character = input.codePointAt(pos);
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
            CharacterTest guard, CharacterTest set, String input, int from, boolean byCodePoint) {
        int length = input.length();
        int pos = from;
        while (pos < length) {
            int character = input.charAt(pos);
            if (guard.matches(character)) {
                return pos;
            }
            if (byCodePoint && Character.isHighSurrogate((char) character)) {
                character = input.codePointAt(pos);
            }
            if (!set.matches(character)) {
                return -1;
            }
            pos += Character.charCount(character);
        }
        return guard.end ? pos : -1;
    }
}
