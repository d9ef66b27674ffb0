package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

/**
 * One binding of an import; {@code imported} is null for a namespace import, and an identifier
 * {@code default} for a default import.
 */
public record ImportSpecifier(
        int start, int end, Kind kind, @Nullable ModuleExportName imported, Identifier local)
        implements Node {

    /** The written form. */
    public enum Kind {
        NAMED,
        DEFAULT,
        NAMESPACE
    }
}
