package dev.jsj.node.modules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the names that a CommonJS module exports, from its text alone, so that ES modules can
 * import them by name: {@code exports.a =}, {@code module.exports = {a, b: ...}}, {@code
 * Object.defineProperty(exports, 'a'}, what TypeScript and Babel write for re-exports. It is a
 * scan, not a parse: names that are computed are not seen.
 */
public final class CjsExports {
    private final String text;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> reexports = new ArrayList<>();
    private int position;

    /** The last token that matters for telling a regular expression from a division. */
    private char lastSignificant;

    private String lastWord = "";

    private CjsExports(String text) {
        this.text = text;
    }

    /**
     * @param names exported names, without duplicates
     * @param reexports specifiers of modules all of whose names are exported too
     */
    public record Result(Set<String> names, List<String> reexports) {}

    public static Result scan(String source) {
        CjsExports scanner = new CjsExports(source);
        scanner.run();
        return new Result(scanner.names, scanner.reexports);
    }

    private void run() {
        if (text.startsWith("#!")) {
            skipLine();
        }
        while (position < text.length()) {
            char c = text.charAt(position);
            if (Character.isWhitespace(c)) {
                position++;
            } else if (c == '/' && skipCommentOrRegExp()) {
                continue;
            } else if (c == '"' || c == '\'') {
                readString();
                lastSignificant = '"';
            } else if (c == '`') {
                skipTemplate();
                lastSignificant = '"';
            } else if (isIdentifierStart(c)) {
                boolean afterDot = lastSignificant == '.';
                String word = readWord();
                lastSignificant = 'a';
                lastWord = word;
                if (!afterDot) {
                    statement(word);
                }
            } else {
                position++;
                lastSignificant = c;
                lastWord = "";
            }
        }
    }

    // ---- what exports look like

    private void statement(String word) {
        int start = position;
        switch (word) {
            case "exports" -> exportsMember();
            case "module" -> moduleExports();
            case "Object" -> objectCall();
            case "__exportStar", "__export" -> reexportCall();
            case "tslib", "tslib_1" -> {
                if (skipWord(".") && "__exportStar".equals(peekWord())) {
                    readWord();
                    reexportCall();
                }
            }
            default -> {
                return;
            }
        }
        if (position == start) {
            return;
        }
        lastSignificant = 'a';
    }

    /**
     * After {@code exports}: {@code .name =} or {@code ['name'] =}; also after {@code
     * module.exports}.
     */
    private void exportsMember() {
        int start = position;
        String name = memberName();
        if (name == null) {
            position = start;
            return;
        }
        skipSpace();
        if (peek() == '=' && peek(1) != '=') {
            names.add(name);
            position++;
            lastSignificant = '=';
            chainedAssignment();
        }
    }

    /** {@code exports.a = exports.b = ...}: the right side may be another one. */
    private void chainedAssignment() {
        skipSpace();
        int start = position;
        if ("exports".equals(peekWord())) {
            readWord();
            exportsMember();
            if (position <= start) {
                position = start;
            }
        }
    }

    private String memberName() {
        skipSpace();
        if (peek() == '.') {
            position++;
            skipSpace();
            return isIdentifierStart(peek()) ? readWord() : null;
        }
        if (peek() == '[') {
            position++;
            skipSpace();
            if (peek() == '"' || peek() == '\'') {
                String name = readString();
                skipSpace();
                if (peek() == ']') {
                    position++;
                    return name;
                }
            }
        }
        return null;
    }

    /** After {@code module}: {@code .exports = ...} or {@code .exports.name = ...}. */
    private void moduleExports() {
        int start = position;
        skipSpace();
        if (!skipWord(".") || !"exports".equals(peekWord())) {
            position = start;
            return;
        }
        readWord();
        skipSpace();
        if (peek() != '=' || peek(1) == '=') {
            exportsMember();
            return;
        }
        position++;
        reexports.clear();
        skipSpace();
        if (peek() == '{') {
            position++;
            exportedObject();
        } else {
            String required = requireCall();
            if (required != null) {
                reexports.add(required);
            }
        }
        lastSignificant = '=';
    }

    /**
     * The members of {@code module.exports = {...}}, up to the first whose value is more than a
     * name.
     */
    private void exportedObject() {
        while (true) {
            skipSpace();
            if (text.startsWith("...", position)) {
                position += 3;
                skipSpace();
                String required = requireCall();
                if (required == null) {
                    return;
                }
                reexports.add(required);
            } else {
                String name;
                if (peek() == '"' || peek() == '\'') {
                    name = readString();
                } else if (isIdentifierStart(peek())) {
                    name = readWord();
                } else {
                    return;
                }
                skipSpace();
                if (peek() == ':') {
                    names.add(name);
                    position++;
                    skipSpace();
                    if (!isIdentifierStart(peek())) {
                        return;
                    }
                    readWord();
                    skipSpace();
                } else if (peek() == ',' || peek() == '}') {
                    names.add(name);
                } else {
                    return;
                }
            }
            skipSpace();
            if (peek() != ',') {
                return;
            }
            position++;
        }
    }

    /** {@code require('x')}: the specifier. */
    private String requireCall() {
        int start = position;
        if ("require".equals(peekWord())) {
            readWord();
            skipSpace();
            if (skipWord("(")) {
                skipSpace();
                if (peek() == '"' || peek() == '\'') {
                    String specifier = readString();
                    skipSpace();
                    if (skipWord(")")) {
                        return specifier;
                    }
                }
            }
        }
        position = start;
        return null;
    }

    /** After {@code __exportStar} or {@code __export}: {@code (require('x')}. */
    private void reexportCall() {
        skipSpace();
        if (skipWord("(")) {
            skipSpace();
            String required = requireCall();
            if (required != null) {
                reexports.add(required);
            }
        }
    }

    /** {@code Object.defineProperty(exports, 'name', ...)}. */
    private void objectCall() {
        int start = position;
        skipSpace();
        if (!skipWord(".") || !"defineProperty".equals(peekWord())) {
            position = start;
            return;
        }
        readWord();
        skipSpace();
        if (!skipWord("(")) {
            return;
        }
        skipSpace();
        String target = isIdentifierStart(peek()) ? readWord() : "";
        if (target.equals("module")) {
            skipSpace();
            target = skipWord(".") && isIdentifierStart(peek()) ? readWord() : "";
        }
        skipSpace();
        if (!target.equals("exports") || !skipWord(",")) {
            return;
        }
        skipSpace();
        if (peek() == '"' || peek() == '\'') {
            String name = readString();
            skipSpace();
            if (peek() == ',') {
                names.add(name);
            }
        }
    }

    // ---- text

    private char peek() {
        return peek(0);
    }

    private char peek(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : '\0';
    }

    private boolean skipWord(String word) {
        if (!text.startsWith(word, position)) {
            return false;
        }
        position += word.length();
        skipSpace();
        return true;
    }

    private static boolean isIdentifierStart(char c) {
        return Character.isJavaIdentifierStart(c) && c != '\0';
    }

    private String peekWord() {
        int start = position;
        String word = isIdentifierStart(peek()) ? readWord() : "";
        position = start;
        return word;
    }

    private String readWord() {
        int start = position;
        while (position < text.length()
                && (Character.isLetterOrDigit(text.charAt(position))
                        || text.charAt(position) == '_'
                        || text.charAt(position) == '$')) {
            position++;
        }
        if (position == start) {
            position++;
        }
        return text.substring(start, position);
    }

    private void skipSpace() {
        while (position < text.length()) {
            if (Character.isWhitespace(text.charAt(position))) {
                position++;
            } else if (text.startsWith("//", position)) {
                skipLine();
            } else if (text.startsWith("/*", position)) {
                skipBlockComment();
            } else {
                return;
            }
        }
    }

    private void skipLine() {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end;
    }

    private void skipBlockComment() {
        int end = text.indexOf("*/", position + 2);
        position = end < 0 ? text.length() : end + 2;
    }

    /** At a slash: skips a comment or a regular expression; false where it divides. */
    private boolean skipCommentOrRegExp() {
        if (peek(1) == '/') {
            skipLine();
            return true;
        }
        if (peek(1) == '*') {
            skipBlockComment();
            return true;
        }
        boolean afterValue =
                lastSignificant == ')'
                        || lastSignificant == ']'
                        || lastSignificant == '}'
                        || lastSignificant == '"'
                        || Character.isDigit(lastSignificant)
                        || (lastSignificant == 'a' && !takesOperand(lastWord));
        if (afterValue) {
            return false;
        }
        skipRegExp();
        lastSignificant = '"';
        return true;
    }

    private static boolean takesOperand(String word) {
        return switch (word) {
            case "return",
                    "typeof",
                    "case",
                    "in",
                    "of",
                    "delete",
                    "void",
                    "throw",
                    "new",
                    "else",
                    "do",
                    "instanceof" ->
                    true;
            default -> false;
        };
    }

    private void skipRegExp() {
        boolean inClass = false;
        position++;
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '\\') {
                position++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '\n' || (c == '/' && !inClass)) {
                return;
            }
        }
    }

    private String readString() {
        char mark = text.charAt(position++);
        StringBuilder value = new StringBuilder();
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == mark || c == '\n') {
                break;
            }
            if (c == '\\' && position < text.length()) {
                c = text.charAt(position++);
            }
            value.append(c);
        }
        return value.toString();
    }

    /** Skips a template literal with what is substituted in it. */
    private void skipTemplate() {
        position++;
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '`') {
                return;
            }
            if (c == '\\') {
                position++;
            } else if (c == '$' && peek() == '{') {
                skipSubstitution();
            }
        }
    }

    private void skipSubstitution() {
        int depth = 0;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '`') {
                skipTemplate();
                continue;
            }
            if (c == '"' || c == '\'') {
                readString();
                continue;
            }
            position++;
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return;
            }
        }
    }
}
