package dev.jsj.parser.ast;

/** {@code local as exported}. */
public record ExportSpecifier(int start, int end, ModuleExportName local, ModuleExportName exported)
        implements Node {}
