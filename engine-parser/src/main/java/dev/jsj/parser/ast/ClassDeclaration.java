package dev.jsj.parser.ast;

/**
 * A class as a declaration: binds its name, or {@code *default*} for an anonymous default export.
 */
public record ClassDeclaration(int start, int end, ClassNode node, String name)
        implements Statement {}
