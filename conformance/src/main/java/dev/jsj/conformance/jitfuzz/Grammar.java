package dev.jsj.conformance.jitfuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The productions of {@code grammar.txt}, which explains their form. */
final class Grammar {
    private static final Pattern LINE = Pattern.compile("([A-Z]+)(!?)((?: [x@]\\S+)*) => (.*)");

    private final Map<String, List<Production>> productions = new HashMap<>();

    /**
     * One way to write a kind of expression or statement.
     *
     * @param ends whether it may be used at any depth
     * @param contexts where it may be used; empty for everywhere
     * @param excluded where it may not be used
     * @param closure whether it holds a function
     * @param cost what the functions it calls cost
     */
    record Production(
            String template,
            boolean ends,
            int weight,
            Set<String> contexts,
            Set<String> excluded,
            boolean closure,
            int cost) {}

    Grammar(String text) {
        for (String line : text.split("\n")) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(line);
            }
        }
    }

    private void add(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No production: " + line);
        }
        int weight = 1;
        int cost = 0;
        boolean closure = false;
        Set<String> contexts = new HashSet<>();
        Set<String> excluded = new HashSet<>();
        for (String word : matcher.group(3).trim().split(" ")) {
            if (word.startsWith("x")) {
                weight = Integer.parseInt(word.substring(1));
            } else if (word.startsWith("@cost=")) {
                cost = Integer.parseInt(word.substring(6));
            } else if (word.startsWith("@not-")) {
                excluded.add(word.substring(5));
            } else if (word.equals("@closure")) {
                closure = true;
            } else if (!word.isEmpty()) {
                contexts.add(word.substring(1));
            }
        }
        productions
                .computeIfAbsent(matcher.group(1), k -> new ArrayList<>())
                .add(
                        new Production(
                                matcher.group(4).replace('¶', '\n'),
                                !matcher.group(2).isEmpty(),
                                weight,
                                contexts,
                                excluded,
                                closure,
                                cost));
    }

    /** All productions of a kind. */
    List<Production> of(String kind) {
        List<Production> found = productions.get(kind);
        if (found == null) {
            throw new IllegalArgumentException("No productions of " + kind);
        }
        return found;
    }
}
