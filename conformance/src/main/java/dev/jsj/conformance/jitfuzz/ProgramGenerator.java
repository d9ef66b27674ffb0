package dev.jsj.conformance.jitfuzz;

import dev.jsj.conformance.jitfuzz.Expansion.Callable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/**
 * Makes whole programs: globals, classes, functions that call earlier ones, and phases that call
 * them often enough to be compiled, later with other types. The same seed gives the same program.
 */
final class ProgramGenerator {
    private static final int FUNCTION_COST = 320;
    private static final int MEMBER_COST = 40;
    private static final int SMALL_COST = 12;
    private static final List<String> SMALL = List.of("s0", "s1");
    private static final List<String> SMALL_METHODS = List.of("t0", "t1");
    private static final int PHASE_COST = 800;
    private static final int PROGRAM_COST = 5_000;

    private static final Grammar GRAMMAR = new Grammar(resource("grammar.txt"));
    private static final String PRELUDE = resource("prelude.js");

    private final Random random;
    private final Expansion e;
    private final StringBuilder text = new StringBuilder();
    private final boolean sloppy;

    private ProgramGenerator(long seed) {
        random = new Random(seed * 0x9e3779b97f4a7c15L + 1);
        e = new Expansion(GRAMMAR, random);
        sloppy = random.nextInt(3) == 0;
    }

    private static String resource(String name) {
        try (InputStream in = ProgramGenerator.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The program of a seed. */
    static String program(long seed) {
        return new ProgramGenerator(seed).generate();
    }

    private String generate() {
        if (sloppy) {
            e.contexts.add("sloppy");
        } else {
            text.append("'use strict';\n");
        }
        text.append(PRELUDE);
        globals();
        int classes = 1 + random.nextInt(2);
        for (int i = 0; i < classes; i++) {
            classDeclaration("C" + i);
        }
        instances();
        smallFunctions();
        int functions = 2 + random.nextInt(2);
        for (int i = 0; i < functions; i++) {
            function("f" + i, i < 2 ? FUNCTION_COST / 8 : FUNCTION_COST);
        }
        phases();
        text.append("print('end ' + lines + ' ' + H);\n");
        return text.toString();
    }

    // ---- globals

    private void globals() {
        e.costLimit = Integer.MAX_VALUE;
        text.append("let G = 0;\n");
        text.append(
                "const TA0 = new Int32Array(8), DTA0 = new Float64Array(8), MAP0 = new Map();\n");
        e.scope.declare("TA0", "TA", false);
        e.scope.declare("DTA0", "DTA", false);
        e.scope.declare("MAP0", "MAP", false);
        for (String kind : List.of("INT", "NUM", "STR", "BOOL", "BIG", "OBJ", "ARR", "ANY")) {
            global(e.one("let", "let", "var"), kind, e.expand(kind, 1));
        }
        global("let", "INT", "0");
        global("const", "TA", "new " + e.one("Uint8Array", "Int16Array", "Uint32Array") + "(8)");
        global("const", "ARR", e.one("[1, 2, 3]", "[0.5, 1.5]", "['a', 'b']", "[1, 'a', {}]"));
        global("let", "OBJ", "{ a: 1, b: 'b' }");
        global("let", "ANY", "undefined");
    }

    private void global(String keyword, String kind, String value) {
        String name = e.newName(kind);
        text.append(keyword).append(' ').append(name).append(" = ").append(value).append(";\n");
        e.scope.declare(name, kind, !keyword.equals("const"));
    }

    // ---- classes

    private void classDeclaration(String name) {
        boolean derived = !e.classes.isEmpty() && random.nextBoolean();
        text.append("class ").append(name);
        text.append(derived ? " extends " + e.one(e.classes.toArray(new String[0])) : "");
        text.append(" {\n#p = ").append(e.expand("PINT", 0)).append(";\n");
        text.append(random.nextBoolean() ? "x = 1;\n" : "y = 'y';\nx = 0.5;\n");
        Scope global = e.scope;
        HashSet<String> contexts = new HashSet<>(e.contexts);
        e.contexts.add("member");
        e.contexts.remove("sloppy");
        e.scope = new Scope(global);
        e.scope.declare("k", "INT", true);
        e.scope.declare("o", "ANY", true);
        text.append("constructor(k, o) {\n");
        text.append(derived ? "super(k, o);\n" : "");
        text.append("this.a = k;\n").append(random.nextBoolean() ? "this.b = o;\n" : "");
        Scope members = e.scope;
        statements(random.nextInt(2), MEMBER_COST);
        e.scope = members;
        text.append("}\n");
        e.contexts.add("private");
        text.append("#q(k) { return this.#p + k; }\n");
        text.append("get v() { return this.#p; }\nset v(o) { this.#p = o; }\n");
        text.append(random.nextBoolean() ? "get w() { return this.a + 1; }\n" : "");
        text.append("static s0(k) { return k; }\n");
        e.contexts.add("function");
        int methods = 2 + random.nextInt(2);
        for (int i = 0; i < methods; i++) {
            text.append("m").append(i).append("(k, o) {\n");
            Scope member = e.scope;
            statements(1 + random.nextInt(3), MEMBER_COST);
            if (i > 0) {
                text.append("if (k > 3) k = this.m").append(i - 1).append("(k, o);\n");
            }
            if (derived && i < 2) {
                text.append("o = super.m").append(i).append("(k & 3, o);\n");
            }
            text.append("return ").append(e.expand(e.one("INT", "ANY"), 3)).append(";\n}\n");
            e.scope = member;
        }
        text.append("}\n");
        e.scope = global;
        e.contexts = contexts;
        e.classes.add(name);
    }

    private void instances() {
        for (String name : e.classes) {
            global("const", "INST", "new " + name + "(1, 'o')");
        }
        global("let", "OBJ", "new " + e.classes.get(0) + "(2, 0.5)");
    }

    // ---- what is small enough to be inlined

    /** Two functions and two constructors with methods, which {@link #redefine} changes. */
    private void smallFunctions() {
        for (String name : SMALL) {
            text.append("function ").append(name).append(smallFunction()).append('\n');
            String call =
                    e.one(
                            name + "(%s)",
                            name + "(%s)",
                            "({ a: 2, " + name + " })." + name + "(%s)");
            e.callables.add(new Callable(call, List.of("INT", "ANY"), SMALL_COST));
        }
        for (String name : List.of("K0", "K1")) {
            text.append("function ").append(name).append("(p, q) {\nthis.a = p;\n");
            text.append(
                    e.one(
                            "this.b = q;\n",
                            "if (p === 31) throw q;\n",
                            "if (p === 7) return { a: q };\n"));
            text.append("}\n");
            for (String method : SMALL_METHODS) {
                redefine(name + ".prototype." + method);
            }
        }
        text.append("K1.prototype.__proto__ = K0.prototype;\n");
    }

    /** Calls nothing that was generated: that might call the target. */
    private void redefine(String target) {
        List<Callable> callables = List.copyOf(e.callables);
        e.callables.clear();
        text.append(target).append(" = function ").append(smallFunction()).append(";\n");
        e.callables.addAll(callables);
    }

    /** Parameters and body of a function of few bytecodes, which throws for some arguments. */
    private String smallFunction() {
        Scope global = e.scope;
        HashSet<String> contexts = new HashSet<>(e.contexts);
        e.scope = new Scope(global);
        e.scope.declare("p", "INT", true);
        e.scope.declare("q", "ANY", true);
        e.contexts.addAll(List.of("member", "function", "arguments"));
        e.cost = 0;
        e.costLimit = SMALL_COST;
        String start =
                e.one(
                        "",
                        "",
                        "if (p === 2147483647) throw new RangeError('small');\n",
                        "if (p > 5) return this.a;\n",
                        "p = p + 1;\n",
                        "try { q = p.a.b; } catch (e) { q = p; }\n");
        String result = e.expand(e.one("INT", "INT", "NUM", "ANY"), 2);
        e.scope = global;
        e.contexts = contexts;
        return "(p, q) {\n" + start + "return " + result + ";\n}";
    }

    private void statements(int count, int cost) {
        e.cost = 0;
        e.costLimit = cost;
        e.scope = new Scope(e.scope);
        for (int i = 0; i < count; i++) {
            text.append(e.expand("STMT", 3)).append('\n');
        }
    }

    // ---- functions

    private void function(String name, int cost) {
        int form = random.nextInt(10);
        Scope global = e.scope;
        HashSet<String> contexts = new HashSet<>(e.contexts);
        e.scope = new Scope(global);
        e.contexts.add("function");
        List<String> kinds = new ArrayList<>();
        String call;
        switch (form) {
            case 0 -> {
                e.contexts.add("generator");
                text.append("function* ").append(name).append(parameters(kinds)).append(" {\n");
                call = "lim(String([..." + name + "(%s)].length))";
            }
            case 1 -> {
                e.contexts.add("async");
                text.append("async function ").append(name).append(parameters(kinds));
                text.append(" {\n");
                call = name + "(%s).then(mix, caught)";
            }
            case 2 -> {
                text.append("const ").append(name).append(" = ").append(parameters(kinds));
                text.append(" => {\n");
                call = name + "(%s)";
            }
            case 3 -> {
                recursiveFunction(name, cost / 16);
                e.scope = global;
                e.contexts = contexts;
                return;
            }
            default -> {
                e.contexts.add("arguments");
                text.append("function ").append(name).append(parameters(kinds)).append(" {\n");
                call = e.one(name + "(%s)", name + "(%s)", name + ".call(OBJ0, %s)");
                call = call.replace("OBJ0", e.expand("OBJ", 0));
            }
        }
        statements(1 + random.nextInt(4), cost);
        text.append("return ").append(e.expand(e.one("INT", "NUM", "ANY", "ANY"), 4));
        text.append(";\n}\n");
        e.scope = global;
        e.contexts = contexts;
        e.callables.add(new Callable(call, kinds, e.cost + 5));
    }

    private void recursiveFunction(String name, int cost) {
        text.append("function ").append(name).append("(n, p, q) {\n");
        e.scope.declare("n", "INT", false);
        e.scope.declare("p", "INT", true);
        e.scope.declare("q", "ANY", true);
        text.append("if (!(n > 0)) return ").append(e.expand("ANY", 2)).append(";\n");
        statements(1 + random.nextInt(2), cost);
        String again = name + "(n - 1, " + e.expand("INT", 2) + ", " + e.expand("ANY", 2) + ")";
        String rest = e.expand("ANY", 2);
        text.append("return lim(");
        text.append(random.nextBoolean() ? again + " + " + rest : rest + " + " + again);
        text.append(");\n}\n");
        List<String> kinds = List.of("INT", "ANY");
        e.callables.add(new Callable(name + "(7, %s)", kinds, (e.cost + 5) * 8));
    }

    private String parameters(List<String> kinds) {
        List<String> parts = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String kind =
                    e.one("INT", "INT", "NUM", "STR", "OBJ", "ARR", "ANY", "ANY", "TA", "INST");
            String name = e.newName(kind);
            kinds.add(kind);
            e.scope.declare(name, kind, true);
            parts.add(name + (random.nextInt(8) == 0 ? " = " + e.expand("PINT", 0) : ""));
        }
        switch (random.nextInt(12)) {
            case 0 -> {
                kinds.add("OBJ");
                e.scope.declare("da", "ANY", true);
                e.scope.declare("db", "INT", true);
                parts.add("{ a: da, b: db = 3 } = {}");
            }
            case 1 -> {
                kinds.add("ARR");
                e.scope.declare("da", "ANY", true);
                parts.add("[, da = 1] = []");
            }
            case 2 -> {
                kinds.add("INT");
                e.scope.declare("rest", "ARR", false);
                parts.add("...rest");
            }
            default -> {}
        }
        return "(" + String.join(", ", parts) + ")";
    }

    // ---- phases

    private void phases() {
        int total = 0;
        int phase = 0;
        for (int pass = 0; pass < 2; pass++) {
            if (pass > 0) {
                redefineSome();
            }
            for (Callable callable : e.callables) {
                if (total < PROGRAM_COST) {
                    total += phase(phase++, callable);
                }
            }
        }
    }

    /** Functions and methods that were inlined meanwhile become others. */
    private void redefineSome() {
        redefine(e.one("s0", "s1"));
        redefine(e.one("K0", "K1") + ".prototype." + e.one("t0", "t1"));
        if (random.nextBoolean()) {
            redefine(e.one(e.classes.toArray(new String[0])) + ".prototype." + e.one("m0", "m1"));
        }
        if (random.nextInt(4) == 0) {
            redefine("K1.prototype.t0");
        }
    }

    /** A loop of calls, at top level or in a function; returns its cost. */
    private int phase(int number, Callable callable) {
        int rounds = Math.clamp(PHASE_COST / (callable.cost() + 20), 3, 90);
        Scope global = e.scope;
        e.scope = new Scope(global);
        e.scope.declare("i", "INT", false);
        e.cost = 0;
        e.costLimit = PHASE_COST;
        e.rounds = rounds;
        String name = "phase" + number;
        boolean wrapped = random.nextInt(3) > 0;
        text.append(wrapped ? "function " + name + "() {\n" : "");
        text.append("for (let i = 0; i < ").append(rounds).append("; i++) {\ntry {\n");
        text.append("mix(").append(e.call(callable, 3)).append(");\n");
        if (random.nextInt(3) == 0) {
            text.append(e.expand("STMT", 3)).append('\n');
        }
        text.append("} catch (e) { caught(e); }\n}\n");
        text.append(wrapped ? "}\n" + name + "();\n" : "");
        e.scope = global;
        e.rounds = 1;
        return e.cost;
    }
}
