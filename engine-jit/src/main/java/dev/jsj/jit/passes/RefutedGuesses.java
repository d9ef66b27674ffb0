package dev.jsj.jit.passes;

import java.util.HashSet;
import java.util.Set;

/**
 * The loops, by header, where {@link LoopTypes} was wrong.
 *
 * @param ints where a variable that was to be an int32 was none
 * @param numbers where a variable was no Number
 */
public record RefutedGuesses(Set<Integer> ints, Set<Integer> numbers) {
    public RefutedGuesses() {
        this(new HashSet<>(), new HashSet<>());
    }

    /** What is known now, for another thread. */
    public RefutedGuesses snapshot() {
        return new RefutedGuesses(Set.copyOf(ints), Set.copyOf(numbers));
    }
}
