package dev.jsj.conformance.zoo;

import dev.jsj.conformance.differential.EngineOptions;
import dev.jsj.conformance.differential.Program;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Runs the programs of one or more editions; each passes when it prints {@code NAME: OK} only. */
@Command(
        name = "zoo",
        mixinStandardHelpOptions = true,
        description = "Runs the ES1, ES3 and ES5 programs of a checkout of ivankra/javascript-zoo.")
public final class Zoo implements Callable<Integer> {

    @Option(
            names = "--zoo",
            paramLabel = "DIR",
            required = true,
            description = "A checkout of ivankra/javascript-zoo.")
    private Path checkout = Path.of(".");

    @Option(
            names = "--editions",
            split = ",",
            defaultValue = "es1,es3,es5",
            description = "Default ${DEFAULT-VALUE}.")
    private List<String> editions = List.of();

    @Mixin private EngineOptions engine = new EngineOptions();

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Zoo() {}

    /** Runs the command; exit code 1 means that a program failed. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Zoo()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        int passed = 0;
        int total = 0;
        try (ExecutorService pool = engine.pool()) {
            for (String edition : editions) {
                Path folder = checkout.resolve("conformance").resolve(edition);
                List<Program> programs = Program.all(folder);
                List<Future<String>> runs = engine.start(pool, programs);
                for (int i = 0; i < runs.size(); i++) {
                    String transcript = runs.get(i).get();
                    total++;
                    if (transcript.equals(edition + "/" + programs.get(i).name() + ": OK\n")) {
                        passed++;
                    } else {
                        report(edition + "/" + programs.get(i).name(), transcript);
                    }
                }
            }
        }
        out.println(passed + " of " + total + " programs pass");
        return passed == total ? 0 : 1;
    }

    private void report(String name, String transcript) {
        out.println("FAIL " + name);
        transcript.lines().limit(4).forEach(line -> out.println("  " + line));
    }
}
