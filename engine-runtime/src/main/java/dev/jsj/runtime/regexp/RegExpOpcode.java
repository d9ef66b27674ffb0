package dev.jsj.runtime.regexp;

/**
 * The instructions of {@link Matcher}. An instruction is its number followed by its operands:
 * {@code s} an index of a character test, {@code g} one that may be -1 for "anything goes", {@code
 * t} of a text, {@code r} a register, {@code n} a number, {@code >} a target.
 *
 * <p>Registers 0 to 2n+1 are the captures. A backtrack entry is a pair: a target and the position
 * to go on from, or the complement of a register and the value to put back into it.
 */
public final class RegExpOpcode {
    /** Goes back to the last choice. */
    public static final int FAIL = 0;

    /** Ends a successful attempt. */
    public static final int ACCEPT = 1;

    /** {@code n}: one code unit. */
    public static final int CHAR = 2;

    /** {@code n n}: one of two code units. */
    public static final int CHAR_PAIR = 3;

    /** {@code s}: one code unit. */
    public static final int SET = 4;

    /** {@code s}: one code point. */
    public static final int SET_U = 5;

    /** {@code t}. */
    public static final int TEXT = 6;

    /** {@code s}: the code unit before the position. */
    public static final int SET_BACK = 7;

    /** {@code s}: the code point before the position. */
    public static final int SET_U_BACK = 8;

    /** {@code t}: the text before the position. */
    public static final int TEXT_BACK = 9;

    /** {@code >}. */
    public static final int JUMP = 10;

    /** {@code > >}: goes to the first, and to the second when that fails. */
    public static final int SPLIT = 11;

    /** {@code g g > >}: as SPLIT, but each target only when its guard allows the next code unit. */
    public static final int BRANCH = 12;

    /**
     * {@code n}: the number of a table of targets by Latin-1 code unit, then for all others, then
     * for the end of the input.
     */
    public static final int DISPATCH = 13;

    /** {@code r}: the position goes into the register. */
    public static final int SAVE = 14;

    /** {@code r r}: the registers from the first to before the second become unset. */
    public static final int CLEAR = 15;

    /** {@code n}: the number of a back reference. */
    public static final int BACK_REFERENCE = 16;

    public static final int INPUT_START = 17;
    public static final int INPUT_END = 18;
    public static final int LINE_START = 19;
    public static final int LINE_END = 20;

    /** {@code s}: the word characters. */
    public static final int WORD_BOUNDARY = 21;

    /** {@code s}: the word characters. */
    public static final int NOT_WORD_BOUNDARY = 22;

    /** {@code s n n}: from min to max code units, as many as there are, without a way back. */
    public static final int RUN = 23;

    /** {@code s n n}: as RUN, by code points. */
    public static final int RUN_U = 24;

    /**
     * {@code s n n g}: as many as there are, then fewer, always before a unit that the guard
     * allows. A GREEDY_BACK follows.
     */
    public static final int GREEDY = 25;

    /** {@code g}: where GREEDY resumes. */
    public static final int GREEDY_BACK = 26;

    /** {@code s n n g}: as GREEDY, by code points. */
    public static final int GREEDY_U = 27;

    /** {@code g}: where GREEDY_U resumes. */
    public static final int GREEDY_BACK_U = 28;

    /**
     * {@code s g t >}: skips units of the set to where the guard allows the next, or to the text
     * unless that is -1; resumes at target.
     */
    public static final int LAZY = 29;

    /** {@code s g t >}: as LAZY, by code points. */
    public static final int LAZY_U = 30;

    /** {@code r n}: the register gets the number. */
    public static final int SET_REGISTER = 31;

    /** {@code r}: counts an iteration. */
    public static final int INCREMENT = 32;

    /**
     * {@code r n n n g g > >}: counter, min, max, greedy; the guards and targets of body and exit.
     */
    public static final int COUNTED_BRANCH = 33;

    /** {@code r}: fails when the position is the one in the register. */
    public static final int CHECK_PROGRESS = 34;

    /**
     * {@code r r n}: position register, counter, min: as CHECK_PROGRESS, for the iterations beyond
     * min.
     */
    public static final int CHECK_COUNTED_PROGRESS = 35;

    /** {@code r}: remembers position and backtrack height in the register and the next. */
    public static final int LOOK_ENTER = 36;

    /** {@code r}: returns to that position, and drops the choices made since. */
    public static final int LOOK_LEAVE = 37;

    /** {@code r >}: as LOOK_ENTER; goes on at the target when what follows fails. */
    public static final int NEGATIVE_ENTER = 38;

    /** {@code r}: undoes all since and fails. */
    public static final int NEGATIVE_LEAVE = 39;

    /** {@code n}: one of the texts of a trie, the first in the order of the alternatives. */
    public static final int TEXTS = 40;

    private static final String[] NAMES_AND_OPERANDS = {
        "FAIL",
        "ACCEPT",
        "CHAR n",
        "CHAR_PAIR nn",
        "SET s",
        "SET_U s",
        "TEXT t",
        "SET_BACK s",
        "SET_U_BACK s",
        "TEXT_BACK t",
        "JUMP >",
        "SPLIT >>",
        "BRANCH gg>>",
        "DISPATCH n",
        "SAVE r",
        "CLEAR rr",
        "BACK_REFERENCE n",
        "INPUT_START",
        "INPUT_END",
        "LINE_START",
        "LINE_END",
        "WORD_BOUNDARY s",
        "NOT_WORD_BOUNDARY s",
        "RUN snn",
        "RUN_U snn",
        "GREEDY snng",
        "GREEDY_BACK g",
        "GREEDY_U snng",
        "GREEDY_BACK_U g",
        "LAZY sgt>",
        "LAZY_U sgt>",
        "SET_REGISTER rn",
        "INCREMENT r",
        "COUNTED_BRANCH rnnngg>>",
        "CHECK_PROGRESS r",
        "CHECK_COUNTED_PROGRESS rrn",
        "LOOK_ENTER r",
        "LOOK_LEAVE r",
        "NEGATIVE_ENTER r>",
        "NEGATIVE_LEAVE r",
        "TEXTS n",
    };

    private RegExpOpcode() {}

    public static String name(int opcode) {
        String entry = NAMES_AND_OPERANDS[opcode];
        int space = entry.indexOf(' ');
        return space < 0 ? entry : entry.substring(0, space);
    }

    /** The kinds of the operands, a letter each. */
    public static String operands(int opcode) {
        String entry = NAMES_AND_OPERANDS[opcode];
        int space = entry.indexOf(' ');
        return space < 0 ? "" : entry.substring(space + 1);
    }
}
