package dev.jsj.parser.lexer;

/** The kinds of tokens. Every punctuator and every word with a meaning of its own is one. */
public enum TokenType {
    END("end of input"),
    /** Something that is no token; {@link Lexer#problem()} tells what is wrong. */
    ILLEGAL("illegal"),
    NUMBER("number"),
    BIGINT("bigint"),
    STRING("string"),
    /** A template up to its first substitution or its end. */
    TEMPLATE("template"),
    REGEXP("regexp"),
    PRIVATE_NAME("private name"),
    /** A reserved word written with an escape: only good as a property name. */
    ESCAPED_KEYWORD("escaped keyword"),

    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    LEFT_PARENTHESIS("("),
    RIGHT_PARENTHESIS(")"),
    LEFT_BRACKET("["),
    RIGHT_BRACKET("]"),
    DOT("."),
    ELLIPSIS("..."),
    SEMICOLON(";"),
    COMMA(","),
    COLON(":"),
    QUESTION("?"),
    QUESTION_DOT("?."),
    ARROW("=>"),
    NOT("!"),
    BITWISE_NOT("~"),
    INCREMENT("++"),
    DECREMENT("--"),

    ASSIGN("="),
    ADD_ASSIGN("+="),
    SUBTRACT_ASSIGN("-="),
    MULTIPLY_ASSIGN("*="),
    DIVIDE_ASSIGN("/="),
    REMAINDER_ASSIGN("%="),
    EXPONENTIATE_ASSIGN("**="),
    BITWISE_AND_ASSIGN("&="),
    BITWISE_OR_ASSIGN("|="),
    BITWISE_XOR_ASSIGN("^="),
    SHIFT_LEFT_ASSIGN("<<="),
    SHIFT_RIGHT_ASSIGN(">>="),
    SHIFT_RIGHT_UNSIGNED_ASSIGN(">>>="),
    AND_ASSIGN("&&="),
    OR_ASSIGN("||="),
    NULLISH_ASSIGN("??="),

    NULLISH("??", 1),
    OR("||", 2),
    AND("&&", 3),
    BITWISE_OR("|", 4),
    BITWISE_XOR("^", 5),
    BITWISE_AND("&", 6),
    EQUAL("==", 7),
    NOT_EQUAL("!=", 7),
    STRICT_EQUAL("===", 7),
    STRICT_NOT_EQUAL("!==", 7),
    LESS("<", 8),
    LESS_EQUAL("<=", 8),
    GREATER(">", 8),
    GREATER_EQUAL(">=", 8),
    INSTANCEOF("instanceof", 8),
    IN("in", 8),
    SHIFT_LEFT("<<", 9),
    SHIFT_RIGHT(">>", 9),
    SHIFT_RIGHT_UNSIGNED(">>>", 9),
    ADD("+", 10),
    SUBTRACT("-", 10),
    MULTIPLY("*", 11),
    DIVIDE("/", 11),
    REMAINDER("%", 11),
    EXPONENTIATE("**", 12),

    BREAK("break"),
    CASE("case"),
    CATCH("catch"),
    CLASS("class"),
    CONST("const"),
    CONTINUE("continue"),
    DEBUGGER("debugger"),
    DEFAULT("default"),
    DELETE("delete"),
    DO("do"),
    ELSE("else"),
    ENUM("enum"),
    EXPORT("export"),
    EXTENDS("extends"),
    FALSE("false"),
    FINALLY("finally"),
    FOR("for"),
    FUNCTION("function"),
    IF("if"),
    IMPORT("import"),
    NEW("new"),
    NULL("null"),
    RETURN("return"),
    SUPER("super"),
    SWITCH("switch"),
    THIS("this"),
    THROW("throw"),
    TRUE("true"),
    TRY("try"),
    TYPEOF("typeof"),
    VAR("var"),
    VOID("void"),
    WHILE("while"),
    WITH("with"),

    // From here on: words that can be identifiers. First those reserved in strict code,
    IMPLEMENTS("implements"),
    INTERFACE("interface"),
    PACKAGE("package"),
    PRIVATE("private"),
    PROTECTED("protected"),
    PUBLIC("public"),
    LET("let"),
    STATIC("static"),
    YIELD("yield"),
    // then await, reserved in modules and async functions, and those that are not bindable in
    // strict code,
    AWAIT("await"),
    EVAL("eval"),
    ARGUMENTS("arguments"),
    // then those that only have a meaning in certain places.
    AS("as"),
    ASYNC("async"),
    DEFER("defer"),
    FROM("from"),
    GET("get"),
    META("meta"),
    OF("of"),
    SET("set"),
    SOURCE("source"),
    TARGET("target"),
    USING("using"),
    IDENTIFIER("identifier");

    private final String text;
    private final int precedence;

    TokenType(String text) {
        this(text, 0);
    }

    TokenType(String text, int precedence) {
        this.text = text;
        this.precedence = precedence;
    }

    /** The token's spelling, or what kind of token it is. */
    public String text() {
        return text;
    }

    /** The precedence as a binary operator, 0 if it is none. */
    public int precedence() {
        return precedence;
    }

    /** Whether this is an identifier in at least some context. */
    public boolean isIdentifier() {
        return ordinal() >= IMPLEMENTS.ordinal();
    }

    /** Whether this is an identifier that strict code reserves. */
    public boolean isStrictReserved() {
        return ordinal() >= IMPLEMENTS.ordinal() && ordinal() <= YIELD.ordinal();
    }

    /** Whether this is a word that is never an identifier. */
    public boolean isReservedWord() {
        return ordinal() >= BREAK.ordinal() && ordinal() <= WITH.ordinal()
                || this == IN
                || this == INSTANCEOF;
    }

    /** Whether this is an identifier name: an identifier or a reserved word, escaped or not. */
    public boolean isIdentifierName() {
        return ordinal() >= BREAK.ordinal()
                || this == IN
                || this == INSTANCEOF
                || this == ESCAPED_KEYWORD;
    }

    /** Whether this is {@code =} or a compound assignment operator. */
    public boolean isAssignment() {
        return ordinal() >= ASSIGN.ordinal() && ordinal() <= NULLISH_ASSIGN.ordinal();
    }
}
