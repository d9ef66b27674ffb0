package dev.jsj.parser.ast;

/** {@code new.target} or {@code import.meta}. */
public record MetaProperty(int start, int end, Kind kind) implements Expression {

    /** Which meta property. */
    public enum Kind {
        NEW_TARGET,
        IMPORT_META
    }
}
