package dev.jsj.interp.bytecode;

import dev.jsj.parser.scope.Scope;

/**
 * What a direct eval must know of its call site to compile its code.
 *
 * @param scope the innermost scope around the call; says which variables are in reach and what else
 *     is allowed
 * @param strict whether the calling code is strict
 */
public record EvalSite(Scope scope, boolean strict) {}
