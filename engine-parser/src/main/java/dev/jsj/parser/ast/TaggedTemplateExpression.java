package dev.jsj.parser.ast;

/** {@code tag`quasi`}. */
public record TaggedTemplateExpression(int start, int end, Expression tag, TemplateLiteral quasi)
        implements Expression {}
