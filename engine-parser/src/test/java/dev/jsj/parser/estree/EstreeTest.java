package dev.jsj.parser.estree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.parser.Source;

import org.junit.jupiter.api.Test;

class EstreeTest {
    private static String compact(String text) {
        return AstJson.compact(new Source("test.js", text), false);
    }

    @Test
    void compactForm() {
        assertEquals(
                "Program>FunctionDeclaration>BlockStatement>ReturnStatement>Literal",
                compact("function helloWorld(){ return 'hello world'; }"));
        assertEquals(
                "Program>(ExpressionStatement>BinaryExpression>(Literal, Literal), EmptyStatement)",
                compact("1 + 2;;"));
        assertEquals(
                "Program>ExpressionStatement>AssignmentExpression>(ObjectPattern>Property>AssignmentPattern>(Identifier,"
                    + " Literal), Identifier)",
                compact("({a = 1} = b)"));
    }

    @Test
    void json() {
        String json = AstJson.json(new Source("test.js", "x = /a/g; y = 10n; z = '\"'"), false);
        assertTrue(json.contains("\"regex\": {"), json);
        assertTrue(json.contains("\"bigint\": \"10\""), json);
        assertTrue(json.contains("\"value\": \"\\\"\""), json);
    }

    @Test
    void tokens() {
        var tokens =
                Tokens.tokenize(new Source("test.js", "const x = `a${b}c` + /d/g / 2;"), false);
        assertEquals(
                "const x = `a${ b }c` + /d/g / 2 ;",
                String.join(" ", tokens.stream().map(Tokens.Token::value).toList()));
        assertEquals(
                "Keyword Identifier Punctuator Template Identifier Template Punctuator"
                        + " RegularExpression Punctuator Numeric Punctuator",
                String.join(" ", tokens.stream().map(Tokens.Token::type).toList()));
        assertEquals(7, tokens.get(1).column());
    }
}
