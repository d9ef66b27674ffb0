package dev.jsj.runtime.regexp;

/**
 * 22.2.2.7.2 BackreferenceMatcher.
 *
 * @param captures the groups referred to, of which at most one has taken part in the match
 */
public record BackReferenceTest(int[] captures, boolean ignoreCase, boolean backward) {

    /**
     * The position after the group's text, read from {@code pos} in this direction in an input from
     * {@code begin} to {@code end}, or -1 when another text is there.
     */
    int match(int[] registers, String input, int pos, int begin, int end, boolean unicodeMode) {
        for (int capture : captures) {
            int start = registers[2 * capture];
            int groupEnd = registers[2 * capture + 1];
            if (start >= 0 && groupEnd >= 0) {
                return matchText(input, start, groupEnd, pos, begin, end, unicodeMode);
            }
        }
        return pos;
    }

    /** As {@link #match}, where the group's text is known. */
    int matchText(
            String input,
            int start,
            int groupEnd,
            int pos,
            int begin,
            int end,
            boolean unicodeMode) {
        int length = groupEnd - start;
        int from = backward ? pos - length : pos;
        if (from < begin
                || from + length > end
                || !sameText(input, start, from, length, end, unicodeMode)) {
            return -1;
        }
        return backward ? from : from + length;
    }

    private boolean sameText(
            String input, int first, int second, int length, int end, boolean unicodeMode) {
        if (!ignoreCase) {
            return input.regionMatches(first, input, second, length);
        }
        CaseFolding folding = CaseFolding.of(unicodeMode);
        for (int i = 0; i < length; ) {
            int left =
                    unicodeMode
                            ? Scanner.codePointAt(input, first + i, end)
                            : input.charAt(first + i);
            int right =
                    unicodeMode
                            ? Scanner.codePointAt(input, second + i, end)
                            : input.charAt(second + i);
            if (left != right && folding.canonicalize(left) != folding.canonicalize(right)) {
                return false;
            }
            i += Character.charCount(left);
        }
        return true;
    }
}
