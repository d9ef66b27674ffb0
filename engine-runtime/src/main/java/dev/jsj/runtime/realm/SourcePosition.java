package dev.jsj.runtime.realm;

/**
 * A place in source text. Finding line and column may cost something, keeping the place does not.
 */
public interface SourcePosition {
    /** 1-based. */
    int line();

    /** 1-based. */
    int column();
}
