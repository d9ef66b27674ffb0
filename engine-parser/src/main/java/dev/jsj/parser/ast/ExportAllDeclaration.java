package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** {@code export * as exported from source}. */
public record ExportAllDeclaration(
        int start,
        int end,
        @Nullable ModuleExportName exported,
        StringLiteral source,
        List<ImportAttribute> attributes)
        implements Statement {}
