package dev.jsj.parser.ast;

import java.util.List;

/** {@code import specifiers from source with attributes}. */
public record ImportDeclaration(
        int start,
        int end,
        ImportPhase phase,
        List<ImportSpecifier> specifiers,
        StringLiteral source,
        List<ImportAttribute> attributes)
        implements Statement {}
