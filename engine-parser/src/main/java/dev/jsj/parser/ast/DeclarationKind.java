package dev.jsj.parser.ast;

/** The keyword of a variable declaration. */
public enum DeclarationKind {
    VAR("var"),
    LET("let"),
    CONST("const"),
    USING("using"),
    AWAIT_USING("await using");

    private final String keyword;

    DeclarationKind(String keyword) {
        this.keyword = keyword;
    }

    /** The keyword as written in the source. */
    public String keyword() {
        return keyword;
    }

    /** Whether the declared names are lexical. */
    public boolean isLexical() {
        return this != VAR;
    }

    /** Whether the declared names cannot be assigned to. */
    public boolean isConstant() {
        return this != VAR && this != LET;
    }
}
