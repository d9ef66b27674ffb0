package dev.jsj.interp.compiler;

import dev.jsj.parser.Source;
import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.Scope;
import dev.jsj.parser.scope.ScopeKind;

import org.jspecify.annotations.Nullable;

/**
 * What a function literal that is compiled later must remember of its surroundings.
 *
 * @param outer the function around this one
 * @param scope the function's own outermost scope
 * @param creationPosition closures are made when execution has come to this offset; -1 if that may
 *     be earlier than where the function stands (declarations, which are hoisted, and eval code)
 */
record FunctionContext(
        Source source,
        @Nullable FunctionContext outer,
        DeclarationScope scope,
        int creationPosition) {

    /** The outermost scope of the function that a scope belongs to. */
    static Scope functionScope(Scope scope) {
        Scope each = scope;
        while (!isFunctionScope(each.kind())) {
            each = each.parent();
        }
        return each;
    }

    private static boolean isFunctionScope(ScopeKind kind) {
        return switch (kind) {
            case SCRIPT, MODULE, EVAL, FUNCTION -> true;
            default -> false;
        };
    }

    /**
     * The offset that execution has certainly come to when code of this function at {@code
     * position} runs, seen from the function whose outermost scope is given: the position itself in
     * that function, else where the function directly inside it, around this one, is created. -1 if
     * unknown.
     */
    int reachedPosition(Scope functionScope, int position) {
        if (scope == functionScope) {
            return position;
        }
        FunctionContext context = this;
        while (context.outer != null && context.outer.scope != functionScope) {
            context = context.outer;
        }
        return context.outer == null ? -1 : context.creationPosition;
    }
}
