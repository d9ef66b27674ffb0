package dev.jsj.interp;

import dev.jsj.parser.Source;
import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.HostHooks;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The engine without a host: {@code Shell FILE...} runs scripts with nothing but {@code print} and
 * {@code console.log}. For tests and measurements of the engine alone.
 */
public final class Shell {
    private static final long STACK_SIZE = 1L << 30;

    private final PrintStream out;
    private final Engine engine = new Engine(HostHooks.NONE);
    private final Realm realm = engine.newRealm();

    Shell(PrintStream out) {
        this.out = out;
        NativeFunction print =
                new NativeFunction(realm, "print", 0, (self, arguments) -> print(arguments));
        realm.globalObject().defineOwn("print", print, Property.HIDDEN);
        JSObject console = realm.newObject();
        console.defineOwn("log", print, Property.DEFAULT);
        realm.globalObject().defineOwn("console", console, Property.HIDDEN);
    }

    private Object print(Object[] arguments) {
        StringBuilder line = new StringBuilder();
        for (Object argument : arguments) {
            if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(argument instanceof Symbol ? argument : TypeConversion.toString(argument));
        }
        out.println(line);
        return Undefined.UNDEFINED;
    }

    /** Runs a script and the jobs it leaves; false after an uncaught exception. */
    boolean run(String name, String text) {
        try {
            engine.evaluateScript(realm, new Source(name, text));
            engine.agent().runJobs();
            return true;
        } catch (JSThrow completion) {
            out.println("Uncaught " + describe(completion.valueOrNull()));
            return false;
        }
    }

    private static String describe(Object thrown) {
        if (thrown instanceof JSObject object
                && object.get("stack") instanceof CharSequence stack) {
            return stack.toString();
        }
        return ErrorText.of(thrown);
    }

    public static void main(String[] files) throws InterruptedException {
        int[] exitCode = {0};
        Thread thread =
                new Thread(
                        null,
                        () -> {
                            PrintStream out =
                                    new PrintStream(System.out, true, StandardCharsets.UTF_8);
                            Shell shell = new Shell(out);
                            for (String file : files) {
                                try {
                                    if (!shell.run(file, Files.readString(Path.of(file)))) {
                                        exitCode[0] = 1;
                                    }
                                } catch (IOException failure) {
                                    out.println("Cannot read " + file);
                                    exitCode[0] = 2;
                                }
                            }
                        },
                        "main",
                        STACK_SIZE);
        thread.start();
        thread.join();
        System.exit(exitCode[0]);
    }
}
