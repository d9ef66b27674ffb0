package dev.jsj.jit.trace;

import dev.jsj.interp.interpreter.ScriptCode;

/**
 * Something that happened to a function in the optimizing tier.
 *
 * @param time {@link System#nanoTime}
 * @param pc the loop header of an OSR compilation, the op of a failed guard, the call of an inlined
 *     function, or -1
 * @param detail the reason, as V8 words it
 * @param nanoseconds what a compilation took
 * @param codeSize bytes of generated code
 */
public record TierEvent(
        long time,
        Kind kind,
        ScriptCode code,
        int pc,
        String detail,
        long nanoseconds,
        int codeSize) {
    /** The kinds of events. */
    public enum Kind {
        /** Found hot; a compilation was requested. */
        MARKED,
        /** Compiled code was installed. */
        COMPILED,
        /** A call was replaced by the callee, which {@code detail} names, in installed code. */
        INLINED,
        /** The compilation gave no code. */
        ABORTED,
        /** A guard failed; the interpreter goes on. */
        DEOPTIMIZED,
        /** Something that the code depends on has changed; nobody enters it any more. */
        INVALIDATED
    }

    static TierEvent of(Kind kind, ScriptCode code, int pc, String detail) {
        return new TierEvent(System.nanoTime(), kind, code, pc, detail, 0, 0);
    }

    /** {@code <JSFunction name file:line:column>}. */
    String function() {
        return "<JSFunction " + code + " " + code.location() + ">";
    }

    /** Where in the source the event's pc is. */
    String position() {
        int offset = pc < 0 ? -1 : code.unit().positions().at(pc);
        if (offset < 0) {
            return code.location();
        }
        var source = code.info().source();
        return source.name() + ":" + source.line(offset) + ":" + source.column(offset);
    }
}
