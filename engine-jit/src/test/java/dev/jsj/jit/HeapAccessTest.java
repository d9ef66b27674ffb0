package dev.jsj.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jsj.interp.Engine;
import dev.jsj.interp.tiering.TierPolicy;
import dev.jsj.jit.trace.Diagnostics;
import dev.jsj.parser.Source;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.HostHooks;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/**
 * Elements, properties and built-ins in compiled code: each program gives what the interpreter
 * gives, also when every third guard is made to fail.
 */
final class HeapAccessTest {
    /** What all programs may use: {@code each} calls a function often enough to be compiled. */
    private static final String PRELUDE =
            "function each(f, n = 3000) { let r; for (let i = 0; i < n; i++) r = f(i); return r }"
                    + " function show(v) { return Object.is(v, -0) ? '-0' : typeof v == 'object' &&"
                    + " v !== null ? '[' + Array.from(v, show) + ']' : typeof v + ' ' + String(v)"
                    + " }\n";

    private static String run(String program, JitOptions options) {
        Engine engine = new Engine(HostHooks.NONE);
        if (options != null) {
            engine.setOptimizingTier(new Jit(options));
        }
        Source source = new Source("test.js", PRELUDE + program);
        return TypeConversion.toJavaString(engine.evaluateScript(engine.newRealm(), source));
    }

    private static JitOptions options(int stressDeopt) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        return new JitOptions(TierPolicy.DEFAULT, 0, false, stressDeopt, Diagnostics.none(nowhere));
    }

    static void assertSameInAllTiers(String program) {
        String expected = run(program, null);
        assertEquals(expected, run(program, options(0)), program);
        assertEquals(expected, run(program, options(3)), program);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // one site, one kind after the other: int, double, object, holes, typed, strings
                "const get = (a, i) => a[i]; const all = [[1, 2, 3], [1.5, -0, NaN], ['a', null,"
                        + " {}], [1, , 3], 'xyz', new Uint8Array([1, 255]), new"
                        + " Float64Array([0.5]), new Uint32Array([4294967295]), new"
                        + " Int16Array([-1]), new Float32Array([1.1]), new BigInt64Array([5n]), {0:"
                        + " 'p'}, new Uint8ClampedArray([300])]; let out = ''; for (const a of all)"
                        + " { each(i => get(a, i % 3)); for (const k of [0, 1, 2, -1, 1.5, '1', -0,"
                        + " 'length', 99]) out += show(get(a, k)) + ';' } out",
                // stores of every type of value into every kind
                "const put = (a, i, v) => { a[i] = v }; let out = ''; for (const make of [() => [1,"
                    + " 2, 3], () => [1.5, 2.5], () => ['a', 'b'], () => [], () => [1, , 3], () =>"
                    + " new Uint8Array(3), () => new Int8Array(3), () => new Uint8ClampedArray(3),"
                    + " () => new Int16Array(3), () => new Uint16Array(3), () => new Int32Array(3),"
                    + " () => new Uint32Array(3), () => new Float32Array(3), () => new"
                    + " Float64Array(3)]) { for (const v of [7, -2147483648, 2.5, -0, NaN,"
                    + " 4294967295.5, 300, '8', undefined, true]) { const a = make(); each(i =>"
                    + " put(a, i % 3, v), 600); put(a, 5, v); put(a, '1', v); out += show(a) + ';'"
                    + " } } out",
                // compound assignment, swap by destructuring, growth
                "const a = new Float64Array(8), b = [], c = [1, 2, 3, 4]; each(i => { a[i & 7] +="
                        + " i / 2; b[i] = i * 0.5; a[9] += 1; [c[0], c[i % 4]] = [c[i % 4], c[0]]"
                        + " }); show(a) + b.length + show(c)",
                "const a = [5]; a[3] = 1; let s = ''; each(i => { s = a[i % 5] === undefined ? 'u'"
                        + " : 'd'; a[i % 5]++ }); s + show(a)",
                "function f(o, k) { o[k] += 1; return o[k] } let out = []; const o = {a: 1}; each(i"
                    + " => f(o, 'a')); try { f(null, 0) } catch (e) { out.push(e.message) } each(i"
                    + " => f([i], 0)); try { f(undefined, 0) } catch (e) { out.push(e.message) }"
                    + " out.push(f('abc', 1), o.a); out.join()",
                // lengths
                "const len = x => x.length; let out = ''; for (const x of [[1, 2], 'abc', new"
                    + " Uint8Array(5), function (a, b) {}, {length: 'L'}, [], new Float32Array(2),"
                    + " new Proxy([1], {}), 'a' + each(i => i)]) { each(i => len(x)); out +="
                    + " show(len(x)) + ';' } try { len(null) } catch (e) { out += e.message } out",
                "const a = []; a.length = 4294967295; const f = x => x.length; each(i => f([i]));"
                        + " f(a) + f([1])",
                // a detached or shrunk buffer
                "const b = new ArrayBuffer(16, {maxByteLength: 32}), t = new Int32Array(b); const"
                        + " get = (t, i) => t[i]; t[3] = 9; let out = '' + each(i => get(t, 3));"
                        + " b.resize(8); out += get(t, 3) + t.length; b.resize(20); out += get(t,"
                        + " 3) + t.length; structuredCloneLike(b); function structuredCloneLike(b)"
                        + " { b.transfer() } out + get(t, 0) + t.length",
                // division and remainder at the edges
                "let out = ''; const div = (a, b) => a / b, mod = (a, b) => a % b, half = a => a /"
                    + " 2, neg = a => a / -3; each(i => [div(i * 6, 3), mod(i, 7), half(i * 2),"
                    + " neg(i * 3)]); for (const [a, b] of [[0, 5], [0, -5], [-7, 7], [7, -7], [5,"
                    + " 0], [-2147483648, -1], [7, 2], [-4, 2]]) out += show(div(a, b)) +"
                    + " show(mod(a, b)) + show(half(a)) + show(neg(a)) + ';'; out",
                // shapes: one, two, many; slots beyond the fields; inherited, hidden and deleted
                "const get = o => o.x + o.z; class A { constructor(i) { this.x = i; this.a = this.b"
                    + " = this.c = this.d = 1; this.z = i * 2 } } let out = each(i => get(new"
                    + " A(i))) + ','; out += each(i => get({x: i, z: 1.5})) + ','; const p = {z:"
                    + " 7}; out += each(i => get({__proto__: p, x: 1})); p.z = 8; out +="
                    + " get({__proto__: p, x: 1}); for (const o of ['s', 5, {get x() { return 'g'"
                    + " }, z: 1}, new Proxy({x: 1, z: 2}, {}), [1]]) { each(i => get(o), 500); out"
                    + " += get(o) + ';' } try { get(null) } catch (e) { out += e.message } out",
                // aliases whose shape changes under a known one
                "function f(a, b) { a.x = 1; b.y = 2; a.z = a.y; return Object.keys(a).join() +"
                        + " a.z + b.z } each(i => f({}, {})); const o = {}; f(o, o) + f({}, {}) +"
                        + " f(Object.freeze({x: 1}), {})",
                "class P { constructor(x) { this.x = x; this.y = 0.5 } grow() { this.w = this.x;"
                    + " this.y += this.w; return this.sum() } sum() { return this.x + this.y } }"
                    + " let out = each(i => new P(i).grow()) + ','; P.prototype.sum = function () {"
                    + " return 'changed' }; out += new P(1).grow();"
                    + " Object.defineProperty(P.prototype, 'w', {set(v) { out += 'set' },"
                    + " configurable: true}); out += new P(2).grow(); out",
                // a call between two uses of one object
                "let hook = () => {}; function g(o) { const a = o.v; hook(o); return a + o.v }"
                    + " each(i => g({v: i})); hook = o => { delete o.v; o.u = 1; o.v = 'late' };"
                    + " g({v: 1}) + each(i => g({v: i}), 500)",
                "const make = i => ({a: i, [i % 2 ? 'b' : 'c']: 1, d: i / 2}); let s = 0; each(i =>"
                    + " { const o = make(i); s += o.a + o.d + (o.b ?? 0); o.e = s; o.a = -0 }); s +"
                    + " JSON.stringify(make(3))",
                "function F() { this.n = 0 } const f = new F; F.prototype.inc = function () {"
                    + " this.n++; return this }; each(i => f.inc().inc()); f.n + '' + each(i => {"
                    + " const o = Object.create(f); o.inc(); return o.n })",
                // Math: ints, doubles, -0, NaN, other arguments, another function in its place
                "let out = ''; const values = [3, -4, 0, 2.5, -2.5, -0.5, -0, NaN, Infinity,"
                    + " 2147483648, -2147483648, 4294967295.5, 1e300, '7', null, undefined, [2]];"
                    + " for (const name of ['abs', 'ceil', 'floor', 'round', 'trunc', 'sign',"
                    + " 'sqrt', 'fround', 'clz32', 'cos', 'exp', 'log', 'atan']) { const f = new"
                    + " Function('x', `return Math.${name}(x)`); each(i => f(i), 500); each(i =>"
                    + " f(i / 2), 500); for (const v of values) out += name + show(f(v)) + ';' }"
                    + " for (const name of ['max', 'min', 'imul', 'pow', 'atan2']) { const f = new"
                    + " Function('x', 'y', `return Math.${name}(x, y)`); each(i => f(i, 3), 500);"
                    + " each(i => f(i / 2, 3), 500); for (const v of values) out += name +"
                    + " show(f(v, 2)) + show(f(-0, v)) + ';' } out",
                "const f = x => Math.floor(x / 2) + Math.max(x, 3); let out = '' + each(f);"
                        + " Math.floor = x => 'mine' + x; out += f(4); Math.max = String; out +"
                        + " f(5)",
                // strings
                "const f = (s, i) => s.charCodeAt(i) + s.charAt(i) + String.fromCharCode(i + 65);"
                    + " let out = each(i => f('hello', i % 5)); let rope = ''; each(i => { rope +="
                    + " 'ab' }, 100); for (const s of ['xyz', rope, 'a']) for (const i of [0, 1,"
                    + " 2.7, -1, 99, '1', NaN]) { out += show(f(s, i)) + ';' } try { f(null, 0) }"
                    + " catch (e) { out += e.message } String.prototype.charCodeAt = () => 'own';"
                    + " out + f('q', 0)",
                // arrays as stacks, with every type of item and length
                "let out = ''; const push = (a, v) => a.push(v), pop = a => a.pop(); for (const"
                    + " make of [() => [], () => [1], () => [0.5], () => ['a'], () => [1, , 3]])"
                    + " for (const v of [1, 2.5, -0, 'z', undefined, -2147483648, NaN]) { const a ="
                    + " make(); out += each(i => push(a, v), 300) + show(pop(a)) + a.length;"
                    + " a.length = 2; out += push(a, v) + show(a) + show(pop(a)) + show(pop(a)) +"
                    + " show(pop([])) } try { push(Object.freeze([1]), 2) } catch (e) { out +="
                    + " e.message } out += push({length: 3, push: Array.prototype.push}, 5); out",
                "const s = new Set, m = new Map; let out = each(i => { s.add(i & 15); m.set(i % 7,"
                    + " (m.get(i % 7) ?? 0) + 1); return s.has(i) + '' + m.has(i) + m.get(3) });"
                    + " out += m.get(99) + '' + s.has(-0) + m.has(NaN); m.get = k => 'own' + k; out"
                    + " += each(i => m.get(i), 500); try { m.set.call({}, 1, 2) } catch (e) { out"
                    + " += e.message } out + each(i => Array.isArray(i % 2 ? [] : i)) +"
                    + " Array.isArray(new Proxy([], {}))",
                // for-of and patterns over arrays that change, and over other iterables
                "let out = ''; const sum = it => { let t = ''; for (const x of it) { t += x; if"
                    + " (t.length > 40) break } return t }; for (const it of [[1, 2, 3], [0.5, ,"
                    + " 'x'], 'str', new Set([1, 2]), new Uint8Array([7, 8])]) out += each(i =>"
                    + " sum(it), 400); const first = ([a, b = 'd', ...r]) => a + b + r.length; out"
                    + " += each(i => first([i, i, i])) + first('xy') + first([1]); const grow ="
                    + " [1]; for (const x of grow) if (x < 2000) grow.push(x + 1); out +="
                    + " grow.length; Array.prototype[Symbol.iterator] = function* () { yield 'it'"
                    + " }; out += sum([9]); try { sum(5) } catch (e) { out += e.message } out",
                "const add = (a, b) => a + b; let out = ''; const values = ['s', '', 7, -1, 1.5,"
                    + " -0, null, undefined, true, 10n, {toString: () => 'obj'}, [1, 2]]; each(i =>"
                    + " add('k', i)); each(i => add(i, 'k')); for (const a of values) for (const b"
                    + " of values) try { out += show(add(a, b)) + ';' } catch (e) { out +="
                    + " e.message } try { add('a', Symbol()) } catch (e) { out += e.message } let t"
                    + " = ''; each(i => { t += 'x' + i; t = add(t, i) }); out + t.length +"
                    + " t.slice(-20)",
            })
    void sameResultInAllTiers(String program) {
        assertSameInAllTiers(program);
    }
}
