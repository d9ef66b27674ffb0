package dev.jsj.parser.ast;

/** A statement, declaration or module item. */
public sealed interface Statement extends Node
        permits BlockStatement,
                BreakStatement,
                ClassDeclaration,
                ContinueStatement,
                DebuggerStatement,
                DoWhileStatement,
                EmptyStatement,
                ExportAllDeclaration,
                ExportDefaultDeclaration,
                ExportNamedDeclaration,
                ExpressionStatement,
                ForInStatement,
                ForOfStatement,
                ForStatement,
                FunctionDeclaration,
                IfStatement,
                ImportDeclaration,
                LabeledStatement,
                ReturnStatement,
                SwitchStatement,
                ThrowStatement,
                TryStatement,
                VariableDeclaration,
                WhileStatement,
                WithStatement {}
