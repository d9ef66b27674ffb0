package dev.jsj.parser.lexer;

import static dev.jsj.parser.lexer.TokenType.*;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/**
 * Splits source text into tokens (clause 12), one at a time: {@link #next} scans the next token and
 * describes it in this object. Values of literals are worked out only when asked for, since most
 * code is merely pre-parsed.
 *
 * <p>A {@code /} is always scanned as an operator first; a parser that expects an expression there
 * calls {@link #rescanAsRegExp}. Likewise {@link #rescanAsTemplate} at the {@code }} that ends a
 * substitution. What is no token is of type ILLEGAL with the reason in {@link #problem}, so that
 * errors come in the order of the source.
 *
 * <p>Order of the file: state, tokens, white space, punctuators, names, strings and templates,
 * regular expressions.
 */
public final class Lexer {
    private static final String INVALID = "Invalid or unexpected token";

    /**
     * The text from offset {@code base}, followed by zeros so that looking ahead needs no bounds
     * checks.
     */
    private final char[] chars;

    private final int base;
    private final int limit;
    private final NameTable names;
    private final boolean module;

    private int position;
    private boolean atStart;

    private TokenType type = END;
    private int start;
    private int end;
    private int previousStart;
    private int previousEnd;
    private boolean newlineBefore;
    private boolean escaped;
    private @Nullable Name name;

    private int contentStart;
    private int contentEnd;
    private boolean templateTail;
    private final NumberScanner number;

    private @Nullable String problem;
    private int problemStart;
    private int problemEnd;
    private @Nullable String strictProblem;
    private int strictProblemStart;
    private int strictProblemEnd;

    /**
     * A lexer for the part of the text from one offset to another; {@link #next} gives its first
     * token.
     */
    public Lexer(String text, int from, int to, NameTable names, boolean module) {
        this.base = from;
        this.limit = to - from;
        this.chars = new char[limit + 4];
        text.getChars(from, to, chars, 0);
        this.names = names;
        this.module = module;
        this.atStart = from == 0;
        this.start = this.end = this.previousEnd = from;
        this.number = new NumberScanner(chars, limit);
    }

    /**
     * Skips a hashbang comment, if the text starts with one. To be called before the first token.
     */
    public void skipHashbang() {
        if (chars[0] == '#' && chars[1] == '!') {
            position = skipLine(2);
        }
    }

    // ---- the current token

    /** Its type. */
    public TokenType type() {
        return type;
    }

    /** Offset of its first char. */
    public int start() {
        return start;
    }

    /** Offset after its last char. */
    public int end() {
        return end;
    }

    /** Offset of the first char of the token before it. */
    public int previousStart() {
        return previousStart;
    }

    /** Offset after the last char of the token before it. */
    public int previousEnd() {
        return previousEnd;
    }

    /** Whether there is a line terminator between the token before and this one. */
    public boolean newlineBefore() {
        return newlineBefore;
    }

    /**
     * Whether an identifier name, or the text of a string, contains an escape or line continuation.
     */
    public boolean isEscaped() {
        return escaped;
    }

    /** The name of an identifier, keyword or private name. */
    public Name name() {
        assert name != null;
        return name;
    }

    /** Why the token is illegal. */
    public String problem() {
        assert problem != null;
        return problem;
    }

    /** Start of the text at fault in an illegal token or in a template. */
    public int problemStart() {
        return problemStart + base;
    }

    /** End of the text at fault in an illegal token or in a template. */
    public int problemEnd() {
        return problemEnd + base;
    }

    /** Why a number or string is not allowed in strict code, or null. */
    public @Nullable String strictProblem() {
        return strictProblem;
    }

    /** Start of what is not allowed in strict code. */
    public int strictProblemStart() {
        return strictProblemStart + base;
    }

    /** End of what is not allowed in strict code. */
    public int strictProblemEnd() {
        return strictProblemEnd + base;
    }

    /** The value of a NUMBER. */
    public double numberValue() {
        return number.value(start - base, end - base);
    }

    /** The value of a BIGINT. */
    public BigInteger bigIntValue() {
        return number.bigInteger(start - base, end - base);
    }

    /** The value of a STRING, interned. */
    public String stringValue() {
        if (escaped) {
            return EscapeSequences.decode(chars, contentStart, contentEnd).intern();
        }
        int hash = 0;
        for (int i = contentStart; i < contentEnd; i++) {
            hash = 31 * hash + chars[i];
        }
        return contentEnd - contentStart <= 64
                ? names.find(chars, contentStart, contentEnd, hash).text()
                : new String(chars, contentStart, contentEnd - contentStart).intern();
    }

    /** Whether the STRING is spelled exactly so, without escapes. */
    public boolean isString(String text) {
        if (contentEnd - contentStart != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (chars[contentStart + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The text between the quotes of a STRING or the slashes of a REGEXP. */
    public String content() {
        return new String(chars, contentStart, contentEnd - contentStart);
    }

    /** The flags of a REGEXP. */
    public String regExpFlags() {
        int from = contentEnd + 1;
        return new String(chars, from, end - base - from);
    }

    /** Whether the TEMPLATE ends with this token, rather than at a substitution. */
    public boolean isTemplateTail() {
        return templateTail;
    }

    /** What is wrong with the escapes of a TEMPLATE, or null; it matters only without a tag. */
    public @Nullable String templateProblem() {
        return problem;
    }

    /** The cooked value of a TEMPLATE, or null if it has an invalid escape. */
    public @Nullable String templateCooked() {
        if (problem != null) {
            return null;
        }
        return escaped
                ? EscapeSequences.decode(chars, contentStart, contentEnd).intern()
                : content().intern();
    }

    /** The raw value of a TEMPLATE. */
    public String templateRaw() {
        return EscapeSequences.normalizeLines(content()).intern();
    }

    /**
     * The type of the token after the current one if that is a colon, comma, closing brace or
     * opening parenthesis right behind it or one space away; else END, which means nothing.
     */
    public TokenType peekPunctuator() {
        int p = position;
        char c = chars[p] == ' ' ? chars[p + 1] : chars[p];
        return switch (c) {
            case ':' -> COLON;
            case ',' -> COMMA;
            case '(' -> LEFT_PARENTHESIS;
            case '}' -> RIGHT_BRACE;
            default -> END;
        };
    }

    // ---- moving on

    /** A point to return to. */
    public record Mark(
            int position,
            TokenType type,
            int start,
            int end,
            int previousStart,
            int previousEnd,
            boolean newlineBefore,
            boolean escaped,
            @Nullable Name name) {}

    /** Remembers the current token, which must be a word. */
    public Mark mark() {
        return new Mark(
                position,
                type,
                start,
                end,
                previousStart,
                previousEnd,
                newlineBefore,
                escaped,
                name);
    }

    /** Returns to an earlier token. */
    public void reset(Mark mark) {
        position = mark.position;
        type = mark.type;
        start = mark.start;
        end = mark.end;
        previousStart = mark.previousStart;
        previousEnd = mark.previousEnd;
        newlineBefore = mark.newlineBefore;
        escaped = mark.escaped;
        name = mark.name;
    }

    /**
     * Makes the next call of {@link #next} scan from that offset, as if the token before ended
     * there.
     */
    public void seek(int offset) {
        position = offset - base;
        end = offset;
    }

    /** Scans the next token. */
    public void next() {
        previousStart = start;
        previousEnd = end;
        newlineBefore = atStart;
        atStart = false;
        escaped = false;
        type = scan();
        end = position + base;
    }

    private TokenType scan() {
        int p = position;
        while (true) {
            char c = chars[p];
            switch (c) {
                case ' ', '\t', 0x0B, '\f' -> p++;
                case '\n', '\r' -> {
                    newlineBefore = true;
                    p++;
                }
                case '/' -> {
                    char next = chars[p + 1];
                    if (next == '/') {
                        p = skipLine(p + 2);
                    } else if (next == '*') {
                        int after = skipBlockComment(p + 2);
                        if (after < 0) {
                            return illegal(INVALID, p, limit, limit);
                        }
                        p = after;
                    } else {
                        begin(p);
                        return next == '=' ? token(DIVIDE_ASSIGN, p + 2) : token(DIVIDE, p + 1);
                    }
                }
                case '<' -> {
                    if (chars[p + 1] == '!' && chars[p + 2] == '-' && chars[p + 3] == '-') {
                        if (module) {
                            return illegal(
                                    "HTML comments are not allowed in modules", p, p + 4, p + 4);
                        }
                        p = skipLine(p + 4);
                    } else {
                        begin(p);
                        return scanLess(p);
                    }
                }
                case '-' -> {
                    if (newlineBefore && chars[p + 1] == '-' && chars[p + 2] == '>') {
                        if (module) {
                            return illegal(
                                    "HTML comments are not allowed in modules", p, p + 3, p + 3);
                        }
                        p = skipLine(p + 3);
                    } else {
                        begin(p);
                        return scanMinus(p);
                    }
                }
                default -> {
                    if (c < 128) {
                        begin(p);
                        if (Characters.isAsciiIdentifierPart(c) && (c > '9' || c == '$')) {
                            return scanName(p);
                        }
                        return scanOther(c, p);
                    }
                    if (c == 0x2028 || c == 0x2029) {
                        newlineBefore = true;
                        p++;
                    } else if (Characters.isWhiteSpace(c)) {
                        p++;
                    } else {
                        begin(p);
                        return scanUnusualName(p, p);
                    }
                }
            }
        }
    }

    private void begin(int p) {
        start = p + base;
    }

    private TokenType token(TokenType type, int after) {
        position = after;
        return type;
    }

    private TokenType illegal(String message, int from, int to, int after) {
        begin(from);
        return problem(message, from, to, after);
    }

    private TokenType problem(String message, int from, int to, int after) {
        problem = message;
        problemStart = from;
        problemEnd = Math.min(to, limit);
        position = Math.min(after, limit);
        return ILLEGAL;
    }

    // ---- white space and comments

    private int skipLine(int p) {
        while (true) {
            char c = chars[p];
            if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0 && p >= limit) {
                return p;
            }
            p++;
        }
    }

    private int skipBlockComment(int p) {
        while (true) {
            char c = chars[p];
            if (c == '*') {
                if (chars[p + 1] == '/') {
                    return p + 2;
                }
            } else if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
                newlineBefore = true;
            } else if (c == 0 && p >= limit) {
                return -1;
            }
            p++;
        }
    }

    // ---- punctuators

    private TokenType scanOther(char c, int p) {
        char next = chars[p + 1];
        return switch (c) {
            case '{' -> token(LEFT_BRACE, p + 1);
            case '}' -> token(RIGHT_BRACE, p + 1);
            case '(' -> token(LEFT_PARENTHESIS, p + 1);
            case ')' -> token(RIGHT_PARENTHESIS, p + 1);
            case '[' -> token(LEFT_BRACKET, p + 1);
            case ']' -> token(RIGHT_BRACKET, p + 1);
            case ';' -> token(SEMICOLON, p + 1);
            case ',' -> token(COMMA, p + 1);
            case ':' -> token(COLON, p + 1);
            case '~' -> token(BITWISE_NOT, p + 1);
            case '.' -> scanDot(p, next);
            case '"', '\'' -> scanString(p, c);
            case '`' -> scanTemplate(p + 1);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> scanNumber(p);
            case '=' -> scanEquals(p, next);
            case '!' -> scanExclamation(p, next);
            case '+' -> next == '+' ? token(INCREMENT, p + 2) : orAssign(p + 1, ADD, ADD_ASSIGN);
            case '*' ->
                    next == '*'
                            ? orAssign(p + 2, EXPONENTIATE, EXPONENTIATE_ASSIGN)
                            : orAssign(p + 1, MULTIPLY, MULTIPLY_ASSIGN);
            case '%' -> orAssign(p + 1, REMAINDER, REMAINDER_ASSIGN);
            case '&' ->
                    next == '&'
                            ? orAssign(p + 2, AND, AND_ASSIGN)
                            : orAssign(p + 1, BITWISE_AND, BITWISE_AND_ASSIGN);
            case '|' ->
                    next == '|'
                            ? orAssign(p + 2, OR, OR_ASSIGN)
                            : orAssign(p + 1, BITWISE_OR, BITWISE_OR_ASSIGN);
            case '^' -> orAssign(p + 1, BITWISE_XOR, BITWISE_XOR_ASSIGN);
            case '>' -> scanGreater(p, next);
            case '?' -> scanQuestion(p, next);
            case '#' -> scanPrivateName(p, next);
            case '\\' -> scanUnusualName(p, p);
            default -> c == 0 && p >= limit ? token(END, limit) : problem(INVALID, p, p + 1, p + 1);
        };
    }

    private TokenType orAssign(int p, TokenType plain, TokenType assign) {
        return chars[p] == '=' ? token(assign, p + 1) : token(plain, p);
    }

    private TokenType scanDot(int p, char next) {
        if (next >= '0' && next <= '9') {
            return scanNumber(p);
        }
        return next == '.' && chars[p + 2] == '.' ? token(ELLIPSIS, p + 3) : token(DOT, p + 1);
    }

    private TokenType scanEquals(int p, char next) {
        if (next == '=') {
            return chars[p + 2] == '=' ? token(STRICT_EQUAL, p + 3) : token(EQUAL, p + 2);
        }
        return next == '>' ? token(ARROW, p + 2) : token(ASSIGN, p + 1);
    }

    private TokenType scanExclamation(int p, char next) {
        if (next == '=') {
            return chars[p + 2] == '=' ? token(STRICT_NOT_EQUAL, p + 3) : token(NOT_EQUAL, p + 2);
        }
        return token(NOT, p + 1);
    }

    private TokenType scanMinus(int p) {
        return chars[p + 1] == '-'
                ? token(DECREMENT, p + 2)
                : orAssign(p + 1, SUBTRACT, SUBTRACT_ASSIGN);
    }

    private TokenType scanLess(int p) {
        return chars[p + 1] == '<'
                ? orAssign(p + 2, SHIFT_LEFT, SHIFT_LEFT_ASSIGN)
                : orAssign(p + 1, LESS, LESS_EQUAL);
    }

    private TokenType scanGreater(int p, char next) {
        if (next != '>') {
            return orAssign(p + 1, GREATER, GREATER_EQUAL);
        }
        return chars[p + 2] == '>'
                ? orAssign(p + 3, SHIFT_RIGHT_UNSIGNED, SHIFT_RIGHT_UNSIGNED_ASSIGN)
                : orAssign(p + 2, SHIFT_RIGHT, SHIFT_RIGHT_ASSIGN);
    }

    private TokenType scanQuestion(int p, char next) {
        if (next == '?') {
            return orAssign(p + 2, NULLISH, NULLISH_ASSIGN);
        }
        if (next == '.' && !(chars[p + 2] >= '0' && chars[p + 2] <= '9')) {
            return token(QUESTION_DOT, p + 2);
        }
        return token(QUESTION, p + 1);
    }

    // ---- names

    private TokenType scanName(int p) {
        int first = p;
        int hash = 0;
        char c = chars[p];
        do {
            hash = 31 * hash + c;
            c = chars[++p];
        } while (Characters.isAsciiIdentifierPart(c));
        if (c == '\\' || c >= 128) {
            return scanUnusualName(first, p);
        }
        Name found = names.find(chars, first, p, hash);
        name = found;
        position = p;
        return found.type();
    }

    private TokenType scanPrivateName(int p, char next) {
        int after = p + 1;
        int hash = '#';
        if (next < 128 && Characters.isIdentifierStart(next)) {
            char c = next;
            do {
                hash = 31 * hash + c;
                c = chars[++after];
            } while (Characters.isAsciiIdentifierPart(c));
            if (c != '\\' && c < 128) {
                name = names.find(chars, p, after, hash);
                return token(PRIVATE_NAME, after);
            }
        }
        if (after == p + 1 && next != '\\' && !Characters.isIdentifierStart(codePointAt(after))) {
            return problem(INVALID, p, p + 1, p + 1);
        }
        TokenType scanned = scanUnusualName(p + 1, after);
        if (scanned == ILLEGAL) {
            problemStart = problem == INVALID ? p : problemStart;
            return scanned;
        }
        name = names.find("#" + name().text());
        return PRIVATE_NAME;
    }

    /**
     * A name with escapes or other than ASCII chars; everything up to p has been found to be plain.
     */
    private TokenType scanUnusualName(int first, int p) {
        StringBuilder text = new StringBuilder().append(chars, first, p - first);
        while (true) {
            int at = p;
            int c = codePointAt(p);
            if (c == '\\') {
                escaped = true;
                long escape =
                        chars[p + 1] == 'u' ? EscapeSequences.unicodeEscape(chars, p + 2) : -1;
                if (escape < 0) {
                    return chars[p + 1] == 'u'
                            ? problem("Invalid Unicode escape sequence", at, at + 2, at + 2)
                            : problem(INVALID, at, at + 1, at + 1);
                }
                c = EscapeSequences.codePoint(escape);
                p = EscapeSequences.after(escape);
                if (text.isEmpty()
                        ? !Characters.isIdentifierStart(c)
                        : !Characters.isIdentifierPart(c)) {
                    return problem(INVALID, first, p, p);
                }
            } else if (text.isEmpty()
                    ? !Characters.isIdentifierStart(c)
                    : !Characters.isIdentifierPart(c)) {
                if (text.isEmpty()) {
                    return problem(
                            INVALID, at, at + Character.charCount(c), at + Character.charCount(c));
                }
                break;
            } else {
                p += Character.charCount(c);
            }
            text.appendCodePoint(c);
        }
        Name found = names.find(text.toString());
        name = found;
        position = p;
        return escaped && found.type().isReservedWord() ? ESCAPED_KEYWORD : found.type();
    }

    private int codePointAt(int p) {
        char c = chars[p];
        return Character.isHighSurrogate(c) && Character.isLowSurrogate(chars[p + 1])
                ? Character.toCodePoint(c, chars[p + 1])
                : c;
    }

    // ---- literals

    private TokenType scanNumber(int p) {
        int after = number.scan(p);
        strictProblem = number.strictProblem();
        strictProblemStart = p;
        strictProblemEnd = Math.abs(after);
        if (after < 0) {
            after = -after;
            return number.problem() == NumberScanner.INVALID
                    ? problem(INVALID, p, after, after + 1)
                    : problem(number.problem(), after, after + 1, after + 1);
        }
        position = after;
        int c = codePointAt(after);
        if (Characters.isIdentifierStart(c) || c >= '0' && c <= '9' || c == '\\') {
            return problem(INVALID, p, after, after);
        }
        return number.isBigInt() ? BIGINT : NUMBER;
    }

    private TokenType scanString(int first, char quote) {
        int p = first + 1;
        strictProblem = null;
        contentStart = p;
        while (true) {
            char c = chars[p];
            if (c == quote) {
                contentEnd = p;
                return token(STRING, p + 1);
            }
            if (c == '\\') {
                escaped = true;
                int after = scanEscape(p, false);
                if (after < 0) {
                    return problem(EscapeSequences.problem(chars, p), p, -after, -after);
                }
                p = after;
            } else if (c == '\n' || c == '\r' || c == 0 && p >= limit) {
                return problem(INVALID, first, p, p);
            } else {
                p++;
            }
        }
    }

    /** The offset after the escape sequence at p, or its negative if the sequence is invalid. */
    private int scanEscape(int p, boolean template) {
        if (p + 1 >= limit) {
            return p + 1;
        }
        char c = chars[p + 1];
        switch (c) {
            case 'x' -> {
                boolean valid =
                        Characters.hexDigit(chars[p + 2]) >= 0
                                && Characters.hexDigit(chars[p + 3]) >= 0;
                return valid ? p + 4 : -(p + 2);
            }
            case 'u' -> {
                long escape = EscapeSequences.unicodeEscape(chars, p + 2);
                return escape < 0 ? -(p + 2) : EscapeSequences.after(escape);
            }
            case '\r' -> {
                return chars[p + 2] == '\n' ? p + 3 : p + 2;
            }
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                if (c == '0' && !(chars[p + 2] >= '0' && chars[p + 2] <= '9')) {
                    return p + 2;
                }
                if (template) {
                    return -(p + 2);
                }
                if (strictProblem == null) {
                    strictProblem =
                            c >= '8'
                                    ? "\\8 and \\9 are not allowed in strict mode."
                                    : "Octal escape sequences are not allowed in strict mode.";
                    strictProblemStart = p + 1;
                    strictProblemEnd = p + 3;
                }
                return p + 2;
            }
            default -> {
                return p + 2;
            }
        }
    }

    /** Scans on after a substitution: the current token must be the RIGHT_BRACE at its end. */
    public void rescanAsTemplate() {
        escaped = false;
        type = scanTemplate(start - base + 1);
        end = position + base;
    }

    private TokenType scanTemplate(int p) {
        problem = null;
        contentStart = p;
        while (true) {
            char c = chars[p];
            if (c == '`') {
                contentEnd = p;
                templateTail = true;
                return token(TEMPLATE, p + 1);
            }
            if (c == '$' && chars[p + 1] == '{') {
                contentEnd = p;
                templateTail = false;
                return token(TEMPLATE, p + 2);
            }
            if (c == '\\') {
                escaped = true;
                int after = scanEscape(p, true);
                if (after < 0) {
                    after = -after;
                    if (problem == null) {
                        problem = EscapeSequences.templateProblem(chars, p);
                        problemStart = p;
                        problemEnd = after;
                    }
                }
                p = after;
            } else if (c == 0 && p >= limit) {
                return problem("Unterminated template literal", start - base, limit, limit);
            } else {
                escaped |= c == '\r';
                p++;
            }
        }
    }

    /** Scans the current token, which must be DIVIDE or DIVIDE_ASSIGN, as a regular expression. */
    public void rescanAsRegExp() {
        type = scanRegExp(start - base);
        end = position + base;
    }

    private TokenType scanRegExp(int first) {
        int p = first + 1;
        contentStart = p;
        boolean inClass = false;
        for (char c = chars[p]; c != '/' || inClass; c = chars[++p]) {
            if (c == '\\') {
                c = chars[++p];
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            }
            if (Characters.isLineTerminator(c) || c == 0 && p >= limit) {
                return problem("Invalid regular expression: missing /", first, p, p);
            }
        }
        contentEnd = p++;
        while (Characters.isIdentifierPart(codePointAt(p))) {
            p += Character.charCount(codePointAt(p));
        }
        return chars[p] == '\\'
                ? problem("Invalid regular expression flags", first, p + 1, p + 1)
                : token(REGEXP, p);
    }
}
