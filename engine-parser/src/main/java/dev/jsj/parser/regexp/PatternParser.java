package dev.jsj.parser.regexp;

import dev.jsj.parser.regexp.EscapeParser.Place;
import dev.jsj.parser.regexp.RegExpNode.Assertion;
import dev.jsj.parser.regexp.RegExpNode.AssertionKind;
import dev.jsj.parser.regexp.RegExpNode.BackReference;
import dev.jsj.parser.regexp.RegExpNode.CharacterClass;
import dev.jsj.parser.regexp.RegExpNode.Group;
import dev.jsj.parser.regexp.RegExpNode.Literal;
import dev.jsj.parser.regexp.RegExpNode.Lookaround;
import dev.jsj.parser.regexp.RegExpNode.Modifiers;
import dev.jsj.parser.regexp.RegExpNode.NamedReference;
import dev.jsj.parser.regexp.RegExpNode.Quantifier;
import dev.jsj.parser.regexp.RegExpNode.SetOperation;

import java.util.ArrayList;
import java.util.List;

/**
 * The recursive descent over disjunctions, terms, groups and quantifiers (Pattern, Disjunction,
 * Alternative, Term, Atom).
 */
final class PatternParser {
    /** As many groups as V8 accepts. */
    private static final int MAX_CAPTURES = (1 << 16) - 1;

    private static final RegExpNode EMPTY = new RegExpNode.Sequence(List.of());

    private final PatternCursor cursor;
    private final GroupScanner scanner;
    private final EscapeParser escapes;
    private final GroupNames names = new GroupNames();
    private int captureCount;

    PatternParser(String pattern, RegExpFlags flags) {
        cursor = new PatternCursor(pattern, flags);
        scanner = new GroupScanner(pattern);
        escapes = new EscapeParser(cursor, scanner);
    }

    RegExpSyntaxException error(String reason) {
        return cursor.error(reason);
    }

    RegExpPattern parsePattern() {
        RegExpNode body = disjunction();
        if (!cursor.atEnd()) {
            throw error("Unmatched ')'");
        }
        if (names.hasConflict()) {
            throw error("Duplicate capture group name");
        }
        if (!names.allReferencesResolve()) {
            throw error("Invalid named capture referenced");
        }
        return new RegExpPattern(cursor.pattern, cursor.flags, body, captureCount, names.table());
    }

    /** Disjunction, up to the end of the pattern or a closing parenthesis, which stays unread. */
    private RegExpNode disjunction() {
        names.enterDisjunction();
        RegExpNode first = alternative();
        if (cursor.peekUnit(0) != '|') {
            names.leaveDisjunction();
            return first;
        }
        List<RegExpNode> alternatives = new ArrayList<>();
        alternatives.add(first);
        while (cursor.eat('|')) {
            names.nextAlternative();
            alternatives.add(alternative());
        }
        names.leaveDisjunction();
        return new RegExpNode.Disjunction(List.copyOf(alternatives));
    }

    private RegExpNode alternative() {
        List<RegExpNode> terms = new ArrayList<>();
        while (!cursor.atEnd() && cursor.peekUnit(0) != '|' && cursor.peekUnit(0) != ')') {
            terms.add(term());
        }
        return switch (terms.size()) {
            case 0 -> EMPTY;
            case 1 -> terms.getFirst();
            default -> new RegExpNode.Sequence(List.copyOf(terms));
        };
    }

    private RegExpNode term() {
        int firstCapture = captureCount + 1;
        int character = cursor.next();
        RegExpNode atom;
        switch (character) {
            case '^':
                return new Assertion(AssertionKind.START);
            case '$':
                return new Assertion(AssertionKind.END);
            case '*', '+', '?':
                throw error("Nothing to repeat");
            case '(':
                atom = group();
                break;
            case '.':
                atom = new RegExpNode.AnyCharacter();
                break;
            case '[':
                atom =
                        cursor.flags.unicodeSets()
                                ? new ClassSetParser(cursor, escapes).parse()
                                : new ClassParser(cursor, escapes).parse();
                break;
            case '\\':
                atom = atomEscape();
                if (atom instanceof Assertion) {
                    return atom;
                }
                break;
            case '{', '}', ']':
                atom = lonelyBracket(character);
                break;
            default:
                atom = new Literal(character);
        }
        return quantified(atom, firstCapture);
    }

    /** B.1.2 ExtendedPatternCharacter: a bracket that opens or closes nothing stands for itself. */
    private RegExpNode lonelyBracket(int character) {
        cursor.position--;
        if (character == '{' && interval() != null) {
            throw error("Nothing to repeat");
        }
        if (cursor.unicodeMode) {
            throw error("Lone quantifier brackets");
        }
        cursor.position++;
        return new Literal(character);
    }

    /** Quantifier. */
    private RegExpNode quantified(RegExpNode atom, int firstCapture) {
        int min;
        int max;
        switch (cursor.peekUnit(0)) {
            case '*' -> {
                min = 0;
                max = RegExpNode.UNBOUNDED;
                cursor.position++;
            }
            case '+' -> {
                min = 1;
                max = RegExpNode.UNBOUNDED;
                cursor.position++;
            }
            case '?' -> {
                min = 0;
                max = 1;
                cursor.position++;
            }
            case '{' -> {
                int[] interval = interval();
                if (interval == null) {
                    if (cursor.unicodeMode) {
                        throw error("Incomplete quantifier");
                    }
                    return atom;
                }
                min = interval[0];
                max = interval[1];
                if (min > max) {
                    throw error("numbers out of order in {} quantifier");
                }
            }
            default -> {
                return atom;
            }
        }
        boolean greedy = !cursor.eat('?');
        if (atom instanceof Lookaround look && (look.behind() || cursor.unicodeMode)) {
            throw error("Invalid quantifier");
        }
        return new Quantifier(atom, min, max, greedy, firstCapture, captureCount + 1);
    }

    /**
     * {@code {n}}, {@code {n,}} or {@code {n,m}}; reads nothing and gives null when it is none of
     * them.
     */
    private int[] interval() {
        int start = cursor.position++;
        int min = cursor.decimalDigits();
        int max = min;
        if (min >= 0 && cursor.eat(',')) {
            max = cursor.peekUnit(0) == '}' ? RegExpNode.UNBOUNDED : cursor.decimalDigits();
        }
        if (min >= 0 && max >= 0 && cursor.eat('}')) {
            return new int[] {min, max};
        }
        cursor.position = start;
        return null;
    }

    /** A parenthesis that has been read, and all up to its partner. */
    private RegExpNode group() {
        if (!cursor.eat('?')) {
            return captureGroup(null);
        }
        if (cursor.eat(':')) {
            RegExpNode body = groupBody();
            // Kept apart, since a quantifier may follow a group but not every look-around.
            return body instanceof Lookaround ? new RegExpNode.Sequence(List.of(body)) : body;
        }
        if (cursor.eat('=')) {
            return lookaround(false, false);
        }
        if (cursor.eat('!')) {
            return lookaround(false, true);
        }
        if (cursor.eat("<=")) {
            return lookaround(true, false);
        }
        if (cursor.eat("<!")) {
            return lookaround(true, true);
        }
        if (cursor.eat('<')) {
            return captureGroup(escapes.groupName());
        }
        return modifiers();
    }

    private RegExpNode groupBody() {
        RegExpNode body = disjunction();
        if (!cursor.eat(')')) {
            throw error("Unterminated group");
        }
        return body;
    }

    private RegExpNode captureGroup(String name) {
        if (captureCount == MAX_CAPTURES) {
            throw error("Too many captures");
        }
        int capture = ++captureCount;
        if (name != null) {
            names.declare(name, capture);
        }
        return new Group(capture, name, groupBody());
    }

    private RegExpNode lookaround(boolean behind, boolean negative) {
        int firstCapture = captureCount + 1;
        RegExpNode body = groupBody();
        return new Lookaround(behind, negative, body, firstCapture, captureCount + 1);
    }

    /** {@code (?ims-ims:Disjunction)}. */
    private RegExpNode modifiers() {
        int unit = cursor.peekUnit(0);
        if (unit != '-' && !isModifier(unit)) {
            throw error("Invalid group");
        }
        int add = 0;
        int remove = 0;
        boolean dash = false;
        while (!cursor.eat(':')) {
            unit = cursor.peekUnit(0);
            if (unit == '-') {
                if (dash) {
                    throw error("Multiple dashes in flag group");
                }
                dash = true;
            } else if (isModifier(unit)) {
                int bit = RegExpFlags.bitOf(unit);
                if (((add | remove) & bit) != 0) {
                    throw error("Repeated flag in flag group");
                }
                if (dash) {
                    remove |= bit;
                } else {
                    add |= bit;
                }
            } else {
                throw error("Invalid flag group");
            }
            cursor.position++;
        }
        if ((add | remove) == 0) {
            throw error("Invalid flag group");
        }
        return new Modifiers(add, remove, groupBody());
    }

    private static boolean isModifier(int unit) {
        return unit == 'i' || unit == 'm' || unit == 's';
    }

    /** AtomEscape, and the assertions that are escapes. */
    private RegExpNode atomEscape() {
        int unit = cursor.peekUnit(0);
        switch (unit) {
            case PatternCursor.END:
                throw error("\\ at end of pattern");
            case 'b':
                cursor.position++;
                return new Assertion(AssertionKind.WORD_BOUNDARY);
            case 'B':
                cursor.position++;
                return new Assertion(AssertionKind.NOT_WORD_BOUNDARY);
            case 'k':
                if (cursor.unicodeMode || scanner.hasNames()) {
                    cursor.position++;
                    return namedReference();
                }
                break;
            case '1', '2', '3', '4', '5', '6', '7', '8', '9':
                int start = cursor.position;
                int group = cursor.decimalDigits();
                if (group <= scanner.count()) {
                    return new BackReference(group);
                }
                if (cursor.unicodeMode) {
                    throw error("Invalid escape");
                }
                cursor.position =
                        start; // B.1.2: not a group, so an octal escape or the digit itself
                break;
            default:
                break;
        }
        ClassItem escape = escapes.classEscape(Place.ATOM);
        if (escape != null) {
            return new CharacterClass(false, SetOperation.UNION, List.of(escape));
        }
        return new Literal(escapes.characterEscape(Place.ATOM));
    }

    private RegExpNode namedReference() {
        if (!cursor.eat('<')) {
            throw error("Invalid named reference");
        }
        String name = escapes.groupName();
        names.reference(name);
        return new NamedReference(name);
    }
}
