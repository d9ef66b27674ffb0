package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code if (test) consequent else alternate}. Chains of {@code else if} may be nested very deeply
 * in the alternate. A function declaration as a branch (Annex B) is wrapped in a block of the same
 * extent.
 */
public record IfStatement(
        int start, int end, Expression test, Statement consequent, @Nullable Statement alternate)
        implements Statement {}
