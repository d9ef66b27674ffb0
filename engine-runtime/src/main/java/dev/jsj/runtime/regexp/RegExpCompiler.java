package dev.jsj.runtime.regexp;

import dev.jsj.parser.regexp.RegExpPattern;
import dev.jsj.parser.regexp.RegExpSyntax;
import dev.jsj.runtime.regexp.MatchNode.AssertionKind;
import dev.jsj.runtime.regexp.RegExpProgram.SearchPlan;
import dev.jsj.runtime.regexp.RegExpProgram.StartSearch;

import org.jspecify.annotations.Nullable;

/** Compiles patterns to programs (22.2.2 CompilePattern). */
public final class RegExpCompiler {
    private RegExpCompiler() {}

    /**
     * Parses and compiles a pattern.
     *
     * @throws dev.jsj.parser.regexp.RegExpSyntaxException when pattern or flags are not valid
     */
    public static RegExpProgram compile(String pattern, String flags) {
        return compile(RegExpSyntax.parse(pattern, flags));
    }

    /** Compiles a parsed pattern under its flags. */
    public static RegExpProgram compile(RegExpPattern pattern) {
        boolean unicodeMode = pattern.flags().eitherUnicode();
        MatchNode root = new Lowering(pattern).lower(pattern.body(), pattern.flags());
        CodeBuilder code = new CodeBuilder(2 * (pattern.captureCount() + 1));
        new Emitter(code, unicodeMode).emitProgram(root);
        return new RegExpProgram(
                code,
                pattern.source(),
                pattern.flags(),
                pattern.captureCount(),
                pattern.groupNames(),
                searchPlan(root, unicodeMode));
    }

    private static SearchPlan searchPlan(MatchNode root, boolean unicodeMode) {
        if (startsAtInputStart(root)) {
            return new SearchPlan(StartSearch.INPUT_START, null, null, null, null, root.minLength);
        }
        String text = leadingText(root);
        if (text != null) {
            return new SearchPlan(StartSearch.TEXT, text, null, null, null, root.minLength);
        }
        CharacterTest run = leadingRun(root);
        First first = CodeBuilder.unitLevel(root.firstBefore(First.ANYTHING), unicodeMode);
        if (!first.end() && !first.characters().equals(CodePointSet.ALL)) {
            CharacterTest characters = new CharacterTest(first.characters(), false);
            return new SearchPlan(
                    StartSearch.CHARACTERS, null, characters, run, wordStart(root), root.minLength);
        }
        return new SearchPlan(StartSearch.ANY, null, null, run, null, root.minLength);
    }

    private static boolean startsAtInputStart(MatchNode node) {
        if (node instanceof MatchNode.Choice choice) {
            for (MatchNode alternative : choice.alternatives) {
                if (!startsAtInputStart(alternative)) {
                    return false;
                }
            }
            return true;
        }
        if (node instanceof MatchNode.Sequence sequence) {
            return startsAtInputStart(sequence.nodes.getFirst());
        }
        if (node instanceof MatchNode.Capture capture) {
            return startsAtInputStart(capture.body);
        }
        return node instanceof MatchNode.Assertion assertion
                && assertion.kind == AssertionKind.INPUT_START;
    }

    /**
     * Where a pattern begins with a loop over characters, without an upper bound and outside of
     * groups: that set. When an attempt has failed, others that start further on in the same run of
     * such characters would fail too, since they would only try places for the rest that have been
     * tried.
     */
    private static @Nullable CharacterTest leadingRun(MatchNode root) {
        MatchNode first =
                root instanceof MatchNode.Sequence sequence ? sequence.nodes.getFirst() : root;
        return first instanceof MatchNode.Repeat repeat
                        && repeat.max == MatchNode.Repeat.UNBOUNDED
                        && repeat.body instanceof MatchNode.Characters characters
                ? new CharacterTest(characters.set, false)
                : null;
    }

    /**
     * Where a pattern begins with a word boundary before a word character: the word characters,
     * none of which may come just before a match.
     */
    private static @Nullable CharacterTest wordStart(MatchNode root) {
        return root instanceof MatchNode.Sequence sequence
                        && sequence.nodes.getFirst() instanceof MatchNode.Assertion assertion
                        && assertion.kind == AssertionKind.WORD_BOUNDARY
                        && root.own.subtract(assertion.wordCharacters).isEmpty()
                ? new CharacterTest(assertion.wordCharacters, false)
                : null;
    }

    /** The text that every match begins with, or null. */
    private static @Nullable String leadingText(MatchNode node) {
        if (node instanceof MatchNode.Text text) {
            return text.text;
        }
        if (node instanceof MatchNode.Sequence sequence) {
            return leadingText(sequence.nodes.getFirst());
        }
        if (node instanceof MatchNode.Capture capture) {
            return leadingText(capture.body);
        }
        return node instanceof MatchNode.Repeat repeat && repeat.min > 0
                ? leadingText(repeat.body)
                : null;
    }
}
