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
 * global. The tracker has already decided which variables are captured.
 */
public sealed class Scope permits DeclarationScope {
    private static final int MAP_THRESHOLD = 8;

    private final ScopeKind kind;
    private @Nullable Scope parent;
    List<Variable> variables = Collections.emptyList();
    private @Nullable Map<String, Variable> map;
    boolean containsDirectEval;
    private @Nullable Object layout;

    Scope(ScopeKind kind, @Nullable Scope parent) {
        this.kind = kind;
        this.parent = parent;
    }

    /** What opened the scope. */
    public final ScopeKind kind() {
        return kind;
    }

    /** The next scope outwards, null at the top. */
    public final @Nullable Scope parent() {
        return parent;
    }

    final void setParent(@Nullable Scope parent) {
        this.parent = parent;
    }

    /** All variables in order of declaration. */
    public final List<Variable> variables() {
        return Collections.unmodifiableList(variables);
    }

    /** The variable of that (interned) name declared in this very scope, or null. */
    public final @Nullable Variable lookupLocal(String name) {
        if (map != null) {
            return map.get(name);
        }
        List<Variable> all = variables;
        for (int i = 0, n = all.size(); i < n; i++) {
            if (all.get(i).name() == name) {
                return all.get(i);
            }
        }
        return null;
    }

    /**
     * The variable that name means here if neither with nor eval interfere, or null for a global.
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
        }
        return declarations;
    }

    final void add(Variable variable) {
        if (variables.isEmpty()) {
            variables = new ArrayList<>(4);
        }
        variables.add(variable);
        if (map != null) {
            map.put(variable.name(), variable);
        } else if (variables.size() > MAP_THRESHOLD) {
            map = new HashMap<>(64);
            for (Variable each : variables) {
                map.put(each.name(), each);
            }
        }
    }

    @Override
    public String toString() {
        return kind + variables.toString();
    }
}
