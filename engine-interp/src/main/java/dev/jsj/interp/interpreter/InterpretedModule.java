package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.ResumeMode;
import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.interp.compiler.CompiledModule;
import dev.jsj.interp.modules.ModuleCode;
import dev.jsj.interp.modules.ModuleLoader;
import dev.jsj.interp.modules.SourceTextModule;
import dev.jsj.runtime.builtins.control.PromiseCapability;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * The code of a source text module: one frame that runs up to its CREATE_GENERATOR when the module
 * is linked, and from there when it is evaluated. Code of the module finds its record through the
 * module's scope, the outermost one, whose description refers to it.
 */
public final class InterpretedModule implements ModuleCode {
    private final Frame frame;
    private final Object[] scope;

    private InterpretedModule(Realm realm, CompiledModule compiled) {
        InterpreterState state = InterpreterState.of(realm.agent());
        scope = compiled.scope().newScope(null);
        ScriptCode code = ScriptCode.of(state, compiled.function());
        code.prepare();
        ScriptFunction function = new ScriptFunction(realm, code, scope);
        frame = new Frame(code, function, scope, Undefined.UNDEFINED);
    }

    /** The module's frame while it is evaluated without top-level await. */
    private static final class Body extends Coroutine {
        Body(Frame frame) {
            super(frame);
        }

        @Override
        void awaited(ResumeMode mode, Object value) {
            throw new AssertionError("A module without top-level await does not await.");
        }
    }

    /** Makes the record of a parsed and compiled module. */
    public static SourceTextModule create(
            Realm realm, CompiledModule compiled, ModuleLoader loader) {
        InterpretedModule code = new InterpretedModule(realm, compiled);
        SourceTextModule module =
                new SourceTextModule(
                        realm, compiled.function().source(), compiled.info(), code, loader);
        InterpreterState.of(realm.agent()).registerModule(code.scope, module);
        return module;
    }

    /** The module that the running code belongs to, or null. */
    static @Nullable SourceTextModule of(Frame frame) {
        Object[] scope = frame.scope;
        while (scope != null && scope[0] != null) {
            scope = (Object[]) scope[0];
        }
        boolean isModule = scope != null && ((ScopeInfo) scope[1]).kind() == ScopeInfo.Kind.MODULE;
        return isModule ? frame.code.state.moduleOf(scope) : null;
    }

    @Override
    public Object[] scope() {
        return scope;
    }

    @Override
    public void instantiate() {
        new Body(frame).start();
    }

    @Override
    public void execute() {
        new Body(frame).resume(ResumeMode.NEXT, Undefined.UNDEFINED);
    }

    @Override
    public void executeAsync(PromiseCapability capability) {
        new AsyncFunction(frame, capability).awaited(ResumeMode.NEXT, Undefined.UNDEFINED);
    }
}
