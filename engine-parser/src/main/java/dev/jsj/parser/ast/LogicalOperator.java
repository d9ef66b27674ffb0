package dev.jsj.parser.ast;

/** The short-circuiting operators. */
public enum LogicalOperator {
    AND("&&"),
    OR("||"),
    NULLISH("??");

    private final String symbol;

    LogicalOperator(String symbol) {
        this.symbol = symbol;
    }

    /** The operator as written in the source. */
    public String symbol() {
        return symbol;
    }
}
