package dev.jsj.parser.ast;

import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.Scope;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A class expression, or the class of a declaration. Start and end delimit its source text.
 *
 * @param scope holds the inner binding of the name (kind CLASS_NAME) and the private names;
 *     heritage and computed keys are evaluated in it
 * @param instanceInitializer the function-like scope in which the initializers of instance fields
 *     run, null if there are no instance fields
 * @param staticInitializer likewise for static fields and static blocks
 */
public record ClassNode(
        int start,
        int end,
        @Nullable Identifier id,
        @Nullable Expression superClass,
        List<ClassElement> elements,
        Scope scope,
        @Nullable DeclarationScope instanceInitializer,
        @Nullable DeclarationScope staticInitializer)
        implements Expression {

    /** The explicit constructor, or null for the default one. It is also among the elements. */
    public @Nullable FunctionNode constructor() {
        for (ClassElement element : elements) {
            if (element instanceof MethodDefinition method
                    && method.kind() == MethodKind.CONSTRUCTOR) {
                return method.value();
            }
        }
        return null;
    }
}
