package dev.jsj.node.console;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * What V8's {@code console.createTask(name)} makes: an object whose {@code run(function)} calls the
 * function. A debugger would show the stack of the creation with it; there is none here.
 */
final class ConsoleTask extends JSObject {
    private static final Methods METHODS = new Methods();

    private ConsoleTask(Realm realm) {
        super(realm.newObject().shape());
    }

    /**
     * Makes a task.
     *
     * @throws dev.jsj.runtime.value.JSThrow an Error for a name that is no string, or empty
     */
    static ConsoleTask create(Realm realm, Object name) {
        if (!(name instanceof CharSequence text) || text.isEmpty()) {
            throw Errors.error("First argument must be a non-empty string.");
        }
        ConsoleTask task = new ConsoleTask(realm);
        JSObject run = BuiltinFunction.function(realm, METHODS, 0, "run", 0);
        task.defineOwn("run", run, Property.DEFAULT);
        return task;
    }

    private static final class Methods extends BuiltinTable {
        @Override
        public Object call(
                int id,
                Realm realm,
                Object self,
                Object[] arguments,
                @Nullable JSObject newTarget) {
            if (!(self instanceof ConsoleTask)) {
                throw Errors.error("'run' called with illegal receiver.");
            }
            if (!(arg(arguments, 0) instanceof JSObject function) || !function.isCallable()) {
                throw Errors.error("First argument must be a function.");
            }
            return ObjectOperations.call(function, Undefined.UNDEFINED);
        }
    }
}
