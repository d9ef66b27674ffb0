package dev.jsj.parser.regexp;

import dev.jsj.parser.regexp.ClassItem.Range;
import dev.jsj.parser.regexp.EscapeParser.Place;
import dev.jsj.parser.regexp.RegExpNode.CharacterClass;
import dev.jsj.parser.regexp.RegExpNode.SetOperation;

import java.util.ArrayList;
import java.util.List;

/** Character classes of patterns without the {@code v} flag (CharacterClass, ClassContents). */
final class ClassParser {
    private final PatternCursor cursor;
    private final EscapeParser escapes;

    ClassParser(PatternCursor cursor, EscapeParser escapes) {
        this.cursor = cursor;
        this.escapes = escapes;
    }

    /** Reads a class whose opening bracket has been read. */
    CharacterClass parse() {
        boolean negated = cursor.eat('^');
        List<ClassItem> items = new ArrayList<>();
        while (!cursor.atEnd() && cursor.peekUnit(0) != ']') {
            ClassItem first = classAtom();
            if (!cursor.eat('-')) {
                items.add(first);
                continue;
            }
            if (cursor.atEnd()) {
                break;
            }
            if (cursor.peekUnit(0) == ']') {
                items.add(first);
                items.add(new Range('-', '-'));
                break;
            }
            addRange(items, first, classAtom());
        }
        if (!cursor.eat(']')) {
            throw cursor.error("Unterminated character class");
        }
        return new CharacterClass(negated, SetOperation.UNION, List.copyOf(items));
    }

    private void addRange(List<ClassItem> items, ClassItem first, ClassItem last) {
        if (first instanceof Range from && last instanceof Range to) {
            if (from.first() > to.first()) {
                throw cursor.error("Range out of order in character class");
            }
            items.add(new Range(from.first(), to.first()));
            return;
        }
        if (cursor.unicodeMode) {
            throw cursor.error("Invalid character class");
        }
        items.add(first); // B.1.2: beside a class escape the dash stands for itself
        items.add(new Range('-', '-'));
        items.add(last);
    }

    private ClassItem classAtom() {
        int character = cursor.next();
        if (character == '\\') {
            if (cursor.atEnd()) {
                throw cursor.error("\\ at end of pattern");
            }
            ClassItem escape = escapes.classEscape(Place.CLASS);
            if (escape != null) {
                return escape;
            }
            character = cursor.eat('b') ? '\b' : escapes.characterEscape(Place.CLASS);
        }
        return new Range(character, character);
    }
}
