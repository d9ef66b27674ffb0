package dev.jsj.runtime.regexp;

import dev.jsj.parser.regexp.RegExpFlags;
import dev.jsj.parser.regexp.RegExpNode;
import dev.jsj.parser.regexp.RegExpPattern;
import dev.jsj.parser.regexp.RegExpPattern.GroupName;
import dev.jsj.runtime.regexp.MatchNode.AssertionKind;
import dev.jsj.runtime.regexp.MatchNode.Characters;
import dev.jsj.runtime.regexp.MatchNode.Empty;
import dev.jsj.runtime.regexp.MatchNode.Text;

import org.jspecify.annotations.Nullable;

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
        // No switch over the types, for the reason given in Emitter.emit.
        if (node instanceof RegExpNode.Literal literal) {
            return literal(literal.codePoint(), flags);
        }
        if (node instanceof RegExpNode.Sequence sequence) {
            return sequence(sequence.terms(), flags);
        }
        if (node instanceof RegExpNode.CharacterClass characterClass) {
            return characterClass(characterClass, flags);
        }
        if (node instanceof RegExpNode.Quantifier quantifier) {
            return repeat(quantifier, flags);
        }
        if (node instanceof RegExpNode.Group group) {
            return new MatchNode.Capture(group.capture(), lower(group.body(), flags));
        }
        if (node instanceof RegExpNode.Disjunction disjunction) {
            return choice(disjunction.alternatives(), flags);
        }
        if (node instanceof RegExpNode.Assertion assertion) {
            return assertion(assertion.kind(), flags);
        }
        if (node instanceof RegExpNode.AnyCharacter) {
            return new Characters(flags.dotAll() ? CodePointSet.ALL : NOT_LINE_TERMINATORS);
        }
        if (node instanceof RegExpNode.Lookaround look) {
            return new MatchNode.Look(look.behind(), look.negative(), lower(look.body(), flags));
        }
        if (node instanceof RegExpNode.BackReference reference) {
            return new MatchNode.BackReference(new int[] {reference.capture()}, flags.ignoreCase());
        }
        if (node instanceof RegExpNode.NamedReference reference) {
            return new MatchNode.BackReference(
                    groupNames.get(reference.name()), flags.ignoreCase());
        }
        if (node instanceof RegExpNode.Modifiers modifiers) {
            int bits = (flags.bits() | modifiers.add()) & ~modifiers.remove();
            return lower(modifiers.body(), new RegExpFlags(bits));
        }
        throw new AssertionError("There is no lowering of " + node.getClass());
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
                for (MatchNode each : inner.nodes) {
                    append(joined, text, each);
                }
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

    /** The set where a node is one character; else null. */
    private @Nullable CodePointSet singleCharacter(MatchNode node) {
        if (node instanceof Characters characters) {
            return characters.set;
        }
        if (node instanceof Text text) {
            int length = text.text.length();
            boolean single = length == 1 || unicodeMode && text.text.codePointCount(0, length) == 1;
            return single ? text.own : null;
        }
        return null;
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
