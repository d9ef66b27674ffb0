package dev.jsj.parser.ast;

/**
 * A string literal; a property key or a module name in the source may be one too. The value is
 * interned.
 */
public record StringLiteral(int start, int end, String value)
        implements Literal, ModuleExportName {}
