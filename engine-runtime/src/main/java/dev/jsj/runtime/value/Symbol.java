package dev.jsj.runtime.value;

import org.jspecify.annotations.Nullable;

/**
 * 6.1.5 The Symbol type. Identity is equality. A private name (6.2.12) is a symbol too, with {@link
 * #isPrivate()} true: it lives in the same property tables but no internal method or reflection
 * ever reports it.
 *
 * <p>The well-known symbols are shared by all realms and agents, as the specification asks of
 * realms; they are immutable.
 */
public final class Symbol {
    public static final Symbol ASYNC_DISPOSE = wellKnown("asyncDispose");
    public static final Symbol ASYNC_ITERATOR = wellKnown("asyncIterator");
    public static final Symbol DISPOSE = wellKnown("dispose");
    public static final Symbol HAS_INSTANCE = wellKnown("hasInstance");
    public static final Symbol IS_CONCAT_SPREADABLE = wellKnown("isConcatSpreadable");
    public static final Symbol ITERATOR = wellKnown("iterator");
    public static final Symbol MATCH = wellKnown("match");
    public static final Symbol MATCH_ALL = wellKnown("matchAll");
    public static final Symbol REPLACE = wellKnown("replace");
    public static final Symbol SEARCH = wellKnown("search");
    public static final Symbol SPECIES = wellKnown("species");
    public static final Symbol SPLIT = wellKnown("split");
    public static final Symbol TO_PRIMITIVE = wellKnown("toPrimitive");
    public static final Symbol TO_STRING_TAG = wellKnown("toStringTag");
    public static final Symbol UNSCOPABLES = wellKnown("unscopables");

    private final @Nullable String description;
    private final boolean privateName;
    private final @Nullable PrivateBrand brand;

    private Symbol(
            @Nullable String description, boolean privateName, @Nullable PrivateBrand brand) {
        this.description = description;
        this.privateName = privateName;
        this.brand = brand;
    }

    private static Symbol wellKnown(String name) {
        return new Symbol("Symbol." + name, false, null);
    }

    /** A new symbol; {@code description} is null where the Symbol was made without one. */
    public static Symbol create(@Nullable String description) {
        return new Symbol(description, false, null);
    }

    /** A new name of a private field; {@code description} includes the leading {@code #}. */
    public static Symbol createPrivateName(String description) {
        return new Symbol(description, true, null);
    }

    /** A new name of a private method or accessor. */
    public static Symbol createPrivateName(String description, PrivateBrand brand) {
        return new Symbol(description, true, brand);
    }

    /** For a private method or accessor, who has it: what error messages call the receiver. */
    public @Nullable PrivateBrand brand() {
        return brand;
    }

    /**
     * The objects that have a private method or accessor.
     *
     * @param className the class that declares it, "anonymous" where it has no name
     * @param isStatic whether it is the class itself rather than its instances
     */
    public record PrivateBrand(String className, boolean isStatic) {}

    /** [[Description]]: null stands for undefined. */
    public @Nullable String description() {
        return description;
    }

    /** Whether this is a private name, invisible to every internal method. */
    public boolean isPrivate() {
        return privateName;
    }

    /** 20.4.3.3.1 SymbolDescriptiveString ( sym ). */
    @Override
    public String toString() {
        return "Symbol(" + (description == null ? "" : description) + ")";
    }
}
