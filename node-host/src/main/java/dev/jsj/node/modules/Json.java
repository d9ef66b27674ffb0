package dev.jsj.node.modules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into Java collections (objects keep their order), for package.json files before any
 * JavaScript runs.
 */
final class Json {
    private final String text;
    private int position;

    private Json(String text) {
        this.text = text;
    }

    /** The text is not JSON. */
    static final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1;

        SyntaxException(String message) {
            super(message, null, false, false);
        }
    }

    /** Maps, lists, strings, doubles, booleans and null. */
    static @Nullable Object parse(String text) throws SyntaxException {
        Json reader = new Json(text);
        Object value = reader.value();
        reader.skipWhiteSpace();
        if (reader.position < text.length()) {
            throw reader.unexpected();
        }
        return value;
    }

    private SyntaxException unexpected() {
        if (position >= text.length()) {
            return new SyntaxException("Unexpected end of JSON input");
        }
        return new SyntaxException(
                "Unexpected token '" + text.charAt(position) + "' at position " + position);
    }

    private void skipWhiteSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private char peek() throws SyntaxException {
        skipWhiteSpace();
        if (position >= text.length()) {
            throw unexpected();
        }
        return text.charAt(position);
    }

    private void expect(char wanted) throws SyntaxException {
        if (peek() != wanted) {
            throw unexpected();
        }
        position++;
    }

    private @Nullable Object value() throws SyntaxException {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) throws SyntaxException {
        if (!text.startsWith(word, position)) {
            throw unexpected();
        }
        position += word.length();
        return value;
    }

    private Map<String, @Nullable Object> object() throws SyntaxException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        expect('{');
        if (peek() == '}') {
            position++;
            return members;
        }
        while (true) {
            if (peek() != '"') {
                throw unexpected();
            }
            String name = string();
            expect(':');
            members.put(name, value());
            if (peek() == '}') {
                position++;
                return members;
            }
            expect(',');
        }
    }

    private List<@Nullable Object> array() throws SyntaxException {
        List<@Nullable Object> items = new ArrayList<>();
        expect('[');
        if (peek() == ']') {
            position++;
            return items;
        }
        while (true) {
            items.add(value());
            if (peek() == ']') {
                position++;
                return items;
            }
            expect(',');
        }
    }

    private String string() throws SyntaxException {
        position++;
        StringBuilder result = new StringBuilder();
        while (true) {
            if (position >= text.length()) {
                throw unexpected();
            }
            char c = text.charAt(position);
            if (c < ' ') {
                throw unexpected();
            }
            position++;
            if (c == '"') {
                return result.toString();
            }
            result.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() throws SyntaxException {
        if (position >= text.length()) {
            throw unexpected();
        }
        char c = text.charAt(position++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (position + 4 > text.length()) {
                    position = text.length();
                    throw unexpected();
                }
                try {
                    char unit = (char) Integer.parseInt(text.substring(position, position + 4), 16);
                    position += 4;
                    yield unit;
                } catch (NumberFormatException notHexadecimal) {
                    throw unexpected();
                }
            }
            default -> {
                position--;
                throw unexpected();
            }
        };
    }

    private Double number() throws SyntaxException {
        int start = position;
        while (position < text.length() && "+-.eE0123456789".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        try {
            return Double.valueOf(text.substring(start, position));
        } catch (NumberFormatException notNumber) {
            position = start;
            throw unexpected();
        }
    }
}
