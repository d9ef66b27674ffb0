package dev.jsj.parser.scope;

/** What opens a scope. */
public enum ScopeKind {
    /** A script; the parent is null. */
    SCRIPT,
    /** A module; the parent is null. */
    MODULE,
    /** Eval code; the parent is the scope around a direct eval, else null. */
    EVAL,
    /** A function: its parameters, and its body too unless there is a FUNCTION_BODY scope. */
    FUNCTION,
    /** The body of a function that has expressions in its parameters. */
    FUNCTION_BODY,
    /** A static block of a class. */
    STATIC_BLOCK,
    /** A block statement. */
    BLOCK,
    /** The lexical declarations in the head of a for loop. */
    FOR,
    /** The cases of a switch. */
    SWITCH,
    /** The parameter of a catch clause. */
    CATCH,
    /** A class: its name and private names. */
    CLASS,
    /** The body of a with statement; declares nothing. */
    WITH
}
