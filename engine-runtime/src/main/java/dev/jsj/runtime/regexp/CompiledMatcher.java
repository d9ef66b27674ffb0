package dev.jsj.runtime.regexp;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;

/**
 * A program as a JVM class. The generated class is a hidden class of this package, so it may call
 * what the {@link Matcher} calls. Like the matcher, an instance serves one agent.
 *
 * <p>A backtrack entry is a pair: the number of a place to resume at and the position there, or a
 * negative number and the value to put back into a register.
 */
public abstract class CompiledMatcher {
    private static final int BACKTRACKS_PER_POLL = 1 << 20;

    private final BacktrackStack stack = new BacktrackStack();
    private @Nullable RegExpProgram program;

    /**
     * Whether captures have been written since they were last unset, where they are in the array.
     */
    boolean isWritten = true;

    protected CompiledMatcher() {}

    /** Where generated classes are defined. */
    public static MethodHandles.Lookup lookup() {
        return MethodHandles.lookup();
    }

    /**
     * Looks for a match from a place on in the part of a string from {@code begin} to {@code end},
     * as if that were the whole input; where there is one its captures are in {@code registers}.
     */
    public abstract boolean find(String input, int from, int[] registers, int begin, int end);

    /** Tries to match at a place only; the captures are then in {@code registers}. */
    public abstract boolean attempt(String input, int start, int[] registers, int begin, int end);

    final void setProgram(RegExpProgram owner) {
        program = owner;
    }

    /** Called after the last attempt of a match. */
    final void release() {
        stack.release();
    }

    // ---- for generated code

    final int[] stack() {
        return stack.entries;
    }

    /** The stack with room for two entries above {@code top}. */
    final int[] ensure(int[] entries, int top) {
        return top + 4 <= entries.length ? entries : stack.grow();
    }

    /** Called when so many steps back have been made; gives the number for the next time. */
    final int poll() {
        RegExpProgram owner = program;
        if (owner != null) {
            owner.poll();
        }
        return BACKTRACKS_PER_POLL;
    }

    /**
     * Pushes the value of a register, unless there is nothing to go back to; gives the new height.
     */
    final int pushRegister(int[] registers, int register, int top) {
        if (top == 0) {
            return 0;
        }
        int[] entries = ensure(stack.entries, top);
        entries[top] = -2 - register;
        entries[top + 1] = registers[register];
        return top + 2;
    }

    /** Pushes the places that a trie has found, but for the first; gives the new height. */
    final int pushTexts(int[] found, int count, int place, int top) {
        int[] entries = stack.entries;
        int height = top;
        for (int i = count - 1; i > 0; i--) {
            entries = ensure(entries, height);
            entries[height++] = place;
            entries[height++] = found[2 * i];
        }
        return height;
    }

    /**
     * Turns the choices above {@code height} into entries that are skipped: those that were made in
     * a negative look-around that has matched.
     */
    static void skipChoices(int[] entries, int height, int top) {
        for (int i = height; i < top; i += 2) {
            if (entries[i] >= 0) {
                entries[i] = -1;
            }
        }
    }
}
