package dev.jsj.interp.interpreter;

import dev.jsj.runtime.value.Undefined;

/** Names that only run time can resolve: see {@link NameReference}. */
final class NameOps {
    private NameOps() {}

    private static NameReference resolved(Frame frame, int pc) {
        return NameReference.resolve(frame.realm(), frame.scope, GlobalOps.name(frame, pc + 2));
    }

    private static void result(Frame frame, int pc, Object value) {
        frame.registers[frame.code.instructions[pc + 1]] = value;
    }

    /** RESOLVE_NAME dst, name. */
    static void resolve(Frame frame, int pc) {
        result(frame, pc, resolved(frame, pc));
    }

    /** GET_NAME dst, name. */
    static void get(Frame frame, int pc) {
        result(frame, pc, resolved(frame, pc).get(frame.code.isStrict()));
    }

    /** GET_NAME_OR_UNDEFINED dst, name. */
    static void getOrUndefined(Frame frame, int pc) {
        NameReference reference = resolved(frame, pc);
        result(
                frame,
                pc,
                reference.base() == NameReference.Base.UNRESOLVABLE
                        ? Undefined.UNDEFINED
                        : reference.get(frame.code.isStrict()));
    }

    /** GET_NAME_FOR_CALL dst, name. */
    static void getForCall(Frame frame, int pc) {
        NameReference reference = resolved(frame, pc);
        Object value = reference.get(frame.code.isStrict());
        int dst = frame.code.instructions[pc + 1];
        frame.registers[dst] = value;
        frame.registers[dst + 1] = reference.thisValue();
    }

    /** GET_REFERENCE dst, reference, strict. */
    static void getReference(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        NameReference reference = (NameReference) frame.registers[code[pc + 2]];
        result(frame, pc, reference.get(code[pc + 3] != 0));
    }

    /** SET_REFERENCE reference, value, strict. */
    static void setReference(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        NameReference reference = (NameReference) frame.registers[code[pc + 1]];
        reference.set(frame.registers[code[pc + 2]], code[pc + 3] != 0);
    }

    /** DELETE_NAME dst, name. */
    static void delete(Frame frame, int pc) {
        result(frame, pc, resolved(frame, pc).delete());
    }
}
