package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;

/** Variables in scope arrays. */
final class ScopeOps {
    static final String UNINITIALIZED_THIS =
            "Must call super constructor in derived class before accessing 'this' or"
                    + " returning from derived constructor";

    private ScopeOps() {}

    /** The scope that many levels up. */
    static Object[] at(Object[] scope, int depth) {
        Object[] result = scope;
        for (int i = depth; i > 0; i--) {
            result = (Object[]) result[0];
        }
        return result;
    }

    /** PUSH_SCOPE scopeInfo. */
    static void push(Frame frame, int pc) {
        ScopeInfo info = (ScopeInfo) frame.code.constants[frame.code.instructions[pc + 1]];
        frame.scope = info.newScope(frame.scope);
    }

    /** UNWIND_SCOPE scopeInfo. */
    static void unwind(Frame frame, int pc) {
        Object wanted = frame.code.constants[frame.code.instructions[pc + 1]];
        Object[] scope = frame.scope;
        if (wanted == null) {
            scope = null;
        } else {
            while (scope[1] != wanted) {
                scope = (Object[]) scope[0];
            }
        }
        frame.scope = scope;
    }

    /** PUSH_WITH object, scopeInfo. */
    static void pushWith(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        Object object = TypeConversion.toObject(frame.realm(), frame.registers[code[pc + 1]]);
        Object[] scope = ((ScopeInfo) frame.code.constants[code[pc + 2]]).newScope(frame.scope);
        scope[ScopeInfo.FIRST_SLOT] = object;
        frame.scope = scope;
    }

    /** GET_SCOPED_CHECKED dst, depth, slot, for the variable in its dead zone. */
    static void getChecked(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        throw uninitialized(frame, pc, code[pc + 2], code[pc + 3]);
    }

    /** SET_SCOPED_CHECKED depth, slot, src. */
    static void setChecked(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        Object[] scope = at(frame.scope, code[pc + 1]);
        int slot = code[pc + 2];
        if (scope[slot] == null) {
            throw uninitialized(frame, pc, code[pc + 1], slot);
        }
        scope[slot] = frame.registers[code[pc + 3]];
    }

    static JSThrow uninitialized(Frame frame, int pc, int depth, int slot) {
        ScopeInfo info = (ScopeInfo) at(frame.scope, depth)[1];
        return uninitialized(frame, pc, info.name(slot));
    }

    static JSThrow uninitialized(Frame frame, int pc, Object name) {
        frame.pc = pc;
        return "this".equals(name)
                ? Errors.referenceError(UNINITIALIZED_THIS)
                : Errors.referenceError("Cannot access '" + name + "' before initialization");
    }
}
