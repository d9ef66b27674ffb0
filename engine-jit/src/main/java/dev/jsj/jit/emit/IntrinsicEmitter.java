package dev.jsj.jit.emit;

import dev.jsj.interp.feedback.CallFeedback;
import dev.jsj.jit.deopt.DeoptReason;
import dev.jsj.jit.ir.Call;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.KnownBuiltin;
import dev.jsj.jit.ir.ValueType;
import dev.jsj.jit.passes.CallTypes;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Calls of built-in functions that are done inline, after a guard on the function's identity: Math
 * on unboxed numbers, and the methods of {@code BuiltinFastPaths}.
 */
final class IntrinsicEmitter {
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String FAST_PATHS = "BuiltinFastPaths";
    private static final String ELEMENTARY = "dev/jsj/runtime/operations/ElementaryFunctions";
    private static final String MATH = "java/lang/Math";
    private static final String STRICT_MATH = "java/lang/StrictMath";
    private static final int RESULT = 2;

    private final FunctionEmitter f;
    private final MethodVisitor mv;
    private final CallEmitter calls;

    IntrinsicEmitter(FunctionEmitter f, CallEmitter calls) {
        this.f = f;
        this.mv = f.mv;
        this.calls = calls;
    }

    /** Emits the call inline; false where nothing was emitted, because it is no such call. */
    boolean emit(Instruction instruction) {
        if (!f.types.speculates()) {
            return false;
        }
        Object cache = f.caches[instruction.feedback()];
        KnownBuiltin builtin = CallTypes.builtin(instruction, cache);
        if (builtin == null) {
            return false;
        }
        Object target = CallFeedback.onlyTarget(cache);
        if (f.types.typeOf(instruction, f.current) == ValueType.ANY) {
            callFastPath(instruction, builtin, target);
            return true;
        }
        calls.guardCallee(instruction, instruction.operand(1), target);
        if (builtin.isMath()) {
            math(instruction, builtin);
        } else if (builtin == KnownBuiltin.PUSH) {
            push(instruction);
        } else {
            charCodeAt(instruction);
        }
        f.keepShapes();
        return true;
    }

    private static int argument(Instruction instruction, int index) {
        return Call.of(instruction).arguments()[index];
    }

    // ---- Math

    private void math(Instruction instruction, KnownBuiltin builtin) {
        int target = instruction.operand(0);
        Label exit = f.exit(instruction, DeoptReason.NOT_A_NUMBER);
        for (int i = 0; i < builtin.argumentCount(); i++) {
            f.registers.ensureNumber(argument(instruction, i), exit);
        }
        int x = argument(instruction, 0);
        switch (builtin) {
            case ABS, CEIL, FLOOR, ROUND, TRUNC, SIGN -> integral(instruction, builtin, x);
            case IMUL -> {
                f.registers.pushInt32(x);
                f.registers.pushInt32(argument(instruction, 1));
                mv.visitInsn(Opcodes.IMUL);
                f.registers.storeInt(target);
            }
            case CLZ32 -> {
                f.registers.pushInt32(x);
                call("java/lang/Integer", "numberOfLeadingZeros", "(I)I");
                f.registers.storeInt(target);
            }
            case MAX, MIN -> {
                int y = argument(instruction, 1);
                boolean ints = f.types.typeOf(instruction, f.current) == ValueType.INT;
                push(x, ints);
                push(y, ints);
                call(MATH, builtin == KnownBuiltin.MAX ? "max" : "min", ints ? "(II)I" : "(DD)D");
                f.registers.store(target, ints ? ValueType.INT : ValueType.DOUBLE);
            }
            case ATAN2, POW -> {
                f.registers.pushDouble(x);
                f.registers.pushDouble(argument(instruction, 1));
                if (builtin == KnownBuiltin.POW) {
                    call("dev/jsj/runtime/operations/Operators", "exponentiate", "(DD)D");
                } else {
                    call(STRICT_MATH, "atan2", "(DD)D");
                }
                f.registers.storeDouble(target);
            }
            case FROUND -> {
                f.registers.pushDouble(x);
                mv.visitInsn(Opcodes.D2F);
                mv.visitInsn(Opcodes.F2D);
                f.registers.storeDouble(target);
            }
            default -> {
                f.registers.pushDouble(x);
                unary(builtin);
                f.registers.storeDouble(target);
            }
        }
    }

    private void push(int register, boolean asInt) {
        if (asInt) {
            f.registers.pushInt(register);
        } else {
            f.registers.pushDouble(register);
        }
    }

    private void call(String owner, String name, String descriptor) {
        f.runtime.invokeStatic(mv, owner, name, descriptor);
    }

    private void unary(KnownBuiltin builtin) {
        switch (builtin) {
            case ABS -> call(MATH, "abs", "(D)D");
            case CEIL -> call(MATH, "ceil", "(D)D");
            case FLOOR -> call(MATH, "floor", "(D)D");
            case ROUND -> call(ELEMENTARY, "round", "(D)D");
            case TRUNC -> call(ELEMENTARY, "trunc", "(D)D");
            case SIGN -> call(MATH, "signum", "(D)D");
            case SQRT -> call(MATH, "sqrt", "(D)D");
            case ATAN -> call(STRICT_MATH, "atan", "(D)D");
            case COS -> call(STRICT_MATH, "cos", "(D)D");
            case EXP -> call(STRICT_MATH, "exp", "(D)D");
            case LOG -> call(STRICT_MATH, "log", "(D)D");
            case SIN -> call(STRICT_MATH, "sin", "(D)D");
            case TAN -> call(STRICT_MATH, "tan", "(D)D");
            default -> throw new AssertionError(builtin);
        }
    }

    /** The functions that mostly give ints: of ints, or of doubles that become one. */
    private void integral(Instruction instruction, KnownBuiltin builtin, int x) {
        int target = instruction.operand(0);
        boolean wide = f.types.typeOf(instruction, f.current) == ValueType.DOUBLE;
        if (f.registers.hasInt(x) && !wide) {
            switch (builtin) {
                case ABS -> {
                    f.registers.pushInt(x);
                    Code.pushInt(mv, Integer.MIN_VALUE);
                    mv.visitJumpInsn(Opcodes.IF_ICMPEQ, f.exit(instruction, DeoptReason.OVERFLOW));
                    f.registers.pushInt(x);
                    call(MATH, "abs", "(I)I");
                }
                case SIGN -> {
                    f.registers.pushInt(x);
                    call("java/lang/Integer", "signum", "(I)I");
                }
                default -> f.registers.pushInt(x);
            }
            f.registers.storeInt(target);
            return;
        }
        f.registers.pushDouble(x);
        unary(builtin);
        if (wide) {
            f.registers.storeDouble(target);
            return;
        }
        int result = f.registers.scratch(RESULT);
        int asInt = f.registers.scratch(RESULT + 1);
        Label exit = f.exit(instruction, DeoptReason.LOST_PRECISION);
        mv.visitVarInsn(Opcodes.DSTORE, result);
        mv.visitVarInsn(Opcodes.DLOAD, result);
        mv.visitInsn(Opcodes.D2I);
        mv.visitVarInsn(Opcodes.ISTORE, asInt);
        mv.visitVarInsn(Opcodes.ILOAD, asInt);
        mv.visitInsn(Opcodes.I2D);
        mv.visitVarInsn(Opcodes.DLOAD, result);
        mv.visitInsn(Opcodes.DCMPL);
        mv.visitJumpInsn(Opcodes.IFNE, exit);
        Label notZero = new Label();
        mv.visitVarInsn(Opcodes.ILOAD, asInt);
        mv.visitJumpInsn(Opcodes.IFNE, notZero);
        mv.visitVarInsn(Opcodes.DLOAD, result);
        call("java/lang/Double", "doubleToRawLongBits", "(D)J");
        mv.visitInsn(Opcodes.LCONST_0);
        mv.visitInsn(Opcodes.LCMP);
        mv.visitJumpInsn(Opcodes.IFNE, exit); // -0
        mv.visitLabel(notZero);
        mv.visitVarInsn(Opcodes.ILOAD, asInt);
        f.registers.storeInt(target);
    }

    // ---- methods with an int result

    private void charCodeAt(Instruction instruction) {
        int position = argument(instruction, 0);
        Label exit = f.exit(instruction, DeoptReason.NOT_A_NUMBER);
        f.registers.ensureNumber(position, exit);
        f.registers.pushAny(instruction.operand(2));
        if (f.registers.hasInt(position)) {
            f.registers.pushInt(position);
        } else {
            f.registers.pushDouble(position);
            mv.visitInsn(Opcodes.D2I); // truncates as ToIntegerOrInfinity does
        }
        f.runtime.helper(mv, FAST_PATHS, "charCodeAt", "(" + OBJECT + "I)I");
        finishInt(instruction, exit);
    }

    private void push(Instruction instruction) {
        int item = argument(instruction, 0);
        Label exit = f.exit(instruction, DeoptReason.WRONG_ELEMENTS);
        f.activation.pushFunction();
        f.registers.pushAny(instruction.operand(2));
        String type;
        if (f.registers.hasInt(item)) {
            f.registers.pushInt(item);
            type = "I";
        } else if (f.registers.isNumber(item)) {
            f.registers.pushDouble(item);
            type = "D";
        } else {
            f.registers.pushAny(item);
            type = OBJECT;
        }
        f.runtime.helper(
                mv,
                FAST_PATHS,
                "push",
                "(L" + RuntimeMethods.SCRIPT_FUNCTION + ";" + OBJECT + type + ")I");
        finishInt(instruction, exit);
    }

    /** The int on the stack is the result, unless negative. */
    private void finishInt(Instruction instruction, Label exit) {
        int result = f.registers.scratch(RESULT);
        mv.visitVarInsn(Opcodes.ISTORE, result);
        mv.visitVarInsn(Opcodes.ILOAD, result);
        f.leaveIfRefused(Opcodes.IFLT, exit);
        mv.visitVarInsn(Opcodes.ILOAD, result);
        f.registers.storeInt(instruction.operand(0));
    }

    // ---- methods with any result: null means that the function itself must be called

    private void callFastPath(Instruction instruction, KnownBuiltin builtin, Object target) {
        Label slow = new Label();
        Label done = new Label();
        int count = builtin.argumentCount();
        int self = Call.of(instruction).receiver();
        for (int i = 0; i < count; i++) { // before the branches
            f.registers.box(argument(instruction, i));
        }
        if (self >= 0) {
            f.registers.box(self);
        }
        f.registers.pushAny(instruction.operand(1));
        f.constants.push(mv, target, "java/lang/Object");
        mv.visitJumpInsn(Opcodes.IF_ACMPNE, slow);
        f.activation.pushFunction();
        if (self >= 0) {
            f.registers.pushAny(self);
        } else {
            RuntimeMethods.pushUndefined(mv);
        }
        for (int i = 0; i < count; i++) {
            f.registers.pushAny(argument(instruction, i));
        }
        f.runtime.helper(
                mv,
                FAST_PATHS,
                name(builtin),
                "(L"
                        + RuntimeMethods.SCRIPT_FUNCTION
                        + ";"
                        + OBJECT.repeat(1 + count)
                        + ")"
                        + OBJECT);
        int result = f.registers.scratch(RESULT);
        Code.keep(mv, result, Opcodes.IFNULL, slow);
        int[] state = f.registers.snapshot();
        f.registers.storeFrom(result, instruction.operand(0));
        mv.visitJumpInsn(Opcodes.GOTO, done);
        f.registers.restore(state);
        mv.visitLabel(slow);
        calls.emit(instruction);
        mv.visitLabel(done);
    }

    private static String name(KnownBuiltin builtin) {
        return switch (builtin) {
            case CHAR_AT -> "charAt";
            case FROM_CHAR_CODE -> "fromCharCode";
            case POP -> "pop";
            case IS_ARRAY -> "isArray";
            case MAP_GET -> "mapGet";
            case MAP_HAS -> "mapHas";
            case MAP_SET -> "mapSet";
            case SET_HAS -> "setHas";
            case SET_ADD -> "setAdd";
            default -> throw new AssertionError(builtin);
        };
    }
}
