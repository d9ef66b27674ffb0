package dev.jsj.runtime.regexp;

import dev.jsj.parser.regexp.RegExpFlags;
import dev.jsj.parser.regexp.RegExpPattern.GroupName;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * A compiled pattern. {@link #match} looks for the first place where it matches: quickly to the
 * next one that can be a start, then an attempt there by the {@link Matcher}. A program keeps the
 * matcher's state and so belongs to one agent.
 */
public final class RegExpProgram {
    /** How the next possible start of a match is found. */
    public enum StartSearch {
        /** Every place is one. */
        ANY,
        /** The match begins with a text. */
        TEXT,
        /** The match begins with one of some characters. */
        CHARACTERS,
        /** Only the start of the input is one. */
        INPUT_START
    }

    /** A call of the matcher costs as much as so many steps back. */
    private static final int WORK_PER_MATCH = 4;

    final int[] code;
    final CharacterTest[] tests;
    final String[] texts;
    final BackReferenceTest[] references;
    final Trie[] tries;
    final int[][] tables;
    final int registerCount;
    final int captureRegisters;
    final boolean unicodeMode;

    private final RegExpFlags flags;
    private final List<GroupName> groupNames;
    private final SearchPlan plan;

    private final Matcher matcher;
    private final String source;
    private @Nullable Runnable poll;
    private @Nullable RegExpTier tier;

    /** What is left until the tier is told. */
    private int budget = Integer.MAX_VALUE;

    private @Nullable CompiledMatcher compiled;
    private volatile @Nullable Runnable installation;

    RegExpProgram(
            CodeBuilder builder,
            String source,
            RegExpFlags flags,
            int captureCount,
            List<GroupName> groupNames,
            SearchPlan plan) {
        code = builder.code();
        tests = builder.tests.toArray(new CharacterTest[0]);
        texts = builder.texts.toArray(new String[0]);
        references = builder.references.toArray(new BackReferenceTest[0]);
        tries = builder.tries.toArray(new Trie[0]);
        tables = builder.tables();
        registerCount = builder.registers();
        captureRegisters = 2 * (captureCount + 1);
        unicodeMode = flags.eitherUnicode();
        this.flags = flags;
        this.groupNames = groupNames;
        this.source = source;
        this.plan = plan;
        matcher = new Matcher(this);
    }

    /**
     * How to find the start of a match.
     *
     * @param text what the match begins with, or null
     * @param characters what the match begins with one of, or null
     * @param run when an attempt has failed, the next makes sense only behind the characters of
     *     this set; null for no such set
     * @param wordStart none of these characters may come just before a match; null for no such set
     * @param minLength the least length of a match
     */
    public record SearchPlan(
            StartSearch kind,
            @Nullable String text,
            @Nullable CharacterTest characters,
            @Nullable CharacterTest run,
            @Nullable CharacterTest wordStart,
            int minLength) {}

    /** Sets what a match that takes long calls now and then: it may throw, which ends the match. */
    public void setPoll(Runnable newPoll) {
        poll = newPoll;
    }

    /** Sets who compiles this program when it is hot; null for nobody. */
    public void setTier(@Nullable RegExpTier newTier) {
        tier = newTier;
        budget = newTier == null ? Integer.MAX_VALUE : newTier.budget();
    }

    /** Counts work of the matcher. */
    void spend(int work) {
        if (tier != null) {
            budget -= Math.min(work, Integer.MAX_VALUE / 2);
        }
    }

    /**
     * Offers a compiled form, from any thread. {@code installation} is called by the next match; it
     * is expected to call {@link #install}.
     */
    public void offer(Runnable newInstallation) {
        installation = newInstallation;
    }

    /** All matches from now on are made by this matcher. */
    public void install(CompiledMatcher newMatcher) {
        newMatcher.setProgram(this);
        compiled = newMatcher;
    }

    /** Whether matches are made by a compiled form. */
    public boolean isCompiled() {
        return compiled != null;
    }

    /** The matcher of the next match, where it is a compiled one. */
    @Nullable CompiledMatcher tierUp() {
        if (tier != null && budget <= 0) {
            RegExpTier hotTier = tier;
            tier = null;
            hotTier.onHot(this);
        }
        Runnable ready = installation;
        if (ready != null) {
            installation = null;
            ready.run();
        }
        return compiled;
    }

    void poll() {
        Runnable current = poll;
        if (current != null) {
            current.run();
        }
    }

    public RegExpFlags flags() {
        return flags;
    }

    /** The number of capture groups, not counting the whole match. */
    public int captureCount() {
        return captureRegisters / 2 - 1;
    }

    /** The named groups in source order. */
    public List<GroupName> groupNames() {
        return groupNames;
    }

    /** The pattern and its flags as a literal. */
    @Override
    public String toString() {
        return "/" + source + "/" + flags;
    }

    /** The instructions: see {@link RegExpOpcode}. */
    public int[] code() {
        return code.clone();
    }

    /** The operand of kind {@code s} or {@code g}. */
    public CharacterTest test(int index) {
        return tests[index];
    }

    /** The operand of kind {@code t}. */
    public String text(int index) {
        return texts[index];
    }

    /** The operand of BACK_REFERENCE. */
    public BackReferenceTest reference(int index) {
        return references[index];
    }

    /** The operand of TEXTS. */
    public Trie trie(int index) {
        return tries[index];
    }

    /** The operand of DISPATCH. */
    public int[] table(int index) {
        return tables[index].clone();
    }

    /** How many registers there are; the captures come first. */
    public int registerCount() {
        return registerCount;
    }

    /** How many registers are captures. */
    public int captureRegisters() {
        return captureRegisters;
    }

    /** Whether characters are code points. */
    public boolean unicodeMode() {
        return unicodeMode;
    }

    /** How the start of a match is found. */
    public SearchPlan searchPlan() {
        return plan;
    }

    /**
     * Matches at or, unless the pattern is sticky, after {@code lastIndex}.
     *
     * @return start and end of the match and of each group, -1 for groups that took no part; null
     *     when there is no match
     * @throws BacktrackLimitException when the match would need too much memory
     */
    public int[] match(String input, int lastIndex) {
        return match(input, 0, input.length(), lastIndex);
    }

    /**
     * As the other, where the input is the part of {@code base} from {@code begin} to {@code end}.
     */
    public int[] match(String base, int begin, int end, int lastIndex) {
        return find(base, begin, end, lastIndex, flags.sticky())
                ? Arrays.copyOf(matcher.registers, captureRegisters)
                : null;
    }

    /**
     * Looks for a match as {@link #match} does, and leaves it to {@link #start} and {@link #end} to
     * tell the result. The input is the part of {@code base} from {@code begin} to {@code end}; all
     * other places count from {@code begin}.
     */
    public boolean find(String base, int begin, int end, int lastIndex, boolean sticky) {
        boolean found = findPart(base, begin, end, begin + lastIndex, sticky);
        if (found && begin > 0) {
            int[] registers = matcher.registers;
            for (int i = 0; i < captureRegisters; i++) {
                // -1 stays for a group that took no part.
                registers[i] = Math.max(registers[i] - begin, -1);
            }
        }
        return found;
    }

    private boolean findPart(String input, int begin, int end, int from, boolean sticky) {
        int start = from;
        if (unicodeMode && isInsidePair(input, start, begin, end)) {
            start--;
        }
        CompiledMatcher fast = compiled;
        if (fast == null) {
            fast = tierUp();
        }
        if (fast != null) {
            boolean found =
                    sticky
                            ? fast.attempt(input, start, matcher.registers, begin, end)
                            : fast.find(input, start, matcher.registers, begin, end);
            fast.release();
            return found;
        }
        spend(WORK_PER_MATCH);
        boolean found =
                sticky
                        ? matcher.attempt(input, start, begin, end)
                        : search(input, start, begin, end);
        matcher.release();
        return found;
    }

    /** The start of a group in the last successful {@link #find}, or -1. */
    public int start(int group) {
        return matcher.registers[2 * group];
    }

    /** The end of a group in the last successful {@link #find}, or -1. */
    public int end(int group) {
        return matcher.registers[2 * group + 1];
    }

    /** Start and end of the match and of each group in the last successful {@link #find}. */
    public int[] captures() {
        return Arrays.copyOf(matcher.registers, captureRegisters);
    }

    /**
     * As {@link #captures}, in an array of an earlier call of this program's when {@code reusable}
     * is one.
     */
    public int[] captures(int[] reusable) {
        if (reusable.length != captureRegisters) {
            return captures();
        }
        System.arraycopy(matcher.registers, 0, reusable, 0, captureRegisters);
        return reusable;
    }

    private boolean search(String input, int from, int begin, int end) {
        int last = end - plan.minLength();
        if (plan.kind() == StartSearch.INPUT_START) {
            return from == begin && last >= begin && matcher.attempt(input, begin, begin, end);
        }
        for (int start = from; (start = nextStart(input, start, last, begin, end)) >= 0; ) {
            if (matcher.attempt(input, start, begin, end)) {
                return true;
            }
            start = afterFailure(input, start, end);
            if (budget <= 0) {
                CompiledMatcher fast = tierUp();
                if (fast != null) {
                    boolean found = fast.find(input, start, matcher.registers, begin, end);
                    fast.release();
                    return found;
                }
            }
        }
        return false;
    }

    /** The next place where a match may start, or -1. */
    private int nextStart(String input, int from, int last, int begin, int end) {
        return switch (plan.kind()) {
            case TEXT -> input.indexOf(plan.text(), from, end);
            case CHARACTERS -> nextMember(input, from, last, begin, end);
            case ANY -> {
                int start = unicodeMode && isInsidePair(input, from, begin, end) ? from + 1 : from;
                yield start <= last ? start : -1;
            }
            case INPUT_START ->
                    throw new AssertionError("There is one place only where it may start.");
        };
    }

    private int nextMember(String input, int from, int last, int begin, int end) {
        CharacterTest characters = plan.characters();
        CharacterTest wordStart = plan.wordStart();
        int limit = Math.min(last, end - 1);
        for (int start = from; start <= limit; start++) {
            if (characters.matches(input.charAt(start))
                    && (wordStart == null
                            || start == begin
                            || !wordStart.matches(input.charAt(start - 1)))
                    && !(unicodeMode && isInsidePair(input, start, begin, end))) {
                return start;
            }
        }
        return -1;
    }

    private int afterFailure(String input, int start, int end) {
        CharacterTest leadingRun = plan.run();
        if (leadingRun == null) {
            return start + 1;
        }
        int runEnd =
                unicodeMode
                        ? Scanner.runByCodePoint(
                                leadingRun, input, start, end, 0, Integer.MAX_VALUE)
                        : Scanner.run(leadingRun, input, start, end);
        return Math.max(start + 1, runEnd);
    }

    static boolean isInsidePair(String input, int index, int begin, int end) {
        return index > begin
                && index < end
                && Character.isLowSurrogate(input.charAt(index))
                && Character.isHighSurrogate(input.charAt(index - 1));
    }

    /** The program as text, one instruction a line. */
    public String disassemble() {
        StringBuilder text = new StringBuilder();
        text.append("; start: ").append(plan.kind());
        switch (plan.kind()) {
            case TEXT -> text.append(' ').append(plan.text());
            case CHARACTERS -> text.append(' ').append(plan.characters());
            case INPUT_START, ANY -> {}
        }
        text.append(", at least ").append(plan.minLength()).append(" units\n");
        for (int pc = 0; pc < code.length; ) {
            String operands = RegExpOpcode.operands(code[pc]);
            text.append(String.format("%4d  %s", pc, RegExpOpcode.name(code[pc])));
            for (int i = 0; i < operands.length(); i++) {
                int operand = code[pc + 1 + i];
                text.append(' ');
                switch (operands.charAt(i)) {
                    case 's' -> text.append(tests[operand]);
                    case 'g' -> text.append(operand < 0 ? "*" : tests[operand]);
                    case 't' -> text.append(operand < 0 ? "-" : '"' + texts[operand] + '"');
                    case 'r' -> text.append('r').append(operand);
                    case '>' -> text.append("->").append(operand);
                    default -> text.append(operand);
                }
            }
            text.append('\n');
            pc += 1 + operands.length();
        }
        return text.toString();
    }
}
