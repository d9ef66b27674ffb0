package dev.jsj.jit.ir;

import dev.jsj.interp.bytecode.Operand;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * The operands of a call or construction.
 *
 * @param callee the register of the function
 * @param receiver the register of the this value; -1 where there is none
 * @param arguments the registers of the arguments
 * @param inRange whether the arguments are consecutive registers, as many as the instruction says
 */
public record Call(int callee, int receiver, int[] arguments, boolean inRange) {
    /** What the instruction calls and with what; null where it is no such call. */
    public static @Nullable Call of(Instruction instruction) {
        return switch (instruction.op()) {
            case CALL0, CALL1, CALL2, CALL3, CALL_N, CONSTRUCT -> of(instruction, -1, 2);
            case CALL_METHOD0, CALL_METHOD1, CALL_METHOD2, CALL_METHOD3, CALL_METHOD_N ->
                    of(instruction, instruction.operand(2), 3);
            default -> null;
        };
    }

    /**
     * @param first the operand with the first argument
     */
    private static Call of(Instruction instruction, int receiver, int first) {
        boolean inRange = instruction.op().operandKinds().get(first) == Operand.RANGE;
        int[] arguments;
        if (inRange) {
            arguments = instruction.range(first);
        } else {
            arguments = new int[instruction.op().operandKinds().size() - 1 - first];
            Arrays.setAll(arguments, i -> instruction.operand(first + i));
        }
        return new Call(instruction.operand(1), receiver, arguments, inRange);
    }

    /** The same of registers that have been moved up. */
    public Call movedUp(int registers) {
        return new Call(
                callee + registers,
                receiver < 0 ? receiver : receiver + registers,
                Arrays.stream(arguments).map(register -> register + registers).toArray(),
                inRange);
    }
}
