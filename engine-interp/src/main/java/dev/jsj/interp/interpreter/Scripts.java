package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/** How code that has been compiled to a {@link FunctionInfo} starts to run. */
public final class Scripts {
    private Scripts() {}

    /** Runs a script or an indirect eval in the global scope: its completion value. */
    public static Object run(Realm realm, FunctionInfo info) {
        ScriptCode code = ScriptCode.of(InterpreterState.of(realm.agent()), info);
        code.prepare();
        ScriptFunction function = new ScriptFunction(realm, code, null);
        Frame frame = new Frame(code, function, null, realm.globalThis());
        return Entrance.run(frame);
    }

    /**
     * A function closed over the global scope.
     *
     * @param prototype its [[Prototype]]; null for the one of its kind in the realm
     */
    public static ScriptFunction closure(
            Realm realm, FunctionInfo info, @Nullable JSObject prototype) {
        ScriptCode code = ScriptCode.of(InterpreterState.of(realm.agent()), info);
        ScriptFunction function = new ScriptFunction(realm, code, null);
        if (prototype != null) {
            function.setPrototypeOf(prototype);
        }
        return function;
    }
}
