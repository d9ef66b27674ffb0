package dev.jsj.jit.emit;

import dev.jsj.interp.bytecode.StringSwitch;
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
                f.activation.pushFunction();
                f.registers.storeAny(instruction.operand(0));
            }
            case LOAD_NEW_TARGET -> loadNewTarget(instruction);
            case TYPEOF -> typeof(instruction);
            case CHECK_OBJECT_COERCIBLE, CHECK_THIS, CHECK_THIS_UNBOUND, CHECK_INITIALIZED ->
                    check(instruction);
            case RETURN_DERIVED -> returnDerived(instruction);
            case GET_SUPER_CONSTRUCTOR -> ofFunction(instruction, "SpreadOps", "superConstructor");
            case TO_STRING -> toString(instruction);
            case TO_ELEMENT_KEY -> toElementKey(instruction);
            case INSTANCEOF -> instanceOf(instruction);
            case HAS_PRIVATE -> hasPrivate(instruction);
            case GET_SUPER_BASE -> ofFunction(instruction, "PrivateOps", "superBase");
            case GET_SUPER_PROPERTY -> superProperty(instruction);
            case CONCAT -> concat(instruction);
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
        f.registers.storeFrom(result(), instruction.operand(0));
    }

    /** Boxes the operands on the common path, before it divides. */
    private void box(Instruction instruction) {
        instruction.forEachRead(f.registers::box);
    }

    // ---- the activation

    private void loadNewTarget(Instruction instruction) {
        Label done = new Label();
        f.activation.pushNewTarget();
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
        f.registers.jumpIf(value, RuntimeMethods.JS_OBJECT, object);
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

    /**
     * GET_SUPER_CONSTRUCTOR dst, function; GET_SUPER_BASE dst, function: no user code runs.
     *
     * @param name of the method of {@code owner} that does it
     */
    private void ofFunction(Instruction instruction, String owner, String name) {
        f.registers.pushAs(instruction.operand(1), RuntimeMethods.SCRIPT_FUNCTION);
        f.runtime.helper(mv, owner, name, "(L" + RuntimeMethods.SCRIPT_FUNCTION + ";)" + OBJECT);
        f.registers.storeAny(instruction.operand(0));
        f.keepShapes();
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
        f.sharedLater(instruction, slow, done);
        f.keepShapes();
    }

    /**
     * Stores the answer of a helper, whose arguments have been pushed and which gives null where
     * only the interpreter's implementation knows.
     */
    private void quick(Instruction instruction, String owner, String name, String descriptor) {
        Label done = new Label();
        f.runtime.helper(mv, owner, name, descriptor);
        Code.keep(mv, result(), Opcodes.IFNONNULL, done);
        f.emitShared(instruction, result());
        mv.visitLabel(done);
        storeResult(instruction);
    }

    /** TO_STRING dst, src. */
    private void toString(Instruction instruction) {
        box(instruction);
        f.registers.pushAny(instruction.operand(1));
        quick(instruction, "OperatorOps", "quickString", "(" + OBJECT + ")" + OBJECT);
    }

    /** TO_ELEMENT_KEY dst, object, key. */
    private void toElementKey(Instruction instruction) {
        box(instruction);
        f.registers.pushAny(instruction.operand(1));
        f.registers.pushAny(instruction.operand(2));
        quick(instruction, "OperatorOps", "quickElementKey", "(" + OBJECT + OBJECT + ")" + OBJECT);
    }

    /** INSTANCEOF dst, value, target, fb. */
    private void instanceOf(Instruction instruction) {
        box(instruction);
        pushCaches(instruction);
        f.registers.pushAny(instruction.operand(1));
        f.registers.pushAny(instruction.operand(2));
        quick(
                instruction,
                "InstanceOfOps",
                "quick",
                "([" + OBJECT + "I" + OBJECT + OBJECT + ")Ljava/lang/Boolean;");
    }

    /** Pushes the caches and the instruction's place in them. */
    private void pushCaches(Instruction instruction) {
        f.constants.push(mv, f.caches, "[" + OBJECT);
        Code.pushInt(mv, instruction.feedback());
    }

    /** HAS_PRIVATE dst, object, name. */
    private void hasPrivate(Instruction instruction) {
        box(instruction);
        f.registers.pushAny(instruction.operand(1));
        f.registers.pushAny(instruction.operand(2));
        quick(
                instruction,
                "PrivateOps",
                "quickHas",
                "(" + OBJECT + OBJECT + ")Ljava/lang/Boolean;");
    }

    /** GET_SUPER_PROPERTY dst, base, key, this, fb. */
    private void superProperty(Instruction instruction) {
        box(instruction);
        pushCaches(instruction);
        f.registers.pushAny(instruction.operand(1));
        quick(instruction, "PrivateOps", "quickSuper", "([" + OBJECT + "I" + OBJECT + ")" + OBJECT);
    }

    /** CONCAT dst, strings, count. */
    private void concat(Instruction instruction) {
        f.activation.setPc(instruction); // a string may get too long
        pushConcatenation(instruction.operand(1), instruction.operand(2));
        f.registers.storeAny(instruction.operand(0));
        f.keepShapes();
    }

    /** Joins halves, so that no part is copied often. */
    private void pushConcatenation(int first, int count) {
        if (count == 1) {
            f.registers.pushAny(first);
            return;
        }
        int half = count >> 1;
        pushConcatenation(first, half);
        pushConcatenation(first + half, count - half);
        f.runtime.helper(
                mv, "OperatorOps", "concat", "(" + OBJECT + OBJECT + ")Ljava/lang/CharSequence;");
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
