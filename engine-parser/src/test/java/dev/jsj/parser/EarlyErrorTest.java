package dev.jsj.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jsj.parser.estree.AstJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Early errors have V8's messages and places. */
class EarlyErrorTest {
    static List<String> recordedErrors() throws IOException {
        try (InputStream in = EarlyErrorTest.class.getResourceAsStream("early-errors.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recordedErrors")
    void messageIsNodes(String line) {
        int arrow = line.lastIndexOf("\" -> ");
        // JSON strings are JavaScript string literals.
        String literal = line.substring(0, arrow + 1);
        var statement = (List<?>) AstJson.parse(new Source("json", literal), false).get("body");
        var expression =
                (java.util.Map<?, ?>) ((java.util.Map<?, ?>) statement.get(0)).get("expression");
        Source source = new Source("test.js", (String) expression.get("value"));
        JsSyntaxError error =
                assertThrows(JsSyntaxError.class, () -> new Parser().parseScript(source));
        assertEquals(line.substring(arrow + 5), error.getMessage());
    }

    @Test
    void placeIsThatOfTheToken() {
        Source source = new Source("test.js", "let a;\nlet b = c d;\n");
        JsSyntaxError error =
                assertThrows(JsSyntaxError.class, () -> new Parser().parseScript(source));
        assertEquals("Unexpected identifier 'd'", error.getMessage());
        assertEquals(2, error.line());
        assertEquals(11, error.column());
        assertEquals(error.start() + 1, error.end());
        assertEquals("let b = c d;", source.lineText(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import a from 'b'; import a from 'c';",
                "export {a};",
                "export default 1; export default 2;",
                "export let a; export {a};",
                "{ import a from 'b'; }",
                "var await;",
                "import {default} from 'a';",
                "export {if} from 'a'; export {if};",
                "import a from 'b' with {type: 'json', 'type': 'json'};",
                "<!-- comment",
                "return;",
                "with (a) {}",
                "export {'a'};",
                "function f() { await 1 }",
                "new.target",
            })
    void moduleErrors(String text) {
        assertThrows(
                JsSyntaxError.class, () -> new Parser().parseModule(new Source("test.mjs", text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import a, {b as c, default as d, 'e f' as g} from 'x'; export {a as 'b c', c};",
                "import * as a from 'b' with {type: 'json'}; export * from 'c'; export * as d from"
                        + " 'e';",
                "export default function () {} export {if, default as x} from 'a';",
                "await 1; for await (const a of b) {} export const {c, d: [e]} = f;",
                "using a = b; await using c = d;",
                "import defer * as a from 'b'; import source c from 'd'; import defer from 'e';",
                "export {f}; function f() {} export async function* g() {}",
                "import.meta.url; import('a', {with: {}}); export class A {}",
            })
    void modules(String text) {
        new Parser().parseModule(new Source("test.mjs", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var let = 1; let\n[a] = b;",
                "async = async => async; async\nf(); var of, get, set, static, yield, await;",
                "for (let in a); for (let\nof = 1;;) break; for (async of => 1;;) break;",
                "for (var i = 0 in {}); for (using of a); { using b = c; }",
                "if (a) function f() {} else function g() {}",
                "a: function f() {} function f() {} var f;",
                "{ function f() {} function f() {} } try {} catch (e) { var e; }",
                "x = {__proto__: 1, __proto__, ['__proto__']: 2, __proto__() {}};",
                "({a = 1, ...b.c} = {}, [d, [e] = f, ...[g.h]] = i);",
                "f() = 1; f()++; for (f() in a);",
                "a\n++b; a ? (b, c) : d => {}\n/e/g",
                "class A extends B { static async *#a() {} static {} get; set; static; async\n"
                        + "b(){} 'c' = 1 }",
                "a?.b?.[c]?.(d).e; a ?.5 : b;",
                "`a${`b${c}`}d`; a`\\u{`; <!-- html\n--> comment",
                "0b11 + 0O17 + 017 + 089.5 + 1_000n + .5e-3; '\\08'",
                "function f(a, a) {} function g(eval) { arguments = 1; }",
                "var a\\u{62}c, \\u0061, \ud835\udc00;",
                "new new A()(); new (f())(); new a.b`c`; new (import('a'));",
                "label: while (1) { continue label; } function h() { new.target; () => new.target"
                        + " }",
            })
    void scripts(String text) {
        new Parser().parseScript(new Source("test.js", text));
    }
}
