package dev.jsj.parser;

/**
 * What has been found in an expression that decides whether it may still become a pattern, or else
 * must: offsets, -1 if not found. (13.15.5, 15.3: the cover grammars.)
 */
final class Cover {
    /** {@code {a = 1}}: no expression. */
    int initializer = -1;

    int initializerEnd;

    /** A second {@code __proto__}: no expression. */
    int duplicateProto = -1;

    int duplicateProtoEnd;

    /** A literal or assignment in parentheses: no assignment pattern. */
    int parenthesizedPattern = -1;

    /** Any parentheses: no binding pattern. */
    int parenthesized = -1;

    /** A comma after {@code ...a}, and where the latter begins: no pattern. */
    int commaAfterRest = -1;

    int restBeforeComma;

    /** Adds what an enclosing expression has found before. */
    Cover after(Cover earlier) {
        initializerEnd = earlier.initializer >= 0 ? earlier.initializerEnd : initializerEnd;
        initializer = first(earlier.initializer, initializer);
        duplicateProtoEnd =
                earlier.duplicateProto >= 0 ? earlier.duplicateProtoEnd : duplicateProtoEnd;
        duplicateProto = first(earlier.duplicateProto, duplicateProto);
        parenthesizedPattern = first(earlier.parenthesizedPattern, parenthesizedPattern);
        parenthesized = first(earlier.parenthesized, parenthesized);
        restBeforeComma = earlier.commaAfterRest >= 0 ? earlier.restBeforeComma : restBeforeComma;
        commaAfterRest = first(earlier.commaAfterRest, commaAfterRest);
        return this;
    }

    void restNotLast(int rest, int comma) {
        if (commaAfterRest < 0) {
            commaAfterRest = comma;
            restBeforeComma = rest;
        }
    }

    private static int first(int earlier, int later) {
        return earlier >= 0 ? earlier : later;
    }
}
