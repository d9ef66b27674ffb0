package dev.jsj.interp.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.ExpressionText;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.parser.Source;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the last call in a script calls, as V8 would write it. */
class ExpressionTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "-->",
            quoteCharacter = '`',
            value = {
                "o.x() --> o.x",
                "o.n.x() --> o.n.x",
                "o[i]() --> o[i]",
                "o['x']() --> o.x",
                "o[0]() --> o[0]",
                "({}).x() --> {}.x",
                "[1,2].x() --> [1,2].x",
                "(function(){}).x() --> (intermediate value).x",
                "f().x() --> f(...).x",
                "u() --> u",
                "5() --> 5",
                "'abc'.x() --> \"abc\".x",
                "(o || u)() --> (o || u)",
                "this.x() --> this.x",
                "f()() --> f(...)",
                "o?.x() --> o?.x",
                "{ let a = 1; a.b() } --> a.b",
            })
    void isWrittenAsInV8(String source, String expected) {
        CodeUnit unit = Compiler.script(new Source("test.js", source)).code();
        int call = -1;
        int[] code = unit.code();
        for (int pc = 0; pc < code.length; pc += Op.of(code[pc]).length()) {
            if (Op.of(code[pc]).name().startsWith("CALL")) {
                call = pc;
            }
        }
        assertEquals(expected, ExpressionText.of(unit, call, code[call + 2], null));
    }
}
