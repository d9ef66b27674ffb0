package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.Label;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.parser.ast.BinaryExpression;
import dev.jsj.parser.ast.BinaryOperator;
import dev.jsj.parser.ast.ChainExpression;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.MemberExpression;
import dev.jsj.parser.ast.PrivateName;
import dev.jsj.parser.ast.Super;
import dev.jsj.parser.ast.UnaryExpression;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/** Unary and binary operators. */
final class OperatorEmitter {

    private final FunctionCompiler f;

    OperatorEmitter(FunctionCompiler f) {
        this.f = f;
    }

    // ---------------------------------------------------------------- binary

    /** dst = the operation. Chains of left operands are walked without recursion. */
    void binary(BinaryExpression e, int dst) {
        Deque<BinaryExpression> chain = new ArrayDeque<>();
        BinaryExpression innermost = e;
        while (innermost.left() instanceof BinaryExpression left) {
            chain.push(innermost);
            innermost = left;
        }
        if (chain.isEmpty()) {
            single(innermost, dst);
            return;
        }
        int accumulator = f.registers.temporary();
        single(innermost, accumulator);
        while (!chain.isEmpty()) {
            BinaryExpression next = chain.pop();
            int mark = f.registers.mark();
            operation(next, accumulator, chain.isEmpty() ? dst : accumulator);
            f.registers.release(mark);
        }
    }

    private void single(BinaryExpression e, int dst) {
        int mark = f.registers.mark();
        if (e.left() instanceof PrivateName name) {
            int object = f.expressions.register(e.right());
            int key = f.variables.registerRaw(name.name());
            f.at(e);
            f.code.emit(Op.HAS_PRIVATE, dst, object, key);
        } else {
            operation(e, f.expressions.operand(e.left(), e.right()), dst);
        }
        f.registers.release(mark);
    }

    /** dst = left operator e.right. */
    private void operation(BinaryExpression e, int left, int dst) {
        Integer immediate = Constants.intOf(e.right());
        Op withImmediate = immediate == null ? null : immediateOp(e.operator(), immediate);
        if (withImmediate != null) {
            f.at(position(e));
            f.code.emit(withImmediate, dst, left, immediate);
            return;
        }
        int right = f.expressions.register(e.right());
        apply(e.operator(), dst, left, right, position(e));
    }

    /** dst = left operator right, for operators other than {@code #x in}. */
    void apply(BinaryOperator operator, int dst, int left, int right, int position) {
        f.at(position);
        f.code.emit(op(operator), dst, left, right);
    }

    /** dst = left operator right, where right is an expression that is evaluated now. */
    void applyTo(BinaryOperator operator, int dst, int left, Expression right, int position) {
        int mark = f.registers.mark();
        Integer immediate = Constants.intOf(right);
        Op withImmediate = immediate == null ? null : immediateOp(operator, immediate);
        if (withImmediate != null) {
            f.at(position);
            f.code.emit(withImmediate, dst, left, immediate);
        } else {
            apply(operator, dst, left, f.expressions.register(right), position);
        }
        f.registers.release(mark);
    }

    /** Where the operator stands. */
    int position(BinaryExpression e) {
        return f.between(e.operator().symbol(), e.left(), e.right());
    }

    private static Op op(BinaryOperator operator) {
        return switch (operator) {
            case ADD -> Op.ADD;
            case SUBTRACT -> Op.SUB;
            case MULTIPLY -> Op.MUL;
            case DIVIDE -> Op.DIV;
            case REMAINDER -> Op.MOD;
            case EXPONENTIATE -> Op.EXP;
            case BITWISE_AND -> Op.BIT_AND;
            case BITWISE_OR -> Op.BIT_OR;
            case BITWISE_XOR -> Op.BIT_XOR;
            case SHIFT_LEFT -> Op.SHIFT_LEFT;
            case SHIFT_RIGHT -> Op.SHIFT_RIGHT;
            case SHIFT_RIGHT_UNSIGNED -> Op.SHIFT_RIGHT_UNSIGNED;
            case EQUAL -> Op.EQUAL;
            case NOT_EQUAL -> Op.NOT_EQUAL;
            case STRICT_EQUAL -> Op.STRICT_EQUAL;
            case STRICT_NOT_EQUAL -> Op.STRICT_NOT_EQUAL;
            case LESS -> Op.LESS;
            case LESS_EQUAL -> Op.LESS_EQUAL;
            case GREATER -> Op.GREATER;
            case GREATER_EQUAL -> Op.GREATER_EQUAL;
            case INSTANCEOF -> Op.INSTANCEOF;
            case IN -> Op.IN;
        };
    }

    private static @Nullable Op immediateOp(BinaryOperator operator, int value) {
        boolean isShiftCount = value >= 0 && value <= 31;
        return switch (operator) {
            case ADD -> Op.ADD_INT;
            case SUBTRACT -> Op.SUB_INT;
            case MULTIPLY -> Op.MUL_INT;
            case DIVIDE -> value == 0 ? null : Op.DIV_INT;
            case REMAINDER -> value > 0 ? Op.MOD_INT : null;
            case BITWISE_AND -> Op.BIT_AND_INT;
            case BITWISE_OR -> Op.BIT_OR_INT;
            case BITWISE_XOR -> Op.BIT_XOR_INT;
            case SHIFT_LEFT -> isShiftCount ? Op.SHIFT_LEFT_INT : null;
            case SHIFT_RIGHT -> isShiftCount ? Op.SHIFT_RIGHT_INT : null;
            case SHIFT_RIGHT_UNSIGNED -> isShiftCount ? Op.SHIFT_RIGHT_UNSIGNED_INT : null;
            default -> null;
        };
    }

    // ---------------------------------------------------------------- unary

    /** dst = the operation. */
    void unary(UnaryExpression e, int dst) {
        switch (e.operator()) {
            case NEGATE -> {
                Object constant = Constants.numberOf(e);
                if (constant != null) {
                    f.loadConstant(dst, constant);
                } else {
                    withOperand(Op.NEGATE, e, dst);
                }
            }
            case PLUS -> withOperand(Op.TO_NUMBER, e, dst);
            case BITWISE_NOT -> withOperand(Op.BIT_NOT, e, dst);
            case NOT -> withOperand(Op.NOT, e, dst);
            case TYPEOF -> {
                int operand = typeofOperand(e.argument());
                f.code.emit(Op.TYPEOF, dst, operand);
            }
            case VOID -> {
                f.expressions.effect(e.argument());
                f.loadUndefined(dst);
            }
            case DELETE -> delete(e, dst);
        }
    }

    private void withOperand(Op op, UnaryExpression e, int dst) {
        int operand = f.expressions.register(e.argument());
        f.at(e);
        f.code.emit(op, dst, operand);
    }

    /** A register with the operand of typeof, for which a name may be unresolvable. */
    int typeofOperand(Expression argument) {
        if (argument instanceof Identifier id
                && f.variables.initializedRegister(id.name(), id.start())
                        == FunctionCompiler.NONE) {
            int temporary = f.registers.temporary();
            f.variables.loadForTypeof(id.name(), id.start(), temporary);
            return temporary;
        }
        return f.expressions.register(argument);
    }

    private void delete(UnaryExpression e, int dst) {
        switch (e.argument()) {
            case Identifier id -> deleteName(id, dst);
            case MemberExpression member -> deleteMember(e, member, dst);
            case ChainExpression chain
                    when chain.expression() instanceof MemberExpression member -> {
                Label missing = new Label();
                Label end = new Label();
                Label saved = f.expressions.enterChain(missing);
                deleteMember(e, member, dst);
                f.expressions.leaveChain(saved);
                f.jump(end);
                f.bind(missing);
                f.code.emit(Op.LOAD_TRUE, dst);
                f.bind(end);
            }
            default -> {
                f.expressions.effect(e.argument());
                f.code.emit(Op.LOAD_TRUE, dst);
            }
        }
    }

    private void deleteName(Identifier id, int dst) {
        switch (f.variables.resolve(id.name())) {
            case Location.Register r -> f.code.emit(Op.LOAD_FALSE, dst);
            case Location.Slot s -> f.code.emit(Op.LOAD_FALSE, dst);
            default -> f.code.emit(Op.DELETE_NAME, dst, f.code.constant(id.name()));
        }
    }

    private void deleteMember(UnaryExpression e, MemberExpression member, int dst) {
        if (member.object() instanceof Super) {
            f.expressions.thisRegister(member.start());
            if (member.computed()) {
                f.expressions.effect(member.property());
            }
            f.at(member);
            f.properties.throwUnsupportedSuper();
            return;
        }
        int object =
                f.expressions.operand(
                        member.object(), member.computed() ? member.property() : null);
        if (member.optional()) {
            f.expressions.leaveChainIfNullish(object);
        }
        int key;
        if (member.computed()) {
            key = f.expressions.register(member.property());
        } else {
            key = f.registers.temporary();
            f.loadConstant(key, ((Identifier) member.property()).name());
        }
        f.at(e);
        f.code.emit(Op.DELETE_ELEMENT, dst, object, key, f.strictFlag());
    }
}
