package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.Scope;
import dev.jsj.parser.scope.ScopeKind;
import dev.jsj.parser.scope.Variable;
import dev.jsj.parser.scope.VariableKind;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/**
 * Reads, writes and initializes variables: finds where each lives and whether it may still be
 * uninitialized.
 */
final class VariableEmitter {

    private final FunctionCompiler f;

    /** Parameters that are not bound yet while the parameter list is being evaluated. */
    private final Set<Variable> unboundParameters = new HashSet<>();

    VariableEmitter(FunctionCompiler f) {
        this.f = f;
    }

    // ---------------------------------------------------------------- resolving

    /** Where the name's value is, seen from the current scope. */
    Location resolve(String name) {
        return resolve(name, f.scope);
    }

    /** Where the name's value is if looked for from an enclosing scope on. */
    Location resolve(String name, Scope from) {
        int depth = 0;
        boolean dynamic = false;
        boolean searching = false;
        for (Scope scope = f.scope; scope != null; scope = scope.parent()) {
            searching |= scope == from;
            if (searching) {
                Variable variable = scope.lookupLocal(name);
                if (variable != null) {
                    return locate(variable, depth, dynamic);
                }
                dynamic |= scope.kind() == ScopeKind.WITH || ScopeLayout.takesEvalVariables(scope);
            }
            if (ScopeLayout.of(scope).info() != null) {
                depth++;
            }
        }
        return dynamic ? new Location.Dynamic(name) : new Location.Global(name);
    }

    private static Location locate(Variable variable, int depth, boolean dynamic) {
        Scope scope = variable.scope();
        String name = variable.name();
        if (ScopeLayout.isEvalVariable(variable)) {
            return scope.parent() == null && !dynamic
                    ? new Location.Global(name)
                    : new Location.Dynamic(name);
        }
        if (dynamic
                || (variable.kind() == VariableKind.FUNCTION_NAME
                        && ScopeLayout.takesEvalVariables(scope))) {
            return new Location.Dynamic(name);
        }
        if (scope.kind() == ScopeKind.SCRIPT) {
            return new Location.Global(name);
        }
        return ScopeLayout.isInScope(variable)
                ? new Location.Slot(variable, depth, variable.slot())
                : new Location.Register(variable, variable.slot());
    }

    /**
     * The register in which the variable of that name lives and will not be uninitialized, or NONE.
     */
    int initializedRegister(String name, int position) {
        return resolve(name) instanceof Location.Register r
                        && !mayBeUninitialized(r.variable(), position)
                ? r.register()
                : FunctionCompiler.NONE;
    }

    /** The variable, if the name means one that is known now. */
    @Nullable Variable variable(String name) {
        return switch (resolve(name)) {
            case Location.Register r -> r.variable();
            case Location.Slot s -> s.variable();
            case Location.Global g -> null;
            case Location.Dynamic d -> null;
        };
    }

    /** Whether a reference at the position may come upon the variable in its temporal dead zone. */
    private boolean mayBeUninitialized(Variable variable, int position) {
        if (variable.kind() == VariableKind.PARAMETER) {
            return isUnboundParameter(variable);
        }
        if (!variable.kind().hasTemporalDeadZone()) {
            return false;
        }
        if (variable.scope().kind() == ScopeKind.SWITCH) {
            return true;
        }
        Scope function = FunctionContext.functionScope(variable.scope());
        return f.context.reachedPosition(function, position) < variable.initializedFrom();
    }

    private boolean isUnboundParameter(Variable variable) {
        if (f.scope != variable.scope()
                && FunctionContext.functionScope(f.scope) != variable.scope()) {
            return variable.scope() instanceof DeclarationScope function
                    && function.hasParameterExpressions();
        }
        return unboundParameters.contains(variable);
    }

    void markUnbound(Variable parameter) {
        unboundParameters.add(parameter);
    }

    // ---------------------------------------------------------------- reading

    /** dst = the value of the name. */
    void load(String name, int position, int dst) {
        switch (resolve(name)) {
            case Location.Register r -> {
                checkRegister(r, position);
                f.move(dst, r.register());
            }
            case Location.Slot s -> loadSlot(s, position, dst);
            case Location.Global g -> {
                if (name.equals("undefined")) {
                    f.loadUndefined(dst);
                } else {
                    f.at(position);
                    f.code.emit(Op.GET_GLOBAL, dst, f.code.constant(name));
                }
            }
            case Location.Dynamic d -> {
                f.at(position);
                f.code.emit(Op.GET_NAME, dst, f.code.constant(name));
            }
        }
    }

    private void loadSlot(Location.Slot s, int position, int dst) {
        f.at(position);
        Op op =
                s.variable().kind() == VariableKind.IMPORT
                        ? Op.GET_IMPORT
                        : mayBeUninitialized(s.variable(), position)
                                ? Op.GET_SCOPED_CHECKED
                                : Op.GET_SCOPED;
        f.code.emit(op, dst, s.depth(), s.slot());
    }

    private void checkRegister(Location.Register r, int position) {
        checkRegister(r, position, position);
    }

    private void checkRegister(Location.Register r, int position, int errorPosition) {
        if (!mayBeUninitialized(r.variable(), position)) {
            return;
        }
        f.at(errorPosition);
        int register = r.register();
        if (r.variable().kind() == VariableKind.PARAMETER) {
            register = f.registers.temporary(); // the argument is there already, the binding is not
            f.code.emit(Op.LOAD_EMPTY, register);
        }
        f.code.emit(Op.CHECK_INITIALIZED, register, f.code.constant(r.variable().name()));
    }

    /** A register with the value of the name: its own if it has one, else a new temporary. */
    int register(String name, int position) {
        if (resolve(name) instanceof Location.Register r) {
            checkRegister(r, position);
            return r.register();
        }
        int temporary = f.registers.temporary();
        load(name, position, temporary);
        return temporary;
    }

    /** dst = the value of the name for typeof, which does not mind that there is no such thing. */
    void loadForTypeof(String name, int position, int dst) {
        switch (resolve(name)) {
            case Location.Global g when !name.equals("undefined") -> {
                f.at(position);
                f.code.emit(Op.GET_GLOBAL_OR_UNDEFINED, dst, f.code.constant(name));
            }
            case Location.Dynamic d -> {
                f.at(position);
                f.code.emit(Op.GET_NAME_OR_UNDEFINED, dst, f.code.constant(name));
            }
            default -> load(name, position, dst);
        }
    }

    /**
     * Where a variable is that no with object or eval can hide: this, new.target, a private name.
     */
    private Location resolveHidden(String name) {
        Variable variable = f.scope.lookup(name);
        if (variable == null) {
            throw new AssertionError("The parser declares '" + name + "' wherever it is used.");
        }
        int depth = 0;
        for (Scope scope = f.scope; scope != variable.scope(); scope = scope.parent()) {
            if (ScopeLayout.of(scope).info() != null) {
                depth++;
            }
        }
        return ScopeLayout.isInScope(variable)
                ? new Location.Slot(variable, depth, variable.slot())
                : new Location.Register(variable, variable.slot());
    }

    /** dst = such a variable as it is, uninitialized or not. */
    void loadRaw(String name, int dst) {
        switch (resolveHidden(name)) {
            case Location.Register r -> f.move(dst, r.register());
            case Location.Slot s -> f.code.emit(Op.GET_SCOPED, dst, s.depth(), s.slot());
            default -> throw new AssertionError("A declared variable has a place.");
        }
    }

    /** A register with such a variable. */
    int registerRaw(String name) {
        if (resolveHidden(name) instanceof Location.Register r) {
            return r.register();
        }
        int temporary = f.registers.temporary();
        loadRaw(name, temporary);
        return temporary;
    }

    /** Whether the parser declares such a variable here. */
    boolean isDeclared(String name) {
        return f.scope.lookup(name) != null;
    }

    // ---------------------------------------------------------------- writing

    /** Assigns to the name; the position is that of its identifier. */
    void store(String name, int position, int src) {
        store(name, position, src, position);
    }

    /** The same where errors are reported somewhere else. */
    void store(String name, int position, int src, int errorPosition) {
        switch (resolve(name)) {
            case Location.Register r -> {
                checkRegister(r, position, errorPosition);
                if (mayAssign(r.variable(), errorPosition)) {
                    f.move(r.register(), src);
                }
            }
            case Location.Slot s -> storeSlot(s, position, src, errorPosition);
            case Location.Global g -> {
                f.at(errorPosition);
                f.code.emit(Op.SET_GLOBAL, f.code.constant(name), src, f.strictFlag());
            }
            case Location.Dynamic d -> {
                int mark = f.registers.mark();
                int reference = resolveDynamically(name, position);
                f.code.emit(Op.SET_REFERENCE, reference, src, f.strictFlag());
                f.registers.release(mark);
            }
        }
    }

    private void storeSlot(Location.Slot s, int position, int src, int errorPosition) {
        Variable variable = s.variable();
        boolean check = mayBeUninitialized(variable, position);
        f.at(errorPosition);
        if (variable.kind().isConstant()) {
            if (check) {
                int mark = f.registers.mark();
                f.code.emit(Op.GET_SCOPED_CHECKED, f.registers.temporary(), s.depth(), s.slot());
                f.registers.release(mark);
            }
            mayAssign(variable, errorPosition);
            return;
        }
        f.code.emit(check ? Op.SET_SCOPED_CHECKED : Op.SET_SCOPED, s.depth(), s.slot(), src);
    }

    /** Whether assigning changes the variable; throws at run time where that is an error. */
    private boolean mayAssign(Variable variable, int position) {
        if (!variable.kind().isConstant()) {
            return true;
        }
        if (variable.kind() != VariableKind.FUNCTION_NAME || f.strict) {
            f.at(position);
            f.code.emit(Op.THROW_CONST_ASSIGNMENT, f.code.constant(variable.name()));
        }
        return false;
    }

    /** The register to compute a new value in directly when assigning to the name, or NONE. */
    int assignableRegister(String name, int position) {
        return resolve(name) instanceof Location.Register r
                        && !r.variable().kind().isConstant()
                        && !mayBeUninitialized(r.variable(), position)
                ? r.register()
                : FunctionCompiler.NONE;
    }

    /** A new temporary with the reference that the name resolves to now. */
    int resolveDynamically(String name, int position) {
        int reference = f.registers.temporary();
        f.at(position);
        f.code.emit(Op.RESOLVE_NAME, reference, f.code.constant(name));
        return reference;
    }

    /**
     * Whether an assignment to the name must resolve it before the right side is evaluated, because
     * that might change what it means.
     */
    boolean mustResolveFirst(String name) {
        return switch (resolve(name)) {
            case Location.Dynamic d -> true;
            case Location.Global g -> f.strict && f.scope.lookup(name) == null;
            default -> false;
        };
    }

    /**
     * Initializes a declared variable (let, const, class, parameter, function), which lives in the
     * current scopes.
     */
    void initialize(String name, int src) {
        switch (resolve(name)) {
            case Location.Register r -> {
                f.move(r.register(), src);
                unboundParameters.remove(r.variable());
            }
            case Location.Slot s -> {
                f.code.emit(Op.SET_SCOPED, s.depth(), s.slot(), src);
                unboundParameters.remove(s.variable());
            }
            case Location.Global g -> f.code.emit(Op.INITIALIZE_GLOBAL, f.code.constant(name), src);
            case Location.Dynamic d ->
                    throw new AssertionError(
                            "A declaration of '" + name + "' is initialized in its own scope.");
        }
    }

    /** The register a variable lives in, to initialize it directly, or NONE. */
    int homeRegister(String name) {
        return resolve(name) instanceof Location.Register r ? r.register() : FunctionCompiler.NONE;
    }

    /**
     * Assigns to the var of that name in the function, past lexical declarations in blocks (Annex
     * B.3.2).
     */
    void storeVar(String name, int src) {
        switch (resolve(name, f.scope.declarationScope())) {
            case Location.Register r -> f.move(r.register(), src);
            case Location.Slot s -> f.code.emit(Op.SET_SCOPED, s.depth(), s.slot(), src);
            case Location.Global g ->
                    f.code.emit(Op.SET_GLOBAL, f.code.constant(name), src, f.strictFlag());
            case Location.Dynamic d -> f.code.emit(Op.SET_VARIABLE, f.code.constant(name), src);
        }
    }
}
