package dev.jsj.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.interp.Engine;
import dev.jsj.interp.tiering.TierPolicy;
import dev.jsj.jit.trace.Diagnostics;
import dev.jsj.parser.Source;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.HostHooks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Programs give the same result interpreted and compiled, also where guards fail on the way. */
final class JitTest {
    private static String run(String program, JitOptions options) {
        Engine engine = new Engine(HostHooks.NONE);
        if (options != null) {
            engine.setOptimizingTier(new Jit(options));
        }
        Object result = engine.evaluateScript(engine.newRealm(), new Source("test.js", program));
        return TypeConversion.toJavaString(result);
    }

    /** Compiles at the first tick, on the same thread. */
    private static String compiled(String program, ByteArrayOutputStream trace) {
        PrintStream output = new PrintStream(trace, true, StandardCharsets.UTF_8);
        return run(
                program,
                new JitOptions(TierPolicy.DEFAULT, 0, false, 0, Diagnostics.tiers(output)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // int32 until it overflows, then doubles
                "let s = 0; for (let i = 0; i < 5000; i++) s += i * i; s",
                "function f(n) { let x = 1; for (let i = 0; i < n; i++) x = x * 3 | 0; return x }"
                        + " f(4000)",
                "let x = 0.5; for (let i = 0; i < 5000; i++) x = x * 1.0001 + 1; x",
                // -0 and division
                "let r = []; for (let i = -2000; i < 2000; i++) r.push(Object.is(i * 0, -0), i % 7,"
                        + " i / 2); r.join()",
                "let z = 0; for (let i = 0; i < 3000; i++) z = -z; Object.is(z, -0) + '' + z",
                "let u = 0; for (let i = -3000; i < 3000; i++) u = (u + (i >>> 1)) % 1000003; u",
                // types change under a compiled function
                "function add(a, b) { return a + b } let o = []; for (let i = 0; i < 3000; i++)"
                        + " add(i, 1); [add(1.5, 2), add('a', 1), add(1n, 2n), add(2147483647,"
                        + " 1)].join()",
                // shapes
                "function g(o) { return o.a + (o.b || 0) } let t = 0; for (let i = 0; i < 4000;"
                        + " i++) t += g(i % 3 ? {a: 1} : {b: 2, a: 3}); t",
                "class P { constructor(x) { this.x = x } get y() { return this.x + 1 } add(p) {"
                    + " return new P(this.x + p.x) } } let p = new P(0); for (let i = 0; i < 3000;"
                    + " i++) p = p.add(new P(1)); p.x + ',' + p.y",
                // handlers, finally, break out of loops
                "function h(i) { try { if (i % 3 == 0) throw i; return 1 } catch (e) { return e }"
                        + " finally { c++ } } let c = 0, q = 0; for (let i = 0; i < 3000; i++) q +="
                        + " h(i); q + ',' + c",
                // generators and closures
                "function* k(n) { for (let i = 0; i < n; i++) yield i } let m = 0; for (const v of"
                        + " k(3000)) m += v; m",
                "let fs = []; for (let i = 0; i < 2000; i++) fs.push(() => i); fs.reduce((a, f) =>"
                        + " a + f(), 0)",
                // derived constructors return through an op of their own
                "class A extends Map { constructor(n) { super(); this.n = n } } let w = 0;"
                        + " for (let i = 0; i < 3000; i++) w += new A(i).n; w",
                // switch, strings
                "let out = ''; for (let i = 0; i < 2000; i++) switch (i % 4) { case 0: out += 'a';"
                        + " break; case 1: out += i; break; case 2: continue; default: out += '.' }"
                        + " out.length + out.slice(-9)",
                "let n = 0; for (let i = 0; i < 3000; i++) { const s = 'k' + i % 5; switch (s) {"
                        + " case 'k1': n++; break; case 'k3': n += 2 } } n",
            })
    void sameResultInBothTiers(String program) {
        ByteArrayOutputStream trace = new ByteArrayOutputStream();
        assertEquals(run(program, null), compiled(program, trace), program);
        assertTrue(
                trace.toString(StandardCharsets.UTF_8).contains("completed optimizing"),
                "nothing was compiled: " + program);
    }

    @Test
    void temporariesShareTheRegisterOfAnException() {
        ByteArrayOutputStream trace = new ByteArrayOutputStream();
        String program =
                "function sum(a) { let s = 0; for (const x of a) s = (s + x) | 0; return s }"
                        + " let last; for (let i = 0; i < 3000; i++)"
                        + " last = sum(i < 2999 ? [1, 2] : [2147483647, 1]); last";
        assertEquals("-2147483648", compiled(program, trace));
        assertFalse(trace.toString(StandardCharsets.UTF_8).contains("reason: overflow"));
    }

    @Test
    void aLoopVariableThatIsNoInt32IsTakenForADouble() {
        ByteArrayOutputStream trace = new ByteArrayOutputStream();
        String program =
                "function mix(a) { let [x] = a; for (let i = 0; i < 100; i++) x = (x ^ i) | 0;"
                        + " return x }"
                        + " let s = 0; for (let i = 0; i < 300; i++) s += mix([4294967295 - i]);"
                        + " s += mix(['7']); s += mix([undefined]); s";
        assertEquals(run(program, null), compiled(program, trace));
        String events = trace.toString(StandardCharsets.UTF_8);
        assertTrue(events.contains("reason: wrong type of loop variable"), events);
        assertTrue(events.contains("reason: loop variable not a Number"), events);
    }

    @Test
    void aFailedGuardIsTracedWithItsReason() {
        ByteArrayOutputStream trace = new ByteArrayOutputStream();
        String program =
                "function add(a, b) { return a + b } let last;"
                        + " for (let i = 0; i < 3000; i++) last = add(i < 2999 ? i : 'x', 1); last";
        assertEquals("x1", compiled(program, trace));
        assertTrue(trace.toString(StandardCharsets.UTF_8).contains("reason: not a Smi"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a guard fails in an inlined function, or in one inlined into that
                "function add(a, b) { return a + b } function twice(x) { const y = add(x, x);"
                        + " return [y, x].length + y }"
                        + " let s = 0; for (let i = 0; i < 3000; i++)"
                        + " s += twice(i < 2990 ? i : i + 0.5); s",
                "const add = (a, b) => a + b; const out = []; function f(i) {"
                        + " const x = i * 2, r = add(i % 997 ? i : 'n' + i, x); return r + x }"
                        + " for (let i = 0; i < 3000; i++) { const r = f(i);"
                        + " if (typeof r === 'string') out.push(r) } out.join()",
                // the callee is not what it was
                "let f = (x) => x + 1; const g = (x) => x * 2; function call(h, x) { return h(x) }"
                        + " let s = 0; for (let i = 0; i < 3000; i++)"
                        + " s += call(i % 1000 == 999 ? g : f, i); s",
                "const shapes = [{ k: 2, area() { return this.k } }, { k: 3, area() { return this.k"
                    + " * 2 } }, { k: 4, area(x) { return x + this.k } }]; let s = 0; for (let i ="
                    + " 0; i < 6000; i++) { if (i == 5000) shapes.push({ k: 0.5, area() { return -1"
                    + " } }); s += shapes[i % shapes.length].area(i) } s",
                "function run(f, g) { let n = 0; const up = () => { n++ }; const down = () => { n"
                    + " -= 2 }; let h = up, c = 0; do { h(); h = n % 3 ? up : down } while (++c <"
                    + " 500); return n } let s = 0; for (let i = 0; i < 40; i++) s += run(); s",
                // more and fewer arguments than parameters, a call left behind by its own guard
                "function three(a, b, c) { return '' + a + b + c } let n = 0;"
                        + " for (let i = 0; i < 3000; i++)"
                        + " n += (three(i) + three(i, 1, 2, 3)).length; n",
                // constructors, receivers, accessors
                "class P { constructor(x) { this.x = x } get y() { return this.x + 1 }"
                        + " plus(o) { return new P(this.x + o.y) } }"
                        + " let p = new P(0); for (let i = 0; i < 3000; i++) p ="
                        + " p.plus(i == 2500 ? {y: 0.5} : new P(i)); p.x",
                "function Point(x) { this.x = x; if (x < 0) this.low = true }"
                        + " Point.prototype.get = function () { return this.x };"
                        + " let s = 0; for (let i = 0; i < 3000; i++)"
                        + " s += new Point(i - 2990 ? i : -1).get(); s",
                "String.prototype.me = function () { return typeof this + this.length };"
                        + " let s = ''; for (let i = 0; i < 3000; i++) s = 'abc'.me(); s",
                // jumps that the interpreter's implementation decides, behind an inlined call
                "function one(x) { return x + 1 } function f(a, b) { const x = one(b); if (a !="
                        + " null && a.y) return x; if (a == null) return one(x); return -1 }"
                        + " let s = 0; for (let i = 0; i < 3000; i++)"
                        + " s += f([null, undefined, {y: 1}, {}][i % 4], i); s",
                "function one(x) { return x + 1 } function f(o, b) { let n = one(b); for (const k"
                        + " in o) n += k.length; return n } let s = 0;"
                        + " for (let i = 0; i < 3000; i++) s += f({a: 1, bc: 2}, i); s",
                // exceptions out of inlined functions
                "function check(x) { if (x > 2900) throw new Error('high ' + x); return x }"
                        + " let s = 0, e; for (let i = 0; i < 3000; i++) { try { s += check(i) }"
                        + " catch (error) { e = error.message; s++ } } s + e",
                "function get(o) { return o.x } function f(o) { const k = 7; try { return get(o) +"
                    + " k } catch { return k } } let s = 0; for (let i = 0; i < 3000; i++) s += f(i"
                    + " % 1000 == 999 ? null : {x: i}); s",
                // the stack as it would be without inlining
                "function where() { return new Error().stack.split('\\n').slice(1, 4)"
                        + ".map(l => l.trim().split(' ')[1]).join() } function a(x) { return"
                        + " x ? where() : 0 } function b(x) { return a(x) }"
                        + " let r; for (let i = 0; i < 3000; i++) r = b(i == 2999); r",
            })
    void inlinedFunctionsBehaveAsCalledOnes(String program) {
        ByteArrayOutputStream trace = new ByteArrayOutputStream();
        assertEquals(run(program, null), compiled(program, trace), program);
    }

    @Test
    void aFunctionThatKeepsDeoptimizingSettlesInGenericCode() {
        ByteArrayOutputStream trace = new ByteArrayOutputStream();
        String program =
                "function f(a) { let x = a; for (let i = 0; i < 50; i++) x = x + a; return x }"
                        + " const values = [1, 1.5, 'a', 1n, true]; let n = 0; for (let i = 0; i <"
                        + " 20000; i++) n += String(f(values[i % 5])).length; n";
        assertEquals(run(program, null), compiled(program, trace));
        long exits =
                trace.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("[bailout"))
                        .count();
        assertTrue(exits <= 30, "deoptimized " + exits + " times");
    }
}
