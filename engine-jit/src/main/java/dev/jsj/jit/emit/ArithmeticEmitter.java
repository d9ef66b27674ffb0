package dev.jsj.jit.emit;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.feedback.OperandTypes;
import dev.jsj.jit.deopt.DeoptReason;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.ValueType;
import dev.jsj.jit.passes.OperatorTypes;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Arithmetic and bitwise operators: on ints with guards, on longs, on doubles, or through the
 * interpreter's helper.
 */
final class ArithmeticEmitter {
    private static final String OBJECT = "Ljava/lang/Object;";

    /** A scratch local. */
    private static final int RESULT = 2;

    private static final String CONVERSION = "dev/jsj/runtime/operations/TypeConversion";

    private final FunctionEmitter f;
    private final MethodVisitor mv;

    ArithmeticEmitter(FunctionEmitter f) {
        this.f = f;
        this.mv = f.mv;
    }

    void emit(Instruction instruction) {
        ValueType type = f.types.arithmeticType(instruction, f.current);
        if (type == ValueType.ANY) {
            if (isConcatenation(instruction)) {
                concatenate(instruction);
            } else {
                generic(instruction);
            }
            return;
        }
        f.keepShapes();
        if (OperatorTypes.isModular(instruction.op())) {
            bitwise(instruction, type);
        } else if (type == ValueType.INT) {
            onInts(instruction);
        } else if (type == ValueType.LONG) {
            onLongs(instruction);
        } else {
            onDoubles(instruction);
        }
    }

    // ---- strings

    private boolean isConcatenation(Instruction instruction) {
        int seen = f.counters[instruction.feedback()];
        return instruction.op() == Op.ADD
                && (seen & OperandTypes.STRING) != 0
                && (seen & OperandTypes.OBJECT) == 0;
    }

    /** Strings and ints are joined without a frame; all else is done by the generic operation. */
    private void concatenate(Instruction instruction) {
        int left = instruction.operand(1);
        int right = instruction.operand(2);
        int target = instruction.operand(0);
        int result = f.registers.scratch(RESULT);
        Label done = new Label();
        f.registers.box(left);
        f.registers.box(right);
        f.registers.pushAny(left);
        f.registers.pushAny(right);
        f.runtime.helper(mv, "CompiledCode", "concatenate", "(" + OBJECT + OBJECT + ")" + OBJECT);
        Code.keep(mv, result, Opcodes.IFNONNULL, done);
        int[] state = f.registers.snapshot();
        generic(instruction);
        f.registers.pushAny(target);
        mv.visitVarInsn(Opcodes.ASTORE, result);
        f.registers.restore(state);
        mv.visitLabel(done);
        f.registers.storeFrom(result, target);
    }

    // ---- generic

    /** The interpreter's own helper, which stores the result in the frame. */
    private void generic(Instruction instruction) {
        String name =
                switch (instruction.op()) {
                    case ADD, ADD_INT -> "add";
                    case SUB, SUB_INT -> "subtract";
                    case MUL, MUL_INT -> "multiply";
                    case DIV, DIV_INT -> "divide";
                    case MOD, MOD_INT -> "remainder";
                    case EXP -> "exponentiate";
                    case BIT_AND, BIT_AND_INT -> "bitwiseAnd";
                    case BIT_OR, BIT_OR_INT -> "bitwiseOr";
                    case BIT_XOR, BIT_XOR_INT -> "bitwiseXor";
                    case SHIFT_LEFT, SHIFT_LEFT_INT -> "leftShift";
                    case SHIFT_RIGHT, SHIFT_RIGHT_INT -> "signedRightShift";
                    case SHIFT_RIGHT_UNSIGNED, SHIFT_RIGHT_UNSIGNED_INT -> "unsignedRightShift";
                    case INC -> "increment";
                    case DEC -> "decrement";
                    case NEGATE -> "negate";
                    case BIT_NOT -> "bitwiseNot";
                    case TO_NUMBER -> "toNumber";
                    case TO_NUMERIC -> "toNumeric";
                    default -> throw new AssertionError(instruction.op());
                };
        f.activation.needRegisterArray(); // where the helpers leave the result
        if (OperatorTypes.isUnary(instruction.op())) {
            f.registers.spill(instruction.operand(1));
            f.activation.pushFrameAndPc(instruction);
            f.runtime.helper(mv, "ArithmeticOps", name, RuntimeMethods.descriptor(0, "V"));
        } else {
            f.activation.pushFrameAndPc(instruction);
            f.registers.pushAny(instruction.operand(1));
            if (OperatorTypes.hasImmediate(instruction.op())) {
                Code.pushInt(mv, instruction.operand(2));
                f.runtime.boxInt(mv);
            } else {
                f.registers.pushAny(instruction.operand(2));
            }
            f.runtime.helper(mv, "ArithmeticOps", name, RuntimeMethods.descriptor(2, "V"));
        }
        f.registers.definedInFrame(instruction.operand(0));
    }

    // ---- doubles

    private void onDoubles(Instruction instruction) {
        Op op = instruction.op();
        Label notNumber = f.exit(instruction, DeoptReason.NOT_A_NUMBER);
        int left = instruction.operand(1);
        f.registers.ensureNumber(left, notNumber);
        boolean binary = OperatorTypes.isBinary(op);
        if (binary) {
            f.registers.ensureNumber(instruction.operand(2), notNumber);
        }
        f.registers.pushDouble(left);
        if (binary) {
            f.registers.pushDouble(instruction.operand(2));
        } else if (OperatorTypes.hasImmediate(op)) {
            mv.visitLdcInsn((double) instruction.operand(2));
        }
        switch (op) {
            case ADD, ADD_INT -> mv.visitInsn(Opcodes.DADD);
            case SUB, SUB_INT -> mv.visitInsn(Opcodes.DSUB);
            case MUL, MUL_INT -> mv.visitInsn(Opcodes.DMUL);
            case DIV, DIV_INT -> mv.visitInsn(Opcodes.DDIV);
            case MOD, MOD_INT -> mv.visitInsn(Opcodes.DREM);
            case EXP -> call("dev/jsj/runtime/operations/Operators", "exponentiate", "(DD)D");
            case INC -> {
                mv.visitInsn(Opcodes.DCONST_1);
                mv.visitInsn(Opcodes.DADD);
            }
            case DEC -> {
                mv.visitInsn(Opcodes.DCONST_1);
                mv.visitInsn(Opcodes.DSUB);
            }
            case NEGATE -> mv.visitInsn(Opcodes.DNEG);
            case TO_NUMBER, TO_NUMERIC -> {}
            default -> throw new AssertionError(op);
        }
        f.registers.storeDouble(instruction.operand(0));
    }

    private void call(String owner, String name, String descriptor) {
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }

    // ---- bitwise operators: any number is an operand

    /**
     * @param type INT, or what an unsigned shift is to give
     */
    private void bitwise(Instruction instruction, ValueType type) {
        Op op = instruction.op();
        int left = instruction.operand(1);
        boolean binary = OperatorTypes.isBinary(op);
        boolean onlyInts = f.counters[instruction.feedback()] == 0;
        int leftLocal = prepareInt32(instruction, left, onlyInts);
        int rightLocal = binary ? prepareInt32(instruction, instruction.operand(2), onlyInts) : -1;
        pushInt32(left, leftLocal);
        if (binary) {
            pushInt32(instruction.operand(2), rightLocal);
        } else if (op != Op.BIT_NOT) {
            Code.pushInt(mv, instruction.operand(2));
        }
        switch (op) {
            case BIT_AND, BIT_AND_INT -> mv.visitInsn(Opcodes.IAND);
            case BIT_OR, BIT_OR_INT -> mv.visitInsn(Opcodes.IOR);
            case BIT_XOR, BIT_XOR_INT -> mv.visitInsn(Opcodes.IXOR);
            case SHIFT_LEFT, SHIFT_LEFT_INT -> mv.visitInsn(Opcodes.ISHL);
            case SHIFT_RIGHT, SHIFT_RIGHT_INT -> mv.visitInsn(Opcodes.ISHR);
            case SHIFT_RIGHT_UNSIGNED, SHIFT_RIGHT_UNSIGNED_INT -> mv.visitInsn(Opcodes.IUSHR);
            case BIT_NOT -> {
                mv.visitInsn(Opcodes.ICONST_M1);
                mv.visitInsn(Opcodes.IXOR);
            }
            default -> throw new AssertionError(op);
        }
        if (!OperatorTypes.givesInt32(instruction)) {
            fromUnsigned(instruction, type);
        }
        f.registers.store(instruction.operand(0), type);
    }

    /**
     * Replaces the int on the stack, taken as unsigned, by the number of a type; leaves where that
     * is INT and the number is none.
     */
    private void fromUnsigned(Instruction instruction, ValueType type) {
        if (type == ValueType.INT) {
            int result = f.registers.scratch(RESULT);
            mv.visitVarInsn(Opcodes.ISTORE, result);
            mv.visitVarInsn(Opcodes.ILOAD, result);
            mv.visitJumpInsn(Opcodes.IFLT, f.exit(instruction, DeoptReason.OVERFLOW));
            mv.visitVarInsn(Opcodes.ILOAD, result);
            return;
        }
        Code.toUnsigned(mv);
        if (type == ValueType.DOUBLE) {
            mv.visitInsn(Opcodes.L2D);
        }
    }

    /**
     * Checks an operand.
     *
     * @return the local with ToInt32 of a boxed Number; -1 where the register is unboxed now
     */
    private int prepareInt32(Instruction instruction, int register, boolean onlyInts) {
        if (f.registers.isNumber(register)) {
            return -1;
        }
        if (onlyInts) {
            f.registers.ensureInt(register, f.exit(instruction, DeoptReason.NOT_A_SMI));
            return -1;
        }
        Label notNumber = f.exit(instruction, DeoptReason.NOT_A_NUMBER);
        Label isInt = new Label();
        Label done = new Label();
        int local = f.registers.newLocal(1);
        f.registers.box(register);
        f.registers.jumpIf(register, "java/lang/Integer", isInt);
        f.registers.jumpUnless(register, "java/lang/Double", notNumber);
        f.registers.pushAny(register);
        f.runtime.unboxDouble(mv);
        call(CONVERSION, "toInt32", "(D)I");
        mv.visitVarInsn(Opcodes.ISTORE, local);
        mv.visitJumpInsn(Opcodes.GOTO, done);
        mv.visitLabel(isInt);
        f.registers.pushAny(register);
        f.runtime.unboxInt(mv);
        mv.visitVarInsn(Opcodes.ISTORE, local);
        mv.visitLabel(done);
        return local;
    }

    private void pushInt32(int register, int local) {
        if (local >= 0) {
            mv.visitVarInsn(Opcodes.ILOAD, local);
        } else {
            f.registers.pushInt32(register);
        }
    }

    // ---- longs

    /**
     * Adds or subtracts exactly, as the interpreter may go on with the result, and in 32 bits for
     * those who use that only: HotSpot leaves out what is not needed.
     */
    private void onLongs(Instruction instruction) {
        Label notSmi = f.exit(instruction, DeoptReason.NOT_A_SMI);
        ensureInteger(instruction.operand(1), notSmi);
        if (OperatorTypes.isBinary(instruction.op())) {
            ensureInteger(instruction.operand(2), notSmi);
        }
        pushSum(instruction);
        pushExact(instruction);
        f.registers.storeLong(instruction.operand(0));
        f.registers.keepInt32(instruction.operand(0));
    }

    private void ensureInteger(int register, Label exit) {
        if (!f.registers.hasLong(register)) {
            f.registers.ensureInt(register, exit);
        }
    }

    // ---- ints

    private void onInts(Instruction instruction) {
        Op op = instruction.op();
        int left = instruction.operand(1);
        Label notSmi = f.exit(instruction, DeoptReason.NOT_A_SMI);
        f.registers.ensureInt(left, notSmi);
        if (OperatorTypes.isBinary(op)) {
            f.registers.ensureInt(instruction.operand(2), notSmi);
        }
        switch (op) {
            case ADD, SUB, ADD_INT, SUB_INT, INC, DEC -> {
                if (f.types.isWithoutOverflow(instruction)) {
                    pushSum(instruction);
                    f.registers.storeInt(instruction.operand(0));
                } else {
                    exact(instruction);
                }
            }
            case MUL, MUL_INT -> exact(instruction);
            case DIV, DIV_INT, MOD, MOD_INT -> divide(instruction);
            case NEGATE -> {
                f.registers.pushInt(left);
                Code.pushInt(mv, Integer.MAX_VALUE);
                mv.visitInsn(Opcodes.IAND); // 0 for 0 and for -2^31
                mv.visitJumpInsn(Opcodes.IFEQ, f.exit(instruction, DeoptReason.MINUS_ZERO));
                f.registers.pushInt(left);
                mv.visitInsn(Opcodes.INEG);
                f.registers.storeInt(instruction.operand(0));
            }
            case TO_NUMBER, TO_NUMERIC -> {
                f.registers.pushInt(left);
                f.registers.storeInt(instruction.operand(0));
            }
            default -> throw new AssertionError(op);
        }
    }

    private void pushOperands(Instruction instruction) {
        f.registers.pushInt32(instruction.operand(1));
        if (OperatorTypes.isBinary(instruction.op())) {
            f.registers.pushInt32(instruction.operand(2));
        } else if (OperatorTypes.isUnary(instruction.op())) {
            mv.visitInsn(Opcodes.ICONST_1);
        } else {
            Code.pushInt(mv, instruction.operand(2));
        }
    }

    /** Pushes the sum or difference in 32 bits. */
    private void pushSum(Instruction instruction) {
        pushOperands(instruction);
        mv.visitInsn(
                switch (instruction.op()) {
                    case ADD, ADD_INT, INC -> Opcodes.IADD;
                    default -> Opcodes.ISUB;
                });
    }

    /**
     * Add, subtract and multiply in 64 bits; the result must fit 32, and not be a zero that might
     * be -0.
     */
    private void exact(Instruction instruction) {
        int result = f.registers.newLocal(2);
        boolean multiply = instruction.op() == Op.MUL || instruction.op() == Op.MUL_INT;
        pushExact(instruction);
        mv.visitVarInsn(Opcodes.LSTORE, result);
        mv.visitVarInsn(Opcodes.LLOAD, result);
        mv.visitVarInsn(Opcodes.LLOAD, result);
        mv.visitInsn(Opcodes.L2I);
        mv.visitInsn(Opcodes.I2L);
        mv.visitInsn(Opcodes.LCMP);
        mv.visitJumpInsn(Opcodes.IFNE, f.exit(instruction, DeoptReason.OVERFLOW));
        if (multiply) {
            Label notZero = new Label();
            mv.visitVarInsn(Opcodes.LLOAD, result);
            mv.visitInsn(Opcodes.LCONST_0);
            mv.visitInsn(Opcodes.LCMP);
            mv.visitJumpInsn(Opcodes.IFNE, notZero);
            pushOperands(instruction); // a zero is -0 where one is negative
            mv.visitInsn(Opcodes.IOR);
            mv.visitJumpInsn(Opcodes.IFLT, f.exit(instruction, DeoptReason.MINUS_ZERO));
            mv.visitLabel(notZero);
        }
        mv.visitVarInsn(Opcodes.LLOAD, result);
        mv.visitInsn(Opcodes.L2I);
        f.registers.storeInt(instruction.operand(0));
    }

    /** Pushes the sum, difference or product of ints and longs. */
    private void pushExact(Instruction instruction) {
        f.registers.pushLong(instruction.operand(1));
        if (OperatorTypes.isBinary(instruction.op())) {
            f.registers.pushLong(instruction.operand(2));
        } else {
            boolean unary = OperatorTypes.isUnary(instruction.op());
            mv.visitLdcInsn(unary ? 1L : (long) instruction.operand(2));
        }
        switch (instruction.op()) {
            case ADD, ADD_INT, INC -> mv.visitInsn(Opcodes.LADD);
            case SUB, SUB_INT, DEC -> mv.visitInsn(Opcodes.LSUB);
            default -> mv.visitInsn(Opcodes.LMUL);
        }
    }

    /** Division by a positive int with an int result, and remainder. */
    private void divide(Instruction instruction) {
        boolean division = instruction.op() == Op.DIV || instruction.op() == Op.DIV_INT;
        int left = instruction.operand(1);
        if (OperatorTypes.isBinary(instruction.op())) {
            f.registers.pushInt(instruction.operand(2));
            mv.visitJumpInsn(
                    division ? Opcodes.IFLE : Opcodes.IFEQ,
                    f.exit(instruction, DeoptReason.DIVISION_BY_ZERO));
        }
        int remainder = f.registers.newLocal(1);
        pushOperands(instruction);
        mv.visitInsn(Opcodes.IREM);
        mv.visitVarInsn(Opcodes.ISTORE, remainder);
        if (!division) {
            Label plus = new Label();
            mv.visitVarInsn(Opcodes.ILOAD, remainder);
            mv.visitJumpInsn(Opcodes.IFNE, plus);
            f.registers.pushInt(left); // 0 from a negative number is -0
            mv.visitJumpInsn(Opcodes.IFLT, f.exit(instruction, DeoptReason.MINUS_ZERO));
            mv.visitLabel(plus);
            mv.visitVarInsn(Opcodes.ILOAD, remainder);
            f.registers.storeInt(instruction.operand(0));
            return;
        }
        mv.visitVarInsn(Opcodes.ILOAD, remainder);
        mv.visitJumpInsn(Opcodes.IFNE, f.exit(instruction, DeoptReason.LOST_PRECISION));
        pushOperands(instruction);
        mv.visitInsn(Opcodes.IDIV);
        f.registers.storeInt(instruction.operand(0));
    }
}
