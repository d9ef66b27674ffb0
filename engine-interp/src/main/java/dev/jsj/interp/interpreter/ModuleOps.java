package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.ImportBinding;
import dev.jsj.interp.modules.DynamicImport;
import dev.jsj.interp.modules.ModuleRequest;
import dev.jsj.interp.modules.SourceTextModule;
import dev.jsj.runtime.value.Errors;

/** Access to imported variables, import.meta and import(). */
final class ModuleOps {
    private ModuleOps() {}

    /** {@code GET_IMPORT dst, depth, slot}. */
    static void getImport(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        Object[] scope = ScopeOps.at(frame.scope, code[pc + 2]);
        Object value = ((ImportBinding) scope[code[pc + 3]]).value();
        if (value == null) {
            throw ScopeOps.uninitialized(frame, pc, code[pc + 2], code[pc + 3]);
        }
        frame.registers[code[pc + 1]] = value;
    }

    /** {@code IMPORT_META dst}. */
    static void importMeta(Frame frame, int pc) {
        frame.pc = pc;
        SourceTextModule module = InterpretedModule.of(frame);
        if (module == null) {
            throw Errors.syntaxError("Cannot use 'import.meta' outside a module");
        }
        frame.registers[frame.code.instructions[pc + 1]] = module.importMeta();
    }

    /** {@code IMPORT_CALL dst, specifier, options, phase}. */
    static void importCall(Frame frame, int pc) {
        frame.pc = pc;
        int[] code = frame.code.instructions;
        Object specifier = frame.registers[code[pc + 2]];
        Object options = frame.registers[code[pc + 3]];
        ModuleRequest.Phase phase =
                switch (code[pc + 4]) {
                    case 1 -> ModuleRequest.Phase.SOURCE;
                    case 2 -> ModuleRequest.Phase.DEFER;
                    default -> ModuleRequest.Phase.EVALUATION;
                };
        frame.registers[code[pc + 1]] =
                DynamicImport.importCall(
                        frame.realm(),
                        frame.code.state.moduleLoader(),
                        InterpretedModule.of(frame),
                        frame.referrer(),
                        specifier,
                        options,
                        phase);
    }
}
