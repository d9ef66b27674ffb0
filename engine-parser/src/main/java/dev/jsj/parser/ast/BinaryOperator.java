package dev.jsj.parser.ast;

/** The binary operators that evaluate both operands. */
public enum BinaryOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    EXPONENTIATE("**"),
    BITWISE_AND("&"),
    BITWISE_OR("|"),
    BITWISE_XOR("^"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    SHIFT_RIGHT_UNSIGNED(">>>"),
    EQUAL("=="),
    NOT_EQUAL("!="),
    STRICT_EQUAL("==="),
    STRICT_NOT_EQUAL("!=="),
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    INSTANCEOF("instanceof"),
    IN("in");

    private final String symbol;

    BinaryOperator(String symbol) {
        this.symbol = symbol;
    }

    /** The operator as written in the source. */
    public String symbol() {
        return symbol;
    }
}
