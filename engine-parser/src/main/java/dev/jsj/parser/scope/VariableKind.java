package dev.jsj.parser.scope;

/** What declared a variable. */
public enum VariableKind {
    /** A var, or the var that Annex B makes of a function in a block. */
    VAR,
    LET,
    CONST,
    USING,
    AWAIT_USING,
    /**
     * A function declaration: var-like at the top level of functions and scripts, else lexical and
     * initialized on entry.
     */
    FUNCTION,
    /** A class declaration: lexical. */
    CLASS,
    PARAMETER,
    CATCH_PARAMETER,
    IMPORT,
    /** The inner, constant binding of a class's name. */
    CLASS_NAME,
    /**
     * The name of a function expression, declared in the scope of the function itself if used and
     * not redeclared there. Assignments to it are ignored, in strict code a TypeError. To eval code
     * that declares a var it counts as outside of the function.
     */
    FUNCTION_NAME,
    /** The arguments object; declared only if used. */
    ARGUMENTS,
    /** {@code this} of a function, under the name {@code this}; declared only if used. */
    THIS,
    /** {@code new.target} of a function, under that name; declared only if used. */
    NEW_TARGET,
    /**
     * The home object of a function, under the name {@code super}; declared only if a super
     * property is used.
     */
    HOME_OBJECT,
    /**
     * The running function, under the name {@code super()}; declared only if a super call is used.
     */
    ACTIVE_FUNCTION,
    /** {@code #name} as a field; the names of private variables include the {@code #}. */
    PRIVATE_FIELD,
    PRIVATE_METHOD,
    PRIVATE_GETTER,
    PRIVATE_SETTER,
    /** A private getter with its setter. */
    PRIVATE_ACCESSOR;

    /**
     * Whether the variable is uninitialized (in its temporal dead zone) until its declaration is
     * evaluated.
     */
    public boolean hasTemporalDeadZone() {
        return switch (this) {
            case LET, CONST, USING, AWAIT_USING, CLASS, CLASS_NAME -> true;
            default -> false;
        };
    }

    /** Whether an assignment is a TypeError (but see FUNCTION_NAME). */
    public boolean isConstant() {
        return switch (this) {
            case CONST, USING, AWAIT_USING, CLASS_NAME, FUNCTION_NAME, IMPORT -> true;
            default -> false;
        };
    }

    /** Whether this is a private name. */
    public boolean isPrivate() {
        return ordinal() >= PRIVATE_FIELD.ordinal();
    }
}
