package dev.jsj.parser.ast;

/**
 * A property of an object literal. For a method, getter or setter the value is a {@link
 * FunctionNode}. A key that is not computed is an {@link Identifier}, {@link StringLiteral}, {@link
 * NumberLiteral} or {@link BigIntLiteral}.
 */
public record Property(
        int start,
        int end,
        PropertyKind kind,
        Expression key,
        Expression value,
        boolean computed,
        boolean method,
        boolean shorthand)
        implements ObjectMember {

    /**
     * Whether this is {@code __proto__: value}, which sets the prototype instead of defining a
     * property.
     */
    public boolean setsPrototype() {
        return kind == PropertyKind.INIT
                && !computed
                && !method
                && !shorthand
                && (key instanceof Identifier i && i.name().equals("__proto__")
                        || key instanceof StringLiteral s && s.value().equals("__proto__"));
    }
}
