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
    enum StartSearch {
        /** Every place is one. */
        ANY,
        /** The match begins with a text. */
        TEXT,
        /** The match begins with one of some characters. */
        CHARACTERS,
        /** Only the start of the input is one. */
        INPUT_START
    }

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
    private final int minLength;
    private final StartSearch startSearch;
    private final String startText;
    private final CharacterTest startCharacters;

    /**
     * When an attempt has failed, the next makes sense only behind the characters of this set; null
     * for no such set.
     */
    private final CharacterTest leadingRun;

    /** None of these characters may come just before a match; null for no such set. */
    private final @Nullable CharacterTest wordStart;

    private final Matcher matcher;
    private long attempts;
    private @Nullable Runnable poll;

    RegExpProgram(
            CodeBuilder builder,
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
        minLength = plan.minLength();
        startSearch = plan.kind();
        startText = plan.text();
        startCharacters = plan.characters();
        leadingRun = plan.run();
        wordStart = plan.wordStart();
        matcher = new Matcher(this);
    }

    /** How to find the start of a match. */
    record SearchPlan(
            StartSearch kind,
            String text,
            CharacterTest characters,
            CharacterTest run,
            @Nullable CharacterTest wordStart,
            int minLength) {}

    /** Sets what a match that takes long calls now and then: it may throw, which ends the match. */
    public void setPoll(Runnable newPoll) {
        poll = newPoll;
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

    /**
     * How many attempts have been made: what a tier that compiles programs to classes would look
     * at.
     */
    public long attempts() {
        return attempts;
    }

    /**
     * Matches at or, unless the pattern is sticky, after {@code lastIndex}.
     *
     * @return start and end of the match and of each group, -1 for groups that took no part; null
     *     when there is no match
     * @throws BacktrackLimitException when the match would need too much memory
     */
    public int[] match(String input, int lastIndex) {
        return find(input, lastIndex, flags.sticky())
                ? Arrays.copyOf(matcher.registers, captureRegisters)
                : null;
    }

    /**
     * Looks for a match as {@link #match} does, and leaves it to {@link #start} and {@link #end} to
     * tell the result.
     */
    public boolean find(String input, int lastIndex, boolean sticky) {
        int start = lastIndex;
        if (unicodeMode && isInsidePair(input, start)) {
            start--;
        }
        boolean found = sticky ? attempt(input, start) : search(input, start);
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

    private boolean attempt(String input, int start) {
        attempts++;
        return matcher.attempt(input, start);
    }

    private boolean search(String input, int from) {
        int last = input.length() - minLength;
        switch (startSearch) {
            case TEXT -> {
                for (int start = from; (start = input.indexOf(startText, start)) >= 0; start++) {
                    if (attempt(input, start)) {
                        return true;
                    }
                }
            }
            case CHARACTERS -> {
                for (int start = from; (start = nextStart(input, start, last)) >= 0; ) {
                    if (attempt(input, start)) {
                        return true;
                    }
                    start = afterFailure(input, start);
                }
            }
            case INPUT_START -> {
                return from == 0 && last >= 0 && attempt(input, 0);
            }
            case ANY -> {
                for (int start = from; start <= last; start = afterFailure(input, start)) {
                    if (!(unicodeMode && isInsidePair(input, start)) && attempt(input, start)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private int nextStart(String input, int from, int last) {
        CharacterTest characters = startCharacters;
        int limit = Math.min(last, input.length() - 1);
        for (int start = from; start <= limit; start++) {
            if (characters.matches(input.charAt(start))
                    && (wordStart == null
                            || start == 0
                            || !wordStart.matches(input.charAt(start - 1)))
                    && !(unicodeMode && isInsidePair(input, start))) {
                return start;
            }
        }
        return -1;
    }

    private int afterFailure(String input, int start) {
        if (leadingRun == null) {
            return start + 1;
        }
        int end =
                unicodeMode
                        ? Scanner.runByCodePoint(leadingRun, input, start, 0, Integer.MAX_VALUE)
                        : Scanner.run(leadingRun, input, start, input.length());
        return Math.max(start + 1, end);
    }

    private static boolean isInsidePair(String input, int index) {
        return index > 0
                && index < input.length()
                && Character.isLowSurrogate(input.charAt(index))
                && Character.isHighSurrogate(input.charAt(index - 1));
    }

    /** The program as text, one instruction a line. */
    public String disassemble() {
        StringBuilder text = new StringBuilder();
        text.append("; start: ").append(startSearch);
        switch (startSearch) {
            case TEXT -> text.append(' ').append(startText);
            case CHARACTERS -> text.append(' ').append(startCharacters);
            case INPUT_START, ANY -> {}
        }
        text.append(", at least ").append(minLength).append(" units\n");
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
