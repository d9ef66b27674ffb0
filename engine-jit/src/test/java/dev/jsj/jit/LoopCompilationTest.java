package dev.jsj.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.interp.Engine;
import dev.jsj.interp.tiering.TierPolicy;
import dev.jsj.jit.trace.Diagnostics;
import dev.jsj.parser.Source;
import dev.jsj.runtime.realm.HostHooks;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which functions get code for their loops, beside that for calls. */
final class LoopCompilationTest {
    private static final int BUDGET_STEP = 100;

    private static final String SUM =
            "function sum(n) { let s = 0; for (let i = 0; i < n; i++) s += i; return s; }\n";

    @Test
    void shortLoopsOfAFunctionThatIsCalledOftenAreNotCompiled() {
        String program = SUM + "for (let i = 0; i < 2000; i++) sum(i % 50);";
        List<String> marked = marked(program, true); // it goes on while the compiler works
        assertTrue(marked.stream().anyMatch(line -> !line.contains("OSR")), marked.toString());
        assertEquals(0, loops(marked), marked.toString());
    }

    @Test
    void theLoopOfAnActivationThatStaysInItIsCompiled() {
        List<String> marked = marked(SUM + "sum(5000);", false);
        assertEquals(1, loops(marked), marked.toString());
    }

    @Test
    void aLongLoopOfAFunctionWithCodeForCallsIsCompiledAfterItsCodeWasLeft() {
        String program =
                SUM.replace("s += i", "s += step")
                        + "let step = 1; for (let i = 0; i < 2000; i++) sum(i % 50);"
                        + "step = 'x'; sum(20000);";
        List<String> marked = marked(program, false);
        assertEquals(1, loops(marked), marked.toString());
    }

    private static long loops(List<String> marked) {
        return marked.stream().filter(line -> line.contains("OSR at loop")).count();
    }

    /** What the trace tells of compilations of the function {@code sum} that were asked for. */
    private static List<String> marked(String program, boolean concurrent) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream output = new PrintStream(text, true, StandardCharsets.UTF_8);
        Diagnostics diagnostics = Diagnostics.of(List.of("--trace-opt"), output);
        Engine engine = new Engine(HostHooks.NONE);
        engine.setOptimizingTier(
                new Jit(
                        new JitOptions(
                                new TierPolicy(BUDGET_STEP), 2, concurrent, 0, diagnostics)));
        engine.evaluateScript(engine.newRealm(), new Source("sum.js", program));
        return text.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("[marking") && line.contains(" sum "))
                .toList();
    }
}
