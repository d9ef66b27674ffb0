package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.Declarations;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.parser.ast.FunctionDeclaration;
import dev.jsj.parser.ast.Program;
import dev.jsj.parser.ast.ProgramKind;
import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.Variable;
import dev.jsj.parser.scope.VariableKind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Scripts, modules and eval code as a whole: their declarations (16.1.7, 16.2.1.7, 19.2.1.3), then
 * the statements.
 */
final class ProgramEmitter {

    private final FunctionCompiler f;
    private final Program program;
    private final DeclarationScope scope;

    ProgramEmitter(FunctionCompiler f, Program program) {
        this.f = f;
        this.program = program;
        this.scope = program.scope();
    }

    CodeUnit emit() {
        boolean isModule = program.kind() == ProgramKind.MODULE;
        if (!isModule) {
            f.completion = f.registers.temporary();
            f.loadUndefined(f.completion);
        }
        switch (program.kind()) {
            case SCRIPT -> declare(Op.DECLARE_GLOBALS, false);
            case MODULE -> enterModule();
            case DIRECT_EVAL, INDIRECT_EVAL -> enterEval();
        }
        f.tries.disposing(scope, () -> f.statements.statements(program.body()));
        if (isModule) {
            FunctionEmitter.returnUndefined(f, program.end());
        } else {
            f.exits.returnValue(f.completion);
        }
        return f.build(0);
    }

    // ---------------------------------------------------------------- modules

    private void enterModule() {
        for (Variable variable : scope.variables()) {
            if (!ScopeLayout.isInScope(variable)) {
                variable.assignSlot(f.registers.variable(variable.name()));
            }
        }
        FunctionEmitter.initializeVars(f, scope);
        f.statements.instantiateFunctions(program.functions());
        f.code.emit(Op.CREATE_GENERATOR);
    }

    // ---------------------------------------------------------------- eval

    private void enterEval() {
        f.enter(scope);
        if (scope.isStrict()) {
            FunctionEmitter.initializeVars(f, scope);
            f.statements.instantiateFunctions(program.functions());
        } else if (program.kind() == ProgramKind.DIRECT_EVAL) {
            declare(Op.DECLARE_EVAL_VARIABLES, true);
        } else {
            declare(Op.DECLARE_GLOBALS, true);
        }
    }

    // ---------------------------------------------------------------- declarations made at run
    // time

    private void declare(Op op, boolean configurable) {
        Set<String> functionNames = new HashSet<>();
        List<Declarations.Function> functions = new ArrayList<>();
        for (FunctionDeclaration declaration : program.functions()) {
            functionNames.add(declaration.name());
            String name = StatementEmitter.functionName(declaration);
            int function =
                    f.code.function(Compiler.functionInfo(f.context, declaration.node(), name, -1));
            functions.add(new Declarations.Function(declaration.name(), function));
        }
        List<Declarations.Lexical> lexical = new ArrayList<>();
        List<String> variables = new ArrayList<>();
        List<String> annexBFunctions = new ArrayList<>();
        for (Variable variable : scope.variables()) {
            if (variable.kind() == VariableKind.VAR && !functionNames.contains(variable.name())) {
                (variable.isAnnexB() ? annexBFunctions : variables).add(variable.name());
            } else if (variable.kind().hasTemporalDeadZone()
                    && op == Op.DECLARE_GLOBALS
                    && !configurable) {
                lexical.add(
                        new Declarations.Lexical(variable.name(), variable.kind().isConstant()));
            }
        }
        if (functions.isEmpty()
                && variables.isEmpty()
                && annexBFunctions.isEmpty()
                && lexical.isEmpty()) {
            return;
        }
        Declarations declarations =
                new Declarations(lexical, functions, variables, annexBFunctions, configurable);
        f.at(program);
        f.code.emit(op, f.code.uniqueConstant(declarations));
    }
}
