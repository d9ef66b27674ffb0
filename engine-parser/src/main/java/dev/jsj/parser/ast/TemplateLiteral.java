package dev.jsj.parser.ast;

import java.util.List;

/** A template; there is one more quasi than there are expressions. */
public record TemplateLiteral(
        int start, int end, List<TemplateElement> quasis, List<Expression> expressions)
        implements Expression {}
