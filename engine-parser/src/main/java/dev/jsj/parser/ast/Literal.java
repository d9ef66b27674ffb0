package dev.jsj.parser.ast;

/** A literal value. */
public sealed interface Literal extends Expression
        permits BigIntLiteral,
                BooleanLiteral,
                NullLiteral,
                NumberLiteral,
                RegExpLiteral,
                StringLiteral {}
