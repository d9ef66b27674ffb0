package dev.jsj.parser.scope;

import dev.jsj.parser.lexer.Name;

/**
 * What pre-parsing a function leaves behind, so that parsing the function around it again can step
 * over it: where it ends, the names it uses from outside, and the same for the functions inside it.
 *
 * <p>The compiler need not look into it; it only travels from the parser through the lazy function
 * node back to the parser.
 */
public final class PreparsedFunction {
    /** No functions. */
    public static final PreparsedFunction[] NONE = {};

    private final int key;
    private final int end;
    private final int length;
    private final boolean bindsOwnName;
    private final boolean strict;
    private final boolean containsDirectEval;
    private final boolean usesSuperProperty;
    private final int assignedNames;
    private final Name[] outerNames;
    private final PreparsedFunction[] inner;

    PreparsedFunction(
            int key,
            int end,
            int length,
            boolean bindsOwnName,
            DeclarationScope scope,
            Name[] outerNames,
            int assignedNames,
            PreparsedFunction[] inner) {
        this.key = key;
        this.end = end;
        this.length = length;
        this.bindsOwnName = bindsOwnName;
        this.strict = scope.strict;
        this.containsDirectEval = scope.containsDirectEval;
        this.usesSuperProperty = scope.usesSuperProperty;
        this.outerNames = outerNames;
        this.assignedNames = assignedNames;
        this.inner = inner;
    }

    /**
     * Offset that identifies the function: of its parameter list, or the start of an arrow
     * function.
     */
    public int key() {
        return key;
    }

    /** Offset after the function. */
    public int end() {
        return end;
    }

    /** The {@code length} property of the function. */
    public int length() {
        return length;
    }

    /** Whether it is a function expression with a name. */
    public boolean bindsOwnName() {
        return bindsOwnName;
    }

    /** Whether its code is strict. */
    public boolean strict() {
        return strict;
    }

    /** The functions directly inside, in source order. */
    public PreparsedFunction[] inner() {
        return inner;
    }

    boolean usesSuperProperty() {
        return usesSuperProperty;
    }

    boolean containsDirectEval() {
        return containsDirectEval;
    }

    /** The names used but not declared inside, those first that are assigned to. */
    Name[] outerNames() {
        return outerNames;
    }

    int assignedNames() {
        return assignedNames;
    }
}
