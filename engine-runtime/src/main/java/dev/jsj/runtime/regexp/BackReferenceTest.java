package dev.jsj.runtime.regexp;

/**
 * 22.2.2.7.2 BackreferenceMatcher.
 *
 * @param captures the groups referred to, of which at most one has taken part in the match
 */
public record BackReferenceTest(int[] captures, boolean ignoreCase, boolean backward) {

    /**
     * The position after the group's text, read from {@code pos} in this direction, or -1 when
     * another text is there.
     */
    int match(int[] registers, String input, int pos, boolean unicodeMode) {
        for (int capture : captures) {
            int start = registers[2 * capture];
            int end = registers[2 * capture + 1];
            if (start >= 0 && end >= 0) {
                return matchText(input, start, end, pos, unicodeMode);
            }
        }
        return pos;
    }

    /** As {@link #match}, where the group's text is known. */
    int matchText(String input, int start, int end, int pos, boolean unicodeMode) {
        int length = end - start;
        int from = backward ? pos - length : pos;
        if (from < 0
                || from + length > input.length()
                || !sameText(input, start, from, length, unicodeMode)) {
            return -1;
        }
        return backward ? from : from + length;
    }

    private boolean sameText(String input, int first, int second, int length, boolean unicodeMode) {
        if (!ignoreCase) {
            return input.regionMatches(first, input, second, length);
        }
        CaseFolding folding = CaseFolding.of(unicodeMode);
        for (int i = 0; i < length; ) {
            int left = unicodeMode ? input.codePointAt(first + i) : input.charAt(first + i);
            int right = unicodeMode ? input.codePointAt(second + i) : input.charAt(second + i);
            if (left != right && folding.canonicalize(left) != folding.canonicalize(right)) {
                return false;
            }
            i += Character.charCount(left);
        }
        return true;
    }
}
