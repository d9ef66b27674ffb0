package dev.jsj.parser;

import dev.jsj.parser.scope.FunctionKind;

import org.jspecify.annotations.Nullable;

/** What the syntax of a function body, program, class initializer or static block depends on. */
final class FunctionContext {
    final @Nullable FunctionContext outer;
    final FunctionKind kind;
    final boolean async;
    final boolean generator;

    /** Whether this is a static block. */
    boolean inStaticBlock;

    boolean returnAllowed;
    boolean newTargetAllowed;
    boolean superPropertyAllowed;
    boolean superCallAllowed;
    boolean argumentsForbidden;

    /** Whether the parameters are being parsed rather than the body. */
    boolean inParameters;

    /** Whether a using declaration may stand here: false at the top level of a script. */
    boolean usingAllowed = true;

    @Nullable Label labels;

    /** How many loops there are around the current token, their heads included. */
    int loops;

    int breakables;

    /** Offsets of the last yield expression, await expression and identifier {@code await}. */
    int lastYield = -1;

    int lastAwait = -1;
    int lastAwaitIdentifier = -1;

    FunctionContext(
            @Nullable FunctionContext outer, FunctionKind kind, boolean async, boolean generator) {
        this.outer = outer;
        this.kind = kind;
        this.async = async;
        this.generator = generator;
        if (kind.isArrow() && outer != null) {
            newTargetAllowed = outer.newTargetAllowed;
            superPropertyAllowed = outer.superPropertyAllowed;
            superCallAllowed = outer.superCallAllowed;
            argumentsForbidden = outer.argumentsForbidden;
        } else {
            newTargetAllowed = true;
            superPropertyAllowed = kind.hasHomeObject();
            superCallAllowed = kind == FunctionKind.DERIVED_CONSTRUCTOR;
            argumentsForbidden = kind == FunctionKind.CLASS_INITIALIZER;
        }
        returnAllowed = true;
    }

    /** Whether {@code await} is no identifier, even if there may be no await expressions here. */
    boolean isAwaitReserved() {
        return async || inStaticBlock;
    }

    /** A label in force. */
    static final class Label {
        final String name;
        final int start;
        final int bodyStart;
        final @Nullable Label outer;
        boolean isLoop;

        Label(String name, int start, int bodyStart, @Nullable Label outer) {
            this.name = name;
            this.start = start;
            this.bodyStart = bodyStart;
            this.outer = outer;
        }
    }

    /** Enters a loop that starts at that offset: the labels right before it are those of a loop. */
    void enterLoop(int start) {
        loops++;
        breakables++;
        int bodyStart = start;
        for (Label label = labels;
                label != null && label.bodyStart == bodyStart;
                label = label.outer) {
            label.isLoop = true;
            bodyStart = label.start;
        }
    }

    /** Whether the function may come more than once to what is being parsed. */
    boolean isInLoop() {
        return loops > 0;
    }

    void leaveLoop() {
        loops--;
        breakables--;
    }

    @Nullable Label label(String name) {
        Label label = labels;
        while (label != null && !label.name.equals(name)) {
            label = label.outer;
        }
        return label;
    }
}
