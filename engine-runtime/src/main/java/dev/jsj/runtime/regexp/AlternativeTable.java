package dev.jsj.runtime.regexp;

import dev.jsj.runtime.regexp.CodeBuilder.Label;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The code of many alternatives: a table leads from the next code unit to the list of those that
 * can begin with it, which are tried in order; alternatives alone in their list need no way back.
 * The code of each is there once, the lists only refer to it.
 */
final class AlternativeTable {
    private static final int LATIN1 = 256;
    private static final CodePointSet NOT_LATIN1 =
            CodePointSet.range(LATIN1, CodePointSet.LIMIT - 1);

    private final CodeBuilder code;
    private final First[] firsts;

    AlternativeTable(CodeBuilder code, First[] firsts, boolean unicodeMode) {
        this.code = code;
        this.firsts = new First[firsts.length];
        for (int i = 0; i < firsts.length; i++) {
            this.firsts[i] = CodeBuilder.unitLevel(firsts[i], unicodeMode);
        }
    }

    /** Emits all; {@code body} writes the alternative of an index, with a jump to the end. */
    void emit(IntConsumer body) {
        BitSet[] candidates = candidates();
        Label[] bodies = new Label[firsts.length];
        for (int i = 0; i < bodies.length; i++) {
            bodies[i] = new Label();
        }
        Map<BitSet, Label> lists = new HashMap<>();
        Label[] targets = new Label[candidates.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] =
                    lists.computeIfAbsent(
                            candidates[i],
                            list ->
                                    list.cardinality() == 1
                                            ? bodies[list.nextSetBit(0)]
                                            : new Label());
        }
        if (lists.size() > 1 || candidates[0].cardinality() == 1) {
            code.emit(RegExpOpcode.DISPATCH, code.table(targets));
        }
        lists.forEach((list, label) -> list(list, label, bodies));
        for (int i = 0; i < bodies.length; i++) {
            code.place(bodies[i]);
            body.accept(i);
        }
    }

    /**
     * The alternatives that can begin with each Latin-1 code unit, with some other one, and with
     * the end of the input.
     */
    private BitSet[] candidates() {
        BitSet[] candidates = new BitSet[LATIN1 + 2];
        for (int i = 0; i < candidates.length; i++) {
            candidates[i] = new BitSet();
        }
        for (int i = 0; i < firsts.length; i++) {
            CodePointSet set = firsts[i].characters();
            for (int range = 0; range < set.rangeCount() && set.first(range) < LATIN1; range++) {
                for (int unit = set.first(range);
                        unit <= Math.min(set.last(range), LATIN1 - 1);
                        unit++) {
                    candidates[unit].set(i);
                }
            }
            candidates[LATIN1].set(i, set.intersects(NOT_LATIN1));
            candidates[LATIN1 + 1].set(i, firsts[i].end());
        }
        return candidates;
    }

    private void list(BitSet list, Label label, Label[] bodies) {
        if (list.cardinality() == 1) {
            return;
        }
        code.place(label);
        if (list.isEmpty()) {
            code.emit(RegExpOpcode.FAIL);
            return;
        }
        int index = list.nextSetBit(0);
        for (int next = list.nextSetBit(index + 1);
                next >= 0;
                index = next, next = list.nextSetBit(next + 1)) {
            Label rest = new Label();
            code.emit(RegExpOpcode.SPLIT);
            code.target(bodies[index]);
            code.target(rest);
            code.place(rest);
        }
        code.emit(RegExpOpcode.JUMP);
        code.target(bodies[index]);
    }
}
