package dev.jsj.runtime.regexp;

import dev.jsj.parser.regexp.RegExpPattern;
import dev.jsj.parser.regexp.RegExpSyntax;
import dev.jsj.runtime.regexp.MatchNode.AssertionKind;
import dev.jsj.runtime.regexp.RegExpProgram.SearchPlan;
import dev.jsj.runtime.regexp.RegExpProgram.StartSearch;

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
                pattern.flags(),
                pattern.captureCount(),
                pattern.groupNames(),
                searchPlan(root, unicodeMode));
    }

    private static SearchPlan searchPlan(MatchNode root, boolean unicodeMode) {
        if (startsAtInputStart(root)) {
            return new SearchPlan(StartSearch.INPUT_START, null, null, root.minLength);
        }
        String text = leadingText(root);
        if (text != null) {
            return new SearchPlan(StartSearch.TEXT, text, null, root.minLength);
        }
        First first = CodeBuilder.unitLevel(root.firstBefore(First.ANYTHING), unicodeMode);
        if (!first.end() && !first.characters().equals(CodePointSet.ALL)) {
            CharacterTest characters = new CharacterTest(first.characters(), false);
            return new SearchPlan(StartSearch.CHARACTERS, null, characters, root.minLength);
        }
        return new SearchPlan(StartSearch.ANY, null, null, root.minLength);
    }

    private static boolean startsAtInputStart(MatchNode node) {
        return switch (node) {
            case MatchNode.Assertion assertion -> assertion.kind == AssertionKind.INPUT_START;
            case MatchNode.Sequence sequence -> startsAtInputStart(sequence.nodes.getFirst());
            case MatchNode.Capture capture -> startsAtInputStart(capture.body);
            case MatchNode.Choice choice ->
                    choice.alternatives.stream().allMatch(RegExpCompiler::startsAtInputStart);
            default -> false;
        };
    }

    private static String leadingText(MatchNode node) {
        return switch (node) {
            case MatchNode.Text text -> text.text;
            case MatchNode.Sequence sequence -> leadingText(sequence.nodes.getFirst());
            case MatchNode.Capture capture -> leadingText(capture.body);
            case MatchNode.Repeat repeat -> repeat.min > 0 ? leadingText(repeat.body) : null;
            default -> null;
        };
    }
}
