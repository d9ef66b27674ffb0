package dev.jsj.parser.tools;

import dev.jsj.parser.Parser;
import dev.jsj.parser.Source;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.Node;
import dev.jsj.parser.ast.Program;
import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.Scope;
import dev.jsj.parser.scope.Variable;
import dev.jsj.parser.scope.VariableKind;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes down all scopes of a program, one per line, with their variables. Lazy functions are
 * parsed first.
 */
public final class ScopeDump {
    private ScopeDump() {}

    /** The scopes in the order in which they begin. */
    public static List<String> dump(Parser parser, Source source, Program program) {
        record Line(int start, int depth, String text) {}
        List<Line> lines = new ArrayList<>();
        Set<Scope> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        TreeWalker.walk(
                parser,
                source,
                program,
                node -> {
                    for (Scope scope : scopesOf(node)) {
                        if (seen.add(scope)) {
                            lines.add(new Line(scope.position(), depth(scope), describe(scope)));
                        }
                    }
                });
        lines.sort(
                (a, b) ->
                        a.start() != b.start()
                                ? Integer.compare(a.start(), b.start())
                                : Integer.compare(a.depth(), b.depth()));
        return lines.stream().map(line -> "  ".repeat(line.depth()) + line.text()).toList();
    }

    private static int depth(Scope scope) {
        int depth = 0;
        for (Scope outer = scope.parent(); outer != null; outer = outer.parent()) {
            depth++;
        }
        return depth;
    }

    private static List<Scope> scopesOf(Node node) {
        if (node instanceof FunctionNode function) {
            return function.isLazy() ? List.of() : List.of(function.scope(), function.bodyScope());
        }
        List<Scope> scopes = new ArrayList<>();
        if (node instanceof Record) {
            for (RecordComponent component : node.getClass().getRecordComponents()) {
                if (Scope.class.isAssignableFrom(component.getType())) {
                    try {
                        Object scope = component.getAccessor().invoke(node);
                        if (scope != null) {
                            scopes.add((Scope) scope);
                        }
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        }
        return scopes;
    }

    private static String describe(Scope scope) {
        String variables =
                scope.variables().stream()
                        .map(ScopeDump::describe)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return scope.kind() + flags(scope) + " {" + variables + "}";
    }

    private static String flags(Scope scope) {
        Set<String> flags = new TreeSet<>();
        if (scope.containsDirectEval()) {
            flags.add("eval");
        }
        if (scope instanceof DeclarationScope declarations) {
            flags.add(declarations.functionKind().toString());
            addIf(flags, declarations.isStrict(), "strict");
            addIf(flags, declarations.callsSloppyEval(), "sloppy-eval");
            addIf(flags, declarations.containsWith(), "with");
            addIf(flags, declarations.usesThis(), "this");
            addIf(flags, declarations.usesArguments(), "arguments");
            addIf(flags, declarations.usesNewTarget(), "new.target");
            addIf(flags, declarations.usesSuperProperty(), "super.property");
            addIf(flags, declarations.usesSuperCall(), "super()");
            addIf(flags, !declarations.hasSimpleParameters(), "not-simple");
            addIf(flags, declarations.hasParameterExpressions(), "expressions");
        }
        flags.remove("NORMAL");
        return flags.isEmpty() ? "" : flags.toString();
    }

    private static void addIf(Set<String> flags, boolean condition, String flag) {
        if (condition) {
            flags.add(flag);
        }
    }

    private static String describe(Variable variable) {
        return variable.name()
                + " "
                + variable.kind()
                + (variable.isCaptured() ? " captured" : "")
                + (variable.isAssigned() ? " assigned" : "")
                + (variable.isNeverRewritten() && variable.kind() == VariableKind.VAR
                        ? " constant"
                        : "")
                + (variable.hoistsVar() ? " hoists" : "");
    }
}
