/**
 * Scopes and variables, and the analysis that finds which variables inner functions capture. Read
 * {@link dev.jsj.parser.scope.Scope}, {@link dev.jsj.parser.scope.DeclarationScope} and {@link
 * dev.jsj.parser.scope.Variable}. May use only the {@code lexer} package.
 */
@NullMarked
package dev.jsj.parser.scope;

import org.jspecify.annotations.NullMarked;
