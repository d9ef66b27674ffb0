package dev.jsj.parser.regexp;

/** Parses regular expression patterns and reports their early errors. */
public final class RegExpSyntax {
    private RegExpSyntax() {}

    /**
     * Parses a pattern (22.2.3.4 ParsePattern).
     *
     * @throws RegExpSyntaxException when the flags or the pattern are not valid
     */
    public static RegExpPattern parse(String pattern, String flags) {
        RegExpFlags parsed = RegExpFlags.parse(flags);
        if (parsed == null) {
            throw new RegExpSyntaxException(
                    "Invalid flags supplied to RegExp constructor '" + flags + "'", -1);
        }
        return parse(pattern, parsed);
    }

    /** Parses a pattern whose flags are known to be valid. */
    public static RegExpPattern parse(String pattern, RegExpFlags flags) {
        PatternParser parser = new PatternParser(pattern, flags);
        try {
            return parser.parsePattern();
        } catch (StackOverflowError overflow) {
            // WORKAROUND: groups nest by Java recursion; a pattern nested too deeply for this
            // thread's stack is refused as V8 does.
            throw parser.error("Regular expression too large");
        }
    }

    /**
     * Checks a regular expression literal.
     *
     * @throws RegExpSyntaxException when the flags or the pattern are not valid
     */
    public static void validate(String pattern, String flags) {
        RegExpFlags parsed = RegExpFlags.parse(flags);
        if (parsed == null) {
            throw new RegExpSyntaxException("Invalid regular expression flags", -1);
        }
        parse(pattern, parsed);
    }
}
