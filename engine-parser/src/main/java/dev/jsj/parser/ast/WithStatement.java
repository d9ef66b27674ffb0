package dev.jsj.parser.ast;

import dev.jsj.parser.scope.Scope;

/**
 * {@code with (object) body}. The scope, of kind WITH, declares nothing but stands on the chain of
 * the body.
 */
public record WithStatement(int start, int end, Expression object, Statement body, Scope scope)
        implements Statement {}
