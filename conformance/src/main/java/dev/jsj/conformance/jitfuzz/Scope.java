package dev.jsj.conformance.jitfuzz;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The variables that a place in a generated program can use. */
final class Scope {
    private final @Nullable Scope outer;
    private final List<Variable> variables = new ArrayList<>();

    /** A variable; {@code kind} is what it holds most of the time. */
    record Variable(String name, String kind, boolean assignable) {}

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    void declare(String name, String kind, boolean assignable) {
        variables.add(new Variable(name, kind, assignable));
    }

    /** A variable of the kind, inner ones more often; null where there is none. */
    @Nullable String choose(String kind, boolean assignable, RandomGenerator random) {
        List<String> found = new ArrayList<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (!found.isEmpty() && random.nextInt(3) == 0) {
                break;
            }
            for (Variable variable : scope.variables) {
                if (variable.kind.equals(kind) && (variable.assignable || !assignable)) {
                    found.add(variable.name);
                }
            }
        }
        return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
    }
}
