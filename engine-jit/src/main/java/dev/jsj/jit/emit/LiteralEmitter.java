package dev.jsj.jit.emit;

import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.jit.deopt.DeoptReason;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Closures, object and array literals: objects that HotSpot sees being made. */
final class LiteralEmitter {
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String CALLER = "(L" + RuntimeMethods.SCRIPT_FUNCTION + ";";
    private static final String HELPERS = "CompiledLiterals";

    private final FunctionEmitter f;
    private final MethodVisitor mv;

    LiteralEmitter(FunctionEmitter f) {
        this.f = f;
        this.mv = f.mv;
    }

    /** Emits the op inline; false, and nothing emitted, where the interpreter must do it. */
    boolean emit(Instruction instruction) {
        return switch (instruction.op()) {
            case CREATE_CLOSURE -> closure(instruction);
            case CREATE_OBJECT -> object(instruction);
            case CREATE_EMPTY_OBJECT -> emptyObject(instruction);
            case CREATE_ARRAY -> array(instruction);
            case CREATE_CONSTANT_ARRAY -> constantArray(instruction);
            case CREATE_REGEXP -> regExp(instruction);
            default -> false;
        };
    }

    private void helper(String name, String arguments) {
        f.runtime.helper(mv, HELPERS, name, CALLER + arguments + ")" + OBJECT);
    }

    /** CREATE_CLOSURE dst, function, fb. */
    private boolean closure(Instruction instruction) {
        if (!(f.caches[instruction.feedback()] instanceof ScriptCode nested)) {
            return false;
        }
        f.activation.pushFunction();
        f.constants.push(mv, nested, RuntimeMethods.SCRIPT_CODE);
        f.activation.pushScope();
        helper("closure", "L" + RuntimeMethods.SCRIPT_CODE + ";[" + OBJECT);
        f.registers.storeAny(instruction.operand(0));
        return true;
    }

    private boolean emptyObject(Instruction instruction) {
        f.activation.pushFunction();
        helper("emptyObject", "");
        f.registers.storeAny(instruction.operand(0));
        return true;
    }

    /** CREATE_OBJECT dst, boilerplate, values, count, fb. */
    private boolean object(Instruction instruction) {
        if (!(f.caches[instruction.feedback()] instanceof Shape shape)
                || shape.prototype() == null
                || !f.types.speculates()) {
            return false;
        }
        int first = instruction.operand(2);
        int count = instruction.operand(3);
        Label otherRealm = f.exit(instruction, DeoptReason.WRONG_SHAPE);
        f.activation.pushFunction();
        helper("objectPrototype", "");
        f.constants.push(mv, shape.prototype(), "java/lang/Object");
        mv.visitJumpInsn(Opcodes.IF_ACMPNE, otherRealm);
        for (int i = 0; i < count; i++) {
            f.registers.box(first + i);
        }
        mv.visitTypeInsn(Opcodes.NEW, RuntimeMethods.JS_OBJECT);
        mv.visitInsn(Opcodes.DUP);
        f.constants.push(mv, shape, RuntimeMethods.SHAPE);
        mv.visitMethodInsn(
                Opcodes.INVOKESPECIAL,
                RuntimeMethods.JS_OBJECT,
                "<init>",
                "(L" + RuntimeMethods.SHAPE + ";)V",
                false);
        for (int i = 0; i < Math.min(count, JSObject.INLINE_SLOTS); i++) {
            mv.visitInsn(Opcodes.DUP);
            f.registers.pushAny(first + i);
            mv.visitFieldInsn(Opcodes.PUTFIELD, RuntimeMethods.JS_OBJECT, "s" + i, OBJECT);
        }
        if (count > JSObject.INLINE_SLOTS) {
            mv.visitInsn(Opcodes.DUP);
            pushValues(first + JSObject.INLINE_SLOTS, count - JSObject.INLINE_SLOTS);
            mv.visitFieldInsn(Opcodes.PUTFIELD, RuntimeMethods.JS_OBJECT, "slots", "[" + OBJECT);
        }
        f.registers.storeAny(instruction.operand(0));
        f.registers.facts.learnShape(instruction.operand(0), shape);
        return true;
    }

    /** Pushes a new Object[] with the values of registers. */
    private void pushValues(int first, int count) {
        Code.pushInt(mv, count);
        mv.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        for (int i = 0; i < count; i++) {
            mv.visitInsn(Opcodes.DUP);
            Code.pushInt(mv, i);
            f.registers.pushAny(first + i);
            mv.visitInsn(Opcodes.AASTORE);
        }
    }

    /** CREATE_ARRAY dst, values, count, fb. */
    private boolean array(Instruction instruction) {
        int first = instruction.operand(1);
        int count = instruction.operand(2);
        if (count > 16) {
            return false;
        }
        if (count == 0) {
            f.activation.pushFunction();
            helper("emptyArray", "");
        } else {
            for (int i = 0; i < count; i++) {
                f.registers.box(first + i);
            }
            f.activation.pushFunction();
            pushValues(first, count);
            helper("array", "[" + OBJECT);
        }
        f.registers.storeAny(instruction.operand(0));
        return true;
    }

    /** CREATE_CONSTANT_ARRAY dst, constant, fb. */
    private boolean constantArray(Instruction instruction) {
        Object constant = f.unit().constants()[instruction.operand(1)];
        String type =
                constant instanceof int[]
                        ? "[I"
                        : constant instanceof double[] ? "[D" : "[" + OBJECT;
        f.activation.pushFunction();
        f.constants.push(mv, constant, type);
        helper("copyArray", type);
        f.registers.storeAny(instruction.operand(0));
        return true;
    }

    /** CREATE_REGEXP dst, pattern, flags. */
    private boolean regExp(Instruction instruction) {
        f.activation.pushFunction();
        f.constants.push(mv, f.unit().constants()[instruction.operand(1)], "java/lang/String");
        f.constants.push(mv, f.unit().constants()[instruction.operand(2)], "java/lang/String");
        helper("regExp", "Ljava/lang/String;Ljava/lang/String;");
        f.registers.storeAny(instruction.operand(0));
        return true;
    }
}
