package dev.jsj.conformance.jitfuzz;

import dev.jsj.conformance.jitfuzz.Grammar.Production;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Expands productions into text, keeping track of variables, contexts and of what the text costs to
 * run: cost counts expressions, times the rounds of the loops around them, and stays below a limit.
 */
final class Expansion {
    private static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    Map.entry("INT", "1"),
                    Map.entry("NUM", "0.5"),
                    Map.entry("STR", "'s'"),
                    Map.entry("BOOL", "true"),
                    Map.entry("BIG", "2n"),
                    Map.entry("ARR", "[1]"),
                    Map.entry("TA", "TA0"),
                    Map.entry("DTA", "DTA0"),
                    Map.entry("OBJ", "({ a: 1 })"),
                    Map.entry("INST", "({ a: 2 })"),
                    Map.entry("MAP", "MAP0"),
                    Map.entry("FN", "((v) => v)"),
                    Map.entry("ANY", "1"),
                    Map.entry("STMT", ";"));

    private static final int[] TRIPS = {2, 3, 3, 5, 8, 20, 40, 100};
    private static final Set<String> BODIES = Set.of("BODY", "BODY4", "BODY5", "LBODY", "BLOCK");
    private static final Set<String> WRAPPED = Set.of("OBJ", "FN", "CB");

    private final Grammar grammar;
    private final RandomGenerator random;
    private int names;

    Scope scope = new Scope(null);
    Set<String> contexts = new HashSet<>();
    final List<String> classes = new ArrayList<>();
    final List<Callable> callables = new ArrayList<>();
    private Deque<String> labels = new ArrayDeque<>();

    /** How often the current place runs per run of the function. */
    int rounds = 1;

    int maxRounds = 40;
    int cost;
    int costLimit;

    /** A function that generated code can call; {@code call} has %s for the arguments. */
    record Callable(String call, List<String> parameterKinds, int cost) {}

    Expansion(Grammar grammar, RandomGenerator random) {
        this.grammar = grammar;
        this.random = random;
    }

    String newName(String kind) {
        return kind.charAt(0) + "" + names++;
    }

    String one(String... words) {
        return words[random.nextInt(words.length)];
    }

    /** Whether there is room for something that costs so much here. */
    boolean affords(int more) {
        return cost + (long) more * rounds <= costLimit;
    }

    /** An expression or a statement of a kind. */
    String expand(String kind, int depth) {
        if (kind.equals("CALL")) {
            String call = call(depth);
            return call == null ? expand("INT", 0) : call;
        }
        if (kind.equals("CLASS")) {
            return classes.isEmpty() ? "Object" : one(classes.toArray(new String[0]));
        }
        cost += rounds;
        for (int attempt = 0; attempt < 6; attempt++) {
            Production production = choose(kind, depth > 0 && affords(10));
            String text = production == null ? null : apply(production, depth - 1);
            if (text != null) {
                boolean wrap = WRAPPED.contains(kind) && !Character.isLetterOrDigit(text.charAt(0));
                return wrap || text.startsWith("function") ? "(" + text + ")" : text;
            }
        }
        return DEFAULTS.getOrDefault(kind, "1");
    }

    private @Nullable Production choose(String kind, boolean deep) {
        int total = 0;
        List<Production> allowed = new ArrayList<>();
        for (Production production : grammar.of(kind)) {
            boolean fits =
                    contexts.containsAll(production.contexts())
                            && production.excluded().stream().noneMatch(contexts::contains);
            if (fits && (deep || production.ends()) && affords(production.cost())) {
                allowed.add(production);
                total += production.weight();
            }
        }
        int pick = total == 0 ? 0 : random.nextInt(total);
        for (Production production : allowed) {
            pick -= production.weight();
            if (pick < 0) {
                return production;
            }
        }
        return null;
    }

    /** A call of a function that was generated before; null where none fits. */
    @Nullable String call(int depth) {
        List<Callable> fitting = new ArrayList<>();
        for (Callable callable : callables) {
            if (affords(callable.cost)) {
                fitting.add(callable);
            }
        }
        return fitting.isEmpty()
                ? null
                : call(fitting.get(random.nextInt(fitting.size())), depth - 1);
    }

    /** A call of the function, mostly with the arguments it expects. */
    String call(Callable callable, int depth) {
        cost += callable.cost * rounds;
        List<String> arguments = new ArrayList<>();
        for (String kind : callable.parameterKinds) {
            int dice = random.nextInt(24);
            if (dice == 0) {
                break;
            }
            arguments.add(expand(dice == 1 ? "ANY" : dice == 2 ? "ARR" : kind, depth));
        }
        String text = String.join(", ", arguments);
        if (random.nextInt(16) == 0) {
            text += (text.isEmpty() ? "" : ", ") + expand("ANY", depth);
        } else if (random.nextInt(16) == 0) {
            text = "...[" + text + "]";
        }
        return callable.call.replace("%s", text);
    }

    /** The text of a production; null where it needs a variable that does not exist. */
    private @Nullable String apply(Production production, int depth) {
        Scope enclosing = scope;
        Set<String> enclosingContexts = contexts;
        int enclosingRounds = rounds;
        int enclosingCost = cost;
        Deque<String> enclosingLabels = labels;
        scope = new Scope(enclosing);
        if (production.closure()) {
            contexts = new HashSet<>(contexts);
            contexts.removeAll(
                    Set.of("generator", "async", "arguments", "loop", "label", "function"));
            labels = new ArrayDeque<>();
            rounds *= 6;
        }
        cost += production.cost() * rounds;
        Template template = new Template(production.template(), depth);
        boolean done = template.run();
        scope = enclosing;
        contexts = enclosingContexts;
        rounds = enclosingRounds;
        labels = enclosingLabels;
        if (!done) {
            cost = enclosingCost;
            return null;
        }
        template.declared.forEach(v -> scope.declare(v.name(), v.kind(), v.assignable()));
        return template.text.toString();
    }

    /** Statements in braces, in a scope of their own. */
    String block(int depth, int most) {
        Scope enclosing = scope;
        scope = new Scope(enclosing);
        StringBuilder text = new StringBuilder("{\n");
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            text.append(expand("STMT", depth)).append('\n');
        }
        scope = enclosing;
        return text.append("}\n").toString();
    }

    private String body(int depth, int trips, @Nullable String label) {
        Set<String> enclosingContexts = contexts;
        int enclosingRounds = rounds;
        contexts = new HashSet<>(contexts);
        contexts.add("loop");
        if (label != null) {
            contexts.add("label");
            labels.push(label);
        }
        rounds *= trips;
        String text = block(depth, 4);
        rounds = enclosingRounds;
        contexts = enclosingContexts;
        if (label != null) {
            labels.pop();
        }
        return text;
    }

    /** One template on its way to text. */
    private final class Template {
        private final String template;
        private final int depth;
        private final int trips;
        private final List<String> used = new ArrayList<>();
        private final String label = "L" + names++;
        private final List<Scope.Variable> ofBodies = new ArrayList<>();
        final List<Scope.Variable> declared = new ArrayList<>();
        final StringBuilder text = new StringBuilder();
        private int at;

        Template(String template, int depth) {
            this.template = template;
            this.depth = depth;
            trips = Math.min(TRIPS[random.nextInt(TRIPS.length)], Math.max(2, maxRounds / rounds));
        }

        boolean run() {
            while (at < template.length()) {
                char c = template.charAt(at);
                if (c != '$' || template.charAt(at + 1) == '{') {
                    text.append(c);
                    at++;
                } else {
                    at++;
                    String part = part(word());
                    if (part == null) {
                        return false;
                    }
                    text.append(part);
                }
            }
            return true;
        }

        private String word() {
            int start = at;
            while (at < template.length()
                    && Character.isLetterOrDigit(template.charAt(at))
                    && !(at > start && Character.isDigit(template.charAt(start)))) {
                at++;
            }
            return template.substring(start, at);
        }

        private @Nullable String part(String word) {
            if (BODIES.contains(word)) {
                ofBodies.forEach(v -> scope.declare(v.name(), v.kind(), false));
                ofBodies.clear();
            }
            if (Character.isDigit(word.charAt(0))) {
                return used.get(Integer.parseInt(word));
            }
            return switch (word) {
                case "one" -> oneOf();
                case "r", "w", "d", "c" -> variable(word.charAt(0));
                case "TRIPS" -> Integer.toString(trips);
                case "BODY" -> body(depth, trips, null);
                case "BODY4", "BODY5" -> body(depth, word.charAt(4) - '0', null);
                case "LBODY" -> body(depth, trips, label);
                case "L" -> label;
                case "LABEL" -> one(labels.toArray(new String[0]));
                case "BLOCK" -> block(depth, 3);
                default -> expand(word, depth);
            };
        }

        private @Nullable String variable(char access) {
            at++; // the colon
            String kind = word();
            String name;
            if (access == 'd' || access == 'c') {
                name = newName(kind);
                if (access == 'd') {
                    boolean constant = text.indexOf("const") >= 0;
                    declared.add(new Scope.Variable(name, kind, !constant));
                } else {
                    ofBodies.add(new Scope.Variable(name, kind, false));
                }
            } else {
                name = scope.choose(kind, access == 'w', random);
                if (name == null) {
                    return null;
                }
            }
            used.add(name);
            return name;
        }

        /** The words up to the closing parenthesis; parentheses in words are balanced. */
        private String oneOf() {
            int start = ++at;
            for (int open = 1; ; at++) {
                char c = template.charAt(at);
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (open == 0) {
                    break;
                }
            }
            return one(template.substring(start, at++).split(" "));
        }
    }
}
