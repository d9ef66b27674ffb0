package dev.jsj.runtime.regexp;

import java.util.Arrays;

/**
 * Runs the code of a program for one attempt at a time. The registers and the backtrack stack are
 * kept from attempt to attempt, so a matcher serves one thread and allocates only when the stack
 * must grow.
 */
final class Matcher {
    /** A match that goes on and on asks this often whether it should end. */
    private static final int BACKTRACKS_PER_POLL = 1 << 20;

    private final RegExpProgram program;
    final int[] registers;
    private final BacktrackStack backtrackStack = new BacktrackStack();

    /** Where tries put what they have found. */
    private final int[] found;

    Matcher(RegExpProgram program) {
        this.program = program;
        this.registers = new int[program.registerCount + 1];
        int depth = 0;
        for (Trie trie : program.tries) {
            depth = Math.max(depth, trie.depth());
        }
        this.found = new int[2 * depth];
    }

    /** Called after the last attempt of a match. */
    void release() {
        backtrackStack.release();
    }

    private int[] grow() {
        return backtrackStack.grow();
    }

    /**
     * Tries to match at {@code start} in the part of a string from {@code begin} to {@code end}, as
     * if that were the whole input; the captures are then in the registers.
     */
    boolean attempt(String input, int start, int begin, int end) {
        final RegExpProgram program = this.program;
        final int[] code = program.code;
        final CharacterTest[] tests = program.tests;
        final int[] registers = this.registers;
        final int scratch = registers.length - 1;
        Arrays.fill(registers, 0, program.captureRegisters, -1);
        int[] stack = backtrackStack.entries;
        int sp = 0;
        int pc = 0;
        int pos = start;
        int untilPoll = BACKTRACKS_PER_POLL;
        while (true) {
            // A case that succeeds continues the loop; one that fails breaks out of the switch and
            // goes back to the last choice.
            switch (code[pc]) {
                case RegExpOpcode.ACCEPT:
                    program.spend(BACKTRACKS_PER_POLL - untilPoll);
                    return true;
                case RegExpOpcode.CHAR:
                    if (pos < end && input.charAt(pos) == code[pc + 1]) {
                        pos++;
                        pc += 2;
                        continue;
                    }
                    break;
                case RegExpOpcode.CHAR_PAIR:
                    if (pos < end) {
                        char unit = input.charAt(pos);
                        if (unit == code[pc + 1] || unit == code[pc + 2]) {
                            pos++;
                            pc += 3;
                            continue;
                        }
                    }
                    break;
                case RegExpOpcode.SET:
                    if (pos < end && tests[code[pc + 1]].matches(input.charAt(pos))) {
                        pos++;
                        pc += 2;
                        continue;
                    }
                    break;
                case RegExpOpcode.SET_U:
                    if (pos < end) {
                        int character = Scanner.codePointAt(input, pos, end);
                        if (tests[code[pc + 1]].matches(character)) {
                            pos += Character.charCount(character);
                            pc += 2;
                            continue;
                        }
                    }
                    break;
                case RegExpOpcode.TEXT:
                    {
                        String text = program.texts[code[pc + 1]];
                        if (Scanner.startsWith(input, text, pos, begin, end)) {
                            pos += text.length();
                            pc += 2;
                            continue;
                        }
                        break;
                    }
                case RegExpOpcode.SET_BACK:
                    if (pos > begin && tests[code[pc + 1]].matches(input.charAt(pos - 1))) {
                        pos--;
                        pc += 2;
                        continue;
                    }
                    break;
                case RegExpOpcode.SET_U_BACK:
                    if (pos > begin) {
                        int character = Scanner.codePointBefore(input, pos, begin);
                        if (tests[code[pc + 1]].matches(character)) {
                            pos -= Character.charCount(character);
                            pc += 2;
                            continue;
                        }
                    }
                    break;
                case RegExpOpcode.TEXT_BACK:
                    {
                        String text = program.texts[code[pc + 1]];
                        if (Scanner.startsWith(input, text, pos - text.length(), begin, end)) {
                            pos -= text.length();
                            pc += 2;
                            continue;
                        }
                        break;
                    }
                case RegExpOpcode.JUMP:
                    pc = code[pc + 1];
                    continue;
                case RegExpOpcode.SPLIT:
                    if (sp + 2 > stack.length) {
                        stack = grow();
                    }
                    stack[sp++] = code[pc + 2];
                    stack[sp++] = pos;
                    pc = code[pc + 1];
                    continue;
                case RegExpOpcode.BRANCH:
                    if (!allows(tests, code[pc + 1], input, pos, end)) {
                        pc = code[pc + 4];
                        continue;
                    }
                    if (allows(tests, code[pc + 2], input, pos, end)) {
                        if (sp + 2 > stack.length) {
                            stack = grow();
                        }
                        stack[sp++] = code[pc + 4];
                        stack[sp++] = pos;
                    }
                    pc = code[pc + 3];
                    continue;
                case RegExpOpcode.DISPATCH:
                    {
                        int[] table = program.tables[code[pc + 1]];
                        pc = table[pos < end ? Math.min(input.charAt(pos), 256) : 257];
                        continue;
                    }
                case RegExpOpcode.SAVE:
                    {
                        int register = code[pc + 1];
                        if (sp != 0) {
                            if (sp + 2 > stack.length) {
                                stack = grow();
                            }
                            stack[sp++] = ~register;
                            stack[sp++] = registers[register];
                        }
                        registers[register] = pos;
                        pc += 2;
                        continue;
                    }
                case RegExpOpcode.CLEAR:
                    for (int register = code[pc + 1]; register < code[pc + 2]; register++) {
                        if (registers[register] != -1) {
                            if (sp + 2 > stack.length) {
                                stack = grow();
                            }
                            stack[sp++] = ~register;
                            stack[sp++] = registers[register];
                            registers[register] = -1;
                        }
                    }
                    pc += 3;
                    continue;
                case RegExpOpcode.BACK_REFERENCE:
                    {
                        int after =
                                program.references[code[pc + 1]].match(
                                        registers, input, pos, begin, end, program.unicodeMode);
                        if (after >= 0) {
                            pos = after;
                            pc += 2;
                            continue;
                        }
                        break;
                    }
                case RegExpOpcode.INPUT_START:
                    if (pos == begin) {
                        pc++;
                        continue;
                    }
                    break;
                case RegExpOpcode.INPUT_END:
                    if (pos == end) {
                        pc++;
                        continue;
                    }
                    break;
                case RegExpOpcode.LINE_START:
                    if (pos == begin || isLineTerminator(input.charAt(pos - 1))) {
                        pc++;
                        continue;
                    }
                    break;
                case RegExpOpcode.LINE_END:
                    if (pos == end || isLineTerminator(input.charAt(pos))) {
                        pc++;
                        continue;
                    }
                    break;
                case RegExpOpcode.WORD_BOUNDARY:
                    if (isWordBoundary(tests[code[pc + 1]], input, pos, begin, end)) {
                        pc += 2;
                        continue;
                    }
                    break;
                case RegExpOpcode.NOT_WORD_BOUNDARY:
                    if (!isWordBoundary(tests[code[pc + 1]], input, pos, begin, end)) {
                        pc += 2;
                        continue;
                    }
                    break;
                case RegExpOpcode.RUN:
                    {
                        int min = code[pc + 2];
                        int max = code[pc + 3];
                        int after =
                                Scanner.run(
                                        tests[code[pc + 1]],
                                        input,
                                        pos,
                                        max < end - pos ? pos + max : end);
                        if (after - pos >= min) {
                            pos = after;
                            pc += 4;
                            continue;
                        }
                        break;
                    }
                case RegExpOpcode.RUN_U:
                    {
                        int after =
                                Scanner.runByCodePoint(
                                        tests[code[pc + 1]],
                                        input,
                                        pos,
                                        end,
                                        code[pc + 2],
                                        code[pc + 3]);
                        if (after >= 0) {
                            pos = after;
                            pc += 4;
                            continue;
                        }
                        break;
                    }
                case RegExpOpcode.GREEDY:
                    {
                        int min = code[pc + 2];
                        int max = code[pc + 3];
                        int after =
                                Scanner.run(
                                        tests[code[pc + 1]],
                                        input,
                                        pos,
                                        max < end - pos ? pos + max : end);
                        if (after - pos < min) {
                            break;
                        }
                        if (after - pos > min) {
                            if (sp + 4 > stack.length) {
                                stack = grow();
                            }
                            stack[sp++] = ~scratch;
                            stack[sp++] = pos + min;
                            stack[sp++] = pc + 5;
                            stack[sp++] = after - 1;
                        }
                        pos = after;
                        pc += 7;
                        continue;
                    }
                case RegExpOpcode.GREEDY_BACK:
                    {
                        int least = stack[sp - 1];
                        int guard = code[pc + 1];
                        if (guard >= 0) {
                            pos = Scanner.lastBefore(tests[guard], input, pos, least);
                        }
                        if (pos > least) {
                            stack[sp++] = pc;
                            stack[sp++] = pos - 1;
                        } else {
                            sp -= 2;
                            if (pos < least) {
                                break;
                            }
                        }
                        pc += 2;
                        continue;
                    }
                case RegExpOpcode.GREEDY_U:
                    {
                        int max = code[pc + 3];
                        int least =
                                Scanner.runByCodePoint(
                                        tests[code[pc + 1]],
                                        input,
                                        pos,
                                        end,
                                        code[pc + 2],
                                        code[pc + 2]);
                        if (least < 0) {
                            break;
                        }
                        int rest = max == MatchNode.Repeat.UNBOUNDED ? max : max - code[pc + 2];
                        int after =
                                Scanner.runByCodePoint(
                                        tests[code[pc + 1]], input, least, end, 0, rest);
                        if (after > least) {
                            if (sp + 4 > stack.length) {
                                stack = grow();
                            }
                            stack[sp++] = ~scratch;
                            stack[sp++] = least;
                            stack[sp++] = pc + 5;
                            stack[sp++] = Scanner.stepBack(input, after, least);
                        }
                        pos = after;
                        pc += 7;
                        continue;
                    }
                case RegExpOpcode.GREEDY_BACK_U:
                    {
                        int least = stack[sp - 1];
                        int guard = code[pc + 1];
                        if (guard >= 0) {
                            pos = Scanner.lastBeforeByCodePoint(tests[guard], input, pos, least);
                        }
                        if (pos > least) {
                            stack[sp++] = pc;
                            stack[sp++] = Scanner.stepBack(input, pos, least);
                        } else {
                            sp -= 2;
                            if (pos < least) {
                                break;
                            }
                        }
                        pc += 2;
                        continue;
                    }
                case RegExpOpcode.LAZY:
                case RegExpOpcode.LAZY_U:
                    {
                        int text = code[pc + 3];
                        if (text >= 0) {
                            pos = input.indexOf(program.texts[text], pos, end);
                        } else if (code[pc + 2] >= 0) {
                            pos =
                                    Scanner.skipTo(
                                            tests[code[pc + 2]],
                                            tests[code[pc + 1]],
                                            input,
                                            pos,
                                            end,
                                            code[pc] == RegExpOpcode.LAZY_U);
                        }
                        if (pos < 0) {
                            break;
                        }
                        if (sp + 2 > stack.length) {
                            stack = grow();
                        }
                        stack[sp++] = code[pc + 4];
                        stack[sp++] = pos;
                        pc += 5;
                        continue;
                    }
                case RegExpOpcode.SET_REGISTER:
                    {
                        int register = code[pc + 1];
                        if (sp + 2 > stack.length) {
                            stack = grow();
                        }
                        stack[sp++] = ~register;
                        stack[sp++] = registers[register];
                        registers[register] = code[pc + 2];
                        pc += 3;
                        continue;
                    }
                case RegExpOpcode.INCREMENT:
                    {
                        int register = code[pc + 1];
                        if (sp + 2 > stack.length) {
                            stack = grow();
                        }
                        stack[sp++] = ~register;
                        stack[sp++] = registers[register]++;
                        pc += 2;
                        continue;
                    }
                case RegExpOpcode.COUNTED_BRANCH:
                    {
                        int count = registers[code[pc + 1]];
                        int body = code[pc + 7];
                        int exit = code[pc + 8];
                        boolean mayEnter =
                                count < code[pc + 3]
                                        && allows(tests, code[pc + 5], input, pos, end);
                        if (count < code[pc + 2]) {
                            pc = body;
                        } else if (!mayEnter) {
                            pc = exit;
                        } else if (!allows(tests, code[pc + 6], input, pos, end)) {
                            pc = body;
                        } else {
                            boolean greedy = code[pc + 4] != 0;
                            if (sp + 2 > stack.length) {
                                stack = grow();
                            }
                            stack[sp++] = greedy ? exit : body;
                            stack[sp++] = pos;
                            pc = greedy ? body : exit;
                        }
                        continue;
                    }
                case RegExpOpcode.CHECK_PROGRESS:
                    if (registers[code[pc + 1]] != pos) {
                        pc += 2;
                        continue;
                    }
                    break;
                case RegExpOpcode.CHECK_COUNTED_PROGRESS:
                    if (registers[code[pc + 1]] != pos || registers[code[pc + 2]] <= code[pc + 3]) {
                        pc += 4;
                        continue;
                    }
                    break;
                case RegExpOpcode.LOOK_ENTER:
                    registers[code[pc + 1]] = pos;
                    registers[code[pc + 1] + 1] = sp;
                    pc += 2;
                    continue;
                case RegExpOpcode.LOOK_LEAVE:
                    pos = registers[code[pc + 1]];
                    sp = dropChoices(stack, registers[code[pc + 1] + 1], sp);
                    pc += 2;
                    continue;
                case RegExpOpcode.NEGATIVE_ENTER:
                    registers[code[pc + 1]] = pos;
                    registers[code[pc + 1] + 1] = sp;
                    if (sp + 2 > stack.length) {
                        stack = grow();
                    }
                    stack[sp++] = code[pc + 2];
                    stack[sp++] = pos;
                    pc += 3;
                    continue;
                case RegExpOpcode.NEGATIVE_LEAVE:
                    sp = undo(stack, registers[code[pc + 1] + 1], sp);
                    break;
                case RegExpOpcode.TEXTS:
                    {
                        int count = program.tries[code[pc + 1]].match(input, pos, end, found);
                        if (count == 0) {
                            break;
                        }
                        pc += 2;
                        for (int i = count - 1; i > 0; i--) {
                            if (sp + 2 > stack.length) {
                                stack = grow();
                            }
                            stack[sp++] = pc;
                            stack[sp++] = found[2 * i];
                        }
                        pos = found[0];
                        continue;
                    }
                case RegExpOpcode.FAIL:
                    break;
                default:
                    throw new AssertionError("There is no instruction " + code[pc] + ".");
            }
            if (--untilPoll == 0) {
                untilPoll = BACKTRACKS_PER_POLL;
                program.spend(BACKTRACKS_PER_POLL);
                program.poll();
                CompiledMatcher fast = program.tierUp();
                if (fast != null) {
                    // Nothing can be seen of an attempt before its end: it may as well begin again.
                    boolean matched = fast.attempt(input, start, registers, begin, end);
                    fast.release();
                    return matched;
                }
            }
            while (true) {
                if (sp == 0) {
                    program.spend(BACKTRACKS_PER_POLL - untilPoll);
                    return false;
                }
                int value = stack[--sp];
                int target = stack[--sp];
                if (target >= 0) {
                    pc = target;
                    pos = value;
                    break;
                }
                registers[~target] = value;
            }
        }
    }

    private static boolean allows(
            CharacterTest[] tests, int guard, String input, int pos, int end) {
        if (guard < 0) {
            return true;
        }
        return pos < end ? tests[guard].matches(input.charAt(pos)) : tests[guard].end;
    }

    static boolean isLineTerminator(char unit) {
        return unit == '\n' || unit == '\r' || unit == 0x2028 || unit == 0x2029;
    }

    private static boolean isWordBoundary(
            CharacterTest wordCharacters, String input, int pos, int begin, int end) {
        boolean before = pos > begin && wordCharacters.matches(input.charAt(pos - 1));
        boolean after = pos < end && wordCharacters.matches(input.charAt(pos));
        return before != after;
    }

    /**
     * Keeps only the undo entries above {@code height}: the choices made in a look-around are
     * final.
     */
    static int dropChoices(int[] stack, int height, int top) {
        int kept = height;
        for (int i = height; i < top; i += 2) {
            if (stack[i] < 0) {
                stack[kept] = stack[i];
                stack[kept + 1] = stack[i + 1];
                kept += 2;
            }
        }
        return kept;
    }

    private int undo(int[] stack, int height, int top) {
        for (int i = top - 2; i >= height; i -= 2) {
            if (stack[i] < 0) {
                registers[~stack[i]] = stack[i + 1];
            }
        }
        return height;
    }
}
