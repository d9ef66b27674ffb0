package dev.jsj.parser;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/** Collects nodes into lists of just the right size: lists under construction lie on one stack. */
final class NodeStack {
    private @Nullable Object[] nodes = new Object[128];
    private int size;

    /** Where a list begun now starts. */
    int mark() {
        return size;
    }

    void push(@Nullable Object node) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, size * 2);
        }
        nodes[size++] = node;
    }

    /** The number of nodes pushed since the mark. */
    int count(int mark) {
        return size - mark;
    }

    /** Ends the list begun at the mark. Elements may be null. */
    @SuppressWarnings("unchecked") // the caller knows what it has pushed
    <T extends @Nullable Object> List<T> pop(int mark) {
        if (size == mark) {
            return List.of();
        }
        Object[] list = Arrays.copyOfRange(nodes, mark, size);
        size = mark;
        return (List<T>) Arrays.asList(list);
    }

    /** Forgets the list begun at the mark. */
    void drop(int mark) {
        size = mark;
    }
}
