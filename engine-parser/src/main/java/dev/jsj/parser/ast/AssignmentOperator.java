package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

/** {@code =} and the compound assignments. */
public enum AssignmentOperator {
    ASSIGN("=", null, null),
    ADD("+=", BinaryOperator.ADD, null),
    SUBTRACT("-=", BinaryOperator.SUBTRACT, null),
    MULTIPLY("*=", BinaryOperator.MULTIPLY, null),
    DIVIDE("/=", BinaryOperator.DIVIDE, null),
    REMAINDER("%=", BinaryOperator.REMAINDER, null),
    EXPONENTIATE("**=", BinaryOperator.EXPONENTIATE, null),
    BITWISE_AND("&=", BinaryOperator.BITWISE_AND, null),
    BITWISE_OR("|=", BinaryOperator.BITWISE_OR, null),
    BITWISE_XOR("^=", BinaryOperator.BITWISE_XOR, null),
    SHIFT_LEFT("<<=", BinaryOperator.SHIFT_LEFT, null),
    SHIFT_RIGHT(">>=", BinaryOperator.SHIFT_RIGHT, null),
    SHIFT_RIGHT_UNSIGNED(">>>=", BinaryOperator.SHIFT_RIGHT_UNSIGNED, null),
    AND("&&=", null, LogicalOperator.AND),
    OR("||=", null, LogicalOperator.OR),
    NULLISH("??=", null, LogicalOperator.NULLISH);

    private final String symbol;
    private final @Nullable BinaryOperator binary;
    private final @Nullable LogicalOperator logical;

    AssignmentOperator(
            String symbol, @Nullable BinaryOperator binary, @Nullable LogicalOperator logical) {
        this.symbol = symbol;
        this.binary = binary;
        this.logical = logical;
    }

    /** The operator as written in the source. */
    public String symbol() {
        return symbol;
    }

    /** The operation of {@code a op= b}, or null. */
    public @Nullable BinaryOperator binary() {
        return binary;
    }

    /** The operation of {@code a &&= b} and the like, or null. */
    public @Nullable LogicalOperator logical() {
        return logical;
    }
}
