package dev.jsj.parser;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.jsj.parser.tools.TreeWalker;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;

/** Whatever the source, there is a tree or a syntax error, and soon. */
class HostileInputTest {
    private static final String SEED =
            """
            'use strict'; import.meta; label: for (let [a, {b = 1, ...c}] of d?.e`x${f}y`) continue label;
            class A extends (class {}) { static #p = 1n; static { this.#p ??= 0x1f } get ['x']() { return super.y } }
            async function* g(h = async (i) => await i, ...j) { for await (const k of j) yield* k; await using z = 1 }
            switch (new.target) { case /[/]\\u{61}/gu.test('\\x41\\n'): default: try { throw () => {} } catch { } finally { ; } }
            var o = { __proto__: null, async *[m]() {}, set n(v) {}, 'q': (1, 2) ** -3, if: typeof void 0 };
            x = a ? b : c => ({ d }) ; do { var let_ = yield_ \\u0061 } while (x--> 0) <!-- html
            if (a) function f() {} else with (b) eval('c'); export { a as default, b as 'c' } from "d" with { e: "f" };
            """;

    @Test
    void mutatedSources() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), HostileInputTest::mutateAndParse);
    }

    private static void mutateAndParse() {
        Random random = new Random(42);
        Parser parser = new Parser(2000, true);
        for (int i = 0; i < 6000; i++) {
            StringBuilder text = new StringBuilder(SEED);
            for (int j = random.nextInt(12); j >= 0; j--) {
                mutate(text, random);
            }
            Source source = new Source("test.js", text.toString());
            try {
                var program =
                        (i & 1) == 0 ? parser.parseModule(source) : parser.parseScript(source);
                TreeWalker.walk(parser, source, program, node -> {});
            } catch (JsSyntaxError | ParserStackOverflow e) {
                // as it should be
            }
        }
    }

    private static void mutate(StringBuilder text, Random random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(1 << random.nextInt(9)));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(random.nextInt(text.length()), text.substring(from, to));
            case 2 ->
                    text.setCharAt(from, (char) random.nextInt(random.nextBoolean() ? 128 : 65536));
            default -> {
                String piece = text.substring(from, to);
                text.delete(from, to);
                text.insert(random.nextInt(text.length() + 1), piece);
            }
        }
        if (text.isEmpty()) {
            text.append(SEED);
        }
    }
}
