package dev.jsj.parser.ast;

/**
 * What can be assigned to or bound: an identifier, a property reference or a destructuring pattern.
 */
public sealed interface Pattern extends Node
        permits ArrayPattern,
                AssignmentPattern,
                CallExpression,
                Identifier,
                MemberExpression,
                ObjectPattern,
                RestElement {}
