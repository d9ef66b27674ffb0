package dev.jsj.parser.ast;

/** {@code ++} and {@code --}. */
public enum UpdateOperator {
    INCREMENT("++"),
    DECREMENT("--");

    private final String symbol;

    UpdateOperator(String symbol) {
        this.symbol = symbol;
    }

    /** The operator as written in the source. */
    public String symbol() {
        return symbol;
    }
}
