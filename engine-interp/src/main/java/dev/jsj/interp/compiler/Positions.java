package dev.jsj.interp.compiler;

/** Finds tokens that the tree does not keep, so that errors are reported where V8 reports them. */
final class Positions {

    private Positions() {}

    /**
     * Where a punctuator or keyword stands between two nodes: the first place after {@code from}
     * that is not in a comment. {@code fallback} if it is not there.
     */
    static int of(String text, String token, int from, int to, int fallback) {
        int i = from;
        while (i < to) {
            if (text.startsWith("//", i)) {
                while (i < to && !isLineTerminator(text.charAt(i))) {
                    i++;
                }
            } else if (text.startsWith("/*", i)) {
                int end = text.indexOf("*/", i + 2);
                i = end < 0 ? to : end + 2;
            } else if (text.startsWith(token, i)) {
                return i;
            } else {
                i++;
            }
        }
        return fallback;
    }

    private static boolean isLineTerminator(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }
}
