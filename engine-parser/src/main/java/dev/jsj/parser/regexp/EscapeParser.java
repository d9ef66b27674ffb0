package dev.jsj.parser.regexp;

import dev.jsj.parser.regexp.ClassItem.Escape;
import dev.jsj.parser.regexp.ClassItem.EscapeKind;
import dev.jsj.parser.regexp.ClassItem.Property;

/**
 * The escapes that mean the same, or almost, inside and outside of character classes. The backslash
 * has been read.
 */
final class EscapeParser {
    /** Where an escape stands: that decides about a few spellings. */
    enum Place {
        ATOM,
        CLASS,
        CLASS_SET
    }

    private static final String SYNTAX_CHARACTERS = "^$\\.*+?()[]{}|/";
    private static final String CLASS_SET_RESERVED_PUNCTUATORS = "&-!#%,:;<=>@`~";

    private final PatternCursor cursor;
    private final GroupScanner groups;

    EscapeParser(PatternCursor cursor, GroupScanner groups) {
        this.cursor = cursor;
        this.groups = groups;
    }

    /** CharacterClassEscape; reads nothing and gives null when it is another escape. */
    ClassItem classEscape(Place place) {
        EscapeKind kind =
                switch (cursor.peekUnit(0)) {
                    case 'd' -> EscapeKind.DIGIT;
                    case 'D' -> EscapeKind.NOT_DIGIT;
                    case 's' -> EscapeKind.SPACE;
                    case 'S' -> EscapeKind.NOT_SPACE;
                    case 'w' -> EscapeKind.WORD;
                    case 'W' -> EscapeKind.NOT_WORD;
                    default -> null;
                };
        if (kind != null) {
            cursor.position++;
            return new Escape(kind);
        }
        int unit = cursor.peekUnit(0);
        if (cursor.unicodeMode && (unit == 'p' || unit == 'P')) {
            cursor.position++;
            return property(unit == 'P', place);
        }
        return null;
    }

    /** UnicodePropertyValueExpression in braces. */
    private Property property(boolean negated, Place place) {
        int close = cursor.pattern.indexOf('}', cursor.position);
        if (cursor.peekUnit(0) == '{' && close > 0) {
            String expression = cursor.pattern.substring(cursor.position + 1, close);
            int equals = expression.indexOf('=');
            UnicodeProperty property =
                    equals < 0
                            ? UnicodeProperty.lone(expression, cursor.flags.unicodeSets())
                            : UnicodeProperty.withValue(
                                    expression.substring(0, equals),
                                    expression.substring(equals + 1));
            if (property != null && !(negated && property.mayContainStrings())) {
                cursor.position = close + 1;
                return new Property(property, negated);
            }
        }
        throw cursor.error(
                place == Place.ATOM
                        ? "Invalid property name"
                        : "Invalid property name in character class");
    }

    /** CharacterEscape, with the extensions of Annex B outside of Unicode mode. */
    int characterEscape(Place place) {
        int start = cursor.position;
        int character = cursor.next();
        switch (character) {
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'v':
                return 0x0B;
            case 'c':
                return controlEscape(start, place);
            case '0':
                if (!PatternCursor.isDecimalDigit(cursor.peekUnit(0))) {
                    return 0;
                }
                return legacyOctalEscape(start, place);
            case '1', '2', '3', '4', '5', '6', '7':
                return legacyOctalEscape(start, place);
            case 'x':
                int value = cursor.hexDigits(2);
                if (value < 0 && cursor.unicodeMode) {
                    throw cursor.error("Invalid escape");
                }
                return value < 0 ? 'x' : value;
            case 'u':
                int codePoint = unicodeEscape(cursor.unicodeMode);
                if (codePoint < 0 && cursor.unicodeMode) {
                    throw cursor.error("Invalid Unicode escape");
                }
                return codePoint < 0 ? 'u' : codePoint;
            default:
                return identityEscape(character, place);
        }
    }

    private int controlEscape(int start, Place place) {
        int letter = cursor.peekUnit(0);
        if (PatternCursor.isAsciiLetter(letter)) {
            cursor.position++;
            return letter & 0x1F;
        }
        if (cursor.unicodeMode) {
            throw cursor.error("Invalid Unicode escape");
        }
        if (place != Place.ATOM && (PatternCursor.isDecimalDigit(letter) || letter == '_')) {
            cursor.position++;
            return letter & 0x1F;
        }
        cursor.position = start; // B.1.2: the backslash stands for itself, the c comes next
        return '\\';
    }

    /** B.1.2 LegacyOctalEscapeSequence: up to three digits with a value up to 255. */
    private int legacyOctalEscape(int start, Place place) {
        if (cursor.unicodeMode) {
            throw cursor.error(
                    place == Place.ATOM ? "Invalid decimal escape" : "Invalid class escape");
        }
        cursor.position = start;
        int value = 0;
        for (int i = 0; i < 3; i++) {
            int digit = cursor.peekUnit(0);
            if (digit < '0' || digit > '7' || value * 8 + digit - '0' > 0xFF) {
                break;
            }
            value = value * 8 + digit - '0';
            cursor.position++;
        }
        return value;
    }

    private int identityEscape(int character, Place place) {
        boolean valid;
        if (cursor.unicodeMode) {
            valid =
                    SYNTAX_CHARACTERS.indexOf(character) >= 0
                            || character == '-' && place == Place.CLASS
                            || place == Place.CLASS_SET
                                    && CLASS_SET_RESERVED_PUNCTUATORS.indexOf(character) >= 0;
        } else {
            valid = character != 'k' || !groups.hasNames();
        }
        if (!valid) {
            throw cursor.error("Invalid escape");
        }
        return character;
    }

    /**
     * What follows {@code \}{@code u}; reads nothing and gives -1 when it is malformed. Unicode
     * mode joins surrogate pairs.
     */
    int unicodeEscape(boolean unicode) {
        int start = cursor.position;
        if (unicode && cursor.eat('{')) {
            int value = bracedCodePoint();
            if (value < 0) {
                cursor.position = start;
            }
            return value;
        }
        int unit = cursor.hexDigits(4);
        if (unicode
                && unit >= 0xD800
                && unit <= 0xDBFF
                && cursor.peekUnit(0) == '\\'
                && cursor.peekUnit(1) == 'u') {
            int afterLead = cursor.position;
            cursor.position += 2;
            int trail = cursor.hexDigits(4);
            if (trail >= 0xDC00 && trail <= 0xDFFF) {
                return Character.toCodePoint((char) unit, (char) trail);
            }
            cursor.position = afterLead;
        }
        return unit;
    }

    private int bracedCodePoint() {
        int value = 0;
        int digits = 0;
        for (int digit; (digit = PatternCursor.hexDigit(cursor.peekUnit(0))) >= 0; digits++) {
            value = value << 4 | digit;
            if (value > Character.MAX_CODE_POINT) {
                return -1;
            }
            cursor.position++;
        }
        return digits > 0 && cursor.eat('}') ? value : -1;
    }

    /**
     * RegExpIdentifierName and the closing bracket of a group name; the opening bracket has been
     * read.
     */
    String groupName() {
        StringBuilder name = new StringBuilder();
        while (!cursor.atEnd()) {
            int character = cursor.nextCodePoint();
            if (character == '>' && !name.isEmpty()) {
                return name.toString();
            }
            if (character == '\\') {
                if (!cursor.eat('u')) {
                    break;
                }
                character = unicodeEscape(true);
                if (character < 0) {
                    throw cursor.error("Invalid Unicode escape");
                }
            }
            if (name.isEmpty() ? !isIdentifierStart(character) : !isIdentifierPart(character)) {
                break;
            }
            name.appendCodePoint(character);
        }
        throw cursor.error("Invalid capture group name");
    }

    private static boolean isIdentifierStart(int character) {
        return character == '$'
                || character == '_'
                || Character.isUnicodeIdentifierStart(character);
    }

    private static boolean isIdentifierPart(int character) {
        return character == '$'
                || character == 0x200C
                || character == 0x200D
                || Character.isUnicodeIdentifierPart(character)
                        && !Character.isIdentifierIgnorable(character);
    }
}
