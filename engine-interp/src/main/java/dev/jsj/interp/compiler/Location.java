package dev.jsj.interp.compiler;

import dev.jsj.parser.scope.Variable;

/** Where a name's value is found. */
sealed interface Location {

    /** In a register of this function. */
    record Register(Variable variable, int register) implements Location {}

    /** In a run-time scope, that many scopes out. */
    record Slot(Variable variable, int depth, int slot) implements Location {}

    /** In the global environment. */
    record Global(String name) implements Location {}

    /** Only run time knows, because of a with statement or eval in between. */
    record Dynamic(String name) implements Location {}
}
