package dev.jsj.interp.bytecode;

/**
 * What a direct eval may use at its call site. The variables in reach are found at run time,
 * through the {@link ScopeInfo} of every scope in the chain.
 *
 * @param strict whether the calling code is strict
 * @param allowNewTarget whether new.target is allowed (inside a function that is not an arrow, or
 *     an arrow in one)
 * @param allowSuperProperty whether super.x is allowed (methods and their arrows)
 * @param allowSuperCall whether super() is allowed (derived constructors and their arrows)
 * @param inClassFieldInitializer whether {@code arguments} is an early error
 */
public record EvalSite(
        boolean strict,
        boolean allowNewTarget,
        boolean allowSuperProperty,
        boolean allowSuperCall,
        boolean inClassFieldInitializer) {}
