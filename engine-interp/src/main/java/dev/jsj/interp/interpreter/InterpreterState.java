package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.feedback.MegamorphicCache;
import dev.jsj.interp.modules.ModuleLoader;
import dev.jsj.interp.modules.SourceTextModule;
import dev.jsj.interp.tiering.TierPolicy;
import dev.jsj.runtime.realm.Agent;

import org.jspecify.annotations.Nullable;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What the interpreter keeps per agent. */
public final class InterpreterState {
    private final Agent agent;
    private final MegamorphicCache megamorphic = new MegamorphicCache();
    private TierPolicy policy = TierPolicy.DEFAULT;
    private final Map<Object[], SourceTextModule> modules = new IdentityHashMap<>();
    private @Nullable OptimizingTier optimizingTier;
    private ModuleLoader moduleLoader = ModuleLoader.NONE;
    private @Nullable Consumer<CodeUnit> compilationListener;

    private InterpreterState(Agent agent) {
        this.agent = agent;
    }

    /** Prepares an agent for running code; done once by the engine assembly. */
    public static InterpreterState install(Agent agent) {
        InterpreterState state = new InterpreterState(agent);
        agent.setExtension(state);
        return state;
    }

    /** The state of an agent. */
    public static InterpreterState of(Agent agent) {
        return (InterpreterState) agent.extension();
    }

    Agent agent() {
        return agent;
    }

    MegamorphicCache megamorphic() {
        return megamorphic;
    }

    /** Decides what is worth compiling. */
    public TierPolicy policy() {
        return policy;
    }

    /** How many calls and loop iterations a function gets between two looks at it. */
    int budgetStep() {
        return policy.budgetStep();
    }

    /** The optimizing tier; null where there is none. */
    public @Nullable OptimizingTier optimizingTier() {
        return optimizingTier;
    }

    /** Plugs an optimizing tier in; before any code runs. */
    public void setOptimizingTier(OptimizingTier tier) {
        optimizingTier = tier;
        policy = tier.policy();
    }

    /** Lets somebody see the bytecode of every function when it is compiled. */
    public void setCompilationListener(Consumer<CodeUnit> listener) {
        compilationListener = listener;
    }

    void notifyCompiled(CodeUnit unit) {
        if (compilationListener != null) {
            compilationListener.accept(unit);
        }
    }

    /** Who finds modules for imports. */
    public ModuleLoader moduleLoader() {
        return moduleLoader;
    }

    public void setModuleLoader(ModuleLoader loader) {
        moduleLoader = loader;
    }

    /** Remembers the module whose variables are in {@code scope}. */
    void registerModule(Object[] scope, SourceTextModule module) {
        modules.put(scope, module);
    }

    /** The module whose variables are in {@code scope}. */
    @Nullable SourceTextModule moduleOf(Object[] scope) {
        return modules.get(scope);
    }
}
