/**
 * The bytecode: its operations, the code they make up, and tools over both.
 *
 * <p>Reading order: {@link dev.jsj.interp.bytecode.Op} (the table of operations), {@link
 * dev.jsj.interp.bytecode.Operand}, {@link dev.jsj.interp.bytecode.FeedbackKind}, {@link
 * dev.jsj.interp.bytecode.CodeUnit}, {@link dev.jsj.interp.bytecode.ScopeInfo}, {@link
 * dev.jsj.interp.bytecode.BytecodeBuilder}. Depends on the parser only for source texts and scopes.
 */
package dev.jsj.interp.bytecode;
