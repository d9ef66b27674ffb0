package dev.jsj.node.console;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.StandardOutput;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JsNumber;

import org.jspecify.annotations.Nullable;

/** The global {@code console}. */
public final class ConsoleObject extends JSObject {
    private final Realm realm;
    private @Nullable JSObject methods;
    private boolean indented;

    private ConsoleObject(Shape shape, Realm realm) {
        super(shape);
        this.realm = realm;
    }

    /** The console of a realm; its prototype is an empty object, as the console standard has it. */
    public static ConsoleObject create(Realm realm) {
        ConsoleObject console = new ConsoleObject(realm.agent().root(realm.newObject()), realm);
        ConsoleMethods.TABLE.install(console, realm);
        return console;
    }

    /** The console of a realm that has one. */
    public static ConsoleObject of(Realm realm) {
        return (ConsoleObject) NodeRuntime.of(realm).console();
    }

    /** Says whether groups are open: then lines are indented, in JavaScript. */
    public void setIndented(boolean on) {
        indented = on;
    }

    /**
     * FAST PATH: prints strings, numbers and booleans, as long as nothing has replaced the standard
     * streams.
     *
     * @return false where it takes {@code util.inspect} or the program's own streams
     */
    boolean printPlain(Object[] arguments, boolean toError) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        if (indented || runtime.isOutputReplaced()) {
            return false;
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < arguments.length; i++) {
            if (i > 0) {
                line.append(' ');
            }
            Object value = arguments[i];
            boolean coloured = !(value instanceof CharSequence) && runtime.isTerminalOutput();
            if (coloured || !appendPlain(line, value, i == 0 && arguments.length > 1)) {
                return false;
            }
        }
        StandardOutput output = toError ? runtime.standardError() : runtime.standardOutput();
        output.print(line.append('\n').toString());
        return true;
    }

    private static boolean appendPlain(StringBuilder line, Object value, boolean mayBeFormat) {
        switch (value) {
            case CharSequence text -> {
                String flat = text.toString();
                if (mayBeFormat && flat.indexOf('%') >= 0) {
                    return false;
                }
                line.append(flat);
            }
            case Integer number -> line.append(number.intValue());
            case Double number ->
                    line.append(
                            JsNumber.isNegativeZero(number)
                                    ? "-0"
                                    : TypeConversion.toJavaString(number));
            case Boolean bool -> line.append(bool.booleanValue());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A function of the part of the console that is in JavaScript. */
    JSObject method(String name) {
        JSObject made = methods;
        if (made == null) {
            JSObject module = NodeRuntime.of(realm).modules().require("internal/console/global");
            made = (JSObject) ((JSObject) module.get("complete")).call1(module, this);
            methods = made;
        }
        return (JSObject) made.get(name);
    }

    /** The Console class. */
    Object consoleClass() {
        return NodeRuntime.of(realm).modules().require("internal/console/global").get("Console");
    }
}
