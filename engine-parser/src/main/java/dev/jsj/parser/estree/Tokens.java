package dev.jsj.parser.estree;

import dev.jsj.parser.Source;
import dev.jsj.parser.lexer.Lexer;
import dev.jsj.parser.lexer.NameTable;
import dev.jsj.parser.lexer.TokenType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists the tokens of a source. */
public final class Tokens {
    private final Set<Integer> regExps = new HashSet<>();
    private final Set<Integer> templateParts = new HashSet<>();

    private Tokens() {}

    /**
     * A token.
     *
     * @param type one of Keyword, Identifier, PrivateIdentifier, Punctuator, Numeric, BigInt,
     *     String, Template, RegularExpression, Boolean, Null
     * @param value the text as written
     * @param line the line it starts in, counted from 1
     * @param column the column it starts in, counted from 1
     */
    public record Token(String type, String value, int start, int end, int line, int column) {}

    /** The tokens of a source, which must be free of syntax errors. */
    public static List<Token> tokenize(Source source, boolean module) {
        // Only the grammar tells a regular expression from a division, and where templates go on.
        Tokens tokens = new Tokens();
        tokens.find(AstJson.parse(source, module));
        return tokens.scan(source, module);
    }

    private void find(@Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(this::find);
        } else if (value instanceof Map<?, ?> map) {
            if (map.containsKey("regex")) {
                regExps.add((Integer) map.get("start"));
            } else if ("TemplateElement".equals(map.get("type"))) {
                templateParts.add((Integer) map.get("start") - 1);
            }
            map.values().forEach(this::find);
        }
    }

    private List<Token> scan(Source source, boolean module) {
        Lexer lexer = new Lexer(source.text(), 0, source.text().length(), new NameTable(), module);
        lexer.skipHashbang();
        List<Token> tokens = new ArrayList<>();
        for (lexer.next(); lexer.type() != TokenType.END; lexer.next()) {
            int start = lexer.start();
            if (regExps.contains(start)) {
                lexer.rescanAsRegExp();
            } else if (lexer.type() == TokenType.RIGHT_BRACE && templateParts.contains(start)) {
                lexer.rescanAsTemplate();
            }
            int end = lexer.end();
            tokens.add(
                    new Token(
                            typeName(lexer.type()),
                            source.substring(start, end),
                            start,
                            end,
                            source.line(start),
                            source.column(start)));
        }
        return tokens;
    }

    private static String typeName(TokenType type) {
        return switch (type) {
            case NUMBER -> "Numeric";
            case BIGINT -> "BigInt";
            case STRING -> "String";
            case TEMPLATE -> "Template";
            case REGEXP -> "RegularExpression";
            case PRIVATE_NAME -> "PrivateIdentifier";
            case TRUE, FALSE -> "Boolean";
            case NULL -> "Null";
            case LET, STATIC, YIELD -> "Keyword";
            default -> {
                if (type.isReservedWord()) {
                    yield "Keyword";
                }
                yield type.isIdentifierName() ? "Identifier" : "Punctuator";
            }
        };
    }
}
