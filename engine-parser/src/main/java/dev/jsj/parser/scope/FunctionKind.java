package dev.jsj.parser.scope;

/** The kinds of functions that the language tells apart by syntax. */
public enum FunctionKind {
    NORMAL,
    ARROW,
    METHOD,
    GETTER,
    SETTER,
    BASE_CONSTRUCTOR,
    DERIVED_CONSTRUCTOR,
    /**
     * The function, without source text of its own, that runs the field initializers and static
     * blocks of a class.
     */
    CLASS_INITIALIZER;

    /**
     * Whether {@code this}, {@code arguments}, {@code super} and {@code new.target} are those of
     * the enclosing function.
     */
    public boolean isArrow() {
        return this == ARROW;
    }

    /** Whether this is a constructor of a class. */
    public boolean isClassConstructor() {
        return this == BASE_CONSTRUCTOR || this == DERIVED_CONSTRUCTOR;
    }

    /** Whether the function has a home object, so that {@code super.x} is allowed. */
    public boolean hasHomeObject() {
        return this != NORMAL && this != ARROW;
    }
}
