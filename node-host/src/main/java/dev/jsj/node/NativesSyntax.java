package dev.jsj.node;

/**
 * V8's {@code %Name(...)} for tests that steer the engine ({@code --allow-natives-syntax}). The
 * percent sign, where an operand is expected, is replaced by a letter that begins the names of the
 * functions behind it; positions do not change.
 */
final class NativesSyntax {
    /** U+01C3, a letter that no program uses to begin a name. */
    static final char PREFIX = '\u01C3';

    private NativesSyntax() {}

    static String rewrite(String source) {
        if (source.indexOf('%') < 0) {
            return source;
        }
        StringBuilder result = new StringBuilder(source);
        for (int i = source.indexOf('%'); i >= 0; i = source.indexOf('%', i + 1)) {
            if (isName(source, i + 1) && !followsOperand(source, i)) {
                result.setCharAt(i, PREFIX);
            }
        }
        return result.toString();
    }

    /** A capitalised name and an opening parenthesis. */
    private static boolean isName(String source, int at) {
        int end = at;
        while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
            end++;
        }
        return end > at
                && Character.isUpperCase(source.charAt(at))
                && end < source.length()
                && source.charAt(end) == '(';
    }

    /** Then the sign is the remainder operator. */
    private static boolean followsOperand(String source, int at) {
        int before = at - 1;
        while (before >= 0 && (source.charAt(before) == ' ' || source.charAt(before) == '\t')) {
            before--;
        }
        if (before < 0) {
            return false;
        }
        char c = source.charAt(before);
        return Character.isJavaIdentifierPart(c)
                || c == ')'
                || c == ']'
                || c == '"'
                || c == '\''
                || c == '`';
    }
}
