package dev.jsj.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.jsj.parser.ast.Program;
import dev.jsj.parser.tools.LazyCheck;
import dev.jsj.parser.tools.ScopeDump;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Scopes and captured variables of the sources in {@code scopes/NAME.js} are those in {@code
 * NAME.txt}, however they are parsed. Run with {@code -Dgolden.update=true} to write the latter.
 */
class ScopeTest {
    static List<Path> sources() throws IOException, URISyntaxException {
        Path folder = Path.of(ScopeTest.class.getResource("scopes").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("js")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void scopes(Path file) throws IOException {
        Parser parser = new Parser();
        Source source = new Source(file.getFileName().toString(), Files.readString(file));
        boolean module = file.toString().endsWith(".mjs");
        Program program = module ? parser.parseModule(source) : parser.parseScript(source);
        String dump = String.join("\n", ScopeDump.dump(parser, source, program)) + "\n";
        Path golden = Path.of(file.toString().replaceAll("\\.m?js$", ".txt"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, dump);
        }
        assertEquals(Files.readString(golden), dump);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void lazyAndEagerAgree(Path file) throws IOException {
        assertNull(LazyCheck.difference(Files.readString(file)));
    }
}
