package dev.jsj.node.bindings;

import dev.jsj.node.console.ConsoleObject;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.StandardOutput;
import dev.jsj.node.runtime.Terminals;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** {@code console}: keeps the native console informed. */
final class ConsoleBinding extends BindingTable {
    private static final int SET_INDENTATION = 0;
    private static final int WRITE = 1;
    private static final int IS_TERMINAL = 2;
    private static final int IS_OUTPUT_REPLACED = 3;

    static final ConsoleBinding TABLE = new ConsoleBinding();

    private ConsoleBinding() {
        method(SET_INDENTATION, "setIndentation", 1);
        method(WRITE, "write", 2);
        method(IS_TERMINAL, "isTerminal", 1);
        method(IS_OUTPUT_REPLACED, "isOutputReplaced", 0);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case SET_INDENTATION -> {
                ConsoleObject.of(realm).setIndented(!Arguments.string(arguments, 0).isEmpty());
                yield Undefined.UNDEFINED;
            }
            case WRITE -> {
                NodeRuntime runtime = NodeRuntime.of(realm);
                boolean toError = Arguments.integer(arguments, 0) == 2;
                StandardOutput output =
                        toError ? runtime.standardError() : runtime.standardOutput();
                output.print(Arguments.string(arguments, 1));
                yield Undefined.UNDEFINED;
            }
            case IS_TERMINAL -> Terminals.isTerminal(Arguments.integer(arguments, 0));
            case IS_OUTPUT_REPLACED -> NodeRuntime.of(realm).isOutputReplaced();
            default -> throw new AssertionError("No row " + id);
        };
    }
}
