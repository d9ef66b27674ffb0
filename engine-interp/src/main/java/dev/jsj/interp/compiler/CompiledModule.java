package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.parser.ast.ModuleInfo;

/**
 * A module ready to be linked. Its code runs in a scope made of the ScopeInfo beforehand, whose
 * import slots the linker fills: first up to the CREATE_GENERATOR, which makes the functions, then
 * the rest.
 */
public record CompiledModule(FunctionInfo function, ScopeInfo scope, ModuleInfo info) {}
