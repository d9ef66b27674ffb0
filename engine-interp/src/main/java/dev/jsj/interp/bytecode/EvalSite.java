package dev.jsj.interp.bytecode;

import dev.jsj.parser.scope.Scope;

/**
 * What a direct eval may use at its call site.
 *
 * @param scope the innermost scope around the call, for the parser and compiler of the eval code
 * @param strict whether the calling code is strict
 * @param allowNewTarget whether new.target is allowed (inside a function that is not an arrow, or
 *     an arrow in one)
 * @param allowSuperProperty whether super.x is allowed (methods and their arrows)
 * @param allowSuperCall whether super() is allowed (derived constructors and their arrows)
 * @param inClassFieldInitializer whether {@code arguments} is an early error
 */
public record EvalSite(
        Scope scope,
        boolean strict,
        boolean allowNewTarget,
        boolean allowSuperProperty,
        boolean allowSuperCall,
        boolean inClassFieldInitializer) {}
