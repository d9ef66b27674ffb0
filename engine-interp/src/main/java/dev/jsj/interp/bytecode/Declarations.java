package dev.jsj.interp.bytecode;

import java.util.List;

/**
 * The names a script or a sloppy eval declares in scopes that exist already.
 *
 * @param lexical top-level let, const, class and using declarations (scripts only)
 * @param functions top-level functions, each name once, in order of instantiation: name and number
 *     of the nested function of the code unit
 * @param variables var names that are not function names, each once
 * @param annexBFunctions names of functions in blocks that become vars if that clashes with nothing
 *     (B.3.2)
 * @param configurable whether the bindings can be deleted (eval)
 */
public record Declarations(
        List<Lexical> lexical,
        List<Function> functions,
        List<String> variables,
        List<String> annexBFunctions,
        boolean configurable) {

    /** A global lexical declaration. */
    public record Lexical(String name, boolean constant) {}

    /** A function declaration. */
    public record Function(String name, int function) {}
}
