package dev.jsj.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jsj.node.ChildProgram.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs small programs, each in a process of its own, and reads what they print. */
class NodeProgramTest {
    @TempDir Path folder;

    private Outcome run(String name, String... source) throws IOException, InterruptedException {
        return ChildProgram.run(folder, name, String.join("\n", source));
    }

    @Test
    void runsTicksThenPromiseJobsThenTimers() throws Exception {
        Outcome outcome =
                run(
                        "order.js",
                        "setTimeout(() => console.log('timer'), 1);",
                        "Promise.resolve().then(() => console.log('promise'));",
                        "process.nextTick(() => console.log('tick'));",
                        "console.log('script');");
        assertEquals(new Outcome(0, List.of("script", "tick", "promise", "timer")), outcome);
    }

    @Test
    void showsWhereAnUncaughtErrorWasThrown() throws Exception {
        Outcome outcome =
                run("fails.js", "function f() {", "  throw new TypeError('bad');", "}", "f();");
        assertEquals(1, outcome.exitCode());
        String file = folder.toRealPath().resolve("fails.js").toString();
        assertEquals(
                List.of(
                        file + ":2",
                        "  throw new TypeError('bad');",
                        "  ^",
                        "",
                        "TypeError: bad",
                        "    at f (" + file + ":2:9)"),
                outcome.lines().subList(0, 6));
    }

    @Test
    void importsCommonJsByName() throws Exception {
        Files.writeString(folder.resolve("lib.cjs"), "exports.one = 1; exports.two = () => 2;");
        Outcome outcome =
                run(
                        "main.mjs",
                        "import lib, { one, two } from './lib.cjs';",
                        "console.log(one, two(), lib.one,"
                                + " import.meta.filename.endsWith('main.mjs'));");
        assertEquals(List.of("1 2 1 true"), outcome.lines());
    }

    @Test
    void printsValuesAsNodeDoes() throws Exception {
        Outcome outcome =
                run(
                        "values.js",
                        "const a = { list: [1, 'two', new Map([[{}, null]])] }; a.self = a;",
                        "console.log(a);",
                        "console.log('%s=%d', 'x', '4');");
        assertEquals(
                List.of(
                        "<ref *1> {",
                        "  list: [ 1, 'two', Map(1) { {} => null } ],",
                        "  self: [Circular *1]",
                        "}",
                        "x=4"),
                outcome.lines());
    }

    @Test
    void endsWithTheExitCodeOfTheProgram() throws Exception {
        Outcome outcome =
                run(
                        "exit.js",
                        "process.on('exit', (code) => console.log('exit', code));",
                        "process.exitCode = 5;");
        assertEquals(new Outcome(5, List.of("exit 5")), outcome);
    }

    @Test
    void hasTheFormsOfAntThatItsProgramsUse() throws Exception {
        Outcome outcome =
                run(
                        "ant.mjs",
                        "import { join } from 'ant:path';",
                        "import { readFile, writeFile } from 'ant:fs';",
                        "const file = join(import.meta.dirname, 'text.txt');",
                        "await writeFile(file, 'text');",
                        "console.log(await readFile(file), String(Ant.version) === Ant.version());",
                        "console.log('{{a}}{{ b }}{{c}}.'.template({ a: 1, b: '$1' }));");
        assertEquals(new Outcome(0, List.of("text true", "1$1.")), outcome);
    }
}
