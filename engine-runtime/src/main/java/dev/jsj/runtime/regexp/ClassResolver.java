package dev.jsj.runtime.regexp;

import dev.jsj.parser.regexp.ClassItem;
import dev.jsj.parser.regexp.ClassItem.EscapeKind;
import dev.jsj.parser.regexp.RegExpNode.CharacterClass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 22.2.2.9 CompileToCharSet: what a character class matches, under the flags at its place. */
final class ClassResolver {
    static final CodePointSet DIGITS = CodePointSet.range('0', '9');
    static final CodePointSet LINE_TERMINATORS =
            CodePointSet.ofRanges('\n', '\n', '\r', '\r', 0x2028, 0x2029);

    /** WhiteSpace and LineTerminator. */
    static final CodePointSet SPACES =
            CodePointSet.ofRanges(
                    0x09, 0x0D, 0x20, 0x20, 0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200A, 0x2028,
                    0x2029, 0x202F, 0x202F, 0x205F, 0x205F, 0x3000, 0x3000, 0xFEFF, 0xFEFF);

    private static final CodePointSet BASIC_WORD_CHARACTERS =
            CodePointSet.ofRanges('0', '9', 'A', 'Z', '_', '_', 'a', 'z');
    private static final CodePointSet UNICODE_IGNORE_CASE_WORD_CHARACTERS =
            BASIC_WORD_CHARACTERS.union(CodePointSet.ofRanges(0x17F, 0x17F, 0x212A, 0x212A));

    /** A set of characters, and of strings that are not of one character, longest first. */
    record Resolved(CodePointSet characters, List<int[]> strings) {}

    private final boolean unicodeMode;
    private final boolean unicodeSets;
    private final boolean ignoreCase;

    ClassResolver(boolean unicodeMode, boolean unicodeSets, boolean ignoreCase) {
        this.unicodeMode = unicodeMode;
        this.unicodeSets = unicodeSets;
        this.ignoreCase = ignoreCase;
    }

    /** 22.2.2.9.3 WordCharacters. */
    static CodePointSet wordCharacters(boolean unicodeMode, boolean ignoreCase) {
        return unicodeMode && ignoreCase
                ? UNICODE_IGNORE_CASE_WORD_CHARACTERS
                : BASIC_WORD_CHARACTERS;
    }

    /** The characters that one pattern character matches. */
    CodePointSet literal(int character) {
        CodePointSet set = CodePointSet.of(character);
        return ignoreCase ? CaseFolding.of(unicodeMode).close(set) : set;
    }

    Resolved resolve(CharacterClass node) {
        if (unicodeSets) {
            Operand operand = evaluate(node);
            List<int[]> strings = new ArrayList<>(operand.strings.values());
            strings.sort((left, right) -> Integer.compare(right.length, left.length));
            return new Resolved(
                    ignoreCase ? CaseFolding.UNICODE.close(operand.characters) : operand.characters,
                    strings);
        }
        CodePointSet.Builder union = new CodePointSet.Builder();
        for (ClassItem item : node.items()) {
            union.addAll(characters(item));
        }
        CodePointSet set = union.build();
        if (ignoreCase) {
            set = CaseFolding.of(unicodeMode).close(set);
        }
        return new Resolved(node.negated() ? set.complement() : set, List.of());
    }

    /** The characters of an item that cannot hold strings, without regard to case. */
    private CodePointSet characters(ClassItem item) {
        if (item instanceof ClassItem.Range range) {
            return CodePointSet.range(range.first(), range.last());
        }
        if (item instanceof ClassItem.Escape escape) {
            return escape(escape.kind());
        }
        if (item instanceof ClassItem.Property property) {
            CodePointSet set = UnicodeTables.characters(property.property());
            return property.negated() ? set.complement() : set;
        }
        throw new AssertionError(item.getClass() + " stands in a class without the v flag.");
    }

    private CodePointSet escape(EscapeKind kind) {
        return switch (kind) {
            case DIGIT -> DIGITS;
            case NOT_DIGIT -> DIGITS.complement();
            case SPACE -> SPACES;
            case NOT_SPACE -> SPACES.complement();
            case WORD -> wordCharacters(unicodeMode, ignoreCase);
            case NOT_WORD -> wordCharacters(unicodeMode, ignoreCase).complement();
        };
    }

    /**
     * A value of the set algebra of the {@code v} flag; case-folded throughout when case is
     * ignored. Strings are kept by content.
     */
    private record Operand(CodePointSet characters, Map<String, int[]> strings) {
        static Operand of(CodePointSet characters) {
            return new Operand(characters, Map.of());
        }
    }

    private Operand evaluate(CharacterClass node) {
        if (node.items().isEmpty()) {
            return Operand.of(node.negated() ? allCharacters() : CodePointSet.EMPTY);
        }
        Operand result = evaluate(node.items().getFirst());
        CodePointSet characters = result.characters;
        Map<String, int[]> strings = new LinkedHashMap<>(result.strings);
        for (ClassItem item : node.items().subList(1, node.items().size())) {
            Operand other = evaluate(item);
            switch (node.operation()) {
                case UNION -> {
                    characters = characters.union(other.characters);
                    strings.putAll(other.strings);
                }
                case INTERSECTION -> {
                    characters = characters.intersect(other.characters);
                    strings.keySet().retainAll(other.strings.keySet());
                }
                case SUBTRACTION -> {
                    characters = characters.subtract(other.characters);
                    strings.keySet().removeAll(other.strings.keySet());
                }
            }
        }
        return node.negated()
                ? Operand.of(complement(characters))
                : new Operand(characters, strings);
    }

    private Operand evaluate(ClassItem item) {
        return switch (item) {
            case CharacterClass nested -> evaluate(nested);
            case ClassItem.Strings strings -> operand(CodePointSet.EMPTY, strings.alternatives());
            case ClassItem.Property property -> {
                if (property.property().mayContainStrings()) {
                    UnicodeTables.StringSet members = UnicodeTables.strings(property.property());
                    yield operand(members.characters(), members.strings());
                }
                CodePointSet set = folded(UnicodeTables.characters(property.property()));
                yield Operand.of(property.negated() ? complement(set) : set);
            }
            case ClassItem.Escape escape -> Operand.of(classEscape(escape.kind()));
            case ClassItem.Range range ->
                    Operand.of(folded(CodePointSet.range(range.first(), range.last())));
        };
    }

    private CodePointSet classEscape(EscapeKind kind) {
        return switch (kind) {
            case NOT_DIGIT -> complement(folded(escape(EscapeKind.DIGIT)));
            case NOT_SPACE -> complement(folded(escape(EscapeKind.SPACE)));
            case NOT_WORD -> complement(folded(escape(EscapeKind.WORD)));
            case DIGIT, SPACE, WORD -> folded(escape(kind));
        };
    }

    private Operand operand(CodePointSet characters, Collection<int[]> candidates) {
        CodePointSet.Builder singles = new CodePointSet.Builder();
        singles.addAll(characters);
        Map<String, int[]> strings = new LinkedHashMap<>();
        for (int[] candidate : candidates) {
            if (candidate.length == 1) {
                singles.add(candidate[0]);
            } else {
                int[] string =
                        ignoreCase
                                ? Arrays.stream(candidate)
                                        .map(CaseFolding.UNICODE::canonicalize)
                                        .toArray()
                                : candidate;
                strings.put(new String(string, 0, string.length), string);
            }
        }
        return new Operand(folded(singles.build()), strings);
    }

    private CodePointSet folded(CodePointSet set) {
        return ignoreCase ? CaseFolding.UNICODE.fold(set) : set;
    }

    /** 22.2.2.9.5 CharacterComplement. */
    private CodePointSet complement(CodePointSet set) {
        return allCharacters().subtract(set);
    }

    /** 22.2.2.9.4 AllCharacters. */
    private CodePointSet allCharacters() {
        return ignoreCase ? CaseFolding.UNICODE.foldedCharacters() : CodePointSet.ALL;
    }
}
