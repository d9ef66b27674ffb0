package dev.jsj.parser.scope;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A region of source text with its declarations. Blocks that declare nothing have none.
 *
 * <p>To resolve a name walk from the innermost scope outwards with {@link #lookupLocal}. On the way
 * a scope of kind WITH and a {@link DeclarationScope} with {@link
 * DeclarationScope#callsSloppyEval()} may hold further names at run time; no scope left means a
 * global. Which variables are captured has been decided by then.
 */
public sealed class Scope permits DeclarationScope {
    private static final int MAP_THRESHOLD = 8;

    private final ScopeKind kind;
    private @Nullable Scope parent;
    private List<Variable> variables = Collections.emptyList();
    private @Nullable Map<String, Variable> map;
    boolean containsDirectEval;

    /** Whether a with statement of this function lies inside. */
    boolean containsWith;

    private @Nullable Object layout;

    /** Offset where the scope starts. */
    final int position;

    /**
     * For a CATCH scope: whether the parameter is a plain identifier, which a var may redeclare
     * (B.3.4).
     */
    boolean simpleCatch;

    /**
     * While the scope is open: the tracker's first reference and first child scope that belong to
     * it.
     */
    int referenceStart;

    int childStart;

    Scope(ScopeKind kind, @Nullable Scope parent, int position) {
        this.kind = kind;
        this.parent = parent;
        this.position = position;
    }

    /** What opened the scope. */
    public final ScopeKind kind() {
        return kind;
    }

    /** The next scope outwards, null at the top. */
    public final @Nullable Scope parent() {
        return parent;
    }

    /**
     * Offset where the scope starts; for a function other than an arrow function, that of its
     * parameter list.
     */
    public final int position() {
        return position;
    }

    final void setParent(@Nullable Scope parent) {
        this.parent = parent;
    }

    /** All variables in order of declaration. */
    public final List<Variable> variables() {
        return Collections.unmodifiableList(variables);
    }

    final int variableCount() {
        return variables.size();
    }

    final Variable variable(int index) {
        return variables.get(index);
    }

    /** The variable of that (interned) name declared in this very scope, or null. */
    @SuppressWarnings("StringEquality") // names are interned
    public final @Nullable Variable lookupLocal(String name) {
        if (map != null) {
            return map.get(name);
        }
        List<Variable> all = variables;
        for (int i = 0, n = all.size(); i < n; i++) {
            Variable variable = all.get(i);
            if (variable.name() == name) {
                return variable;
            }
        }
        return null;
    }

    /**
     * The variable the (interned) name means here if neither with nor eval interfere, or null for a
     * global.
     */
    public final @Nullable Variable lookup(String name) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            Variable variable = scope.lookupLocal(name);
            if (variable != null) {
                return variable;
            }
        }
        return null;
    }

    /**
     * Whether this scope, or any scope inside it (inner functions included), contains a direct
     * eval.
     */
    public final boolean containsDirectEval() {
        return containsDirectEval;
    }

    /** Whether any variable of this scope is captured. */
    public final boolean hasCapturedVariables() {
        for (int i = 0, n = variables.size(); i < n; i++) {
            if (variables.get(i).captured) {
                return true;
            }
        }
        return false;
    }

    /**
     * What the compiler has decided about this scope; null at first. The parser does not use it.
     */
    public final @Nullable Object layout() {
        return layout;
    }

    /** Remembers what the compiler has decided about this scope. */
    public final void setLayout(Object layout) {
        this.layout = layout;
    }

    /** The nearest scope, this one included, that takes the var declarations made here. */
    public final DeclarationScope declarationScope() {
        Scope scope = this;
        while (!(scope instanceof DeclarationScope declarations)) {
            scope = scope.parent;
            assert scope != null : "The outermost scope is a declaration scope.";
        }
        return declarations;
    }

    /**
     * The nearest scope outwards, this one included, whose {@code this}, {@code super} and {@code
     * new.target} are those of code here: that of a function other than an arrow function, or of
     * the program.
     */
    public final DeclarationScope receiverScope() {
        DeclarationScope scope = declarationScope();
        while (scope.parent() != null
                && (scope.kind() != ScopeKind.FUNCTION || scope.functionKind().isArrow())) {
            scope = scope.parent().declarationScope();
        }
        return scope;
    }

    final void add(Variable variable) {
        if (variables.isEmpty()) {
            variables = new ArrayList<>(4);
        }
        variables.add(variable);
        if (map != null) {
            map.put(variable.name(), variable);
        } else if (variables.size() > MAP_THRESHOLD) {
            map = new HashMap<>(32);
            for (Variable each : variables) {
                map.put(each.name(), each);
            }
        }
    }

    /** Forgets all variables: for the scope of a function that has been pre-parsed. */
    final void clear() {
        variables = Collections.emptyList();
        map = null;
    }

    @Override
    public String toString() {
        return kind + variables.toString();
    }
}
