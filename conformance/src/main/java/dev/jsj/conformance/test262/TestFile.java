package dev.jsj.conformance.test262;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One test.
 *
 * @param name path below {@code test/}, with slashes
 */
record TestFile(String name, Path path, String source, Frontmatter frontmatter) {

    static TestFile read(Path testFolder, Path path) throws IOException {
        // Malformed UTF-8 becomes U+FFFD, as it does in Node.
        String source = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        String name = testFolder.relativize(path).toString().replace('\\', '/');
        return new TestFile(name, path, source, Frontmatter.parse(source));
    }

    boolean isAsync() {
        return frontmatter.hasFlag("async");
    }

    /** The runs that INTERPRETING.md asks for; the file passes when all of them do. */
    List<TestMode> modes() {
        if (frontmatter.hasFlag("raw")) {
            return List.of(frontmatter.hasFlag("module") ? TestMode.MODULE : TestMode.RAW);
        }
        if (frontmatter.hasFlag("module")) {
            return List.of(TestMode.MODULE);
        }
        if (frontmatter.hasFlag("onlyStrict")) {
            return List.of(TestMode.STRICT);
        }
        if (frontmatter.hasFlag("noStrict")) {
            return List.of(TestMode.SLOPPY);
        }
        return List.of(TestMode.SLOPPY, TestMode.STRICT);
    }

    String sourceFor(TestMode mode) {
        return mode == TestMode.STRICT ? "\"use strict\";\n" + source : source;
    }

    /** Files below {@code harness/} to run first, in order. */
    List<String> harnessFiles() {
        if (frontmatter.hasFlag("raw")) {
            return List.of();
        }
        List<String> files = new java.util.ArrayList<>(List.of("assert.js", "sta.js"));
        if (isAsync()) {
            files.add("doneprintHandle.js");
        }
        for (String include : frontmatter.includes()) {
            if (!files.contains(include)) {
                files.add(include);
            }
        }
        return files;
    }
}
