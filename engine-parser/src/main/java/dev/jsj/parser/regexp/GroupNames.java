package dev.jsj.parser.regexp;

import dev.jsj.parser.regexp.RegExpPattern.GroupName;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The named groups of a pattern and the references to them. */
final class GroupNames {
    /**
     * Where a group stands: which alternative of which disjunction, and of the disjunctions around
     * it.
     */
    private record Path(Path outer, int disjunction, int alternative) {}

    private record Declaration(int capture, Path path) {}

    private final Map<String, List<Declaration>> declarations = new LinkedHashMap<>();
    private final Set<String> references = new HashSet<>();
    private Path path;
    private int disjunctions;
    private boolean conflict;

    void enterDisjunction() {
        path = new Path(path, disjunctions++, 0);
    }

    void nextAlternative() {
        path = new Path(path.outer, path.disjunction, path.alternative + 1);
    }

    void leaveDisjunction() {
        path = path.outer;
    }

    void declare(String name, int capture) {
        List<Declaration> same = declarations.computeIfAbsent(name, key -> new ArrayList<>(1));
        for (Declaration other : same) {
            if (mightBothParticipate(other.path, path)) {
                conflict = true;
            }
        }
        same.add(new Declaration(capture, path));
    }

    /**
     * Whether two groups of one name might take part in the same match; an error, but one that
     * every other error precedes.
     */
    boolean hasConflict() {
        return conflict;
    }

    /**
     * Static semantics MightBothParticipate: not when the two stand in different alternatives of
     * one disjunction.
     */
    private static boolean mightBothParticipate(Path left, Path right) {
        for (Path outer = left; outer != null; outer = outer.outer) {
            for (Path other = right; other != null; other = other.outer) {
                if (outer.disjunction == other.disjunction
                        && outer.alternative != other.alternative) {
                    return false;
                }
            }
        }
        return true;
    }

    void reference(String name) {
        references.add(name);
    }

    /** A reference may come before its group, so this is for the end of the pattern. */
    boolean allReferencesResolve() {
        return declarations.keySet().containsAll(references);
    }

    List<GroupName> table() {
        if (declarations.isEmpty()) {
            return List.of();
        }
        List<GroupName> table = new ArrayList<>(declarations.size());
        for (Map.Entry<String, List<Declaration>> entry : declarations.entrySet()) {
            table.add(new GroupName(entry.getKey(), captures(entry.getValue())));
        }
        return List.copyOf(table);
    }

    private static int[] captures(List<Declaration> groups) {
        int[] captures = new int[groups.size()];
        for (int i = 0; i < captures.length; i++) {
            captures[i] = groups.get(i).capture;
        }
        return captures;
    }
}
