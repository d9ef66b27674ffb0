package dev.jsj.node.bindings;

import dev.jsj.node.console.ConsoleObject;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** {@code console}: keeps the native console informed. */
final class ConsoleBinding extends BindingTable {
    private static final int SET_INDENTATION = 0;

    static final ConsoleBinding TABLE = new ConsoleBinding();

    private ConsoleBinding() {
        method(SET_INDENTATION, "setIndentation", 1);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case SET_INDENTATION -> {
                ConsoleObject.of(realm).setIndented(!Arguments.string(arguments, 0).isEmpty());
                yield Undefined.UNDEFINED;
            }
            default -> throw new AssertionError("No row " + id);
        };
    }
}
