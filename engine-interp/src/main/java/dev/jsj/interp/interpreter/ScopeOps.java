package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;

/** Variables in scope arrays. */
final class ScopeOps {
    private ScopeOps() {}

    /** The scope that many levels up. */
    static Object[] at(Object[] scope, int depth) {
        Object[] result = scope;
        for (int i = depth; i > 0; i--) {
            result = (Object[]) result[0];
        }
        return result;
    }

    static Object[] push(Object[] parent, Object scopeInfo) {
        ScopeInfo info = (ScopeInfo) scopeInfo;
        Object[] scope = new Object[info.length()];
        scope[0] = parent;
        scope[1] = info;
        return scope;
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
                ? Errors.referenceError(
                        "Must call super constructor in derived class before accessing 'this' or"
                                + " returning from derived constructor")
                : Errors.referenceError("Cannot access '" + name + "' before initialization");
    }
}
