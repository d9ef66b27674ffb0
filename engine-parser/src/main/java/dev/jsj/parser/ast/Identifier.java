package dev.jsj.parser.ast;

/**
 * A name in the source: a reference, a binding, a property key or a label. The name is interned.
 */
public record Identifier(int start, int end, String name)
        implements Expression, Pattern, ModuleExportName {}
