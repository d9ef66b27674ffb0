package dev.jsj.parser.ast;

/**
 * An expression. Parentheses leave no node behind; a node that was parenthesized starts after the
 * parenthesis.
 */
public sealed interface Expression extends Node
        permits ArrayExpression,
                AssignmentExpression,
                AwaitExpression,
                BinaryExpression,
                CallExpression,
                ChainExpression,
                ClassNode,
                ConditionalExpression,
                FunctionNode,
                Identifier,
                ImportExpression,
                Literal,
                LogicalExpression,
                MemberExpression,
                MetaProperty,
                NewExpression,
                ObjectExpression,
                PrivateName,
                SequenceExpression,
                SpreadElement,
                Super,
                TaggedTemplateExpression,
                TemplateLiteral,
                ThisExpression,
                UnaryExpression,
                UpdateExpression,
                YieldExpression {}
