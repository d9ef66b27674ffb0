package dev.jsj.jit.emit;

import dev.jsj.interp.bytecode.StringSwitch;
import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.jit.ir.Instruction;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.TreeSet;

/**
 * Ops that are done in place, or by a helper that takes the operands themselves: checks,
 * conversions, private fields, string switches. Where the common case does not hold, they go
 * through the interpreter's implementation, which needs a frame.
 */
final class DirectEmitter {
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String JS_OBJECT = "L" + RuntimeMethods.JS_OBJECT + ";";
    private static final String OPERATORS = "dev/jsj/runtime/operations/Operators";

    // Scratch locals
    private static final int RESULT = 6;

    private final FunctionEmitter f;
    private final MethodVisitor mv;

    DirectEmitter(FunctionEmitter f) {
        this.f = f;
        this.mv = f.mv;
    }

    /** Emits the op; false, and nothing emitted, for one that is not known here. */
    boolean emit(Instruction instruction) {
        switch (instruction.op()) {
            case LOAD_FUNCTION -> {
                f.pushFunction();
                f.registers.storeAny(instruction.operand(0));
            }
            case LOAD_NEW_TARGET -> loadNewTarget(instruction);
            case TYPEOF -> typeof(instruction);
            case CHECK_OBJECT_COERCIBLE, CHECK_THIS, CHECK_THIS_UNBOUND -> check(instruction);
            case RETURN_DERIVED -> returnDerived(instruction);
            case GET_SUPER_CONSTRUCTOR -> superConstructor(instruction);
            case TO_STRING -> toString(instruction);
            case CONCAT -> concat(instruction);
            case DEFINE_PRIVATE_FIELD -> {
                return definePrivateField(instruction);
            }
            case SWITCH_STRING -> switchString(instruction);
            default -> {
                return false;
            }
        }
        return true;
    }

    private int result() {
        return f.registers.scratch(RESULT);
    }

    private void storeResult(Instruction instruction) {
        mv.visitVarInsn(Opcodes.ALOAD, result());
        f.registers.storeAny(instruction.operand(0));
    }

    /** Boxes the operands on the common path, before it divides. */
    private void box(Instruction instruction) {
        instruction.forEachRead(f.registers::box);
    }

    /**
     * Emits, at the end of the method, the interpreter's implementation of an op without result.
     */
    private void slowLater(Instruction instruction, Label slow, Label done) {
        f.later(
                () -> {
                    mv.visitLabel(slow);
                    f.emitShared(instruction, -1);
                    mv.visitJumpInsn(Opcodes.GOTO, done);
                });
    }

    // ---- the activation

    private void loadNewTarget(Instruction instruction) {
        Label done = new Label();
        f.pushNewTarget();
        mv.visitInsn(Opcodes.DUP);
        mv.visitJumpInsn(Opcodes.IFNONNULL, done);
        mv.visitInsn(Opcodes.POP);
        RuntimeMethods.pushUndefined(mv);
        mv.visitLabel(done);
        f.registers.storeAny(instruction.operand(0));
    }

    /** RETURN_DERIVED value, this. */
    private void returnDerived(Instruction instruction) {
        int value = instruction.operand(0);
        int self = instruction.operand(1);
        box(instruction);
        Label slow = new Label();
        Label object = new Label();
        f.registers.pushAny(value);
        mv.visitTypeInsn(Opcodes.INSTANCEOF, RuntimeMethods.JS_OBJECT);
        mv.visitJumpInsn(Opcodes.IFNE, object);
        f.registers.pushAny(value);
        RuntimeMethods.pushUndefined(mv);
        mv.visitJumpInsn(Opcodes.IF_ACMPNE, slow);
        f.registers.pushAny(self);
        mv.visitJumpInsn(Opcodes.IFNULL, slow);
        f.registers.pushAny(self);
        f.returnValue();
        mv.visitLabel(object);
        f.registers.pushAny(value);
        f.returnValue();
        mv.visitLabel(slow);
        f.emitShared(instruction, -1); // throws
        mv.visitInsn(Opcodes.ACONST_NULL);
        mv.visitInsn(Opcodes.ARETURN);
    }

    /** GET_SUPER_CONSTRUCTOR dst, function. */
    private void superConstructor(Instruction instruction) {
        Label done = new Label();
        f.registers.pushAny(instruction.operand(1));
        mv.visitTypeInsn(Opcodes.CHECKCAST, RuntimeMethods.JS_OBJECT);
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                RuntimeMethods.JS_OBJECT,
                "getPrototypeOf",
                "()" + JS_OBJECT,
                false);
        mv.visitInsn(Opcodes.DUP);
        mv.visitJumpInsn(Opcodes.IFNONNULL, done);
        mv.visitInsn(Opcodes.POP);
        f.runtime.pushNull(mv);
        mv.visitLabel(done);
        f.registers.storeAny(instruction.operand(0));
    }

    // ---- operators and checks

    private void typeof(Instruction instruction) {
        f.registers.pushAny(instruction.operand(1));
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                OPERATORS,
                "typeof",
                "(" + OBJECT + ")Ljava/lang/String;",
                false);
        f.registers.storeAny(instruction.operand(0));
        f.keepShapes();
    }

    /** The checks throw out of line. */
    private void check(Instruction instruction) {
        Label slow = new Label();
        Label done = new Label();
        int value = instruction.operand(0);
        box(instruction);
        f.registers.pushAny(value);
        switch (instruction.op()) {
            case CHECK_THIS_UNBOUND -> mv.visitJumpInsn(Opcodes.IFNONNULL, slow);
            case CHECK_OBJECT_COERCIBLE -> {
                f.runtime.helper(mv, "CompiledCode", "isNullish", "(" + OBJECT + ")Z");
                mv.visitJumpInsn(Opcodes.IFNE, slow);
            }
            default -> mv.visitJumpInsn(Opcodes.IFNULL, slow);
        }
        mv.visitLabel(done);
        slowLater(instruction, slow, done);
        f.keepShapes();
    }

    /** TO_STRING dst, src. */
    private void toString(Instruction instruction) {
        Label done = new Label();
        box(instruction);
        f.registers.pushAny(instruction.operand(1));
        f.runtime.helper(mv, "OperatorOps", "quickString", "(" + OBJECT + ")" + OBJECT);
        mv.visitInsn(Opcodes.DUP);
        mv.visitVarInsn(Opcodes.ASTORE, result());
        mv.visitJumpInsn(Opcodes.IFNONNULL, done);
        f.emitShared(instruction, result());
        mv.visitLabel(done);
        storeResult(instruction);
    }

    /** CONCAT dst, strings, count. */
    private void concat(Instruction instruction) {
        f.setPc(instruction); // a string may get too long
        f.pushArray(range(instruction, 1));
        f.runtime.helper(mv, "OperatorOps", "concat", "([" + OBJECT + ")Ljava/lang/CharSequence;");
        f.registers.storeAny(instruction.operand(0));
        f.keepShapes();
    }

    private static int[] range(Instruction instruction, int first) {
        int[] registers = new int[instruction.operand(first + 1)];
        for (int i = 0; i < registers.length; i++) {
            registers[i] = instruction.operand(first) + i;
        }
        return registers;
    }

    // ---- private fields

    /** DEFINE_PRIVATE_FIELD object, name, value, fb. */
    private boolean definePrivateField(Instruction instruction) {
        if (!(f.caches[instruction.feedback()] instanceof PropertyCache entry)
                || entry.kind != PropertyCache.Kind.ADD) {
            return false;
        }
        Label slow = new Label();
        Label done = new Label();
        box(instruction);
        checkPrivate(instruction.operand(0), instruction.operand(1), entry, slow);
        pushObject(instruction.operand(0));
        f.constants.push(mv, entry.next, RuntimeMethods.SHAPE);
        Code.pushInt(mv, entry.slot);
        f.registers.pushAny(instruction.operand(2));
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                RuntimeMethods.JS_OBJECT,
                "addSlot",
                "(L" + RuntimeMethods.SHAPE + ";I" + OBJECT + ")V",
                false);
        mv.visitLabel(done);
        slowLater(instruction, slow, done);
        return true;
    }

    private void pushObject(int register) {
        f.registers.pushAny(register);
        mv.visitTypeInsn(Opcodes.CHECKCAST, RuntimeMethods.JS_OBJECT);
    }

    /** Goes on only for the shape and the name that the site knows. */
    private void checkPrivate(int object, int name, PropertyCache entry, Label slow) {
        f.registers.pushAny(object);
        mv.visitTypeInsn(Opcodes.INSTANCEOF, RuntimeMethods.JS_OBJECT);
        mv.visitJumpInsn(Opcodes.IFEQ, slow);
        pushObject(object);
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                RuntimeMethods.JS_OBJECT,
                "shape",
                "()L" + RuntimeMethods.SHAPE + ";",
                false);
        f.constants.push(mv, entry.shape, RuntimeMethods.SHAPE);
        mv.visitJumpInsn(Opcodes.IF_ACMPNE, slow);
        f.registers.pushAny(name);
        f.constants.push(mv, entry.key, "java/lang/Object");
        mv.visitJumpInsn(Opcodes.IF_ACMPNE, slow);
    }

    // ---- switches

    /** SWITCH_STRING src, table. */
    private void switchString(Instruction instruction) {
        StringSwitch table = (StringSwitch) f.unit().constants()[instruction.operand(1)];
        TreeSet<Integer> targets = new TreeSet<>(table.targets().values());
        f.registers.box(instruction.operand(0));
        int[] keys = targets.stream().mapToInt(Integer::intValue).toArray();
        Label[] labels = new Label[keys.length];
        for (int i = 0; i < keys.length; i++) {
            labels[i] = f.edge(keys[i]);
        }
        f.constants.push(mv, table, "dev/jsj/interp/bytecode/StringSwitch");
        f.registers.pushAny(instruction.operand(0));
        f.runtime.helper(
                mv,
                "OperatorOps",
                "caseTarget",
                "(Ldev/jsj/interp/bytecode/StringSwitch;" + OBJECT + ")I");
        Label otherwise = new Label();
        mv.visitLookupSwitchInsn(otherwise, keys, labels);
        mv.visitLabel(otherwise);
        f.keepShapes();
    }
}
