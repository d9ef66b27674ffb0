package dev.jsj.parser.scope;

import dev.jsj.parser.lexer.Name;

/**
 * A declared name. The flags are final once the program that declares it has been parsed (and for
 * the variables of a lazy function, once that has been parsed again).
 */
public final class Variable {
    final Name symbol;
    private final Scope scope;
    private final int position;
    VariableKind kind;
    int initializedFrom = Integer.MAX_VALUE;

    /** How many references lay on the tracker's stack when it was initialized. */
    int referencesBefore = Integer.MAX_VALUE;

    boolean referencedEarly;
    boolean captured;
    boolean assigned;
    private boolean written;
    private boolean rewritten;
    boolean hoistsVar;
    boolean annexB;
    boolean isStatic;

    /** For a FUNCTION: whether it is neither async nor a generator. */
    boolean plainFunction;

    /** Offset of the last var declaration of the name, -1 if there is none. */
    int lastVar = -1;

    private int slot = -1;

    Variable(Name symbol, VariableKind kind, Scope scope, int position) {
        this.symbol = symbol;
        this.kind = kind;
        this.scope = scope;
        this.position = position;
    }

    /** The name, interned. */
    public String name() {
        return symbol.text();
    }

    /**
     * What declared it; of several declarations the one that decides its initial value (parameter,
     * function, var).
     */
    public VariableKind kind() {
        return kind;
    }

    /** The scope it belongs to. */
    public Scope scope() {
        return scope;
    }

    /** Offset of the (first) declaring identifier. */
    public int position() {
        return position;
    }

    /**
     * Offset from which on references in the same function and scope come after the initialization:
     * the end of the declarator or class. (Not across the cases of a switch, which may be jumped
     * over.)
     */
    public int initializedFrom() {
        return initializedFrom;
    }

    /** Whether a reference in the same function stands before the initialization in the source. */
    public boolean isReferencedEarly() {
        return referencedEarly;
    }

    /** Whether an inner function refers to it, or a direct eval or with statement might. */
    public boolean isCaptured() {
        return captured;
    }

    /** Whether anything but its declaration assigns to it, or a direct eval might. */
    public boolean isAssigned() {
        return assigned;
    }

    /**
     * Whether its value never changes once it has one: after its creation it is written at most
     * once, by its own function and outside of loops, and not at all where it is created with a
     * value. A var is undefined until then, unless it begins as a copy of a parameter.
     */
    public boolean isNeverRewritten() {
        boolean startsUndefined =
                kind == VariableKind.VAR && scope.kind() != ScopeKind.FUNCTION_BODY;
        return startsUndefined ? !rewritten : !written;
    }

    /**
     * Notes an assignment, or a var declaration with a value.
     *
     * @param again whether it may be evaluated more than once
     */
    void write(boolean again) {
        rewritten |= written || again;
        written = true;
    }

    /** For a function declared in a block: whether Annex B.3.2 makes a var of it, too. */
    public boolean hoistsVar() {
        return hoistsVar;
    }

    /**
     * For a VAR of a script or eval: whether it comes only from a function in a block (B.3.2), so
     * that it is created only if that is possible at run time, without an error otherwise.
     */
    public boolean isAnnexB() {
        return annexB;
    }

    /** For a private name: whether it is static. */
    public boolean isStatic() {
        return isStatic;
    }

    /** Where the compiler put the variable; -1 at first. The parser does not use it. */
    public int slot() {
        return slot;
    }

    /** Remembers where the compiler put the variable. */
    public void assignSlot(int slot) {
        this.slot = slot;
    }

    @Override
    public String toString() {
        return kind + " " + name() + (captured ? " captured" : "") + (assigned ? " assigned" : "");
    }
}
