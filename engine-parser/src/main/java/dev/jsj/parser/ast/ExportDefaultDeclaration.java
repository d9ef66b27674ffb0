package dev.jsj.parser.ast;

/**
 * {@code export default}: a {@link FunctionDeclaration}, a {@link ClassDeclaration} or an {@link
 * Expression}. An anonymous one binds {@code *default*}.
 */
public record ExportDefaultDeclaration(int start, int end, Node declaration) implements Statement {}
