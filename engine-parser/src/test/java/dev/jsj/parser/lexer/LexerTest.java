package dev.jsj.parser.lexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class LexerTest {
    private static Lexer lexer(String text) {
        Lexer lexer = new Lexer(text, 0, text.length(), new NameTable(), false);
        lexer.next();
        return lexer;
    }

    private static List<TokenType> types(String text) {
        List<TokenType> types = new ArrayList<>();
        for (Lexer lexer = lexer(text); lexer.type() != TokenType.END; lexer.next()) {
            types.add(lexer.type());
        }
        return types;
    }

    @Test
    void everyPunctuatorAndKeyword() {
        for (TokenType type : TokenType.values()) {
            if (!type.text().matches("[a-z]{2,}( .*)?") || type.isReservedWord()) {
                assertEquals(List.of(type), types(type.text()), type.text());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1_000, 1000",
        "0x1F, 31",
        "0b101, 5",
        "0o17, 15",
        "017, 15",
        "019, 19",
        "1e3, 1000",
        ".5, 0.5",
        "5., 5",
        "0x1fffffffffffff, 9007199254740991",
        "0x20000000000001, 9007199254740992",
        "1.7976931348623159e308, Infinity",
        "123456789012345680000, 123456789012345680000"
    })
    void numbers(String text, double value) {
        Lexer lexer = lexer(text);
        assertEquals(TokenType.NUMBER, lexer.type());
        assertEquals(value, lexer.numberValue());
    }

    @Test
    void bigInts() {
        assertEquals("255", lexer("0xFFn").bigIntValue().toString());
        assertEquals(
                "10000000000000000000",
                lexer("10_000_000_000_000_000_000n").bigIntValue().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1__0",
                "1_",
                "0_1",
                "0x",
                "0b2",
                "1a",
                "08n",
                "1e",
                "'a",
                "'a\n'",
                "'\\u{110000}'",
                "'\\x4'",
                "`a",
                "/*",
                "#",
                "\\x61",
                "a\\u{0}",
                "\\u0030a",
                "@",
                "\u180e"
            })
    void illegalTokens(String text) {
        assertEquals(TokenType.ILLEGAL, lexer(text).type());
    }

    @Test
    void strings() {
        assertEquals(
                "a\n\u0001A\ud83d\ude00\0",
                lexer("'a\\n\\1\\x41\\u{1F600}\\\r\n\\0'").stringValue());
        assertEquals("\u2028", lexer("'\u2028'").stringValue());
        assertTrue(lexer("'use strict'").isString("use strict"));
        assertTrue(lexer("'use\\x20strict'").isEscaped());
        assertEquals(
                "Octal escape sequences are not allowed in strict mode.",
                lexer("'\\01'").strictProblem());
        assertNull(lexer("'\\0'").strictProblem());
    }

    @Test
    void namesAreInternedAndMayBeEscaped() {
        Lexer lexer = lexer("abc \\u0061b\\u{63} \\u0069f \ud835\udc00 $_");
        Name first = lexer.name();
        lexer.next();
        assertTrue(lexer.isEscaped());
        assertEquals(first, lexer.name());
        lexer.next();
        assertEquals(TokenType.ESCAPED_KEYWORD, lexer.type());
        lexer.next();
        assertEquals("\ud835\udc00", lexer.name().text());
        lexer.next();
        assertEquals("$_", lexer.name().text());
        assertFalse(lexer.isEscaped());
    }

    @Test
    void templates() {
        Lexer lexer = lexer("`a\\n\r\n${b}c\\u`");
        assertEquals("a\n\n", lexer.templateCooked());
        assertEquals("a\\n\n", lexer.templateRaw());
        assertFalse(lexer.isTemplateTail());
        lexer.next();
        lexer.next();
        lexer.rescanAsTemplate();
        assertTrue(lexer.isTemplateTail());
        assertNull(lexer.templateCooked());
        assertEquals("c\\u", lexer.templateRaw());
        assertEquals("Invalid Unicode escape sequence", lexer.templateProblem());
    }

    @Test
    void regularExpressions() {
        Lexer lexer = lexer("/[/]\\//gi.x");
        lexer.rescanAsRegExp();
        assertEquals("[/]\\/", lexer.content());
        assertEquals("gi", lexer.regExpFlags());
        lexer.next();
        assertEquals(TokenType.DOT, lexer.type());
    }

    @Test
    void commentsAndLines() {
        Lexer lexer = lexer("a /* \n */ b // c\n<!-- d\n--> e\nf");
        assertTrue(lexer.newlineBefore()); // so that --> is a comment at the start
        lexer.next();
        assertEquals("b", lexer.name().text());
        assertTrue(lexer.newlineBefore());
        lexer.next();
        assertEquals("f", lexer.name().text());
        lexer.next();
        assertEquals(TokenType.END, lexer.type());
    }
}
