package dev.jsj.jit.emit;

import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.runtime.realm.GlobalBinding;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.List;

/**
 * Properties, elements, scopes and globals: the inline cache's shapes become constants; a miss
 * calls the interpreter's helper.
 */
final class HeapEmitter {
    private static final String OBJECT = "Ljava/lang/Object;";

    private final FunctionEmitter f;
    private final MethodVisitor mv;

    HeapEmitter(FunctionEmitter f) {
        this.f = f;
        this.mv = f.mv;
    }

    // ---- properties

    private List<PropertyCache> entries(Instruction instruction) {
        List<PropertyCache> entries = new ArrayList<>();
        for (PropertyCache entry =
                        f.caches[instruction.feedback()] instanceof PropertyCache first
                                ? first
                                : null;
                entry != null && entry.shape != null;
                entry = entry.rest()) {
            entries.add(entry);
        }
        return entries;
    }

    /** GET_PROPERTY dst, object, key, fb. */
    void getProperty(Instruction instruction) {
        int base = instruction.operand(1);
        Label slow = new Label();
        Label done = new Label();
        f.registers.pushAny(base);
        int result = f.registers.newLocal(1);
        List<PropertyCache> entries = entries(instruction);
        if (!entries.isEmpty()) {
            int object = f.registers.newLocal(1);
            pushShapeOf(base, object, slow);
            int shape = f.registers.newLocal(1);
            mv.visitVarInsn(Opcodes.ASTORE, shape);
            for (PropertyCache entry : entries) {
                loadEntry(entry, object, shape, result, done);
            }
        } else {
            mv.visitInsn(Opcodes.POP);
        }
        mv.visitLabel(slow);
        f.pushFrameAndPc(instruction);
        f.registers.pushAny(base);
        f.constants.push(mv, f.unit().constants()[instruction.operand(2)], "java/lang/Object");
        Code.pushInt(mv, instruction.feedback());
        f.runtime.helper(
                mv,
                "PropertyOps",
                "get",
                "(L" + RuntimeMethods.FRAME + ";I" + OBJECT + OBJECT + "I)" + OBJECT);
        mv.visitVarInsn(Opcodes.ASTORE, result);
        mv.visitLabel(done);
        mv.visitVarInsn(Opcodes.ALOAD, result);
        f.registers.storeAny(instruction.operand(0));
    }

    /**
     * With the base on the stack: leaves its shape there, or jumps to {@code slow} where it is no
     * object.
     */
    private void pushShapeOf(int base, int objectLocal, Label slow) {
        mv.visitTypeInsn(Opcodes.INSTANCEOF, RuntimeMethods.JS_OBJECT);
        mv.visitJumpInsn(Opcodes.IFEQ, slow);
        f.registers.pushAny(base);
        mv.visitTypeInsn(Opcodes.CHECKCAST, RuntimeMethods.JS_OBJECT);
        mv.visitInsn(Opcodes.DUP);
        mv.visitVarInsn(Opcodes.ASTORE, objectLocal);
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                RuntimeMethods.JS_OBJECT,
                "shape",
                "()L" + RuntimeMethods.SHAPE + ";",
                false);
    }

    private void loadEntry(PropertyCache entry, int object, int shape, int result, Label done) {
        if (entry.kind != PropertyCache.Kind.OWN_DATA
                && entry.kind != PropertyCache.Kind.INHERITED_DATA) {
            return;
        }
        Label miss = new Label();
        mv.visitVarInsn(Opcodes.ALOAD, shape);
        f.constants.push(mv, entry.shape, RuntimeMethods.SHAPE);
        mv.visitJumpInsn(Opcodes.IF_ACMPNE, miss);
        if (entry.kind == PropertyCache.Kind.OWN_DATA) {
            mv.visitVarInsn(Opcodes.ALOAD, object);
            Code.pushInt(mv, entry.slot);
            mv.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    RuntimeMethods.JS_OBJECT,
                    "getSlot",
                    "(I)" + OBJECT,
                    false);
            mv.visitInsn(Opcodes.DUP);
            mv.visitVarInsn(Opcodes.ASTORE, result);
            mv.visitJumpInsn(Opcodes.IFNONNULL, done);
        } else {
            checkCell(entry, miss);
            f.constants.push(mv, entry.value, "java/lang/Object");
            mv.visitVarInsn(Opcodes.ASTORE, result);
            mv.visitJumpInsn(Opcodes.GOTO, done);
        }
        mv.visitLabel(miss);
    }

    private void checkCell(PropertyCache entry, Label miss) {
        if (entry.cell != null) {
            f.constants.push(mv, entry.cell, RuntimeMethods.VALIDITY_CELL);
            mv.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, RuntimeMethods.VALIDITY_CELL, "isValid", "()Z", false);
            mv.visitJumpInsn(Opcodes.IFEQ, miss);
        }
    }

    /** SET_PROPERTY object, key, value, strict, fb. */
    void setProperty(Instruction instruction) {
        int base = instruction.operand(0);
        int value = instruction.operand(2);
        Label slow = new Label();
        Label done = new Label();
        f.registers.pushAny(value); // boxes once, for all paths
        mv.visitInsn(Opcodes.POP);
        f.registers.pushAny(base);
        List<PropertyCache> entries = entries(instruction);
        if (entries.isEmpty()) {
            mv.visitInsn(Opcodes.POP);
        } else {
            int object = f.registers.newLocal(1);
            pushShapeOf(base, object, slow);
            int shape = f.registers.newLocal(1);
            mv.visitVarInsn(Opcodes.ASTORE, shape);
            for (PropertyCache entry : entries) {
                storeEntry(entry, object, shape, value, done);
            }
        }
        mv.visitLabel(slow);
        f.pushFrameAndPc(instruction);
        f.registers.pushAny(base);
        f.registers.pushAny(value);
        f.runtime.helper(mv, "PropertyOps", "set", RuntimeMethods.descriptor(2, "V"));
        mv.visitLabel(done);
    }

    private void storeEntry(PropertyCache entry, int object, int shape, int value, Label done) {
        boolean add = entry.kind == PropertyCache.Kind.ADD;
        if (!add && entry.kind != PropertyCache.Kind.OWN_DATA) {
            return;
        }
        Label miss = new Label();
        mv.visitVarInsn(Opcodes.ALOAD, shape);
        f.constants.push(mv, entry.shape, RuntimeMethods.SHAPE);
        mv.visitJumpInsn(Opcodes.IF_ACMPNE, miss);
        if (add) {
            checkCell(entry, miss);
        }
        mv.visitVarInsn(Opcodes.ALOAD, object);
        if (add) {
            f.constants.push(mv, entry.next, RuntimeMethods.SHAPE);
        }
        Code.pushInt(mv, entry.slot);
        f.registers.pushAny(value);
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                RuntimeMethods.JS_OBJECT,
                add ? "addSlot" : "setSlot",
                add ? "(L" + RuntimeMethods.SHAPE + ";I" + OBJECT + ")V" : "(I" + OBJECT + ")V",
                false);
        mv.visitJumpInsn(Opcodes.GOTO, done);
        mv.visitLabel(miss);
    }

    // ---- scopes, globals, this

    private void pushScope(Instruction instruction, int depth) {
        Object[] known = f.scopes.scopeAt(instruction, depth);
        if (known != null) {
            f.constants.push(mv, known, "[" + OBJECT);
            return;
        }
        f.pushScope();
        for (int i = 0; i < depth; i++) {
            mv.visitInsn(Opcodes.ICONST_0);
            mv.visitInsn(Opcodes.AALOAD);
            mv.visitTypeInsn(Opcodes.CHECKCAST, "[" + OBJECT);
        }
    }

    /** GET_SCOPED dst, depth, slot, and its checked form. */
    void getScoped(Instruction instruction, boolean checked) {
        Object constant = f.scopes.constantAt(instruction);
        if (constant != null) {
            f.loadConstant(instruction.operand(0), constant);
            return;
        }
        pushScope(instruction, instruction.operand(1));
        Code.pushInt(mv, instruction.operand(2));
        mv.visitInsn(Opcodes.AALOAD);
        if (checked) {
            checkInitialized(instruction, instruction.operand(1), instruction.operand(2));
        }
        f.registers.storeAny(instruction.operand(0));
    }

    /** Throws where the value on the stack is that of a temporal dead zone. */
    private void checkInitialized(Instruction instruction, int depth, int slot) {
        Label initialized = new Label();
        mv.visitInsn(Opcodes.DUP);
        mv.visitJumpInsn(Opcodes.IFNONNULL, initialized);
        f.pushFrameAndPc(instruction);
        Code.pushInt(mv, depth);
        Code.pushInt(mv, slot);
        f.runtime.helper(
                mv,
                "ScopeOps",
                "uninitialized",
                "(L" + RuntimeMethods.FRAME + ";III)Ldev/jsj/runtime/value/JSThrow;");
        mv.visitInsn(Opcodes.ATHROW);
        mv.visitLabel(initialized);
    }

    /** SET_SCOPED depth, slot, src, and its checked form. */
    void setScoped(Instruction instruction, boolean checked) {
        int depth = instruction.operand(0);
        int slot = instruction.operand(1);
        pushScope(instruction, depth);
        if (checked) {
            mv.visitInsn(Opcodes.DUP);
            Code.pushInt(mv, slot);
            mv.visitInsn(Opcodes.AALOAD);
            checkInitialized(instruction, depth, slot);
            mv.visitInsn(Opcodes.POP);
        }
        Code.pushInt(mv, slot);
        f.registers.pushAny(instruction.operand(2));
        mv.visitInsn(Opcodes.AASTORE);
    }

    /** PUSH_SCOPE scopeInfo. */
    void pushScope(Instruction instruction) {
        String owner = "dev/jsj/interp/bytecode/ScopeInfo";
        f.constants.push(mv, f.unit().constants()[instruction.operand(0)], owner);
        f.pushScope();
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, owner, "newScope", "([" + OBJECT + ")[" + OBJECT, false);
        f.storeScope();
    }

    void popScope() {
        f.pushScope();
        mv.visitInsn(Opcodes.ICONST_0);
        mv.visitInsn(Opcodes.AALOAD);
        mv.visitTypeInsn(Opcodes.CHECKCAST, "[" + OBJECT);
        f.storeScope();
    }

    void copyScope() {
        f.pushScope();
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, "[" + OBJECT, "clone", "()Ljava/lang/Object;", false);
        mv.visitTypeInsn(Opcodes.CHECKCAST, "[" + OBJECT);
        f.storeScope();
    }

    /** GET_GLOBAL dst, name, fb: a lexical binding is a constant cell. */
    void getGlobal(Instruction instruction) {
        Label done = new Label();
        int result = f.registers.newLocal(1);
        if (f.caches[instruction.feedback()] instanceof GlobalBinding binding) {
            f.constants.push(mv, binding, RuntimeMethods.GLOBAL_BINDING);
            mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.GLOBAL_BINDING, "value", OBJECT);
            mv.visitInsn(Opcodes.DUP);
            mv.visitVarInsn(Opcodes.ASTORE, result);
            mv.visitJumpInsn(Opcodes.IFNONNULL, done);
        }
        f.needRegisterArray();
        f.pushFrameAndPc(instruction);
        f.runtime.helper(
                mv, "CompiledCode", "getGlobal", "(L" + RuntimeMethods.FRAME + ";I)" + OBJECT);
        mv.visitVarInsn(Opcodes.ASTORE, result);
        mv.visitLabel(done);
        mv.visitVarInsn(Opcodes.ALOAD, result);
        f.registers.storeAny(instruction.operand(0));
    }
}
