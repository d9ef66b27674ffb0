package dev.jsj.runtime.regexp;

import dev.jsj.parser.regexp.RegExpFlags;
import dev.jsj.parser.regexp.RegExpNode;
import dev.jsj.parser.regexp.RegExpPattern;
import dev.jsj.parser.regexp.RegExpPattern.GroupName;
import dev.jsj.runtime.regexp.MatchNode.AssertionKind;
import dev.jsj.runtime.regexp.MatchNode.Characters;
import dev.jsj.runtime.regexp.MatchNode.Empty;
import dev.jsj.runtime.regexp.MatchNode.Text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the syntax tree of a pattern into a {@link MatchNode}: applies the flags and the modifiers,
 * resolves classes and names.
 */
final class Lowering {
    private static final CodePointSet NOT_LINE_TERMINATORS =
            ClassResolver.LINE_TERMINATORS.complement();

    /** Fewer alternatives are as quickly tried one by one. */
    private static final int MIN_JOINED_TEXTS = 4;

    private final boolean unicodeMode;
    private final boolean unicodeSets;
    private final Map<String, int[]> groupNames = new HashMap<>();

    Lowering(RegExpPattern pattern) {
        unicodeMode = pattern.flags().eitherUnicode();
        unicodeSets = pattern.flags().unicodeSets();
        for (GroupName name : pattern.groupNames()) {
            groupNames.put(name.name(), name.captures());
        }
    }

    /** Lowers a node under the flags that hold at its place. */
    MatchNode lower(RegExpNode node, RegExpFlags flags) {
        return switch (node) {
            case RegExpNode.Disjunction disjunction -> choice(disjunction.alternatives(), flags);
            case RegExpNode.Sequence sequence -> sequence(sequence.terms(), flags);
            case RegExpNode.Literal literal -> literal(literal.codePoint(), flags);
            case RegExpNode.AnyCharacter any ->
                    new Characters(flags.dotAll() ? CodePointSet.ALL : NOT_LINE_TERMINATORS);
            case RegExpNode.CharacterClass characterClass -> characterClass(characterClass, flags);
            case RegExpNode.Quantifier quantifier -> repeat(quantifier, flags);
            case RegExpNode.Group group ->
                    new MatchNode.Capture(group.capture(), lower(group.body(), flags));
            case RegExpNode.Modifiers modifiers ->
                    lower(
                            modifiers.body(),
                            new RegExpFlags(
                                    (flags.bits() | modifiers.add()) & ~modifiers.remove()));
            case RegExpNode.BackReference reference ->
                    new MatchNode.BackReference(
                            new int[] {reference.capture()}, flags.ignoreCase());
            case RegExpNode.NamedReference reference ->
                    new MatchNode.BackReference(
                            groupNames.get(reference.name()), flags.ignoreCase());
            case RegExpNode.Assertion assertion -> assertion(assertion.kind(), flags);
            case RegExpNode.Lookaround look ->
                    new MatchNode.Look(look.behind(), look.negative(), lower(look.body(), flags));
        };
    }

    private ClassResolver classes(RegExpFlags flags) {
        return new ClassResolver(unicodeMode, unicodeSets, flags.ignoreCase());
    }

    private MatchNode literal(int character, RegExpFlags flags) {
        return flags.ignoreCase()
                ? characters(classes(flags).literal(character))
                : characters(CodePointSet.of(character));
    }

    /**
     * One character of a set, as text when there is just one; a lone surrogate in Unicode mode
     * needs a look at its neighbours.
     */
    private MatchNode characters(CodePointSet set) {
        int single = set.single();
        if (single < 0 || unicodeMode && single >= 0xD800 && single <= 0xDFFF) {
            return new Characters(set);
        }
        return new Text(Character.toString(single), unicodeMode);
    }

    private MatchNode characterClass(RegExpNode.CharacterClass node, RegExpFlags flags) {
        ClassResolver.Resolved resolved = classes(flags).resolve(node);
        if (resolved.strings().isEmpty()) {
            return characters(resolved.characters());
        }
        List<MatchNode> alternatives =
                new ArrayList<>(); // 22.2.2.3 CompileAtom: the longest first, so that the empty
        // string comes last
        for (int[] string : resolved.strings()) {
            if (string.length > 0) {
                List<MatchNode> text = new ArrayList<>(string.length);
                for (int character : string) {
                    text.add(literal(character, flags));
                }
                alternatives.add(sequenceOf(text));
            }
        }
        if (!resolved.characters().isEmpty()) {
            alternatives.add(characters(resolved.characters()));
        }
        if (resolved.strings().getLast().length == 0) {
            alternatives.add(Empty.INSTANCE);
        }
        return choiceOf(alternatives);
    }

    private MatchNode sequence(List<RegExpNode> terms, RegExpFlags flags) {
        List<MatchNode> nodes = new ArrayList<>(terms.size());
        for (RegExpNode term : terms) {
            nodes.add(lower(term, flags));
        }
        return sequenceOf(nodes);
    }

    /** Joins neighbouring texts, and sequences with the sequences in them. */
    private MatchNode sequenceOf(List<MatchNode> nodes) {
        List<MatchNode> joined = new ArrayList<>(nodes.size());
        StringBuilder text = new StringBuilder();
        for (MatchNode node : nodes) {
            if (node instanceof MatchNode.Sequence inner) {
                inner.nodes.forEach(each -> append(joined, text, each));
            } else {
                append(joined, text, node);
            }
        }
        flush(joined, text);
        return switch (joined.size()) {
            case 0 -> Empty.INSTANCE;
            case 1 -> joined.getFirst();
            default -> MatchNode.Sequence.of(joined);
        };
    }

    private void append(List<MatchNode> joined, StringBuilder text, MatchNode node) {
        if (node instanceof Text part) {
            text.append(part.text);
        } else if (!(node instanceof Empty)) {
            flush(joined, text);
            joined.add(node);
        }
    }

    private void flush(List<MatchNode> joined, StringBuilder text) {
        if (!text.isEmpty()) {
            joined.add(new Text(text.toString(), unicodeMode));
            text.setLength(0);
        }
    }

    private MatchNode choice(List<RegExpNode> alternatives, RegExpFlags flags) {
        List<MatchNode> nodes = new ArrayList<>(alternatives.size());
        for (RegExpNode alternative : alternatives) {
            nodes.add(lower(alternative, flags));
        }
        return choiceOf(nodes);
    }

    /** Joins neighbouring alternatives of one character each to a set, and of texts to one node. */
    private MatchNode choiceOf(List<MatchNode> nodes) {
        List<MatchNode> joined = new ArrayList<>(nodes.size());
        for (MatchNode node : nodes) {
            CodePointSet set = singleCharacter(node);
            CodePointSet last = joined.isEmpty() ? null : singleCharacter(joined.getLast());
            if (set != null && last != null) {
                joined.set(joined.size() - 1, characters(last.union(set)));
            } else {
                joined.add(node);
            }
        }
        joined = joinTexts(joined);
        return joined.size() == 1 ? joined.getFirst() : MatchNode.Choice.of(joined);
    }

    private List<MatchNode> joinTexts(List<MatchNode> nodes) {
        List<MatchNode> joined = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); ) {
            int end = i;
            while (end < nodes.size() && nodes.get(end) instanceof Text) {
                end++;
            }
            if (end - i < MIN_JOINED_TEXTS) {
                joined.add(nodes.get(i++));
                continue;
            }
            List<String> texts = new ArrayList<>(end - i);
            for (; i < end; i++) {
                texts.add(((Text) nodes.get(i)).text);
            }
            joined.add(new MatchNode.Texts(List.copyOf(texts), unicodeMode));
        }
        return joined;
    }

    private CodePointSet singleCharacter(MatchNode node) {
        return switch (node) {
            case Characters characters -> characters.set;
            case Text text
                    when text.text.length() == 1
                            || unicodeMode
                                    && text.text.codePointCount(0, text.text.length()) == 1 ->
                    text.own;
            default -> null;
        };
    }

    private MatchNode repeat(RegExpNode.Quantifier node, RegExpFlags flags) {
        MatchNode body = lower(node.body(), flags);
        boolean onlyEmptyIterations =
                body instanceof Empty || body instanceof MatchNode.Look && node.min() == 0;
        if (node.max() == 0 || onlyEmptyIterations) {
            return Empty.INSTANCE;
        }
        CodePointSet single = singleCharacter(body);
        if (node.min() == 1 && node.max() == 1) {
            return body;
        }
        if (single != null) {
            body = new Characters(single);
        }
        return new MatchNode.Repeat(
                body,
                node.min(),
                node.max(),
                node.greedy(),
                node.firstCapture(),
                node.endCapture());
    }

    private MatchNode assertion(RegExpNode.AssertionKind kind, RegExpFlags flags) {
        AssertionKind lowered =
                switch (kind) {
                    case START ->
                            flags.multiline()
                                    ? AssertionKind.LINE_START
                                    : AssertionKind.INPUT_START;
                    case END ->
                            flags.multiline() ? AssertionKind.LINE_END : AssertionKind.INPUT_END;
                    case WORD_BOUNDARY -> AssertionKind.WORD_BOUNDARY;
                    case NOT_WORD_BOUNDARY -> AssertionKind.NOT_WORD_BOUNDARY;
                };
        return new MatchNode.Assertion(
                lowered, ClassResolver.wordCharacters(unicodeMode, flags.ignoreCase()));
    }
}
