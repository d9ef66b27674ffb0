package dev.jsj.parser.ast;

import dev.jsj.parser.scope.Variable;

/**
 * A function as a declaration. Its name, {@code *default*} for an anonymous default export, is
 * {@code binding.name()}, and the binding is declared in the nearest enclosing scope: var-like at
 * the top level of a function or script, lexical in a block or module.
 */
public record FunctionDeclaration(int start, int end, FunctionNode node, Variable binding)
        implements Statement {

    /** The name this declaration binds. */
    public String name() {
        return binding.name();
    }

    /**
     * Whether evaluating this declaration in its block also assigns the function to the var of the
     * same name (Annex B.3.2). Valid once the whole enclosing function or program is parsed.
     */
    public boolean hoistsVar() {
        return binding.hoistsVar();
    }
}
