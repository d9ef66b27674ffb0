package dev.jsj.node.bindings;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.SourceCompiler;
import dev.jsj.node.vm.Contexts;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.ExecutionTerminated;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** {@code vm}: scripts and contexts. */
final class VmBinding extends BindingTable {
    private static final String[] NAMES = {
        "compile", "run", "runWithTimeout", "makeContext", "isContext", "compileFunction",
    };

    private static final Symbol TIMED_OUT = Symbol.create("timed out");

    static final VmBinding TABLE = new VmBinding();

    private VmBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
        value("timedOut", TIMED_OUT, Property.DEFAULT);
    }

    /** A compiled script as a value that JavaScript can hold on to. */
    private static final class ScriptObject extends JSObject {
        final SourceCompiler.Script script;

        ScriptObject(Realm realm, SourceCompiler.Script script) {
            super(realm.agent().root(null));
            this.script = script;
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        Contexts contexts = contexts(runtime);
        return switch (NAMES[id]) {
            case "compile" -> compile(runtime, arguments);
            case "run" -> script(arguments).run(contexts.realmOf(arg(arguments, 1)));
            case "runWithTimeout" ->
                    runWithTimeout(
                            runtime,
                            script(arguments),
                            contexts.realmOf(arguments[1]),
                            Arguments.longInteger(arguments, 2));
            case "makeContext" -> {
                contexts.make((JSObject) arguments[0]);
                yield Undefined.UNDEFINED;
            }
            case "isContext" -> contexts.contains(arg(arguments, 0));
            case "compileFunction" ->
                    runtime.compiler()
                            .compileFunction(
                                    contexts.realmOf(arg(arguments, 4)),
                                    offset(Arguments.string(arguments, 0), arguments, 3),
                                    Arguments.string(arguments, 2),
                                    Arguments.strings(arguments[1]).toArray(String[]::new));
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static Contexts contexts(NodeRuntime runtime) {
        return runtime.part(Contexts.class, Contexts::new);
    }

    private static SourceCompiler.Script script(Object[] arguments) {
        return Arguments.handle(arguments, 0, ScriptObject.class).script;
    }

    /** (source, file name, line offset, column offset). */
    private static Object compile(NodeRuntime runtime, Object[] arguments) {
        String source = offset(Arguments.string(arguments, 0), arguments, 2);
        SourceCompiler.Script script =
                runtime.compiler()
                        .compileScript(runtime.realm(), source, Arguments.string(arguments, 1));
        return new ScriptObject(runtime.realm(), script);
    }

    /** Lines before the code make positions count from there. */
    private static String offset(String source, Object[] arguments, int index) {
        int lines = Arguments.integer(arguments, index);
        return lines > 0 ? "\n".repeat(lines) + source : source;
    }

    private static Object runWithTimeout(
            NodeRuntime runtime, SourceCompiler.Script script, Realm realm, long milliseconds) {
        Thread watchdog =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        Thread.sleep(milliseconds);
                                        runtime.agent().requestTermination();
                                    } catch (InterruptedException finished) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        try {
            return script.run(realm);
        } catch (ExecutionTerminated timeout) {
            return TIMED_OUT;
        } finally {
            watchdog.interrupt();
            runtime.agent().cancelTermination();
        }
    }
}
