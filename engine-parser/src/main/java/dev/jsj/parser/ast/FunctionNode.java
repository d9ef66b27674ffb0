package dev.jsj.parser.ast;

import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.FunctionKind;
import dev.jsj.parser.scope.PreparsedFunction;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A function of any kind: function expression, arrow function, method, accessor or constructor, and
 * the function of a declaration. Start and end delimit its source text as {@code
 * Function.prototype.toString} shows it: a method begins with its key (or {@code async}, {@code
 * get}, {@code *}).
 *
 * <p>A lazy function has been checked for early errors, and the scopes around it know which of
 * their variables it captures, but its content is gone; {@code Parser.parseLazy} brings it back.
 * {@code scope} is then a mere handle on flags and the parent scope.
 *
 * @param id the name as written, null if anonymous; for methods null, their name is the key
 * @param length the value of the {@code length} property: the number of parameters before the first
 *     default or rest
 * @param scope the scope of the parameters, and also of the body unless {@link
 *     FunctionContent#bodyScope} is another one
 */
public record FunctionNode(
        int start,
        int end,
        @Nullable Identifier id,
        boolean async,
        boolean generator,
        int length,
        DeclarationScope scope,
        @Nullable FunctionContent content,
        @Nullable PreparsedFunction preparsed)
        implements Expression {

    /** What sort of function this is. */
    public FunctionKind kind() {
        return scope.functionKind();
    }

    /** Whether the function's code is strict. */
    public boolean strict() {
        return scope.isStrict();
    }

    /** Whether parameters and body must be asked for with {@code Parser.parseLazy}. */
    public boolean isLazy() {
        return content == null;
    }

    /** The parameters; not for lazy functions. */
    public List<Pattern> parameters() {
        return present().parameters();
    }

    /**
     * The body, a {@link BlockStatement} or the {@link Expression} of a concise arrow function; not
     * for lazy functions.
     */
    public Node body() {
        return present().body();
    }

    /**
     * The scope of the body's declarations, often the same as {@link #scope}; not for lazy
     * functions.
     */
    public DeclarationScope bodyScope() {
        return present().bodyScope();
    }

    /**
     * The functions to initialize on entry, the last of each name, in source order; not for lazy
     * functions.
     */
    public List<FunctionDeclaration> functions() {
        return present().functions();
    }

    private FunctionContent present() {
        if (content == null) {
            throw new IllegalStateException("The function at offset " + start + " is lazy.");
        }
        return content;
    }
}
