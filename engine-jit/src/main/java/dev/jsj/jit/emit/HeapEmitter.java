package dev.jsj.jit.emit;

import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.interp.feedback.GlobalPropertyCache;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.runtime.realm.GlobalBinding;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Variables: scopes, globals and {@code this}. */
final class HeapEmitter {
    /** The longest scope array that is made in place. */
    private static final int MAX_INLINE_SCOPE = 8;

    private static final String OBJECT = "Ljava/lang/Object;";

    private final FunctionEmitter f;
    private final MethodVisitor mv;

    HeapEmitter(FunctionEmitter f) {
        this.f = f;
        this.mv = f.mv;
    }

    // ---- scopes, globals, this

    private void pushScope(Instruction instruction, int depth) {
        Object[] known = f.scopes.scopeAt(instruction, depth);
        if (known != null) {
            f.constants.push(mv, known, "[" + OBJECT);
            return;
        }
        f.activation.pushScope();
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
        f.activation.pushFrameAndPc(instruction);
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
        f.keepShapes();
    }

    /** PUSH_SCOPE scopeInfo. */
    void pushScope(Instruction instruction) {
        String owner = "dev/jsj/interp/bytecode/ScopeInfo";
        ScopeInfo info = (ScopeInfo) f.unit().constants()[instruction.operand(0)];
        if (info.length() <= MAX_INLINE_SCOPE) {
            newScope(info, owner);
            f.activation.storeScope();
            return;
        }
        f.constants.push(mv, info, owner);
        f.activation.pushScope();
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, owner, "newScope", "([" + OBJECT + ")[" + OBJECT, false);
        f.activation.storeScope();
    }

    /** {@link ScopeInfo#newScope}, so that HotSpot sees the length and can do without the array. */
    private void newScope(ScopeInfo info, String owner) {
        Code.pushInt(mv, info.length());
        mv.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        mv.visitInsn(Opcodes.DUP);
        mv.visitInsn(Opcodes.ICONST_0);
        f.activation.pushScope();
        mv.visitInsn(Opcodes.AASTORE);
        mv.visitInsn(Opcodes.DUP);
        mv.visitInsn(Opcodes.ICONST_1);
        f.constants.push(mv, info, owner);
        mv.visitInsn(Opcodes.AASTORE);
        for (int slot = 0; slot < info.length(); slot++) {
            if (info.startsUndefined(slot)) {
                mv.visitInsn(Opcodes.DUP);
                Code.pushInt(mv, slot);
                RuntimeMethods.pushUndefined(mv);
                mv.visitInsn(Opcodes.AASTORE);
            }
        }
    }

    void popScope() {
        f.activation.pushScope();
        mv.visitInsn(Opcodes.ICONST_0);
        mv.visitInsn(Opcodes.AALOAD);
        mv.visitTypeInsn(Opcodes.CHECKCAST, "[" + OBJECT);
        f.activation.storeScope();
    }

    void copyScope() {
        f.activation.pushScope();
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, "[" + OBJECT, "clone", "()Ljava/lang/Object;", false);
        mv.visitTypeInsn(Opcodes.CHECKCAST, "[" + OBJECT);
        f.activation.storeScope();
    }

    /** GET_GLOBAL dst, name, fb: a lexical binding is a constant cell. */
    void getGlobal(Instruction instruction) {
        Label done = new Label();
        int result = f.registers.scratch(2);
        if (f.caches[instruction.feedback()] instanceof GlobalBinding binding) {
            f.constants.push(mv, binding, RuntimeMethods.GLOBAL_BINDING);
            mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.GLOBAL_BINDING, "value", OBJECT);
            Code.keep(mv, result, Opcodes.IFNONNULL, done);
        } else if (f.caches[instruction.feedback()] instanceof GlobalPropertyCache cache) {
            f.constants.push(mv, cache, RuntimeMethods.GLOBAL_PROPERTY_CACHE);
            mv.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    RuntimeMethods.GLOBAL_PROPERTY_CACHE,
                    "value",
                    "()" + OBJECT,
                    false);
            Code.keep(mv, result, Opcodes.IFNONNULL, done);
        }
        f.activation.needRegisterArray();
        f.activation.pushMadeFrameAndPc(instruction);
        f.runtime.helper(
                mv, "CompiledCode", "getGlobal", "(L" + RuntimeMethods.FRAME + ";I)" + OBJECT);
        mv.visitVarInsn(Opcodes.ASTORE, result);
        mv.visitLabel(done);
        f.registers.storeFrom(result, instruction.operand(0));
    }
}
