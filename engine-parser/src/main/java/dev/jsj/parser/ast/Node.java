package dev.jsj.parser.ast;

/** A node of the syntax tree; named after ESTree's. Immutable. */
public sealed interface Node
        permits CatchClause,
                ClassElement,
                ExportSpecifier,
                Expression,
                ImportAttribute,
                ImportSpecifier,
                ModuleExportName,
                ObjectMember,
                Pattern,
                PatternMember,
                Program,
                Statement,
                SwitchCase,
                TemplateElement,
                VariableDeclarator {
    /** Offset of the first char of this node in the source text. */
    int start();

    /** Offset after the last char of this node in the source text. */
    int end();
}
