package dev.jsj.jit.emit;

import dev.jsj.jit.deopt.GuardStress;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import java.util.HashSet;
import java.util.Set;

/**
 * Writes a method for {@code --stress-deopt}: behind every conditional jump to an exit, a second
 * one that {@link GuardStress} decides. The operand stack is what it is at the exit, so any guard
 * can be made to fail where it stands.
 */
final class StressedMethod extends MethodVisitor {
    private static final String OWNER = Type.getInternalName(GuardStress.class);

    private final GuardStress stress;
    private final ConstantTable constants;
    private final Set<Label> exits = new HashSet<>();

    StressedMethod(MethodVisitor method, GuardStress stress, ConstantTable constants) {
        super(Opcodes.ASM9, method);
        this.stress = stress;
        this.constants = constants;
    }

    /** This, for those who need not know the super class when the JVM starts. */
    MethodVisitor asVisitor() {
        return this;
    }

    /** Conditional jumps to the label are guards from now on. */
    void addExit(Label label) {
        exits.add(label);
    }

    /** A jump to an exit that is no guard. */
    void visitJumpThatStands(int opcode, Label label) {
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        super.visitJumpInsn(opcode, label);
        if (opcode != Opcodes.GOTO && exits.contains(label)) {
            constants.push(mv, stress, OWNER);
            super.visitMethodInsn(Opcodes.INVOKEVIRTUAL, OWNER, "fails", "()Z", false);
            super.visitJumpInsn(Opcodes.IFNE, label);
        }
    }
}
