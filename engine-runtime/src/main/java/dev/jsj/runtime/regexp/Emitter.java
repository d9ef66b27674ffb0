package dev.jsj.runtime.regexp;

import dev.jsj.runtime.regexp.CodeBuilder.Label;
import dev.jsj.runtime.regexp.MatchNode.Characters;
import dev.jsj.runtime.regexp.MatchNode.Text;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the code of a {@link MatchNode}. What may follow a node is handed down as a {@link First},
 * which is how choices lose the alternatives that the next character rules out, and loops the way
 * back that could not help. Look-behind is matched backwards, without those refinements.
 */
final class Emitter {
    /** As many alternatives are tried one after the other; more get a table. */
    private static final int CHAIN_LIMIT = 3;

    private static final CodePointSet MORE_THAN_ONE_UNIT =
            CodePointSet.ASTRAL.union(CodePointSet.SURROGATES);

    private final CodeBuilder code;
    private final boolean unicodeMode;
    private boolean backward;

    Emitter(CodeBuilder code, boolean unicodeMode) {
        this.code = code;
        this.unicodeMode = unicodeMode;
    }

    void emitProgram(MatchNode root) {
        code.emit(RegExpOpcode.SAVE, 0);
        emit(root, First.ANYTHING);
        code.emit(RegExpOpcode.SAVE, 1);
        code.emit(RegExpOpcode.ACCEPT);
    }

    /**
     * A chain of tests rather than a {@code switch} over the types: the JVM makes the code of such
     * a switch at run time, which would take longer than most patterns take to compile.
     */
    private void emit(MatchNode node, First follow) {
        if (node instanceof Characters characters) {
            characters(characters.set);
        } else if (node instanceof Text text) {
            text(text.text);
        } else if (node instanceof MatchNode.Sequence sequence) {
            sequence(sequence.nodes, follow);
        } else if (node instanceof MatchNode.Repeat repeat) {
            repeat(repeat, follow, null);
        } else if (node instanceof MatchNode.Capture capture) {
            capture(capture, follow);
        } else if (node instanceof MatchNode.Choice choice) {
            choice(choice.alternatives, follow);
        } else if (node instanceof MatchNode.Assertion assertion) {
            assertion(assertion);
        } else if (node instanceof MatchNode.Look look) {
            look(look);
        } else if (node instanceof MatchNode.Run run) {
            run(run.set);
        } else if (node instanceof MatchNode.Texts texts) {
            texts(texts.texts);
        } else if (node instanceof MatchNode.BackReference reference) {
            BackReferenceTest test =
                    new BackReferenceTest(reference.captures, reference.ignoreCase, backward);
            code.emit(RegExpOpcode.BACK_REFERENCE, code.reference(test));
        } else if (!(node instanceof MatchNode.Empty)) {
            throw new AssertionError("There is no code for " + node.getClass());
        }
    }

    private void capture(MatchNode.Capture capture, First follow) {
        int start = 2 * capture.capture;
        code.emit(RegExpOpcode.SAVE, backward ? start + 1 : start);
        emit(capture.body, follow);
        code.emit(RegExpOpcode.SAVE, backward ? start : start + 1);
    }

    private void run(CodePointSet set) {
        int opcode = byCodePoint(set) ? RegExpOpcode.RUN_U : RegExpOpcode.RUN;
        code.emit(opcode, code.test(set), 1, MatchNode.Repeat.UNBOUNDED);
    }

    private void characters(CodePointSet set) {
        boolean byCodePoint = byCodePoint(set);
        if (backward) {
            code.emit(
                    byCodePoint ? RegExpOpcode.SET_U_BACK : RegExpOpcode.SET_BACK, code.test(set));
        } else if (byCodePoint) {
            code.emit(RegExpOpcode.SET_U, code.test(set));
        } else if (set.single() >= 0) {
            code.emit(RegExpOpcode.CHAR, set.single());
        } else if (set.size() == 2) {
            code.emit(RegExpOpcode.CHAR_PAIR, set.first(0), set.last(set.rangeCount() - 1));
        } else {
            code.emit(RegExpOpcode.SET, code.test(set));
        }
    }

    /**
     * Whether a character of the set may take two code units, or be one half of such a pair that is
     * then not to be matched.
     */
    private boolean byCodePoint(CodePointSet set) {
        return unicodeMode && set.intersects(MORE_THAN_ONE_UNIT);
    }

    private void text(String text) {
        if (backward) {
            code.emit(RegExpOpcode.TEXT_BACK, code.text(text));
        } else if (text.length() == 1) {
            code.emit(RegExpOpcode.CHAR, text.charAt(0));
        } else {
            code.emit(RegExpOpcode.TEXT, code.text(text));
        }
    }

    private void texts(List<String> texts) {
        if (!backward) {
            code.emit(RegExpOpcode.TEXTS, code.trie(Trie.of(texts)));
            return;
        }
        List<MatchNode> alternatives = new ArrayList<>(texts.size());
        for (String text : texts) {
            alternatives.add(new Text(text, unicodeMode));
        }
        choice(alternatives, First.ANYTHING);
    }

    private void sequence(List<MatchNode> nodes, First follow) {
        if (backward) {
            for (MatchNode node : nodes.reversed()) {
                emit(node, First.ANYTHING);
            }
            return;
        }
        First[] follows = new First[nodes.size()];
        First next = follow;
        for (int i = nodes.size() - 1; i >= 0; i--) {
            follows[i] = next;
            next = nodes.get(i).firstBefore(next);
        }
        for (int i = 0; i < follows.length; i++) {
            if (nodes.get(i) instanceof MatchNode.Repeat repeat) {
                Text text =
                        i + 1 < follows.length && nodes.get(i + 1) instanceof Text after
                                ? after
                                : null;
                repeat(repeat, follows[i], text);
            } else {
                emit(nodes.get(i), follows[i]);
            }
        }
    }

    private int guard(First first) {
        return backward ? -1 : code.guard(first, unicodeMode);
    }

    /** Goes to {@code preferred}, or to {@code other} when that fails or cannot succeed. */
    private void branch(First preferredFirst, First otherFirst, Label preferred, Label other) {
        int preferredGuard = guard(preferredFirst);
        int otherGuard = guard(otherFirst);
        if (preferredGuard < 0 && otherGuard < 0) {
            code.emit(RegExpOpcode.SPLIT);
        } else {
            code.emit(RegExpOpcode.BRANCH, preferredGuard, otherGuard);
        }
        code.target(preferred);
        code.target(other);
    }

    // ---- alternatives

    private void choice(List<MatchNode> alternatives, First follow) {
        First[] firsts = new First[alternatives.size()];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = alternatives.get(i).firstBefore(follow);
        }
        Label end = new Label();
        if (firsts.length > CHAIN_LIMIT && !backward) {
            new AlternativeTable(code, firsts, unicodeMode)
                    .emit(index -> alternative(alternatives.get(index), follow, end));
        } else {
            chain(alternatives, firsts, follow, end);
        }
        code.place(end);
    }

    private void chain(List<MatchNode> alternatives, First[] firsts, First follow, Label end) {
        First[] rest = firsts.clone();
        for (int i = rest.length - 2; i >= 0; i--) {
            rest[i] = rest[i].union(rest[i + 1]);
        }
        int last = firsts.length - 1;
        for (int i = 0; i < last; i++) {
            Label here = new Label();
            Label next = new Label();
            branch(firsts[i], rest[i + 1], here, next);
            code.place(here);
            alternative(alternatives.get(i), follow, end);
            code.place(next);
        }
        emit(alternatives.get(last), follow);
    }

    private void alternative(MatchNode node, First follow, Label end) {
        emit(node, follow);
        code.emit(RegExpOpcode.JUMP);
        code.target(end);
    }

    // ---- repetition

    private void repeat(MatchNode.Repeat loop, First follow, @Nullable Text textAfter) {
        MatchNode.Repeat repeat = withRuns(loop, follow);
        if (repeat.body instanceof Characters characters && !backward) {
            boolean disjoint = !characters.set.intersects(follow.characters());
            if (repeat.min == repeat.max || disjoint) {
                code.emit(
                        byCodePoint(characters.set) ? RegExpOpcode.RUN_U : RegExpOpcode.RUN,
                        code.test(characters.set),
                        repeat.min,
                        repeat.max);
                return;
            }
            if (repeat.greedy) {
                greedy(characters.set, repeat, follow);
                return;
            }
            if (repeat.max == MatchNode.Repeat.UNBOUNDED) {
                lazy(characters.set, repeat.min, follow, textAfter);
                return;
            }
        }
        if (repeat.min == 1
                && repeat.max == MatchNode.Repeat.UNBOUNDED
                && !repeat.body.isNullable()) {
            plus(repeat, follow);
        } else if (repeat.isUnrolled()) {
            unrolled(repeat, follow);
        } else {
            counted(repeat, follow);
        }
    }

    /**
     * In {@code (?:S|X)*}, where no character of S can begin X or what follows, S stands for as
     * many of its characters as there are: the loop then goes round once for a whole run. Nothing
     * is lost, since inside a run nothing but S can match.
     */
    private MatchNode.Repeat withRuns(MatchNode.Repeat repeat, First follow) {
        if (backward
                || !(repeat.body instanceof MatchNode.Choice choice)
                || repeat.min > 1
                || repeat.max != MatchNode.Repeat.UNBOUNDED) {
            return repeat;
        }
        List<MatchNode> alternatives = new ArrayList<>(choice.alternatives);
        boolean changed = false;
        for (int i = 0; i < alternatives.size(); i++) {
            if (alternatives.get(i) instanceof Characters characters
                    && !characters.set.intersects(follow.characters())
                    && isOnlyBeginning(characters.set, i, alternatives)) {
                alternatives.set(i, new MatchNode.Run(characters.set));
                changed = true;
            }
        }
        return changed
                ? new MatchNode.Repeat(
                        MatchNode.Choice.of(alternatives),
                        repeat.min,
                        repeat.max,
                        repeat.greedy,
                        repeat.firstCapture,
                        repeat.endCapture)
                : repeat;
    }

    private static boolean isOnlyBeginning(
            CodePointSet set, int index, List<MatchNode> alternatives) {
        for (int i = 0; i < alternatives.size(); i++) {
            if (i != index
                    && (alternatives.get(i).isNullable()
                            || alternatives.get(i).own.intersects(set))) {
                return false;
            }
        }
        return true;
    }

    private void greedy(CodePointSet set, MatchNode.Repeat repeat, First follow) {
        boolean byCodePoint = byCodePoint(set);
        int guard = guard(follow);
        code.emit(
                byCodePoint ? RegExpOpcode.GREEDY_U : RegExpOpcode.GREEDY,
                code.test(set),
                repeat.min,
                repeat.max,
                guard);
        code.emit(byCodePoint ? RegExpOpcode.GREEDY_BACK_U : RegExpOpcode.GREEDY_BACK, guard);
    }

    private void lazy(CodePointSet set, int min, First follow, Text textAfter) {
        boolean byCodePoint = byCodePoint(set);
        if (min > 0) {
            code.emit(
                    byCodePoint ? RegExpOpcode.RUN_U : RegExpOpcode.RUN, code.test(set), min, min);
        }
        Label step = new Label();
        Label search = new Label();
        code.emit(RegExpOpcode.JUMP);
        code.target(search);
        code.place(step);
        code.emit(byCodePoint ? RegExpOpcode.SET_U : RegExpOpcode.SET, code.test(set));
        code.place(search);
        boolean findText = textAfter != null && set.equals(CodePointSet.ALL);
        int text = findText ? code.text(textAfter.text) : -1;
        code.emit(
                byCodePoint ? RegExpOpcode.LAZY_U : RegExpOpcode.LAZY,
                code.test(set),
                guard(follow),
                text);
        code.target(step);
    }

    /**
     * What precedes each iteration: captures of the last one are forgotten, and the place is noted
     * when the body may match nothing.
     */
    private void iterationStart(MatchNode.Repeat repeat, int positionRegister) {
        if (positionRegister >= 0) {
            code.emit(RegExpOpcode.SAVE, positionRegister);
        }
        if (repeat.firstCapture < repeat.endCapture) {
            code.emit(RegExpOpcode.CLEAR, 2 * repeat.firstCapture, 2 * repeat.endCapture);
        }
    }

    /**
     * An iteration that is not required makes sense only when it consumes something, so only that
     * counts here.
     */
    private static First iterationFirst(MatchNode.Repeat repeat) {
        return First.of(repeat.body.own);
    }

    private static First followInside(MatchNode.Repeat repeat, First follow) {
        return repeat.body.firstBefore(follow).union(follow);
    }

    /**
     * {@code body+}, with the body written once: it is the branch at its end that decides about
     * another iteration.
     */
    private void plus(MatchNode.Repeat repeat, First follow) {
        Label body = code.here();
        Label exit = new Label();
        iterationStart(repeat, -1);
        emit(repeat.body, followInside(repeat, follow));
        iterate(repeat, follow, body, exit);
        code.place(exit);
    }

    private void iterate(MatchNode.Repeat repeat, First follow, Label body, Label exit) {
        if (repeat.greedy) {
            branch(iterationFirst(repeat), follow, body, exit);
        } else {
            branch(follow, iterationFirst(repeat), exit, body);
        }
    }

    /**
     * All required iterations one after the other, then the optional ones: a loop, or as many
     * nested options.
     */
    private void unrolled(MatchNode.Repeat repeat, First follow) {
        First inside = followInside(repeat, follow);
        for (int i = 0; i < repeat.min; i++) {
            iterationStart(repeat, -1);
            emit(repeat.body, inside);
        }
        int position = repeat.body.isNullable() ? code.register() : -1;
        boolean loop = repeat.max == MatchNode.Repeat.UNBOUNDED;
        int options = loop ? 1 : repeat.max - repeat.min;
        Label exit = new Label();
        for (int i = 0; i < options; i++) {
            Label body = new Label();
            iterate(repeat, follow, body, exit);
            code.place(body);
            iterationStart(repeat, position);
            emit(repeat.body, inside);
            if (position >= 0) {
                code.emit(RegExpOpcode.CHECK_PROGRESS, position);
            }
            if (loop) {
                iterate(repeat, follow, body, exit);
            }
        }
        code.place(exit);
    }

    private void counted(MatchNode.Repeat repeat, First follow) {
        int counter = code.register();
        int position = repeat.body.isNullable() ? code.register() : -1;
        code.emit(RegExpOpcode.SET_REGISTER, counter, 0);
        Label body = new Label();
        Label exit = new Label();
        Label next = code.here();
        code.emit(
                RegExpOpcode.COUNTED_BRANCH,
                counter,
                repeat.min,
                repeat.max,
                repeat.greedy ? 1 : 0,
                guard(iterationFirst(repeat)),
                guard(follow));
        code.target(body);
        code.target(exit);
        code.place(body);
        code.emit(RegExpOpcode.INCREMENT, counter);
        iterationStart(repeat, position);
        emit(repeat.body, followInside(repeat, follow));
        if (position >= 0) {
            code.emit(RegExpOpcode.CHECK_COUNTED_PROGRESS, position, counter, repeat.min);
        }
        code.emit(RegExpOpcode.JUMP);
        code.target(next);
        code.place(exit);
    }

    // ---- assertions

    private void assertion(MatchNode.Assertion assertion) {
        switch (assertion.kind) {
            case INPUT_START -> code.emit(RegExpOpcode.INPUT_START);
            case INPUT_END -> code.emit(RegExpOpcode.INPUT_END);
            case LINE_START -> code.emit(RegExpOpcode.LINE_START);
            case LINE_END -> code.emit(RegExpOpcode.LINE_END);
            case WORD_BOUNDARY ->
                    code.emit(RegExpOpcode.WORD_BOUNDARY, code.test(assertion.wordCharacters));
            case NOT_WORD_BOUNDARY ->
                    code.emit(RegExpOpcode.NOT_WORD_BOUNDARY, code.test(assertion.wordCharacters));
        }
    }

    private void look(MatchNode.Look look) {
        int register = code.register();
        code.register();
        Label rest = new Label();
        if (look.negative) {
            code.emit(RegExpOpcode.NEGATIVE_ENTER, register);
            code.target(rest);
        } else {
            code.emit(RegExpOpcode.LOOK_ENTER, register);
        }
        boolean outer = backward;
        backward = look.behind;
        emit(look.body, First.ANYTHING);
        backward = outer;
        code.emit(look.negative ? RegExpOpcode.NEGATIVE_LEAVE : RegExpOpcode.LOOK_LEAVE, register);
        code.place(rest);
    }
}
