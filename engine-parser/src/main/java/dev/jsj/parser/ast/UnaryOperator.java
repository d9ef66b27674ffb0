package dev.jsj.parser.ast;

/** The prefix operators. */
public enum UnaryOperator {
    NEGATE("-"),
    PLUS("+"),
    NOT("!"),
    BITWISE_NOT("~"),
    TYPEOF("typeof"),
    VOID("void"),
    DELETE("delete");

    private final String symbol;

    UnaryOperator(String symbol) {
        this.symbol = symbol;
    }

    /** The operator as written in the source. */
    public String symbol() {
        return symbol;
    }
}
