package dev.jsj.conformance.test262;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class FrontmatterTest {

    @Test
    void readsFlowLists() {
        Frontmatter data =
                Frontmatter.parse(
                        """
                        /*---
                        description: features: [not-this]
                        includes: [a.js, b.js]
                        flags: [async, noStrict]
                        features: [Symbol, "Map"]
                        ---*/
                        """);
        assertEquals(List.of("a.js", "b.js"), data.includes());
        assertEquals(Set.of("async", "noStrict"), data.flags());
        assertEquals(Set.of("Symbol", "Map"), data.features());
        assertNull(data.negative());
    }

    @Test
    void readsBlockListsAndFlowListsOverSeveralLines() {
        Frontmatter data =
                Frontmatter.parse(
                        """
                        /*---
                        flags:
                          - module
                          - async
                        features: [
                          one,
                          two,
                        ]
                        ---*/
                        """);
        assertEquals(Set.of("module", "async"), data.flags());
        assertEquals(Set.of("one", "two"), data.features());
    }

    @Test
    void readsTheExpectedError() {
        Frontmatter data =
                Frontmatter.parse(
                        """
                        // Copyright
                        /*---
                        negative:
                          phase: parse
                          type: SyntaxError
                        esid: sec-type
                        ---*/
                        """);
        assertEquals(new Frontmatter.Negative("parse", "SyntaxError"), data.negative());
    }
}
