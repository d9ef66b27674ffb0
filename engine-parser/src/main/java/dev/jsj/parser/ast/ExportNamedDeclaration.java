package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * {@code export declaration}, {@code export {specifiers}} or {@code export {specifiers} from
 * source}.
 */
public record ExportNamedDeclaration(
        int start,
        int end,
        @Nullable Statement declaration,
        List<ExportSpecifier> specifiers,
        @Nullable StringLiteral source,
        List<ImportAttribute> attributes)
        implements Statement {}
