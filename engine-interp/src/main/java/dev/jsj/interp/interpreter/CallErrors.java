package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.ExpressionText;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.Opcodes;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;

/** The TypeErrors of calls, and how they name what was called. */
final class CallErrors {

    /** Position of the callee among the operands of calls and constructions. */
    private static final int CALLEE = 2;

    private CallErrors() {}

    /**
     * The source text of what CHECK_OBJECT_COERCIBLE checks or an op iterates over where it can be
     * told, else the value.
     */
    static String sourceOr(Frame frame, int pc, Object value) {
        boolean isCheck = frame.code.instructions[pc] == Opcodes.CHECK_OBJECT_COERCIBLE;
        String text = operandText(frame, pc, isCheck ? 1 : 2);
        return text.contains("(intermediate value)") ? ErrorText.of(value) : text;
    }

    static JSThrow notCallable(Frame frame, Object callee) {
        return Errors.typeError(calleeText(frame, callee) + " is not a function");
    }

    static JSThrow notConstructor(Frame frame, Object callee) {
        return Errors.typeError(calleeText(frame, callee) + " is not a constructor");
    }

    /**
     * What the running op calls, as its source text, or the value where the op calls it only in
     * passing.
     */
    private static String calleeText(Frame frame, Object callee) {
        Op op = Op.of(frame.code.instructions[frame.pc]);
        boolean isCall = op.name().startsWith("CALL") || op.name().startsWith("CONSTRUCT");
        return isCall ? operandText(frame, frame.pc, CALLEE) : ErrorText.of(callee);
    }

    /** The expression that computed an operand. */
    static String operandText(Frame frame, int pc, int operand) {
        return ExpressionText.of(
                frame.code.unit(), pc, frame.code.instructions[pc + operand], frame.scope);
    }
}
