package dev.jsj.interp;

import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.compiler.CompiledModule;
import dev.jsj.interp.compiler.Compiler;
import dev.jsj.interp.interpreter.InterpretedModule;
import dev.jsj.interp.interpreter.InterpreterState;
import dev.jsj.interp.interpreter.OptimizingTier;
import dev.jsj.interp.interpreter.Scripts;
import dev.jsj.interp.modules.SourceTextModule;
import dev.jsj.parser.JsSyntaxError;
import dev.jsj.parser.Source;
import dev.jsj.runtime.builtins.Builtins;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorObjects;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.EngineServices;
import dev.jsj.runtime.realm.HostHooks;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.ErrorType;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The engine put together: makes agents and realms, and runs source in them. Everything belongs to
 * the agent; an engine is used by one thread, which should have a large stack (64 MB and more),
 * since a JavaScript call takes a few Java frames.
 */
public final class Engine {
    private final Agent agent;

    /** An agent without a realm. */
    public Engine(HostHooks hooks) {
        agent = new Agent(new Services(), hooks);
        InterpreterState.install(agent);
    }

    /** Plugs an optimizing tier in; before any code runs. */
    public void setOptimizingTier(OptimizingTier tier) {
        InterpreterState.of(agent).setOptimizingTier(tier);
        agent.setRegExpTier(tier.regExpTier());
    }

    public Agent agent() {
        return agent;
    }

    /** A new realm with the standard global object. */
    public Realm newRealm() {
        return new Realm(agent);
    }

    /**
     * Runs a script (16.1.6) and gives its completion value. Promise jobs are the host's business:
     * see {@link Agent#runJobs}.
     *
     * @throws JSThrow what the script throws, or its SyntaxError
     */
    public Object evaluateScript(Realm realm, Source source) {
        return evaluate(realm, compileScript(realm, source));
    }

    /**
     * A script that {@link #evaluate} can run, as often as wanted and in any realm of the agent.
     */
    public FunctionInfo compileScript(Realm realm, Source source) {
        return compile(realm, () -> Compiler.script(source));
    }

    /** Runs a compiled script and gives its completion value. */
    public Object evaluate(Realm realm, FunctionInfo script) {
        return Scripts.run(realm, script);
    }

    /** A module, parsed and not linked; its imports are found by the agent's module loader. */
    public SourceTextModule compileModule(Realm realm, Source source) {
        try {
            CompiledModule compiled = Compiler.module(source);
            return InterpretedModule.create(
                    realm, compiled, InterpreterState.of(agent).moduleLoader());
        } catch (JsSyntaxError error) {
            throw syntaxError(realm, error);
        }
    }

    /** A function, closed over the global scope, whose body is the source: a CommonJS module. */
    public ScriptFunction compileFunction(Realm realm, Source source, List<String> parameters) {
        FunctionInfo info = compile(realm, () -> Compiler.functionBody(source, parameters));
        return Scripts.closure(realm, info, null);
    }

    /** A function, closed over the global scope, that was compiled before. */
    public ScriptFunction closure(Realm realm, FunctionInfo compiled) {
        return Scripts.closure(realm, compiled, null);
    }

    private interface Compilation {
        FunctionInfo compile();
    }

    private static FunctionInfo compile(Realm realm, Compilation compilation) {
        try {
            return compilation.compile();
        } catch (JsSyntaxError error) {
            throw syntaxError(realm, error);
        }
    }

    private static JSThrow syntaxError(Realm realm, JsSyntaxError error) {
        JSThrow thrown = new JSThrow(ErrorType.SYNTAX_ERROR, error.getMessage(), error);
        realm.agent().services().thrownValue(thrown, realm);
        return thrown;
    }

    /** What the runtime needs from the layers above it. */
    private static final class Services implements EngineServices {
        @Override
        public JSObject createIntrinsic(Intrinsic intrinsic, Realm realm) {
            return Builtins.createIntrinsic(intrinsic, realm);
        }

        @Override
        public void setDefaultGlobalBindings(Realm realm) {
            Builtins.setDefaultGlobalBindings(realm);
        }

        @Override
        public long toArrayLength(Object value) {
            long length = TypeConversion.toUint32(value); // 3
            double number = TypeConversion.toNumber(value); // 4
            if (length != number) {
                throw Errors.rangeError("Invalid array length"); // 5
            }
            return length;
        }

        @Override
        public Object thrownValue(JSThrow completion, Realm realm) {
            return ErrorObjects.thrownValue(completion, realm);
        }

        @Override
        public Object performIndirectEval(Realm realm, String source) {
            Source text = new Source("<anonymous>", source, referrer(realm.agent()));
            FunctionInfo info = compile(realm, () -> Compiler.indirectEval(text));
            return Scripts.run(realm, info);
        }

        private static Object referrer(Agent agent) {
            Activation running = agent.currentFrame;
            return running == null ? "<anonymous>" : running.referrer();
        }

        @Override
        public JSObject createDynamicFunction(
                Realm realm,
                String prefix,
                String parameters,
                String body,
                @Nullable JSObject prototype) {
            FunctionInfo info =
                    compile(
                            realm,
                            () ->
                                    Compiler.dynamicFunction(
                                            "<anonymous>",
                                            referrer(realm.agent()),
                                            prefix.startsWith("async"),
                                            prefix.endsWith("*"),
                                            parameters,
                                            body));
            return Scripts.closure(realm, info, prototype);
        }
    }
}
