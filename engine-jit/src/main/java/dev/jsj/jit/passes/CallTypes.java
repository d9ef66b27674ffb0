package dev.jsj.jit.passes;

import dev.jsj.interp.feedback.CallFeedback;
import dev.jsj.jit.ir.Call;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.KnownBuiltin;
import dev.jsj.jit.ir.ValueType;

import org.jspecify.annotations.Nullable;

/** What the call feedback says about calls of built-in functions. */
public final class CallTypes {
    private CallTypes() {}

    /** The built-in function that a call site is specialised for, or null. */
    public static @Nullable KnownBuiltin builtin(Instruction instruction, @Nullable Object cache) {
        Call call = Call.of(instruction);
        if (call == null || call.inRange()) {
            return null;
        }
        KnownBuiltin builtin = KnownBuiltin.of(CallFeedback.onlyTarget(cache));
        if (builtin == null || builtin.argumentCount() != call.arguments().length) {
            return null;
        }
        return cache instanceof CallFeedback.Unspecialized failed
                        && (failed.failures() > 1 || !isWiderAfterFailure(builtin))
                ? null
                : builtin;
    }

    /** Whether there is other code for the built-in, which gives a double, to try next. */
    private static boolean isWiderAfterFailure(KnownBuiltin builtin) {
        return switch (builtin) {
            case ABS, CEIL, FLOOR, ROUND, TRUNC, SIGN -> true;
            default -> false;
        };
    }

    /**
     * The type of a call's result.
     *
     * @param types the registers before the call
     */
    static ValueType of(Instruction instruction, @Nullable Object cache, ValueType[] types) {
        KnownBuiltin builtin = builtin(instruction, cache);
        if (builtin == null) {
            return ValueType.ANY;
        }
        boolean wide = cache instanceof CallFeedback.Unspecialized;
        int[] arguments = Call.of(instruction).arguments();
        return switch (builtin) {
            case ABS, CEIL, FLOOR, ROUND, TRUNC, SIGN -> wide ? ValueType.DOUBLE : ValueType.INT;
            case IMUL, CLZ32, CHAR_CODE_AT, PUSH -> ValueType.INT;
            case MAX, MIN ->
                    types[arguments[0]] == ValueType.INT && types[arguments[1]] == ValueType.INT
                            ? ValueType.INT
                            : ValueType.DOUBLE;
            case ATAN, ATAN2, COS, EXP, FROUND, LOG, POW, SIN, SQRT, TAN -> ValueType.DOUBLE;
            case CHAR_AT,
                    FROM_CHAR_CODE,
                    POP,
                    IS_ARRAY,
                    MAP_GET,
                    MAP_HAS,
                    MAP_SET,
                    SET_HAS,
                    SET_ADD ->
                    ValueType.ANY;
        };
    }
}
