package dev.jsj.node.bindings;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.SourceCompiler;
import dev.jsj.node.vm.Contexts;
import dev.jsj.node.vm.ImportReferrer;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.ExecutionTerminated;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

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

    @Override
    void addValues(JSObject object, Realm realm) {
        boolean modules = NodeRuntime.of(realm).options().has("--experimental-vm-modules");
        object.addProperty("modules", modules, Property.DEFAULT);
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
                            () -> script(arguments).run(contexts.realmOf(arguments[1])),
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
                                    referrer(Arguments.string(arguments, 2), arguments, 5),
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

    /** (source, file name, line offset, column offset, importer). */
    private static Object compile(NodeRuntime runtime, Object[] arguments) {
        String source = offset(Arguments.string(arguments, 0), arguments, 2);
        String fileName = Arguments.string(arguments, 1);
        SourceCompiler.Script script =
                runtime.compiler()
                        .compileScript(
                                runtime.realm(),
                                source,
                                fileName,
                                referrer(fileName, arguments, 4));
        return new ScriptObject(runtime.realm(), script);
    }

    /** With a function there, that function imports what the code asks for. */
    private static Object referrer(String fileName, Object[] arguments, int index) {
        JSObject importer = Arguments.function(arguments, index);
        return importer == null ? fileName : new ImportReferrer(fileName, importer);
    }

    /** Lines before the code make positions count from there. */
    static String offset(String source, Object[] arguments, int index) {
        int lines = Arguments.integer(arguments, index);
        return lines > 0 ? "\n".repeat(lines) + source : source;
    }

    /** What the code answers, or {@link #TIMED_OUT}. */
    static Object runWithTimeout(NodeRuntime runtime, Supplier<Object> code, long milliseconds) {
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
            return code.get();
        } catch (ExecutionTerminated timeout) {
            return TIMED_OUT;
        } finally {
            watchdog.interrupt();
            runtime.agent().cancelTermination();
        }
    }
}
