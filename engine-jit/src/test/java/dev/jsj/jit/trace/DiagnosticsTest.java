package dev.jsj.jit.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jsj.interp.Engine;
import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.interp.tiering.TierPolicy;
import dev.jsj.jit.Jit;
import dev.jsj.jit.JitOptions;
import dev.jsj.parser.Source;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.realm.HostHooks;
import dev.jsj.runtime.realm.Realm;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** What the tier tells about itself. */
final class DiagnosticsTest {
    private static final String PROGRAM =
            """
            function add(a, b) { while (a === null) a = b; // with a loop, it is not inlined
              return a + b; // <script>
            }
            function loop(n) {
              let s = 0;
              for (let i = 0; i < n; i++) {
                s = add(s, i);
              }
              return s;
            }
            for (let i = 0; i < 300; i++) loop(10);
            add('x', 1);
            """;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private Realm realm;
    private Engine engine;

    private String run(List<String> flags) {
        PrintStream output = new PrintStream(text, true, StandardCharsets.UTF_8);
        engine = new Engine(HostHooks.NONE);
        engine.setOptimizingTier(
                new Jit(
                        new JitOptions(
                                new TierPolicy(20), 1, false, 0, Diagnostics.of(flags, output))));
        realm = engine.newRealm();
        engine.evaluateScript(realm, new Source("add.js", PROGRAM));
        return text.toString(StandardCharsets.UTF_8);
    }

    private ScriptCode code(String name) {
        ScriptFunction function =
                (ScriptFunction) engine.evaluateScript(realm, new Source("get.js", name));
        return (ScriptCode) function.code();
    }

    @Test
    void linesNameFunctionReasonAndPosition() {
        String lines = run(List.of("--trace-opt", "--trace-deopt"));
        assertTrue(lines.contains("[marking <JSFunction add add.js:1:1> (target OPT)"), lines);
        assertTrue(lines.contains("[completed optimizing <JSFunction loop add.js:4:1>"), lines);
        assertTrue(
                lines.matches("(?s).*reason: not a (Smi|Number)\\): begin.*add\\.js:2:\\d+\\].*"),
                lines);
    }

    @Test
    void inlineCachesAndIrArePrinted() {
        String lines = run(List.of("--trace-ic", "--print-ir", "--filter=add"));
        assertTrue(lines.contains(" in loop+"), lines);
        assertTrue(lines.contains("calls one function]"), lines);
        assertTrue(lines.contains("[IR of add add.js:1:1]"), lines);
        assertFalse(lines.contains("[IR of loop"), lines);
        assertTrue(lines.contains(":INT"), lines);
    }

    @Test
    void dumpedClassesHaveSourceFileAndLines(@TempDir Path folder) throws IOException {
        run(List.of("--dump-classes=" + folder, "--filter=loop"));
        TreeSet<Integer> lines = new TreeSet<>();
        String[] source = new String[1];
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertTrue(file.getFileName().toString().startsWith("loop-"), file.toString());
                collect(Files.readAllBytes(file), source, lines);
            }
        }
        assertEquals("add.js", source[0]);
        assertTrue(lines.contains(6) && lines.contains(7), lines.toString());
    }

    @Test
    void namesOfDumpedClassesAreShort(@TempDir Path folder) throws IOException {
        Diagnostics diagnostics = Diagnostics.of(List.of("--dump-classes=" + folder), System.out);
        byte[] content = {1};
        diagnostics.dump("[a-z]".repeat(1000), content);
        diagnostics.dump("[a-z]".repeat(1000), content);
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    private static void collect(byte[] bytes, String[] file, TreeSet<Integer> lines) {
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public void visitSource(String source, String debug) {
                                file[0] = source;
                            }

                            @Override
                            public MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    String signature,
                                    String[] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitLineNumber(int line, Label start) {
                                        lines.add(line);
                                    }
                                };
                            }
                        },
                        0);
    }

    @Test
    void flightRecordingsHaveCompilationsAndDeoptimizations(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("tiers.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("dev.jsj.Compile");
            recording.enable("dev.jsj.Deoptimize");
            recording.start();
            run(List.of());
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertTrue(has(events, "dev.jsj.Compile", "loop"), events.toString());
        assertTrue(has(events, "dev.jsj.Deoptimize", "add"), events.toString());
    }

    private static boolean has(List<RecordedEvent> events, String type, String function) {
        return events.stream()
                .anyMatch(
                        event ->
                                event.getEventType().getName().equals(type)
                                        && event.getString("function").equals(function));
    }

    private String page() {
        run(List.of());
        TracePage page = new TracePage();
        ScriptCode add = code("add");
        ScriptCode loop = code("loop");
        page.add(TierEvent.of(TierEvent.Kind.MARKED, add, -1, "hot and stable"));
        page.add(
                new TierEvent(
                        System.nanoTime(), TierEvent.Kind.COMPILED, add, -1, "", 2_000_000, 99));
        page.add(TierEvent.of(TierEvent.Kind.DEOPTIMIZED, add, 0, "not a Smi"));
        page.add(TierEvent.of(TierEvent.Kind.INLINED, add, 0, "one t.js:1:1"));
        page.add(TierEvent.of(TierEvent.Kind.MARKED, loop, -1, "hot and stable"));
        return page.html();
    }

    @Test
    void thePageHoldsEventsSourceAndTypes() {
        String html = page();
        assertTrue(html.contains("\"kind\":\"deoptimized\",\"pc\":0,\"line\":1"), html);
        assertTrue(html.contains("return a + b; // \\u003cscript>"), html);
        assertTrue(html.contains("\"deopts\":\"not a Smi\""), html);
        assertTrue(html.contains("\"inlined\":\"one t.js:1:1\""), html);
        assertTrue(html.contains("CALL2: calls one function"), html);
        assertFalse(html.contains("/*DATA*/"), html);
    }

    @Test
    void aBrowserShowsThePage(@TempDir Path folder) throws Exception {
        Path chromium = Path.of("/usr/bin/chromium");
        assumeTrue(Files.isExecutable(chromium), "Chromium is not installed (Debian: chromium)");
        Path file = Files.writeString(folder.resolve("page.html"), page());
        Process browser =
                new ProcessBuilder(
                                chromium.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--user-data-dir=" + folder.resolve("profile"),
                                "--dump-dom",
                                file.toUri().toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String dom = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(browser.waitFor(60, TimeUnit.SECONDS));
        assertTrue(dom.contains("data-ready=\"2\""), dom);
        assertTrue(dom.contains("class=\"row chosen\""), dom);
        assertTrue(dom.contains("<tr class=\"deoptimized\">"), dom);
        assertTrue(dom.contains("deoptimized at line 1 not a Smi"), dom);
        assertTrue(dom.contains("inlined: one t.js:1:1"), dom);
    }
}
