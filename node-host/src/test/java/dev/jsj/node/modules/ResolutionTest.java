package dev.jsj.node.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jsj.node.fs.NioFileSystem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

class ResolutionTest {
    private static final List<String> EXTENSIONS = List.of(".js", ".json");
    private static final Set<String> REQUIRE = Set.of("node", "require");
    private static final Set<String> IMPORT = Set.of("node", "import");

    @TempDir Path temporary;
    private String root;
    private CommonJsResolver commonJs;
    private EsmResolver esm;

    @BeforeEach
    void setUp() throws IOException {
        root = temporary.toRealPath().toString();
        NioFileSystem files = new NioFileSystem(temporary);
        PackageScopes scopes = new PackageScopes(files);
        commonJs = new CommonJsResolver(files, scopes);
        esm = new EsmResolver(files, scopes);
    }

    private void write(String name, String text) throws IOException {
        Path file = temporary.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String require(String request) throws ResolutionException {
        List<String> folders =
                CommonJsResolver.isRelative(request)
                        ? List.of(root)
                        : CommonJsResolver.nodeModulesPaths(root);
        return commonJs.find(request, folders, EXTENSIONS, REQUIRE, false);
    }

    @Test
    void triesExtensionsThenTheFolder() throws Exception {
        write("a.js", "");
        write("b/index.json", "{}");
        write("c/package.json", "{\"main\": \"lib/start\"}");
        write("c/lib/start.js", "");
        assertEquals(root + "/a.js", require("./a"));
        assertEquals(root + "/b/index.json", require("./b"));
        assertEquals(root + "/c/lib/start.js", require("./c"));
        assertNull(require("./d"));
    }

    @Test
    void followsConditionsInOrder() throws Exception {
        write(
                "node_modules/p/package.json",
                "{\"exports\": {\".\": {\"import\": \"./m.mjs\", \"default\": \"./c.js\"},"
                        + " \"./f/*\": \"./lib/*.js\", \"./f/x\": null}}");
        write("node_modules/p/c.js", "");
        write("node_modules/p/m.mjs", "");
        write("node_modules/p/lib/y.js", "");
        assertEquals(root + "/node_modules/p/c.js", require("p"));
        assertEquals(root + "/node_modules/p/lib/y.js", require("p/f/y"));
        String parent = Paths.toFileUrl(root + "/main.mjs");
        assertEquals(
                "file://" + root + "/node_modules/p/m.mjs", esm.resolve("p", null, parent, IMPORT));
        assertEquals(
                "ERR_PACKAGE_PATH_NOT_EXPORTED",
                assertThrows(ResolutionException.class, () -> require("p/f/x")).code());
    }

    @Test
    void refusesTargetsOutsideThePackage() throws Exception {
        write("node_modules/q/package.json", "{\"exports\": \"../evil.js\"}");
        assertEquals(
                "ERR_INVALID_PACKAGE_TARGET",
                assertThrows(ResolutionException.class, () -> require("q")).code());
    }

    @Test
    void resolvesImportsAndSelfReferences() throws Exception {
        write(
                "package.json",
                "{\"name\": \"me\", \"exports\": {\"./x\": \"./x.js\"}, \"imports\": {\"#dep\":"
                        + " \"./dep.js\"}}");
        write("x.js", "");
        write("dep.js", "");
        String from = root + "/src/main.js";
        assertEquals(
                root + "/x.js", commonJs.resolveSelf("me/x", from, EXTENSIONS, REQUIRE, false));
        assertEquals(
                root + "/dep.js",
                commonJs.resolveImports("#dep", from, EXTENSIONS, REQUIRE, false));
    }

    @Test
    void namesBuiltinModulesBySchema() throws Exception {
        assertEquals("node:fs", esm.resolve("fs", null, "file:///x.mjs", IMPORT));
    }
}
