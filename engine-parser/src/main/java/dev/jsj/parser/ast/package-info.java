/**
 * The syntax tree: one record per node type, with ESTree's names. Read {@link
 * dev.jsj.parser.ast.Node}, {@link dev.jsj.parser.ast.Statement}, {@link
 * dev.jsj.parser.ast.Expression} and {@link dev.jsj.parser.ast.Pattern} (sealed, for exhaustive
 * switches), then {@link dev.jsj.parser.ast.FunctionNode}. Nodes are immutable; scopes hang on the
 * nodes that open them. May use only the {@code scope} package.
 */
@NullMarked
package dev.jsj.parser.ast;

import org.jspecify.annotations.NullMarked;
