package dev.jsj.jit.emit;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.Operand;
import dev.jsj.jit.deopt.DeoptReason;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.Relation;
import dev.jsj.jit.passes.OperatorTypes;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Comparisons, conditional jumps and loop back edges. */
final class BranchEmitter {
    private static final String OBJECT = "Ljava/lang/Object;";

    private final FunctionEmitter f;
    private final MethodVisitor mv;

    BranchEmitter(FunctionEmitter f) {
        this.f = f;
        this.mv = f.mv;
    }

    /** How a relation is compared in JVM code. */
    private enum Comparison {
        LESS(1, "less", Opcodes.IFLT, Opcodes.IFGE, Opcodes.DCMPG),
        LESS_EQUAL(3, "lessEqual", Opcodes.IFLE, Opcodes.IFGT, Opcodes.DCMPG),
        GREATER(4, "greater", Opcodes.IFGT, Opcodes.IFLE, Opcodes.DCMPL),
        GREATER_EQUAL(6, "greaterEqual", Opcodes.IFGE, Opcodes.IFLT, Opcodes.DCMPL),
        EQUAL(2, "equal", Opcodes.IFEQ, Opcodes.IFNE, Opcodes.DCMPL),
        STRICT_EQUAL(2, "strictEqual", Opcodes.IFEQ, Opcodes.IFNE, Opcodes.DCMPL);

        /** The bits in which {@code ComparisonOps} tells that it holds. */
        final int relations;

        final String helper;

        /**
         * The jump after comparing with 0 when the relation holds, and when it does not (NaN
         * included).
         */
        final int jumpIfTrue;

        final int jumpIfFalse;
        final int doubleCompare;

        Comparison(
                int relations, String helper, int jumpIfTrue, int jumpIfFalse, int doubleCompare) {
            this.relations = relations;
            this.helper = helper;
            this.jumpIfTrue = jumpIfTrue;
            this.jumpIfFalse = jumpIfFalse;
            this.doubleCompare = doubleCompare;
        }

        static Comparison of(Op op) {
            return valueOf(Relation.of(op).name());
        }
    }

    /**
     * What is compared.
     *
     * @param right a register, or the int itself
     */
    private record Operands(int left, int right, boolean immediate) {
        static Operands of(Instruction instruction, int first) {
            return new Operands(
                    instruction.operand(first),
                    instruction.operand(first + 1),
                    instruction.op().operandKinds().get(first + 1) == Operand.INT);
        }
    }

    /** EQUAL and its siblings: a Boolean in a register. */
    void compareToBoolean(Instruction instruction) {
        Label yes = new Label();
        Label done = new Label();
        Operands operands = Operands.of(instruction, 1);
        prepare(instruction, operands);
        compare(instruction, operands, yes);
        f.runtime.pushBoolean(mv, false);
        mv.visitJumpInsn(Opcodes.GOTO, done);
        mv.visitLabel(yes);
        f.runtime.pushBoolean(mv, true);
        mv.visitLabel(done);
        f.registers.storeAny(instruction.operand(0));
    }

    /** JUMP_IF_LESS and its siblings, loop forms included. */
    void compareAndJump(Instruction instruction) {
        Operands operands = Operands.of(instruction, 0);
        prepare(instruction, operands);
        compare(instruction, operands, target(instruction));
    }

    private Label target(Instruction jump) {
        return jump.isBackEdge() ? backEdge(jump) : f.edge(jump.target());
    }

    /** The JVM jump on a boolean that tells whether the relation of an op, not negated, holds. */
    private static int jumpOnTruth(Instruction instruction) {
        return Relation.isNegated(instruction.op()) ? Opcodes.IFEQ : Opcodes.IFNE;
    }

    /** Makes the operands available unboxed where the feedback says so, with guards. */
    private void prepare(Instruction instruction, Operands operands) {
        if (isEquality(instruction.op()) || !f.types.speculates()) {
            return;
        }
        int feedback = f.counters[instruction.feedback()];
        if (!OperatorTypes.isNumeric(feedback)) {
            return;
        }
        boolean ints = feedback == 0;
        Label exit = f.exit(instruction, ints ? DeoptReason.NOT_A_SMI : DeoptReason.NOT_A_NUMBER);
        ensure(operands.left, exit, ints);
        if (!operands.immediate) {
            ensure(operands.right, exit, ints);
        }
    }

    private void ensure(int register, Label exit, boolean asInt) {
        if (f.registers.isNumber(register)) {
            return;
        }
        if (asInt) {
            f.registers.ensureInt(register, exit);
        } else {
            f.registers.ensureNumber(register, exit);
        }
    }

    private static boolean isEquality(Op op) {
        Relation relation = Relation.of(op);
        return relation == Relation.EQUAL || relation == Relation.STRICT_EQUAL;
    }

    private void compare(Instruction instruction, Operands operands, Label target) {
        Comparison relation = Comparison.of(instruction.op());
        int jump =
                Relation.isNegated(instruction.op()) ? relation.jumpIfFalse : relation.jumpIfTrue;
        if (f.registers.hasInt(operands.left)
                && (operands.immediate || f.registers.hasInt(operands.right))) {
            f.registers.pushInt(operands.left);
            if (operands.immediate) {
                Code.pushInt(mv, operands.right);
            } else {
                f.registers.pushInt(operands.right);
            }
            mv.visitJumpInsn(jump + (Opcodes.IF_ICMPEQ - Opcodes.IFEQ), target);
        } else if (f.registers.isNumber(operands.left)
                && (operands.immediate || f.registers.isNumber(operands.right))) {
            f.registers.pushDouble(operands.left);
            if (operands.immediate) {
                mv.visitLdcInsn((double) operands.right);
            } else {
                f.registers.pushDouble(operands.right);
            }
            mv.visitInsn(relation.doubleCompare);
            mv.visitJumpInsn(jump, target);
        } else {
            compareAny(instruction, operands, relation, target);
        }
    }

    /** Compares values of any type: a frame is made only where that may run other code. */
    private void compareAny(
            Instruction instruction, Operands operands, Comparison relation, Label target) {
        int jump = jumpOnTruth(instruction);
        if (relation == Comparison.STRICT_EQUAL) {
            pushStrictEquality(operands);
            mv.visitJumpInsn(jump, target);
            return;
        }
        Label slow = new Label();
        Label done = new Label();
        int known = f.registers.newLocal(1);
        pushPair(operands);
        f.runtime.helper(
                mv,
                "ComparisonOps",
                relation == Comparison.EQUAL ? "quickEquality" : "quickRelation",
                "(" + OBJECT + OBJECT + ")I");
        mv.visitInsn(Opcodes.DUP);
        mv.visitVarInsn(Opcodes.ISTORE, known);
        mv.visitJumpInsn(Opcodes.IFEQ, slow);
        mv.visitVarInsn(Opcodes.ILOAD, known);
        Code.pushInt(mv, relation.relations);
        mv.visitInsn(Opcodes.IAND);
        mv.visitJumpInsn(jump, target);
        mv.visitLabel(done);
        f.later(
                () -> {
                    mv.visitLabel(slow);
                    f.activation.pushFrameAndPc(instruction);
                    pushPair(operands);
                    f.runtime.helper(
                            mv,
                            "ComparisonOps",
                            relation.helper,
                            RuntimeMethods.descriptor(2, "Z"));
                    mv.visitJumpInsn(jump, target);
                    mv.visitJumpInsn(Opcodes.GOTO, done);
                });
    }

    private void pushStrictEquality(Operands operands) {
        if (operands.immediate
                || f.registers.hasInt(operands.right)
                || f.registers.hasInt(operands.left)) {
            boolean swapped = !operands.immediate && !f.registers.hasInt(operands.right);
            f.registers.pushAny(swapped ? operands.right : operands.left);
            if (operands.immediate) {
                Code.pushInt(mv, operands.right);
            } else {
                f.registers.pushInt(swapped ? operands.left : operands.right);
            }
            f.runtime.helper(mv, "ComparisonOps", "isStrictlyEqual", "(" + OBJECT + "I)Z");
        } else {
            pushPair(operands);
            f.runtime.helper(mv, "ComparisonOps", "isStrictlyEqual", "(" + OBJECT + OBJECT + ")Z");
        }
    }

    private void pushPair(Operands operands) {
        f.registers.pushAny(operands.left);
        if (operands.immediate) {
            Code.pushInt(mv, operands.right);
            f.runtime.boxInt(mv);
        } else {
            f.registers.pushAny(operands.right);
        }
    }

    /** JUMP_IF_STRICT_EQUAL_CONSTANT and its negation. */
    void compareWithConstant(Instruction instruction) {
        Label target = f.edge(instruction.target());
        f.registers.pushAny(instruction.operand(0));
        f.constants.push(mv, f.unit().constants()[instruction.operand(1)], "java/lang/Object");
        f.runtime.helper(
                mv, "ComparisonOps", "isString", "(Ljava/lang/Object;Ljava/lang/Object;)Z");
        mv.visitJumpInsn(jumpOnTruth(instruction), target);
    }

    /** JUMP_IF_TRUE, JUMP_IF_FALSE, LOOP_IF_TRUE, LOOP_IF_FALSE. */
    void truth(Instruction instruction) {
        boolean ifTrue = instruction.op() == Op.JUMP_IF_TRUE || instruction.op() == Op.LOOP_IF_TRUE;
        Label target = target(instruction);
        int register = instruction.operand(0);
        if (f.registers.hasInt(register)) {
            f.registers.pushInt(register);
        } else {
            f.registers.pushAny(register);
            f.runtime.helper(mv, "CompiledCode", "isTrue", "(Ljava/lang/Object;)Z");
        }
        mv.visitJumpInsn(ifTrue ? Opcodes.IFNE : Opcodes.IFEQ, target);
    }

    /** Jumps on undefined, null and the temporal dead zone. */
    void identity(Instruction instruction) {
        Label target = f.edge(instruction.target());
        int register = instruction.operand(0);
        boolean negated = Relation.isNegated(instruction.op());
        if (f.registers.isNumber(register)) { // neither undefined nor null
            if (negated) {
                mv.visitJumpInsn(Opcodes.GOTO, target);
            }
            return;
        }
        int jumpIfSame = negated ? Opcodes.IF_ACMPNE : Opcodes.IF_ACMPEQ;
        f.registers.pushAny(register);
        switch (instruction.op()) {
            case JUMP_IF_EMPTY -> mv.visitJumpInsn(Opcodes.IFNULL, target);
            case JUMP_IF_UNDEFINED, JUMP_IF_NOT_UNDEFINED -> {
                RuntimeMethods.pushUndefined(mv);
                mv.visitJumpInsn(jumpIfSame, target);
            }
            case JUMP_IF_NULL, JUMP_IF_NOT_NULL -> {
                f.runtime.pushNull(mv);
                mv.visitJumpInsn(jumpIfSame, target);
            }
            case JUMP_IF_EQUAL_NULL, JUMP_IF_NOT_EQUAL_NULL -> {
                f.runtime.helper(mv, "ComparisonOps", "isEqualNull", "(Ljava/lang/Object;)Z");
                mv.visitJumpInsn(jumpOnTruth(instruction), target);
            }
            default -> {
                f.runtime.helper(mv, "CompiledCode", "isNullish", "(Ljava/lang/Object;)Z");
                mv.visitJumpInsn(jumpOnTruth(instruction), target);
            }
        }
    }

    /** JUMP_IF_TYPEOF and its negation. */
    void typeof(Instruction instruction) {
        Label target = f.edge(instruction.target());
        f.registers.pushAny(instruction.operand(0));
        Code.pushInt(mv, instruction.operand(1));
        f.runtime.helper(mv, "ComparisonOps", "isTypeof", "(Ljava/lang/Object;I)Z");
        mv.visitJumpInsn(jumpOnTruth(instruction), target);
    }

    /** SWITCH_INT src, low, table. */
    void switchInt(Instruction instruction) {
        int register = instruction.operand(0);
        int low = instruction.operand(1);
        int[] targets = (int[]) f.unit().constants()[instruction.operand(2)];
        Label otherwise = new Label();
        Label[] labels = new Label[targets.length];
        if (!f.registers.hasInt(register)) {
            f.registers.box(register);
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = targets[i] == 0 ? otherwise : f.edge(targets[i]);
        }
        if (f.registers.hasInt(register)) {
            f.registers.pushInt(register);
            Code.pushInt(mv, low);
            mv.visitInsn(Opcodes.ISUB);
        } else {
            f.registers.pushAny(register);
            Code.pushInt(mv, low);
            f.runtime.helper(mv, "CompiledCode", "switchIndex", "(Ljava/lang/Object;I)I");
        }
        mv.visitTableSwitchInsn(0, labels.length - 1, otherwise, labels);
        mv.visitLabel(otherwise);
    }

    /** LOOP. */
    void loop(Instruction instruction) {
        mv.visitJumpInsn(Opcodes.GOTO, backEdge(instruction));
    }

    /** A stub that polls for termination, then goes to the loop header. */
    private Label backEdge(Instruction instruction) {
        Label stub = new Label();
        f.later(
                () -> {
                    mv.visitLabel(stub);
                    f.constants.push(mv, f.agent, RuntimeMethods.AGENT);
                    f.runtime.helper(
                            mv, "CompiledCode", "poll", "(L" + RuntimeMethods.AGENT + ";)V");
                    f.jump(f.flow.blockAt(instruction.target()));
                });
        return stub;
    }
}
