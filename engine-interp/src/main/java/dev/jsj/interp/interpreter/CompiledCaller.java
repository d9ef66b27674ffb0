package dev.jsj.interp.interpreter;

import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.value.Errors;

import org.jspecify.annotations.Nullable;

/**
 * What compiled code without a {@link Frame} tells the compiled function that it calls about
 * itself, so that the stack can be shown from there. It is made for one call and nobody changes it:
 * where HotSpot inlines the callee, and nothing in there looks at the stack, it is never allocated.
 */
final class CompiledCaller extends ScriptActivation {
    private CompiledCaller(
            @Nullable Activation caller,
            ScriptFunction function,
            @Nullable Object self,
            @Nullable JSObject newTarget,
            int pc,
            int depth) {
        super(function, self);
        this.caller = caller;
        this.newTarget = newTarget;
        this.pc = pc;
        this.depth = depth;
    }

    /** The activation of a function at a call that it makes: its frame, if it has one. */
    static Activation at(
            @Nullable Frame frame,
            @Nullable Activation caller,
            ScriptFunction function,
            @Nullable Object self,
            @Nullable JSObject newTarget,
            int pc,
            Agent agent) {
        if (frame != null) {
            frame.pc = pc;
            return frame;
        }
        int depth = caller == null ? 1 : caller.depth + 1;
        if (agent.isTooDeep(depth)) {
            throw overflow(caller, function, self, newTarget, pc, agent);
        }
        return new CompiledCaller(caller, function, self, newTarget, pc, depth);
    }

    private static RuntimeException overflow(
            @Nullable Activation caller,
            ScriptFunction function,
            @Nullable Object self,
            @Nullable JSObject newTarget,
            int pc,
            Agent agent) {
        agent.currentFrame =
                new CompiledCaller(caller, function, self, newTarget, pc, agent.maxDepth);
        return Errors.stackOverflow();
    }

    @Override
    public ScriptCode code() {
        return (ScriptCode) function.code();
    }
}
