package dev.jsj.parser.ast;

import dev.jsj.parser.scope.DeclarationScope;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A whole script, module or eval code. {@code functions} are the functions to initialize, the last
 * of each name, in source order; {@code module} is null unless this is a module.
 */
public record Program(
        int start,
        int end,
        ProgramKind kind,
        List<Statement> body,
        DeclarationScope scope,
        List<FunctionDeclaration> functions,
        @Nullable ModuleInfo module)
        implements Node {}
