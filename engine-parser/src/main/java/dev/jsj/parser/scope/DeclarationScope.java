package dev.jsj.parser.scope;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A scope that takes var declarations: a script, module, eval code, function, function body apart
 * from its parameters, or static block.
 */
public final class DeclarationScope extends Scope {
    private final FunctionKind functionKind;
    boolean strict;
    boolean simpleParameters = true;
    boolean parameterExpressions;
    boolean callsSloppyEval;
    boolean usesThis;
    boolean usesArguments;
    boolean usesNewTarget;
    boolean usesSuperProperty;
    boolean usesSuperCall;

    /** While the scope is open: plain functions declared in blocks, which Annex B.3.2 may hoist. */
    @Nullable List<Variable> blockFunctions;

    DeclarationScope(
            ScopeKind kind,
            FunctionKind functionKind,
            boolean strict,
            @Nullable Scope parent,
            int position) {
        super(kind, parent, position);
        this.functionKind = functionKind;
        this.strict = strict;
    }

    /**
     * The kind of function this is the scope of; NORMAL for programs. A FUNCTION_BODY scope has the
     * kind of its parent.
     */
    public FunctionKind functionKind() {
        return functionKind;
    }

    /** Whether the code is strict. */
    public boolean isStrict() {
        return strict;
    }

    /** IsSimpleParameterList: all parameters are plain identifiers. */
    public boolean hasSimpleParameters() {
        return simpleParameters;
    }

    /** Whether a parameter contains an expression, so that the body has a scope of its own. */
    public boolean hasParameterExpressions() {
        return parameterExpressions;
    }

    /**
     * Whether a sloppy direct eval in this function (not one in an inner function) may declare
     * further vars here. For a function with a separate body scope, only evals in the body count
     * for that scope, only those in parameters for this one.
     */
    public boolean callsSloppyEval() {
        return callsSloppyEval;
    }

    void addBlockFunction(Variable function) {
        if (blockFunctions == null) {
            blockFunctions = new ArrayList<>(2);
        }
        blockFunctions.add(function);
    }

    /** Whether the function itself contains a with statement. */
    public boolean containsWith() {
        return containsWith;
    }

    /**
     * Whether the function or an arrow function in it uses {@code this} or super; a direct eval
     * counts as use.
     */
    public boolean usesThis() {
        return usesThis;
    }

    /** Whether the function needs an arguments object: declared as a variable of kind ARGUMENTS. */
    public boolean usesArguments() {
        return usesArguments;
    }

    /**
     * Whether the function or an arrow function in it uses {@code new.target} or calls {@code
     * super()}.
     */
    public boolean usesNewTarget() {
        return usesNewTarget;
    }

    /** Whether the function or an arrow function in it uses {@code super.x}. */
    public boolean usesSuperProperty() {
        return usesSuperProperty;
    }

    /** Whether the function or an arrow function in it calls {@code super()}. */
    public boolean usesSuperCall() {
        return usesSuperCall;
    }
}
