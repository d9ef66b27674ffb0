package dev.jsj.interp.modules;

import dev.jsj.runtime.builtins.control.PromiseCapability;

/** The executable part of a source text module, which the interpreter provides. */
public interface ModuleCode {
    /**
     * The module's scope array (see {@code ScopeInfo}), which exists from the start so that modules
     * of a cycle can refer to each other's variables.
     */
    Object[] scope();

    /**
     * 16.2.1.7.3.1 InitializeEnvironment, from step 16 on: instantiates var and function
     * declarations. Runs no user code.
     */
    void instantiate();

    /** 16.2.1.7.3.2 ExecuteModule of a module without top-level await. */
    void execute();

    /**
     * ExecuteModule of a module with top-level await: settles {@code capability} when its body has
     * ended.
     */
    void executeAsync(PromiseCapability capability);
}
