package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.operations.WhiteSpace;

/**
 * 22.2.5.1 RegExp.escape: a text as a pattern that matches just that text, wherever in a pattern it
 * is put.
 */
final class RegExpEscape {
    private static final String SYNTAX_CHARACTERS = "^$\\.*+?()[]{}|/";
    private static final String OTHER_PUNCTUATORS = ",-=<>#&!%:;@~'`\"";

    private RegExpEscape() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8); // 2
        for (int i = 0; i < text.length(); ) { // 4
            int character = text.codePointAt(i);
            if (i == 0 && isAsciiLetterOrDigit(character)) {
                appendHex(
                        escaped, character); // 4.a: it must not become part of an escape before it
            } else {
                encode(escaped, character); // 4.b
            }
            i += Character.charCount(character);
        }
        return escaped.toString(); // 5
    }

    private static boolean isAsciiLetterOrDigit(int character) {
        return character < 0x80 && Character.isLetterOrDigit(character);
    }

    /** 22.2.5.1.1 EncodeForRegExpEscape ( c ). */
    private static void encode(StringBuilder escaped, int character) {
        if (SYNTAX_CHARACTERS.indexOf(character) >= 0) {
            escaped.append('\\').append((char) character); // 1
            return;
        }
        int control = "\t\n\u000B\f\r".indexOf(character);
        if (control >= 0) {
            escaped.append('\\').append("tnvfr".charAt(control)); // 2
            return;
        }
        boolean space = character <= 0xFFFF && WhiteSpace.isWhiteSpace((char) character);
        boolean surrogate =
                character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        if (OTHER_PUNCTUATORS.indexOf(character) >= 0 || space || surrogate) { // 3 - 5
            if (character <= 0xFF) {
                appendHex(escaped, character);
            } else {
                escaped.append("\\u").append(Integer.toHexString(0x10000 | character), 1, 5);
            }
            return;
        }
        escaped.appendCodePoint(character); // 6
    }

    private static void appendHex(StringBuilder escaped, int character) {
        escaped.append("\\x").append(Integer.toHexString(0x100 | character), 1, 3);
    }
}
