package dev.jsj.runtime.regexp;

import java.util.Arrays;
import java.util.List;

/**
 * Several texts, to be compared with the input all at once. Each has a priority: its place in the
 * list of alternatives.
 */
public final class Trie {
    private static final int NO_TEXT = -1;

    /** Code units that lead on from a node, sorted, with the nodes they lead to. */
    private char[] units = {};

    private Trie[] children = {};

    /** The first alternative that ends here. */
    private int priority = NO_TEXT;

    static Trie of(List<String> texts) {
        Trie root = new Trie();
        for (int i = 0; i < texts.size(); i++) {
            root.add(texts.get(i), i);
        }
        return root;
    }

    private void add(String text, int textPriority) {
        Trie node = this;
        for (int i = 0; i < text.length(); i++) {
            node = node.childForAdding(text.charAt(i));
        }
        if (node.priority == NO_TEXT) {
            node.priority = textPriority;
        }
    }

    private Trie childForAdding(char unit) {
        int index = Arrays.binarySearch(units, unit);
        if (index >= 0) {
            return children[index];
        }
        int at = -index - 1;
        char[] moreUnits = new char[units.length + 1];
        Trie[] moreChildren = new Trie[units.length + 1];
        System.arraycopy(units, 0, moreUnits, 0, at);
        System.arraycopy(units, at, moreUnits, at + 1, units.length - at);
        System.arraycopy(children, 0, moreChildren, 0, at);
        System.arraycopy(children, at, moreChildren, at + 1, units.length - at);
        moreUnits[at] = unit;
        moreChildren[at] = new Trie();
        units = moreUnits;
        children = moreChildren;
        return moreChildren[at];
    }

    /**
     * Finds the texts at {@code pos} of an input that ends at {@code end}. Their ends and
     * priorities go into {@code found} as pairs, best priority first.
     *
     * @return how many there are
     */
    int match(String input, int pos, int end, int[] found) {
        int count = 0;
        Trie node = this;
        for (int at = pos; ; at++) {
            if (node.priority != NO_TEXT) {
                insert(found, count++, at, node.priority);
            }
            if (at == end) {
                return count;
            }
            int index =
                    node.units.length == 1
                            ? (node.units[0] == input.charAt(at) ? 0 : -1)
                            : Arrays.binarySearch(node.units, input.charAt(at));
            if (index < 0) {
                return count;
            }
            node = node.children[index];
        }
    }

    /** The code units that lead on, sorted. */
    public char[] units() {
        return units.clone();
    }

    /** Where the unit of that index leads. */
    public Trie child(int index) {
        return children[index];
    }

    /** Whether a text ends here. */
    public boolean isText() {
        return priority != NO_TEXT;
    }

    private static void insert(int[] found, int count, int end, int priority) {
        int at = count;
        while (at > 0 && found[2 * at - 1] > priority) {
            found[2 * at] = found[2 * at - 2];
            found[2 * at + 1] = found[2 * at - 1];
            at--;
        }
        found[2 * at] = end;
        found[2 * at + 1] = priority;
    }

    /**
     * The most texts that can be found at one place, which is how much room {@link #match} needs.
     */
    public int depth() {
        int below = 0;
        for (Trie child : children) {
            below = Math.max(below, child.depth());
        }
        return below + (priority == NO_TEXT ? 0 : 1);
    }
}
