package dev.jsj.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.jsj.launcher.Invocation.Kind;

import org.junit.jupiter.api.Test;

import java.util.List;

class InvocationTest {

    private static Invocation parse(String... args) {
        Invocation invocation = Invocation.parse(args);
        assertNotNull(invocation);
        return invocation;
    }

    @Test
    void runTakesTheFileAndLeavesItsArgumentsAlone() {
        assertEquals(
                new Invocation(Kind.FILE, "app.js", List.of("-e", "--jitless"), List.of()),
                parse("run", "app.js", "-e", "--jitless"));
    }

    @Test
    void theWordRunIsOptional() {
        assertEquals(
                new Invocation(Kind.FILE, "app.js", List.of("x"), List.of("--jitless")),
                parse("--jitless", "app.js", "x"));
    }

    @Test
    void theValueOfAFlagMayBeTheNextArgument() {
        assertEquals(
                new Invocation(
                        Kind.FILE,
                        "app.js",
                        List.of("x"),
                        List.of("-r", "a.js", "--env-file=.env")),
                parse("-r", "a.js", "--env-file=.env", "app.js", "x"));
    }

    @Test
    void flagsMayStandOnEitherSideOfRun() {
        Invocation expected =
                new Invocation(Kind.FILE, "app.js", List.of(), List.of("--jitless", "--trace-opt"));
        assertEquals(expected, parse("--jitless", "run", "--trace-opt", "app.js"));
    }

    @Test
    void codeComesFromEvalOrPrint() {
        assertEquals(
                new Invocation(Kind.EVAL, "1", List.of("a"), List.of()), parse("-e", "1", "a"));
        assertEquals(
                new Invocation(Kind.PRINT, "1", List.of("a"), List.of()),
                parse("-p", "1", "--", "a"));
    }

    @Test
    void replIsACommand() {
        assertEquals(Kind.REPL, parse("repl").kind());
        assertEquals(Kind.REPL, parse("-i").kind());
        assertEquals(Kind.FILE, parse("run", "repl").kind());
    }

    @Test
    void withoutAFileTheProgramIsStandardInput() {
        assertEquals(Kind.STANDARD_INPUT, parse().kind());
        assertEquals(List.of("a"), parse("-", "a").arguments());
    }

    @Test
    void aDoubleDashMakesAnyNameAFile() {
        assertEquals("--odd.js", parse("--", "--odd.js").source());
    }

    @Test
    void everythingElseIsLeftToTheOptionParser() {
        assertNull(Invocation.parse(new String[] {"--help"}));
        assertNull(Invocation.parse(new String[] {"--no-such-option", "app.js"}));
        assertNull(Invocation.parse(new String[] {"run"}));
        assertNull(Invocation.parse(new String[] {"-e"}));
    }
}
