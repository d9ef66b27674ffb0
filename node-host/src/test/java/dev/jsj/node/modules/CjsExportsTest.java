package dev.jsj.node.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class CjsExportsTest {
    private static Set<String> names(String source) {
        return CjsExports.scan(source).names();
    }

    @Test
    void findsAssignments() {
        assertEquals(
                Set.of("a", "b", "c"),
                names("exports.a = 1; module.exports.b = 2; exports['c'] = exports.a;"));
    }

    @Test
    void findsChainedAssignments() {
        assertEquals(Set.of("a", "b"), names("exports.a = exports.b = void 0;"));
    }

    @Test
    void findsTheMembersOfAnExportedObject() {
        assertEquals(
                Set.of("a", "b", "c d"), names("module.exports = { a, b: x, 'c d': y, ...rest }"));
    }

    @Test
    void findsDefinedProperties() {
        String source =
                "Object.defineProperty(exports, '__esModule', { value: true });"
                        + " Object.defineProperty(module.exports, \"x\", {})";
        assertEquals(Set.of("__esModule", "x"), names(source));
    }

    @Test
    void findsReexports() {
        assertEquals(
                List.of("./x"), CjsExports.scan("module.exports = require('./x');").reexports());
        assertEquals(
                List.of("./y"),
                CjsExports.scan("__exportStar(require('./y'), exports);").reexports());
    }

    @Test
    void ignoresTextThatIsNoCode() {
        assertEquals(
                Set.of("real"),
                names(
                        "// exports.a = 1\n"
                                + "/* exports.b = 2 */ const s = 'exports.c = 3', t = `exports.d ="
                                + " ${1}`, r = /exports.e = 1/; exports.real = 1"));
    }

    @Test
    void ignoresComparisonsAndReads() {
        assertEquals(Set.of(), names("if (exports.a == 1) f(exports.b); x.exports.c = 1;"));
    }
}
