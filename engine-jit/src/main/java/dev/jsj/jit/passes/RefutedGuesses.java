package dev.jsj.jit.passes;

import java.util.HashSet;
import java.util.Set;

/**
 * The guesses about a function that were wrong, by offsets in its bytecode.
 *
 * @param ints loop headers where a variable that {@link LoopTypes} took for an int32 was none
 * @param numbers loop headers where a variable was no Number
 * @param unreached where code goes on that {@link UnreachedCode} had found never to be executed
 */
public record RefutedGuesses(Set<Integer> ints, Set<Integer> numbers, Set<Integer> unreached) {
    public RefutedGuesses() {
        this(new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    /** What is known now, for another thread. */
    public RefutedGuesses snapshot() {
        return new RefutedGuesses(Set.copyOf(ints), Set.copyOf(numbers), Set.copyOf(unreached));
    }
}
