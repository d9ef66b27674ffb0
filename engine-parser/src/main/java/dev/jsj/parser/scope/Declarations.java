package dev.jsj.parser.scope;

import dev.jsj.parser.lexer.Name;

import org.jspecify.annotations.Nullable;

/**
 * Declares variables, by the rules about redeclaration that the static semantics of blocks,
 * functions, scripts and modules add up to, Annex B included. A method returns null if the
 * declaration is an early error.
 */
public final class Declarations {
    private Declarations() {}

    /** Declares a let, const, class, import or catch parameter. */
    public static @Nullable Variable lexical(
            Scope scope, Name name, VariableKind kind, int position) {
        return conflicts(scope, name.text()) ? null : add(scope, name, kind, position);
    }

    private static boolean conflicts(Scope scope, String name) {
        if (scope.lookupLocal(name) != null) {
            return true;
        }
        Scope parent = scope.parent();
        if (parent != null
                && (scope.kind() == ScopeKind.FUNCTION_BODY
                        || scope.kind() == ScopeKind.BLOCK && parent.kind() == ScopeKind.CATCH)
                && parent.lookupLocal(name) != null) {
            return true;
        }
        if (scope instanceof DeclarationScope) {
            return false;
        }
        // A var declared since this block began was declared inside of it.
        Variable hoisted = scope.declarationScope().lookupLocal(name);
        return hoisted != null && hoisted.lastVar >= scope.position;
    }

    /**
     * Where a var of that name has been declared inside the block that the scope belongs to, which
     * is what then conflicts with a lexical declaration in the scope; -1 if there is none.
     */
    public static int conflictingVar(Scope scope, String name) {
        if (scope instanceof DeclarationScope || scope.lookupLocal(name) != null) {
            return -1;
        }
        Variable hoisted = scope.declarationScope().lookupLocal(name);
        return hoisted != null && hoisted.lastVar >= scope.position ? hoisted.lastVar : -1;
    }

    /** Declares a var. */
    public static @Nullable Variable var(Scope scope, Name name, int position) {
        for (Scope each = scope; !(each instanceof DeclarationScope); each = each.parent()) {
            if (each.lookupLocal(name.text()) != null && !each.simpleCatch) {
                return null;
            }
        }
        DeclarationScope target = scope.declarationScope();
        Variable variable = target.lookupLocal(name.text());
        if (variable == null) {
            variable = add(target, name, VariableKind.VAR, position);
        } else if (!isVarLike(variable)) {
            return null;
        }
        variable.lastVar = position;
        return variable;
    }

    private static boolean isVarLike(Variable variable) {
        return switch (variable.kind) {
            case VAR, PARAMETER -> true;
            case FUNCTION -> isVarLike(variable.scope());
            default -> false;
        };
    }

    /** Whether functions directly in this scope are like vars, rather than lexical. */
    private static boolean isVarLike(Scope scope) {
        return scope instanceof DeclarationScope && scope.kind() != ScopeKind.MODULE;
    }

    /**
     * Declares a function.
     *
     * @param plain whether it is neither async nor a generator
     */
    public static @Nullable Variable function(
            Scope scope, Name name, int position, boolean plain, boolean strict) {
        Variable variable = scope.lookupLocal(name.text());
        if (isVarLike(scope)) {
            if (variable != null && !isVarLike(variable)) {
                return null;
            }
            if (variable == null) {
                variable = add(scope, name, VariableKind.FUNCTION, position);
            } else if (variable.kind == VariableKind.VAR) {
                variable.kind = VariableKind.FUNCTION;
            }
            variable.lastVar = position;
        } else if (variable == null) {
            variable = lexical(scope, name, VariableKind.FUNCTION, position);
            if (variable == null) {
                return null;
            }
            variable.plainFunction = plain;
            if (plain && !strict) {
                scope.declarationScope().addBlockFunction(variable);
            }
        } else if (strict
                || !plain
                || variable.kind != VariableKind.FUNCTION
                || !variable.plainFunction) {
            return null;
        }
        variable.initializedFrom = 0;
        return variable;
    }

    /** Declares a parameter; false if there is one of that name already. */
    public static boolean parameter(DeclarationScope scope, Name name, int position) {
        if (scope.lookupLocal(name.text()) != null) {
            return false;
        }
        add(scope, name, VariableKind.PARAMETER, position);
        return true;
    }

    /** Declares the inner name of a class. */
    public static Variable className(Scope scope, Name name, int position) {
        return add(scope, name, VariableKind.CLASS_NAME, position);
    }

    /** Declares a private name; a getter and a setter go together. */
    public static @Nullable Variable privateName(
            Scope scope, Name name, VariableKind kind, boolean isStatic, int position) {
        Variable variable = scope.lookupLocal(name.text());
        if (variable == null) {
            variable = add(scope, name, kind, position);
            variable.isStatic = isStatic;
            return variable;
        }
        boolean pair =
                variable.kind == VariableKind.PRIVATE_GETTER && kind == VariableKind.PRIVATE_SETTER
                        || variable.kind == VariableKind.PRIVATE_SETTER
                                && kind == VariableKind.PRIVATE_GETTER;
        if (!pair || variable.isStatic != isStatic) {
            return null;
        }
        variable.kind = VariableKind.PRIVATE_ACCESSOR;
        return variable;
    }

    /** Notes that the parameter of the catch clause is a plain identifier. */
    public static void simpleCatch(Scope scope) {
        scope.simpleCatch = true;
    }

    /** The number of variables declared in the scope so far. */
    public static int count(Scope scope) {
        return scope.variableCount();
    }

    private static Variable add(Scope scope, Name name, VariableKind kind, int position) {
        Variable variable = new Variable(name, kind, scope, position);
        scope.add(variable);
        return variable;
    }

    // ---- Annex B.3.2

    /**
     * Makes vars of the functions in blocks where a var statement in their place would be no early
     * error.
     */
    static void hoistBlockFunctions(DeclarationScope target) {
        if (target.blockFunctions == null) {
            return;
        }
        for (Variable function : target.blockFunctions) {
            if (canHoist(function, target)) {
                function.hoistsVar = true;
                Variable variable = target.lookupLocal(function.name());
                if (variable == null) {
                    variable = add(target, function.symbol, VariableKind.VAR, function.position());
                    variable.annexB =
                            target.kind() == ScopeKind.SCRIPT || target.kind() == ScopeKind.EVAL;
                }
                variable.assigned = true;
                variable.write(true);
            }
        }
        target.blockFunctions = null;
    }

    private static boolean canHoist(Variable function, DeclarationScope target) {
        String name = function.name();
        for (Scope each = function.scope().parent(); each != target; each = each.parent()) {
            if (each.lookupLocal(name) != null && !each.simpleCatch) {
                return false;
            }
        }
        Variable variable = target.lookupLocal(name);
        if (variable != null) {
            return variable.kind == VariableKind.VAR || variable.kind == VariableKind.FUNCTION;
        }
        if (target.kind() == ScopeKind.FUNCTION_BODY) {
            return !(target.parent().lookupLocal(name) instanceof Variable outer
                    && outer.kind == VariableKind.PARAMETER);
        }
        return target.kind() != ScopeKind.EVAL || !conflictsAroundEval(target, name);
    }

    // ---- direct eval

    /**
     * The first var of sloppy direct eval code that a scope around it does not admit (19.2.1.3 step
     * 3), or null.
     */
    public static @Nullable Variable evalConflict(DeclarationScope eval) {
        for (int i = 0; i < eval.variableCount(); i++) {
            Variable variable = eval.variable(i);
            if ((variable.kind == VariableKind.VAR || variable.kind == VariableKind.FUNCTION)
                    && !variable.annexB
                    && conflictsAroundEval(eval, variable.name())) {
                return variable;
            }
        }
        return null;
    }

    private static boolean conflictsAroundEval(DeclarationScope eval, String name) {
        for (Scope each = eval.parent(); each != null; each = each.parent()) {
            Variable variable = each.lookupLocal(name);
            if (each instanceof DeclarationScope declarations) {
                return variable != null && conflictsWithEval(variable, declarations);
            }
            if (variable != null && each.kind() != ScopeKind.CATCH) {
                return true;
            }
        }
        return false;
    }

    private static boolean conflictsWithEval(Variable variable, DeclarationScope scope) {
        return switch (variable.kind) {
            case LET, CONST, USING, AWAIT_USING, CLASS, IMPORT -> true;
            // The eval is in a parameter, whose vars lie outside of the parameters' scope.
            case PARAMETER, ARGUMENTS -> scope.hasParameterExpressions();
            default -> false;
        };
    }
}
