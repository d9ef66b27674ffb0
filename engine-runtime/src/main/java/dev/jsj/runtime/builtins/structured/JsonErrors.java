package dev.jsj.runtime.builtins.structured;

import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;

/** The SyntaxErrors of JSON.parse, in V8's words. */
final class JsonErrors {
    /** How much of the text is quoted before and after an unexpected character. */
    private static final int CONTEXT = 10;

    private JsonErrors() {}

    static JSThrow at(String message, String text, int position) {
        return error(message + " at position " + position, text, position);
    }

    private static JSThrow error(String message, String text, int position) {
        JSThrow error = Errors.syntaxError(message);
        error.setOrigin(new JsonPlace(text, position));
        return error;
    }

    /** The text ends, or goes on with something that no value begins with. */
    static JSThrow unexpectedToken(String text, int position) {
        if (position >= text.length()) {
            return error("Unexpected end of JSON input", text, text.length());
        }
        char c = text.charAt(position);
        if (c >= '0' && c <= '9' || c == '-') {
            return at("Unexpected number in JSON", text, position);
        }
        if (c == '"') {
            return at("Unexpected string in JSON", text, position);
        }
        String message =
                switch (text) {
                    case "undefined", "NaN", "Infinity", "[object Object]" ->
                            "\"" + text + "\" is not valid JSON";
                    default ->
                            "Unexpected token '"
                                    + c
                                    + "', "
                                    + quoteAround(text, position)
                                    + " is not valid JSON";
                };
        return error(message, text, position);
    }

    private static String quoteAround(String text, int position) {
        int start = 0;
        int end = text.length();
        if (text.length() > 2 * CONTEXT) {
            start = Math.max(0, position - CONTEXT);
            end = position < text.length() - CONTEXT ? position + CONTEXT : end;
        }
        return (start > 0 ? "..." : "")
                + '"'
                + text.substring(start, end)
                + '"'
                + (end < text.length() ? "..." : "");
    }
}
