package dev.jsj.parser.ast;

/** {@code ...argument} in an array literal, an object literal or an argument list. */
public record SpreadElement(int start, int end, Expression argument)
        implements Expression, ObjectMember {}
