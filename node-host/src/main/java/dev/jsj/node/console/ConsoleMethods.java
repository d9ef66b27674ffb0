package dev.jsj.node.console;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** The properties of the global console, in Node's order; they work without their {@code this}. */
final class ConsoleMethods extends BuiltinTable {
    private static final String[] NAMES = {
        "log",
        "warn",
        "dir",
        "time",
        "timeEnd",
        "timeLog",
        "trace",
        "assert",
        "clear",
        "count",
        "countReset",
        "group",
        "groupEnd",
        "table",
        "debug",
        "info",
        "dirxml",
        "error",
        "groupCollapsed",
    };

    private static final int LOG = 0;
    private static final int WARN = 1;
    private static final int DEBUG = 14;
    private static final int INFO = 15;
    private static final int ERROR = 17;

    private static final int CONSOLE_CLASS = 100;
    private static final int SET_CONSOLE_CLASS = 101;
    private static final int NOTHING = 102;
    private static final int CREATE_TASK = 103;
    private static final int CONTEXT = 104;

    static final ConsoleMethods TABLE = new ConsoleMethods();

    private ConsoleMethods() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], lengthOf(NAMES[id]), Property.DEFAULT);
        }
        accessor(CONSOLE_CLASS, SET_CONSOLE_CLASS, "Console");
        method(NOTHING, "profile", 0, Property.DEFAULT);
        method(NOTHING, "profileEnd", 0, Property.DEFAULT);
        method(NOTHING, "timeStamp", 0, Property.DEFAULT);
        method(CONTEXT, "context", 0, Property.DEFAULT);
        method(CREATE_TASK, "createTask", 0, Property.DEFAULT);
        toStringTag("console");
    }

    private static int lengthOf(String name) {
        return switch (name) {
            case "dir", "table" -> 1;
            default -> 0;
        };
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        ConsoleObject console = ConsoleObject.of(realm);
        switch (id) {
            case LOG, DEBUG, INFO -> {
                return console.printPlain(arguments, false)
                        ? Undefined.UNDEFINED
                        : slow(console, id, arguments);
            }
            case WARN, ERROR -> {
                return console.printPlain(arguments, true)
                        ? Undefined.UNDEFINED
                        : slow(console, id, arguments);
            }
            case CONSOLE_CLASS -> {
                return console.consoleClass();
            }
            case SET_CONSOLE_CLASS -> {
                console.defineOwn("Console", arg(arguments, 0), Property.HIDDEN);
                return Undefined.UNDEFINED;
            }
            case NOTHING -> {
                return Undefined.UNDEFINED;
            }
            case CONTEXT -> {
                return console;
            }
            case CREATE_TASK -> {
                return ConsoleTask.create(realm, arg(arguments, 0));
            }
            default -> {
                return slow(console, id, arguments);
            }
        }
    }

    private static Object slow(ConsoleObject console, int id, Object[] arguments) {
        return console.method(NAMES[id]).call(console, arguments);
    }
}
