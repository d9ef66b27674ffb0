package dev.jsj.parser.regexp;

import dev.jsj.parser.regexp.ClassItem.Property;
import dev.jsj.parser.regexp.ClassItem.Range;
import dev.jsj.parser.regexp.ClassItem.Strings;
import dev.jsj.parser.regexp.EscapeParser.Place;
import dev.jsj.parser.regexp.RegExpNode.CharacterClass;
import dev.jsj.parser.regexp.RegExpNode.SetOperation;

import java.util.ArrayList;
import java.util.List;

/** Character classes of patterns with the {@code v} flag (ClassSetExpression). */
final class ClassSetParser {
    private static final String SYNTAX_CHARACTERS = "()[]{}/-|";
    private static final String RESERVED_DOUBLE_PUNCTUATORS = "&!#$%*+,.:;<=>?@^`~";

    private final PatternCursor cursor;
    private final EscapeParser escapes;

    ClassSetParser(PatternCursor cursor, EscapeParser escapes) {
        this.cursor = cursor;
        this.escapes = escapes;
    }

    /** Reads a class whose opening bracket has been read. */
    CharacterClass parse() {
        boolean negated = cursor.eat('^');
        List<ClassItem> items = new ArrayList<>();
        SetOperation operation = SetOperation.UNION;
        if (!cursor.atEnd() && cursor.peekUnit(0) != ']') {
            ClassItem first = operand();
            if (isDouble('-') || isDouble('&')) {
                operation = isDouble('-') ? SetOperation.SUBTRACTION : SetOperation.INTERSECTION;
                items.add(first);
                operands(operation == SetOperation.SUBTRACTION ? '-' : '&', items);
            } else {
                union(first, items);
            }
        }
        if (!cursor.eat(']')) {
            throw cursor.error("Unterminated character class");
        }
        CharacterClass result = new CharacterClass(negated, operation, List.copyOf(items));
        if (negated && mayContainStrings(operation, items)) {
            throw cursor.error("Negated character class may contain strings");
        }
        return result;
    }

    /** ClassUnion, whose first operand has been read. */
    private void union(ClassItem first, List<ClassItem> items) {
        items.add(first);
        boolean mayStartRange = first instanceof Range;
        while (!cursor.atEnd() && cursor.peekUnit(0) != ']') {
            if (isDouble('-')) {
                throw cursor.error("Invalid set operation in character class");
            }
            if (cursor.eat('-')) {
                items.add(range(mayStartRange ? items.removeLast() : null));
                mayStartRange = false;
            } else {
                ClassItem item = operand();
                items.add(item);
                mayStartRange = item instanceof Range;
            }
        }
    }

    /** ClassSetRange after its dash; {@code first} is null when a dash may not stand there. */
    private Range range(ClassItem first) {
        if (cursor.atEnd()) {
            throw cursor.error("Unterminated character class");
        }
        if (!(first instanceof Range from)) {
            throw cursor.error("Invalid character class");
        }
        if (!(operand() instanceof Range to)) {
            throw cursor.error("Invalid character class");
        }
        if (from.first() > to.first()) {
            throw cursor.error("Range out of order in character class");
        }
        return new Range(from.first(), to.first());
    }

    /** ClassIntersection or ClassSubtraction after their first operand. */
    private void operands(char operator, List<ClassItem> items) {
        while (!cursor.atEnd() && cursor.peekUnit(0) != ']') {
            if (!isDouble(operator)) {
                throw cursor.error("Invalid set operation in character class");
            }
            cursor.position += 2;
            if (operator == '&' && cursor.peekUnit(0) == '&') {
                throw cursor.error("Invalid character in character class");
            }
            if (cursor.atEnd()) {
                throw cursor.error("Unterminated character class");
            }
            items.add(operand());
        }
    }

    private boolean isDouble(char operator) {
        return cursor.peekUnit(0) == operator && cursor.peekUnit(1) == operator;
    }

    /** ClassSetOperand: a nested class, a class escape, a string literal or a character. */
    private ClassItem operand() {
        if (cursor.eat('[')) {
            return parse();
        }
        if (cursor.peekUnit(0) == '\\' && cursor.position + 1 < cursor.pattern.length()) {
            cursor.position++;
            if (cursor.peekUnit(0) == 'q' && cursor.peekUnit(1) == '{') {
                cursor.position += 2;
                return strings();
            }
            ClassItem escape = escapes.classEscape(Place.CLASS_SET);
            if (escape != null) {
                return escape;
            }
            cursor.position--;
        }
        int character = setCharacter();
        return new Range(character, character);
    }

    /** ClassStringDisjunction after its opening brace. */
    private Strings strings() {
        List<int[]> alternatives = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        while (!cursor.eat('}')) {
            if (cursor.atEnd()) {
                throw cursor.error("Unterminated character class");
            }
            if (cursor.eat('|')) {
                alternatives.add(current.codePoints().toArray());
                current.setLength(0);
            } else {
                current.appendCodePoint(setCharacter());
            }
        }
        alternatives.add(current.codePoints().toArray());
        return new Strings(List.copyOf(alternatives));
    }

    /** ClassSetCharacter. */
    private int setCharacter() {
        int character = cursor.peek();
        if (character == '\\') {
            cursor.position++;
            if (cursor.atEnd()) {
                throw cursor.error("\\ at end of pattern");
            }
            return cursor.eat('b') ? '\b' : escapes.characterEscape(Place.CLASS_SET);
        }
        if (SYNTAX_CHARACTERS.indexOf(character) >= 0) {
            throw cursor.error("Invalid character in character class");
        }
        if (character == cursor.peekUnit(1)
                && RESERVED_DOUBLE_PUNCTUATORS.indexOf(character) >= 0) {
            throw cursor.error("Invalid set operation in character class");
        }
        return cursor.next();
    }

    /** Static semantics MayContainStrings. */
    private static boolean mayContainStrings(SetOperation operation, List<ClassItem> items) {
        return switch (operation) {
            case UNION -> items.stream().anyMatch(ClassSetParser::mayContainStrings);
            case INTERSECTION -> items.stream().allMatch(ClassSetParser::mayContainStrings);
            case SUBTRACTION -> mayContainStrings(items.getFirst());
        };
    }

    private static boolean mayContainStrings(ClassItem item) {
        return switch (item) {
            case Strings strings ->
                    strings.alternatives().stream().anyMatch(string -> string.length != 1);
            case Property property -> property.property().mayContainStrings();
            case CharacterClass nested ->
                    !nested.negated() && mayContainStrings(nested.operation(), nested.items());
            case Range range -> false;
            case ClassItem.Escape escape -> false;
        };
    }
}
