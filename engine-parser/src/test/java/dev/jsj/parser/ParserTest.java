package dev.jsj.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.parser.ast.BlockStatement;
import dev.jsj.parser.ast.CallExpression;
import dev.jsj.parser.ast.ExpressionStatement;
import dev.jsj.parser.ast.FunctionDeclaration;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.ModuleInfo;
import dev.jsj.parser.ast.Program;
import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.Scope;
import dev.jsj.parser.scope.VariableKind;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The entry points of the parser. */
class ParserTest {
    private final Parser parser = new Parser();

    private Program script(String text) {
        return parser.parseScript(new Source("test.js", text));
    }

    private static FunctionNode function(Program program, int index) {
        return ((FunctionDeclaration) program.body().get(index)).node();
    }

    // ---- lazy functions

    @Test
    void innerFunctionsAreLazyUntilAskedFor() {
        Source source =
                new Source(
                        "test.js", "let x; function f(a, b = 1) { function g() { return x + a } }");
        FunctionNode lazy = function(parser.parseScript(source), 1);
        assertTrue(lazy.isLazy());
        assertEquals(1, lazy.length());
        FunctionNode f = parser.parseLazy(source, lazy);
        assertFalse(f.isLazy());
        assertEquals(2, f.parameters().size());
        assertEquals(lazy.scope().parent(), f.scope().parent());
        assertTrue(f.scope().lookupLocal("a").isCaptured());
        assertFalse(f.scope().lookupLocal("b").isCaptured());
        BlockStatement body = (BlockStatement) f.body();
        FunctionNode g = ((FunctionDeclaration) body.body().get(0)).node();
        assertTrue(g.isLazy());
        assertEquals(
                VariableKind.PARAMETER, parser.parseLazy(source, g).scope().lookup("a").kind());
    }

    @Test
    void functionsCalledAtOnceAreEager() {
        Program program = script("(function () { function inner() {} })(); (a => { a })(1);");
        CallExpression call =
                (CallExpression) ((ExpressionStatement) program.body().get(0)).expression();
        FunctionNode eager = assertInstanceOf(FunctionNode.class, call.callee());
        assertFalse(eager.isLazy());
        BlockStatement body = (BlockStatement) eager.body();
        assertTrue(((FunctionDeclaration) body.body().get(0)).node().isLazy());
        call = (CallExpression) ((ExpressionStatement) program.body().get(1)).expression();
        assertFalse(((FunctionNode) call.callee()).isLazy());
    }

    @Test
    void errorsInLazyFunctionsAreEarly() {
        assertThrows(JsSyntaxError.class, () -> script("function f() { let a; let a }"));
        assertThrows(JsSyntaxError.class, () -> script("function f() { return /(/ }"));
        assertThrows(JsSyntaxError.class, () -> script("class A { m() { return () => this.#a } }"));
    }

    @Test
    void nestingTakesLinearTime() {
        int depth = 1500;
        String text = "function f() {".repeat(depth) + "}".repeat(depth);
        Source source = new Source("test.js", text);
        FunctionNode node = function(parser.parseScript(source), 0);
        int parsed = 0;
        while (true) {
            BlockStatement body = (BlockStatement) parser.parseLazy(source, node).body();
            parsed++;
            if (body.body().isEmpty()) {
                break;
            }
            node = ((FunctionDeclaration) body.body().get(0)).node();
        }
        assertEquals(depth, parsed);
    }

    // ---- deep nesting

    @Test
    void longChainsAreNoProblem() {
        int count = 100_000;
        script("a" + " + a".repeat(count));
        script("a" + ".a".repeat(count));
        script("a" + "()".repeat(count));
        script("if (a) b; else ".repeat(count) + ";");
    }

    @Test
    void deepNestingIsAnOverflow() {
        for (String open : List.of("(", "[", "!", "{", "a => ", "f(", "({a:", "`${", "a ? b : ")) {
            assertThrows(ParserStackOverflow.class, () -> script(open.repeat(100_000)), open);
        }
        assertThrows(
                ParserStackOverflow.class,
                () -> new Parser(100, true).parseScript(new Source("a", "(".repeat(60) + "1")));
    }

    // ---- eval and dynamic functions

    private static Scope scopeInside(Parser parser, Source source, Program program) {
        return parser.parseLazy(source, function(program, program.body().size() - 1)).scope();
    }

    @Test
    void directEvalSeesWhereItIs() {
        Source source = new Source("test.js", "function f(a) { let b; { eval('') } }");
        Scope scope = scopeInside(parser, source, parser.parseScript(source));
        parser.parseDirectEval(new Source("eval", "new.target; var a; this"), scope, false);
        assertThrows(
                JsSyntaxError.class,
                () -> parser.parseDirectEval(new Source("eval", "var b"), scope, false));
        parser.parseDirectEval(new Source("eval", "'use strict'; var b"), scope, false);
        assertThrows(
                JsSyntaxError.class,
                () -> parser.parseDirectEval(new Source("eval", "super.x"), scope, false));
        assertThrows(
                JsSyntaxError.class,
                () -> parser.parseDirectEval(new Source("eval", "with (a) {}"), scope, true));
        assertThrows(
                JsSyntaxError.class,
                () -> parser.parseIndirectEval(new Source("eval", "new.target")));
    }

    @Test
    void functionConstructor() {
        DynamicFunction made =
                parser.parseDynamicFunction(
                        "anonymous", "anonymous", true, true, "a, b = 1", "yield await a");
        assertEquals(
                "async function* anonymous(a, b = 1\n) {\nyield await a\n}", made.source().text());
        assertEquals(1, made.function().length());
        assertTrue(made.function().generator());
        assertNotNull(made.function().scope().lookupLocal("a"));
        for (String[] bad :
                new String[][] {
                    {"/*", "*/) {"},
                    {"a) { }, function (b", ""},
                    {"", "}, function () {"},
                    {"a = super.b", ""},
                    {"...a, b", ""},
                    {"a = 1", "'use strict'"},
                    {"", "await 1"}
                }) {
            assertThrows(
                    JsSyntaxError.class,
                    () ->
                            parser.parseDynamicFunction(
                                    "anonymous", "anonymous", false, false, bad[0], bad[1]));
        }
    }

    @Test
    void functionBody() {
        Source source =
                new Source("module.cjs", "#!/usr/bin/env node\n'use strict'; return exports.a");
        FunctionNode node = parser.parseFunctionBody(source, List.of("exports", "require"));
        assertTrue(node.strict());
        assertEquals(2, node.length());
        DeclarationScope scope = node.scope();
        assertEquals(VariableKind.PARAMETER, scope.lookupLocal("exports").kind());
    }

    // ---- modules

    @Test
    void moduleEntries() {
        ModuleInfo info =
                parser.parseModule(
                                new Source(
                                        "test.mjs",
                                        "import a, * as b from 'x' with {type: 'json'}; import {c"
                                            + " as d} from 'y';export {d as e, b}; export * from"
                                            + " 'x'; export * as f from 'y';export default 1;"
                                            + " export {g as h} from 'z'; await a;"))
                        .module();
        assertEquals(4, info.requests().size());
        assertEquals("json", info.requests().get(0).attributes().get("type"));
        assertEquals(3, info.imports().size());
        assertEquals(
                List.of("b", "default"),
                info.localExports().stream().map(ModuleInfo.LocalExport::exportName).toList());
        assertEquals(
                List.of("f", "h", "e"),
                info.indirectExports().stream()
                        .map(ModuleInfo.IndirectExport::exportName)
                        .toList());
        assertEquals(1, info.starExports().size());
        assertTrue(info.hasTopLevelAwait());
    }
}
