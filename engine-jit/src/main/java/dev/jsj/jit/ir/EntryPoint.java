package dev.jsj.jit.ir;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.ExceptionHandler;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.OpTrait.Effect;
import dev.jsj.interp.interpreter.Frame;
import dev.jsj.interp.interpreter.ScriptCode;

import org.jspecify.annotations.Nullable;

/**
 * How execution comes into a piece of compiled code. A loop that can be entered in its middle is
 * one that HotSpot hardly optimizes, so code for on-stack replacement is made apart, for one loop.
 *
 * @param pc the loop header of {@link Kind#LOOP}
 * @param types for LOOP: how the registers were found in the frame
 */
public record EntryPoint(Kind kind, int pc, ValueType @Nullable [] types) {
    /** The most parameters that a function of kind {@link Kind#CALL} has. */
    public static final int MAX_PARAMETERS = 5;

    /** The ways in. */
    public enum Kind {
        /** A call with the arguments in JVM arguments; a frame is made when something needs it. */
        CALL,
        /** A frame at the start, at a resume point or at an exception handler. */
        FRAME,
        /** A frame at one loop header. */
        LOOP
    }

    /** The entry for calls of a function. */
    public static EntryPoint forCalls(ScriptCode code) {
        return new EntryPoint(runsWithoutFrame(code) ? Kind.CALL : Kind.FRAME, 0, null);
    }

    private static boolean runsWithoutFrame(ScriptCode code) {
        CodeUnit unit = code.unit();
        if (unit.needsArguments()
                || unit.handlers().stream().anyMatch(row -> iteratorClosedBy(unit, row) < 0)
                || unit.parameterCount() > MAX_PARAMETERS
                || code.isTopLevel()) {
            return false;
        }
        for (int pc = 0; pc < unit.code().length; ) {
            Op op = Op.of(unit.code()[pc]);
            if (op.has(Effect.SUSPENDS)) {
                return false;
            }
            pc += op.length();
        }
        return true;
    }

    /**
     * The register with the iterator that a handler closes, where it does nothing else and throws
     * the exception on; else -1.
     */
    public static int iteratorClosedBy(CodeUnit unit, ExceptionHandler handler) {
        Instruction first = Instruction.at(unit.code(), handler.handler());
        Instruction close =
                first.op() == Op.UNWIND_SCOPE ? Instruction.at(unit.code(), first.next()) : first;
        return close.op() == Op.ITERATOR_CLOSE_SILENTLY
                        && Op.of(unit.code()[close.next()]) == Op.RETHROW
                ? close.operand(0)
                : -1;
    }

    /** The entry for a frame that is at a loop header now. */
    public static EntryPoint forLoop(Frame frame) {
        ValueType[] types = new ValueType[frame.code().unit().registerCount()];
        for (int i = 0; i < types.length; i++) {
            Object value = frame.register(i);
            types[i] =
                    value instanceof Integer
                            ? ValueType.INT
                            : value instanceof Double ? ValueType.DOUBLE : ValueType.ANY;
        }
        return new EntryPoint(Kind.LOOP, frame.pc(), types);
    }

    /** Whether execution can come in at the start of the block. */
    public boolean admits(Block block) {
        return switch (kind) {
            case CALL -> block.start() == 0;
            case FRAME -> block.isEntry();
            case LOOP -> block.originalStart() == pc;
        };
    }

    /** How a register is found at the entry. */
    public ValueType type(int register) {
        return types == null ? ValueType.ANY : types[register];
    }
}
