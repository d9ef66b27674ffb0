package dev.jsj.interp.bytecode;

import dev.jsj.runtime.value.Undefined;

/**
 * Describes a run-time scope: an {@code Object[]} with the parent scope at 0, its ScopeInfo at 1
 * and the variables from {@link #FIRST_SLOT}. Java null in a variable is its temporal dead zone.
 *
 * <p>A {@link Kind#WITH} scope keeps its object at slot 2. A scope with {@link #hasEvalVariables}
 * keeps at slot 2 what sloppy direct evals declared there (null until one does); its variables
 * follow.
 *
 * <p>A var of an eval that reaches the scope it goes to past a LEXICAL variable of the same name,
 * or finds one there, is a SyntaxError (except past a CATCH_PARAMETER); if that scope has a plain
 * variable of the name, it is that one.
 */
public final class ScopeInfo {

    /** Index of the first variable in a scope array. */
    public static final int FIRST_SLOT = 2;

    /** Flag of a variable: assigning throws a TypeError. */
    public static final int CONST = 1;

    /** Flag of a variable: starts in the temporal dead zone. */
    public static final int LEXICAL = 2;

    /**
     * Flag of a variable: assigning is ignored when sloppy, a TypeError when strict (named function
     * expression).
     */
    public static final int FUNCTION_NAME = 4;

    /**
     * Flag of a variable: written only when initialised; the optimizing tier may treat it as
     * constant.
     */
    public static final int NEVER_REASSIGNED = 8;

    /** Flag of a variable: holds an {@link ImportBinding}. */
    public static final int IMPORT = 16;

    /** Flag of a variable: a simple catch parameter, which a var of an eval may shadow (B.3.4). */
    public static final int CATCH_PARAMETER = 32;

    /** Flag of a variable: starts as undefined, not as Java null. */
    public static final int STARTS_UNDEFINED = 64;

    /** What kind of code the scope belongs to. */
    public enum Kind {
        /**
         * Parameters and body variables of a function, or the body's where the parameters are
         * separate.
         */
        FUNCTION,
        /**
         * Parameters of a function whose body has a scope of its own. A var of a direct eval in
         * here is a SyntaxError if it has the name of any variable in this scope (it would go
         * outside of the parameters).
         */
        PARAMETERS,
        /** A block, loop, catch clause, switch, or the name of a function expression. */
        BLOCK,
        /** A class body: its inner name binding and private names. */
        CLASS,
        /** The top level of a strict or indirect eval. */
        EVAL,
        /** The top level of a module. */
        MODULE,
        /** A with statement; slot 2 holds the object. */
        WITH
    }

    private final Kind kind;
    private final String[] names;
    private final int[] flags;
    private final boolean variableScope;
    private final boolean hasEvalVariables;
    private Object[] template;

    /**
     * @param names variable names by slot - 2; null for slots that have none. Pseudo variables:
     *     "this", "new.target", "super" and "super()" (both hold the active function), and private
     *     names with their "#".
     * @param variableScope whether vars of a sloppy direct eval inside go here
     * @param hasEvalVariables whether slot 2 is reserved for them
     */
    public ScopeInfo(
            Kind kind,
            String[] names,
            int[] flags,
            boolean variableScope,
            boolean hasEvalVariables) {
        this.kind = kind;
        this.names = names;
        this.flags = flags;
        this.variableScope = variableScope;
        this.hasEvalVariables = hasEvalVariables;
    }

    public Kind kind() {
        return kind;
    }

    /** Length of the scope array. */
    public int length() {
        return FIRST_SLOT + names.length;
    }

    /** A new scope array, with all variables in their initial state. */
    public Object[] newScope(Object[] parent) {
        if (template == null) {
            template = makeTemplate();
        }
        Object[] scope = template.clone();
        scope[0] = parent;
        return scope;
    }

    private Object[] makeTemplate() {
        Object[] scope = new Object[length()];
        scope[1] = this;
        for (int i = 0; i < flags.length; i++) {
            if (startsUndefined(FIRST_SLOT + i)) {
                scope[FIRST_SLOT + i] = Undefined.UNDEFINED;
            }
        }
        return scope;
    }

    /** Whether the variable in a slot is undefined in a new scope; if not it is uninitialised. */
    public boolean startsUndefined(int slot) {
        return slot >= FIRST_SLOT && (flags[slot - FIRST_SLOT] & STARTS_UNDEFINED) != 0;
    }

    /** Name of the variable at the slot, or null. */
    public String name(int slot) {
        return names[slot - FIRST_SLOT];
    }

    public int flags(int slot) {
        return flags[slot - FIRST_SLOT];
    }

    public boolean variableScope() {
        return variableScope;
    }

    public boolean hasEvalVariables() {
        return hasEvalVariables;
    }

    /** The slot of the variable with that name, or -1. */
    public int slotOf(String name) {
        for (int i = 0; i < names.length; i++) {
            if (name.equals(names[i])) {
                return i + FIRST_SLOT;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(kind.name().toLowerCase(java.util.Locale.ROOT)).append(" scope");
        for (String name : names) {
            text.append(' ').append(name == null ? "-" : name);
        }
        return text.toString();
    }
}
