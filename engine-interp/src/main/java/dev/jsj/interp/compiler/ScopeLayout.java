package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.FunctionKind;
import dev.jsj.parser.scope.Scope;
import dev.jsj.parser.scope.ScopeKind;
import dev.jsj.parser.scope.Variable;
import dev.jsj.parser.scope.VariableKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where the variables of a scope live: those that inner functions, eval or a mapped arguments
 * object can see in a run-time scope, the others in registers. Depends only on what the parser
 * found out, so that functions compiled later agree with it.
 */
final class ScopeLayout {

    private final Set<String> exported;
    private @Nullable ScopeInfo info;

    private ScopeLayout(Set<String> exported) {
        this.exported = exported;
    }

    /** The layout of a scope, decided when first asked for. */
    static ScopeLayout of(Scope scope) {
        if (scope.layout() instanceof ScopeLayout layout) {
            return layout;
        }
        return decide(scope, Set.of());
    }

    /** Decides the layout of a module's scope, whose exported variables other modules see. */
    static ScopeLayout ofModule(DeclarationScope scope, Set<String> exported) {
        return decide(scope, exported);
    }

    /** The run-time scope, or null if there is none because nothing lives in it. */
    @Nullable ScopeInfo info() {
        return info;
    }

    /** Whether the variable lives in the run-time scope; else it has a register. */
    static boolean isInScope(Variable variable) {
        return variable.isCaptured()
                || isAliasedByArguments(variable)
                || variable.kind() == VariableKind.IMPORT
                || variable.kind() == VariableKind.PRIVATE_FIELD // its initializer is a function
                || (variable.scope().kind() == ScopeKind.MODULE
                        && of(variable.scope()).exported.contains(variable.name()));
    }

    /** Whether a sloppy arguments object and the parameter are views of one another. */
    static boolean isAliasedByArguments(Variable variable) {
        return variable.kind() == VariableKind.PARAMETER
                && variable.scope() instanceof DeclarationScope function
                && hasMappedArguments(function);
    }

    /** Whether the function has an arguments object that aliases its parameters. */
    static boolean hasMappedArguments(DeclarationScope function) {
        return function.usesArguments() && !function.isStrict() && function.hasSimpleParameters();
    }

    /**
     * Whether vars of the scope are not its own, but made in an enclosing scope when the code
     * starts.
     */
    static boolean isSloppyEval(Scope scope) {
        return scope.kind() == ScopeKind.EVAL && !((DeclarationScope) scope).isStrict();
    }

    /** Whether the variable, declared in eval code, is made at run time outside of it. */
    static boolean isEvalVariable(Variable variable) {
        return isSloppyEval(variable.scope())
                && (variable.kind() == VariableKind.VAR
                        || variable.kind() == VariableKind.FUNCTION);
    }

    /** Whether direct evals can add variables to the run-time scope. */
    static boolean takesEvalVariables(Scope scope) {
        return (scope.kind() == ScopeKind.FUNCTION || scope.kind() == ScopeKind.FUNCTION_BODY)
                && scope instanceof DeclarationScope declarations
                && declarations.callsSloppyEval()
                && !declarations.isStrict();
    }

    private static ScopeLayout decide(Scope scope, Set<String> exported) {
        ScopeLayout layout = new ScopeLayout(exported);
        scope.setLayout(layout);
        layout.info = describe(scope);
        return layout;
    }

    private static @Nullable ScopeInfo describe(Scope scope) {
        switch (scope.kind()) {
            case SCRIPT -> {
                return null;
            }
            case WITH -> {
                return new ScopeInfo(ScopeInfo.Kind.WITH, new String[1], new int[1], false, false);
            }
            default -> {}
        }
        List<Variable> inScope = new ArrayList<>();
        for (Variable variable : scope.variables()) {
            if (isInScope(variable) && !isEvalVariable(variable)) {
                inScope.add(variable);
            }
        }
        boolean evalVariables = takesEvalVariables(scope);
        if (inScope.isEmpty() && !evalVariables && scope.kind() != ScopeKind.MODULE) {
            return null;
        }
        int first = evalVariables ? 1 : 0;
        String[] names = new String[first + inScope.size()];
        int[] flags = new int[names.length];
        for (int i = first; i < names.length; i++) {
            Variable variable = inScope.get(i - first);
            names[i] = variable.name();
            flags[i] = flags(variable);
            variable.assignSlot(ScopeInfo.FIRST_SLOT + i);
        }
        return new ScopeInfo(kind(scope), names, flags, isVariableScope(scope), evalVariables);
    }

    private static boolean isVariableScope(Scope scope) {
        return scope instanceof DeclarationScope && !isSloppyEval(scope);
    }

    private static ScopeInfo.Kind kind(Scope scope) {
        return switch (scope.kind()) {
            case FUNCTION ->
                    hasSeparateBody(scope) ? ScopeInfo.Kind.PARAMETERS : ScopeInfo.Kind.FUNCTION;
            case FUNCTION_BODY, STATIC_BLOCK -> ScopeInfo.Kind.FUNCTION;
            case EVAL -> ScopeInfo.Kind.EVAL;
            case MODULE -> ScopeInfo.Kind.MODULE;
            case CLASS -> ScopeInfo.Kind.CLASS;
            default -> ScopeInfo.Kind.BLOCK;
        };
    }

    private static boolean hasSeparateBody(Scope scope) {
        return scope instanceof DeclarationScope function
                && function.hasParameterExpressions()
                && function.functionKind() != FunctionKind.CLASS_INITIALIZER;
    }

    private static int flags(Variable variable) {
        VariableKind kind = variable.kind();
        int flags = 0;
        if (kind == VariableKind.FUNCTION_NAME) {
            flags |= ScopeInfo.FUNCTION_NAME;
        } else if (kind.isConstant()) {
            flags |= ScopeInfo.CONST;
        }
        if (isLexical(variable)) {
            flags |= ScopeInfo.LEXICAL;
        }
        if (variable.isNeverRewritten() && !isAliasedByArguments(variable)) {
            flags |= ScopeInfo.NEVER_REASSIGNED;
        }
        if (kind == VariableKind.IMPORT) {
            flags |= ScopeInfo.IMPORT;
        }
        if (kind == VariableKind.CATCH_PARAMETER) {
            flags |= ScopeInfo.CATCH_PARAMETER;
        }
        if (kind == VariableKind.VAR) {
            flags |= ScopeInfo.STARTS_UNDEFINED;
        }
        return flags;
    }

    /** Whether a var of the same name clashes with the variable. */
    private static boolean isLexical(Variable variable) {
        return variable.kind().hasTemporalDeadZone()
                || (variable.kind() == VariableKind.FUNCTION
                        && !(variable.scope() instanceof DeclarationScope));
    }
}
