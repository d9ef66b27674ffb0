package dev.jsj.interp.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jsj.interp.Engine;
import dev.jsj.parser.Source;
import dev.jsj.runtime.realm.HostHooks;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recursion that is too deep ends in a RangeError that can be caught, on every path. */
class RecursionTest {
    private static final String FRAME =
            """
            var depth = 0, deepest = 0, name;
            function enter() { depth++; if (depth > deepest) deepest = depth; }
            try { START } catch (e) { name = e.name + ': ' + e.message; }
            name + ' ' + (deepest > 2000);
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(function f() { enter(); f() })()",
                "(function f() { enter(); try { f() } finally { depth-- } })()",
                "(function f() { enter(); return new f })()",
                "(function f() { enter(); [1].map(f) })()",
                "const o = { get x() { enter(); return this.x } }; o.x",
                "const o = { toString() { enter(); return '' + this } }; '' + o",
                "const p = new Proxy({}, { get(t, k, r) { enter(); return r[k] } }); p.x",
                "class A { constructor() { enter(); new B } } class B extends A {}; new B",
                "function* g() { enter(); yield* g() } g().next()",
                "(function f() { enter(); f(...[1, 2]) })()",
                "(function f() { enter(); f.call(null, 1) })()",
                "(function f() { enter(); eval('f()') })()",
            })
    void isARangeError(String start) throws InterruptedException {
        Object[] result = new Object[1];
        Thread thread =
                new Thread(
                        null,
                        () -> {
                            Engine engine = new Engine(HostHooks.NONE);
                            Source source = new Source("t.js", FRAME.replace("START", start));
                            result[0] = engine.evaluateScript(engine.newRealm(), source).toString();
                        },
                        "test",
                        512L << 20);
        thread.start();
        thread.join();
        assertEquals("RangeError: Maximum call stack size exceeded true", result[0]);
    }
}
