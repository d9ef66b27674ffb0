package dev.jsj.jit.emit;

import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.jit.deopt.DeoptReason;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.Arrays;

/** Closures, object and array literals: objects that HotSpot sees being made. */
final class LiteralEmitter {
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String CALLER = "(L" + RuntimeMethods.SCRIPT_FUNCTION + ";";
    private static final String HELPERS = "CompiledLiterals";

    /** Longer array literals are made by the interpreter: each element takes bytecode. */
    private static final int MAX_ARRAY = 16;

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
        int[] values = instruction.range(2);
        Label otherRealm = f.exit(instruction, DeoptReason.WRONG_SHAPE);
        f.activation.pushFunction();
        helper("objectPrototype", "");
        f.constants.push(mv, shape.prototype(), "java/lang/Object");
        mv.visitJumpInsn(Opcodes.IF_ACMPNE, otherRealm);
        instruction.forEachRead(f.registers::box);
        f.objects.pushNew(shape);
        for (int i = 0; i < Math.min(values.length, JSObject.INLINE_SLOTS); i++) {
            mv.visitInsn(Opcodes.DUP);
            f.registers.pushAny(values[i]);
            mv.visitFieldInsn(Opcodes.PUTFIELD, RuntimeMethods.JS_OBJECT, "s" + i, OBJECT);
        }
        if (values.length > JSObject.INLINE_SLOTS) {
            mv.visitInsn(Opcodes.DUP);
            f.pushArray(Arrays.copyOfRange(values, JSObject.INLINE_SLOTS, values.length));
            mv.visitFieldInsn(Opcodes.PUTFIELD, RuntimeMethods.JS_OBJECT, "slots", "[" + OBJECT);
        }
        f.registers.storeAny(instruction.operand(0));
        f.registers.facts.learnShape(instruction.operand(0), shape);
        return true;
    }

    /** CREATE_ARRAY dst, values, count, fb. */
    private boolean array(Instruction instruction) {
        int[] values = instruction.range(1);
        if (values.length > MAX_ARRAY) {
            return false;
        }
        instruction.forEachRead(f.registers::box);
        f.activation.pushFunction();
        if (values.length == 0) {
            helper("emptyArray", "");
        } else {
            f.pushArray(values);
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
