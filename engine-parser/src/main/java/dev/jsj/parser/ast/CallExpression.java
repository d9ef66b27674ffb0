package dev.jsj.parser.ast;

import java.util.List;

/**
 * {@code callee(arguments)}, with {@code optional} for {@code callee?.(arguments)}. The callee may
 * be {@link Super}. As an assignment target (sloppy mode only) it is a ReferenceError at run time.
 */
public record CallExpression(
        int start, int end, Expression callee, List<Expression> arguments, boolean optional)
        implements Expression, Pattern {

    /** Whether this has the form of a direct eval, {@code eval(...)}. */
    public boolean isPossibleDirectEval() {
        return !optional && callee instanceof Identifier i && i.name().equals("eval");
    }
}
