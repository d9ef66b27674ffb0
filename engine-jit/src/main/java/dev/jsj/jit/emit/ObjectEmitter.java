package dev.jsj.jit.emit;

import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Objects as compiled code sees them: a shape, and slots that are Java fields. */
final class ObjectEmitter {
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String SHAPE_DESCRIPTOR = "L" + RuntimeMethods.SHAPE + ";";

    /** A scratch local. */
    private static final int SHAPE = 4;

    private final FunctionEmitter f;
    private final MethodVisitor mv;

    ObjectEmitter(FunctionEmitter f) {
        this.f = f;
        this.mv = f.mv;
    }

    /** Pushes a new object, whose slots are still empty. */
    void pushNew(Shape shape) {
        mv.visitTypeInsn(Opcodes.NEW, RuntimeMethods.JS_OBJECT);
        mv.visitInsn(Opcodes.DUP);
        f.constants.push(mv, shape, RuntimeMethods.SHAPE);
        mv.visitMethodInsn(
                Opcodes.INVOKESPECIAL,
                RuntimeMethods.JS_OBJECT,
                "<init>",
                "(" + SHAPE_DESCRIPTOR + ")V",
                false);
    }

    /** Makes sure, once, that the register's object has the shape. */
    void guardShape(int register, Shape shape, Label exit) {
        if (f.registers.facts.shape(register) == shape) {
            return;
        }
        if (!(f.registers.facts.constant(register) instanceof JSObject)) {
            f.registers.jumpUnless(register, RuntimeMethods.JS_OBJECT, exit);
        }
        pushKnown(register);
        pushShape();
        f.constants.push(mv, shape, RuntimeMethods.SHAPE);
        mv.visitJumpInsn(Opcodes.IF_ACMPNE, exit);
        f.registers.facts.learnShape(register, shape);
    }

    /** Keeps the shape in a local; jumps to {@code slow} where the register holds no object. */
    void loadShape(int register, Label slow) {
        f.registers.jumpUnless(register, RuntimeMethods.JS_OBJECT, slow);
        push(register);
        pushShape();
        mv.visitVarInsn(Opcodes.ASTORE, f.registers.scratch(SHAPE));
    }

    /** Jumps unless the shape in the local is that of a cache's entry. */
    void compareShape(PropertyCache entry, Label miss) {
        mv.visitVarInsn(Opcodes.ALOAD, f.registers.scratch(SHAPE));
        f.constants.push(mv, entry.shape, RuntimeMethods.SHAPE);
        mv.visitJumpInsn(Opcodes.IF_ACMPNE, miss);
    }

    /** Jumps where a change of the prototypes has made a cache's entry invalid. */
    void checkCell(PropertyCache entry, Label miss) {
        if (entry.cell != null) {
            f.constants.push(mv, entry.cell, RuntimeMethods.VALIDITY_CELL);
            mv.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, RuntimeMethods.VALIDITY_CELL, "isValid", "()Z", false);
            mv.visitJumpInsn(Opcodes.IFEQ, miss);
        }
    }

    /** Pushes the object in a register. */
    void push(int register) {
        f.registers.pushAs(register, RuntimeMethods.JS_OBJECT);
    }

    /** The same, as a constant where what is known now says which one it is. */
    void pushKnown(int register) {
        if (f.registers.facts.constant(register) instanceof JSObject object) {
            f.constants.push(mv, object, RuntimeMethods.JS_OBJECT);
        } else {
            push(register);
        }
    }

    /** Replaces the object on the stack by its shape. */
    void pushShape() {
        mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.JS_OBJECT, "shape", SHAPE_DESCRIPTOR);
    }

    /** Replaces the object on the stack by what a slot of it holds. */
    void pushSlot(int slot) {
        if (slot < JSObject.INLINE_SLOTS) {
            mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.JS_OBJECT, "s" + slot, OBJECT);
        } else {
            mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.JS_OBJECT, "slots", "[" + OBJECT);
            Code.pushInt(mv, slot - JSObject.INLINE_SLOTS);
            mv.visitInsn(Opcodes.AALOAD);
        }
    }

    /** Stores into a slot that the object has. */
    void storeSlot(int slot, int base, Runnable value) {
        push(base);
        if (slot >= JSObject.INLINE_SLOTS) {
            mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.JS_OBJECT, "slots", "[" + OBJECT);
            Code.pushInt(mv, slot - JSObject.INLINE_SLOTS);
            value.run();
            mv.visitInsn(Opcodes.AASTORE);
        } else {
            value.run();
            mv.visitFieldInsn(Opcodes.PUTFIELD, RuntimeMethods.JS_OBJECT, "s" + slot, OBJECT);
        }
    }

    /** Gives the object in a register its next shape. */
    void storeShape(int register, Shape shape) {
        push(register);
        f.constants.push(mv, shape, RuntimeMethods.SHAPE);
        mv.visitFieldInsn(Opcodes.PUTFIELD, RuntimeMethods.JS_OBJECT, "shape", SHAPE_DESCRIPTOR);
    }
}
