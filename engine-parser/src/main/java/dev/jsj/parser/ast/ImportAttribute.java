package dev.jsj.parser.ast;

/** {@code key: "value"} after {@code with}. */
public record ImportAttribute(int start, int end, ModuleExportName key, StringLiteral value)
        implements Node {}
