package dev.jsj.node.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.Disassembler;
import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.compiler.Compiler;
import dev.jsj.interp.storage.CodeReader;
import dev.jsj.interp.storage.CodeWriter;
import dev.jsj.parser.Source;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Stored code is what compiling gives. */
class CompiledLibraryTest {

    @Test
    void everyModuleOfTheLibraryIsStoredAndReadBack() throws Exception {
        List<String> ids = LibraryBuild.modules();
        assertTrue(ids.contains("internal/console/console"));
        assertTrue(ids.contains("readable-stream/lib/stream"));
        assertTrue(ids.contains("undici/lib/web/fetch/index"));
        for (String id : ids) {
            String text = LibrarySource.read(id);
            Source source = new Source("node:" + id, text);
            List<String> parameters = LibrarySource.parameters(id, text);
            assertSame(source, Compiler.functionBody(source, parameters));
        }
    }

    @Test
    void everyKindOfConstantIsStored() {
        String text =
                """
                'use strict';
                const ints = [1, 2, 3], doubles = [1.5, 2.5], mixed = ['a', null, undefined, true, , 1];
                const big = 12345678901234567890n, wide = 'caf\\u00e9 \\u4e00', lone = '\\ud800';
                function tag(s) { return s`a${1}\\n`; }
                function ints2(x) { switch (x) { case 1: return 0; case 2: return -0.5; case 3: return 9; } }
                function strings(x) { switch (x) { case 'a': case 'b': return 1; case 'c': return 2; } }
                class A extends Object { #p = 1; static s = 2; get p() { return () => this.#p; } }
                async function* both(a, { b, ...c } = {}, ...d) { try { yield await a; } finally { b(c, d); } }
                return { ints, doubles, mixed, big, wide, lone, tag, A, both };
                """;
        Source source = new Source("constants", text);
        assertSame(source, Compiler.functionBody(source, List.of("exports")));
    }

    @Test
    void codeOfAnotherEngineIsRefused() {
        Source source = new Source("a", "return 1");
        byte[] code = CodeWriter.write(Compiler.functionBody(source, List.of()));
        code[0]++;
        assertNull(CodeReader.read(code, source));
    }

    @Test
    void theTextIsReadOnlyWhenShown() {
        Source written = new Source("a", "return function f() { }");
        byte[] code = CodeWriter.write(Compiler.functionBody(written, List.of()));
        Source source =
                new Source(
                        "a",
                        () -> {
                            throw new IllegalStateException("read");
                        });
        FunctionInfo inner = CodeReader.read(code, source).code().functions()[0];
        assertEquals("f", inner.name());
        assertNotEquals(0, inner.code().code().length);
    }

    private static void assertSame(Source source, FunctionInfo fresh) {
        byte[] code = CodeWriter.write(fresh);
        assertEquals(listing(fresh), listing(CodeReader.read(code, source)));
    }

    /** Everything about a function and those inside it, as text. */
    private static String listing(FunctionInfo function) {
        CodeUnit unit = function.code();
        StringBuilder text = new StringBuilder(Disassembler.disassemble(unit));
        text.append(function.kind()).append(function.length()).append(function.strict());
        text.append(function.async()).append(function.generator()).append(function.usesSuper());
        text.append(function.sourceText()).append(unit.needsArguments()).append(unit.variables());
        text.append(unit.handlers());
        for (int i = 0; i < unit.counterCount(); i++) {
            text.append(unit.counterKind(i)).append(' ');
        }
        for (int i = 0; i < unit.cacheCount(); i++) {
            text.append(unit.cacheKind(i)).append(' ');
        }
        for (FunctionInfo inner : unit.functions()) {
            text.append(listing(inner));
        }
        return text.toString();
    }
}
