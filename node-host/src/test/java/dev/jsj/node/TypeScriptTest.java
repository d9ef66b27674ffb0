package dev.jsj.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jsj.node.ChildProgram.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** TypeScript files, run, imported and required. */
class TypeScriptTest {
    @TempDir Path folder;

    private void write(String name, String source) throws IOException {
        Files.writeString(folder.resolve(name), source);
    }

    @Test
    void stripsEveryKindOfType() throws Exception {
        try (InputStream stream = TypeScriptTest.class.getResourceAsStream("types.ts")) {
            String source = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(
                    new Outcome(
                            0,
                            List.of(
                                    "18 1 [ 1 ] 3 1.0 3 4 [ 'x', 'computed', 'get', 'opt', 'sure',"
                                            + " 'name', 'late' ]",
                                    "q 1 false 2 1 5 1 Array x|1 1 undefined  false",
                                    "    at all.ts:72:13")),
                    ChildProgram.run(folder, "all.ts", source));
        }
    }

    @Test
    void loadsEveryExtension() throws Exception {
        write("module.mts", "export const a: number = 1; export type T = string;");
        write("script.cts", "exports.b = 2 as number;");
        write("either.ts", "const c: number = 3; export { c }; export * from './script.cts';");
        String main =
                """
                import { a } from './module.mts';
                import { b } from './script.cts';
                import { c } from './either.ts';
                import { createRequire } from 'node:module';
                const require = createRequire(import.meta.url);
                console.log(a, b, c, require('./script.cts').b, require('./either.ts').c, Object.keys(require.extensions));
                """;
        assertEquals(
                new Outcome(0, List.of("1 2 3 2 3 [ '.js', '.json', '.node' ]")),
                ChildProgram.run(folder, "main.mjs", main));
    }

    @Test
    void showsSyntaxThatNeedsCode() throws Exception {
        Outcome outcome = ChildProgram.run(folder, "enum.ts", "let a: number;\n  enum E { A }\n");
        assertEquals(1, outcome.exitCode());
        assertEquals(
                List.of(
                        folder.toRealPath().resolve("enum.ts") + ":2",
                        "  enum E { A }",
                        "  ^^^^^^^^^^^^",
                        "",
                        "SyntaxError [ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX]: "
                                + "TypeScript enum is not supported in strip-only mode"),
                outcome.lines().subList(0, 5));
    }

    @Test
    void tellsTypesInPackagesAndBrokenOnesApart() throws Exception {
        Files.createDirectories(folder.resolve("node_modules/p"));
        write("node_modules/p/index.ts", "export const a = 1;");
        write("broken.ts", "let a: = 1;");
        String main =
                """
                for (const name of ['p/index.ts', './broken.ts']) {
                  try {
                    require(name);
                  } catch (error) {
                    console.log(error.name, error.code);
                  }
                }
                """;
        assertEquals(
                new Outcome(
                        0,
                        List.of(
                                "Error ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING",
                                "SyntaxError ERR_INVALID_TYPESCRIPT_SYNTAX")),
                ChildProgram.run(folder, "main.cjs", main));
    }

    @Test
    void awaitsInAProgramThatShowsItselfToBeAModule() throws Exception {
        String main = "import 'node:fs';\nconst a: number = await 1;\nconsole.log(a);";
        assertEquals(new Outcome(0, List.of("1")), ChildProgram.run(folder, "main.ts", main));
    }
}
