package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.Label;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.TypeofName;
import dev.jsj.parser.ast.BinaryExpression;
import dev.jsj.parser.ast.BooleanLiteral;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.LogicalExpression;
import dev.jsj.parser.ast.LogicalOperator;
import dev.jsj.parser.ast.NullLiteral;
import dev.jsj.parser.ast.PrivateName;
import dev.jsj.parser.ast.SequenceExpression;
import dev.jsj.parser.ast.StringLiteral;
import dev.jsj.parser.ast.UnaryExpression;
import dev.jsj.parser.ast.UnaryOperator;

import org.jspecify.annotations.Nullable;

/** Expressions that only decide a jump: comparisons fused with it, and, or, not without values. */
final class ConditionEmitter {

    private final FunctionCompiler f;

    ConditionEmitter(FunctionCompiler f) {
        this.f = f;
    }

    // ---------------------------------------------------------------- forward

    /** Jumps forward if ToBoolean(e) is {@code sense}, else falls through. */
    void jumpIf(Expression e, boolean sense, Label target) {
        int mark = f.registers.mark();
        switch (e) {
            case BooleanLiteral literal -> {
                if (literal.value() == sense) {
                    f.jump(target);
                }
            }
            case UnaryExpression unary when unary.operator() == UnaryOperator.NOT ->
                    jumpIf(unary.argument(), !sense, target);
            case LogicalExpression logical when logical.operator() != LogicalOperator.NULLISH ->
                    jumpIfLogical(logical, sense, target);
            case BinaryExpression binary when jumpIfComparison(binary, sense, target) -> {}
            case SequenceExpression sequence -> {
                int last = sequence.expressions().size() - 1;
                sequence.expressions().subList(0, last).forEach(f.expressions::effect);
                jumpIf(sequence.expressions().get(last), sense, target);
            }
            default ->
                    f.code.emitJump(
                            sense ? Op.JUMP_IF_TRUE : Op.JUMP_IF_FALSE,
                            target,
                            f.expressions.register(e));
        }
        f.registers.release(mark);
    }

    private void jumpIfLogical(LogicalExpression e, boolean sense, Label target) {
        // The value of the left side that decides the whole: false for &&, true for ||.
        boolean deciding = e.operator() == LogicalOperator.OR;
        if (deciding == sense) {
            jumpIf(e.left(), sense, target);
            jumpIf(e.right(), sense, target);
        } else {
            Label skip = new Label();
            jumpIf(e.left(), deciding, skip);
            jumpIf(e.right(), sense, target);
            f.bind(skip);
        }
    }

    /** Emits a fused comparison and jump; false if the operator is not a comparison. */
    private boolean jumpIfComparison(BinaryExpression e, boolean sense, Label target) {
        if (e.left() instanceof PrivateName) {
            return false;
        }
        return switch (e.operator()) {
            case STRICT_EQUAL -> jumpIfStrictEqual(e, sense, target);
            case STRICT_NOT_EQUAL -> jumpIfStrictEqual(e, !sense, target);
            case EQUAL -> jumpIfEqual(e, sense, target);
            case NOT_EQUAL -> jumpIfEqual(e, !sense, target);
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> {
                compareAndJump(e, target, relational(e, sense), relationalInt(e, sense));
                yield true;
            }
            default -> false;
        };
    }

    private static Op relational(BinaryExpression e, boolean sense) {
        return switch (e.operator()) {
            case LESS -> sense ? Op.JUMP_IF_LESS : Op.JUMP_IF_NOT_LESS;
            case LESS_EQUAL -> sense ? Op.JUMP_IF_LESS_EQUAL : Op.JUMP_IF_NOT_LESS_EQUAL;
            case GREATER -> sense ? Op.JUMP_IF_GREATER : Op.JUMP_IF_NOT_GREATER;
            default -> sense ? Op.JUMP_IF_GREATER_EQUAL : Op.JUMP_IF_NOT_GREATER_EQUAL;
        };
    }

    private static Op relationalInt(BinaryExpression e, boolean sense) {
        return switch (e.operator()) {
            case LESS -> sense ? Op.JUMP_IF_LESS_INT : Op.JUMP_IF_NOT_LESS_INT;
            case LESS_EQUAL -> sense ? Op.JUMP_IF_LESS_EQUAL_INT : Op.JUMP_IF_NOT_LESS_EQUAL_INT;
            case GREATER -> sense ? Op.JUMP_IF_GREATER_INT : Op.JUMP_IF_NOT_GREATER_INT;
            default -> sense ? Op.JUMP_IF_GREATER_EQUAL_INT : Op.JUMP_IF_NOT_GREATER_EQUAL_INT;
        };
    }

    private void compareAndJump(BinaryExpression e, Label target, Op op, Op withImmediate) {
        int left = f.expressions.operand(e.left(), e.right());
        Integer immediate = Constants.intOf(e.right());
        if (immediate != null) {
            f.at(f.operators.position(e));
            f.code.emitJump(withImmediate, target, left, immediate);
        } else {
            int right = f.expressions.register(e.right());
            f.at(f.operators.position(e));
            f.code.emitJump(op, target, left, right);
        }
    }

    private boolean jumpIfStrictEqual(BinaryExpression e, boolean sense, Label target) {
        if (jumpIfTypeof(e, sense, target)) {
            return true;
        }
        if (isUndefined(e.right())) {
            f.code.emitJump(
                    sense ? Op.JUMP_IF_UNDEFINED : Op.JUMP_IF_NOT_UNDEFINED,
                    target,
                    f.expressions.register(e.left()));
        } else if (e.right() instanceof NullLiteral) {
            f.code.emitJump(
                    sense ? Op.JUMP_IF_NULL : Op.JUMP_IF_NOT_NULL,
                    target,
                    f.expressions.register(e.left()));
        } else if (e.right() instanceof StringLiteral string) {
            f.code.emitJump(
                    sense ? Op.JUMP_IF_STRICT_EQUAL_CONSTANT : Op.JUMP_IF_STRICT_NOT_EQUAL_CONSTANT,
                    target,
                    f.expressions.register(e.left()),
                    f.code.constant(string.value()));
        } else {
            compareAndJump(
                    e,
                    target,
                    sense ? Op.JUMP_IF_STRICT_EQUAL : Op.JUMP_IF_STRICT_NOT_EQUAL,
                    sense ? Op.JUMP_IF_STRICT_EQUAL_INT : Op.JUMP_IF_STRICT_NOT_EQUAL_INT);
        }
        return true;
    }

    private boolean jumpIfEqual(BinaryExpression e, boolean sense, Label target) {
        if (jumpIfTypeof(e, sense, target)) {
            return true;
        }
        if (e.right() instanceof NullLiteral || isUndefined(e.right())) {
            f.code.emitJump(
                    sense ? Op.JUMP_IF_EQUAL_NULL : Op.JUMP_IF_NOT_EQUAL_NULL,
                    target,
                    f.expressions.register(e.left()));
        } else {
            compareAndJump(
                    e,
                    target,
                    sense ? Op.JUMP_IF_EQUAL : Op.JUMP_IF_NOT_EQUAL,
                    sense ? Op.JUMP_IF_EQUAL_INT : Op.JUMP_IF_NOT_EQUAL_INT);
        }
        return true;
    }

    /** {@code typeof x == "string"}, on either side. */
    private boolean jumpIfTypeof(BinaryExpression e, boolean sense, Label target) {
        Expression operand = typeofArgument(e.left());
        TypeofName name = typeofName(e.right());
        if (operand == null) {
            operand = typeofArgument(e.right());
            name = typeofName(e.left());
        }
        if (operand == null || name == null) {
            return false;
        }
        f.code.emitJump(
                sense ? Op.JUMP_IF_TYPEOF : Op.JUMP_IF_NOT_TYPEOF,
                target,
                f.operators.typeofOperand(operand),
                name.ordinal());
        return true;
    }

    private static @Nullable Expression typeofArgument(Expression e) {
        return e instanceof UnaryExpression unary && unary.operator() == UnaryOperator.TYPEOF
                ? unary.argument()
                : null;
    }

    private static @Nullable TypeofName typeofName(Expression e) {
        return e instanceof StringLiteral string ? TypeofName.of(string.value()) : null;
    }

    private boolean isUndefined(Expression e) {
        return e instanceof Identifier id
                && id.name().equals("undefined")
                && f.variables.resolve(id.name()) instanceof Location.Global;
    }

    // ---------------------------------------------------------------- back

    /** The end of a loop: jumps back if ToBoolean(e), else falls through; null means always. */
    void loopIf(@Nullable Expression e, Label target) {
        int mark = f.registers.mark();
        switch (e) {
            case null -> f.code.emitJump(Op.LOOP, target);
            case BooleanLiteral literal -> {
                if (literal.value()) {
                    f.code.emitJump(Op.LOOP, target);
                }
            }
            case UnaryExpression unary when unary.operator() == UnaryOperator.NOT ->
                    f.code.emitJump(
                            Op.LOOP_IF_FALSE, target, f.expressions.register(unary.argument()));
            case LogicalExpression logical when logical.operator() == LogicalOperator.AND -> {
                Label skip = new Label();
                jumpIf(logical.left(), false, skip);
                loopIf(logical.right(), target);
                f.bind(skip);
            }
            case BinaryExpression binary when loopOp(binary) != null -> {
                int left = f.expressions.operand(binary.left(), binary.right());
                Integer immediate = Constants.intOf(binary.right());
                if (immediate != null) {
                    f.at(f.operators.position(binary));
                    f.code.emitJump(loopIntOp(binary), target, left, immediate);
                } else {
                    int right = f.expressions.register(binary.right());
                    f.at(f.operators.position(binary));
                    f.code.emitJump(loopOp(binary), target, left, right);
                }
            }
            case BinaryExpression binary -> {
                Label skip = new Label();
                jumpIf(binary, false, skip);
                f.code.emitJump(Op.LOOP, target);
                f.bind(skip);
            }
            default -> f.code.emitJump(Op.LOOP_IF_TRUE, target, f.expressions.register(e));
        }
        f.registers.release(mark);
    }

    private static @Nullable Op loopOp(BinaryExpression e) {
        return switch (e.operator()) {
            case LESS -> Op.LOOP_IF_LESS;
            case LESS_EQUAL -> Op.LOOP_IF_LESS_EQUAL;
            case GREATER -> Op.LOOP_IF_GREATER;
            case GREATER_EQUAL -> Op.LOOP_IF_GREATER_EQUAL;
            default -> null;
        };
    }

    private static Op loopIntOp(BinaryExpression e) {
        return switch (e.operator()) {
            case LESS -> Op.LOOP_IF_LESS_INT;
            case LESS_EQUAL -> Op.LOOP_IF_LESS_EQUAL_INT;
            case GREATER -> Op.LOOP_IF_GREATER_INT;
            default -> Op.LOOP_IF_GREATER_EQUAL_INT;
        };
    }
}
