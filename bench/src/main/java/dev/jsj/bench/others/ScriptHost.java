package dev.jsj.bench.others;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

/**
 * {@code ScriptHost ENGINE HARNESS PROGRAM [SIZE]}: runs a benchmark program on a {@code
 * javax.script} engine of the class path, with just enough of Node around it: {@code require} of
 * the harness, {@code console.log}, {@code performance.now}, {@code process.argv} and {@code
 * process.env}. Uses nothing but the JDK, so that {@code run.py} can compile it alone.
 */
public final class ScriptHost {
    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private ScriptHost() {}

    /** What scripts call. */
    public static final class Host {
        /** Prints a line. */
        public void print(String line) {
            OUT.println(line);
        }

        /** Milliseconds from an arbitrary start. */
        public double now() {
            return System.nanoTime() / 1e6;
        }

        /** An environment variable, or the empty string. */
        public String environment(String name) {
            String value = System.getenv(name);
            return value == null ? "" : value;
        }
    }

    /** Exit code 1 where the engine cannot run the program, 2 where there is no such engine. */
    public static void main(String[] args) throws IOException {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName(args[0]);
        if (engine == null) {
            System.err.println("No engine " + args[0] + " on the class path.");
            System.exit(2);
        }
        String size = args.length > 3 ? args[3] : "";
        try {
            engine.getBindings(javax.script.ScriptContext.ENGINE_SCOPE)
                    .put("polyglot.js.allowAllAccess", true);
            engine.put("host", new Host());
            engine.eval(
                    "var process = { argv: ['', '', '"
                            + size
                            + "'], env: { BENCH_MODE: String(host.environment('BENCH_MODE')),"
                            + " BENCH_SECONDS: Number(host.environment('BENCH_SECONDS')) } };"
                            + "var console = { log: function () {"
                            + " host.print(Array.prototype.join.call(arguments, ' ')); } };"
                            + "var performance = { now: function () { return host.now(); } };"
                            + "var exports = {};"
                            + "var require = function () { return exports; };");
            engine.eval("(function () {" + Files.readString(Path.of(args[1])) + "\n})();");
            engine.eval("(function () {" + Files.readString(Path.of(args[2])) + "\n})();");
        } catch (ScriptException | RuntimeException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }
}
