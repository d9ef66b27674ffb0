/**
 * Syntax trees to bytecode.
 *
 * <p>Reading order: {@link dev.jsj.interp.compiler.Compiler} (the entry points), {@code
 * FunctionCompiler} (the state of one function's compilation), {@code ScopeLayout} (which variables
 * live in registers and which in scopes), {@code VariableEmitter}, {@code ExpressionEmitter},
 * {@code StatementEmitter}, {@code Exits} (how break, continue and return get out of loops and try
 * statements); then the emitters named after parts of the language. Depends on the parser and the
 * bytecode.
 */
package dev.jsj.interp.compiler;
