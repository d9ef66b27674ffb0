package dev.jsj.runtime.regexp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the code of a program and what its operands refer to. */
final class CodeBuilder {
    /** A place in the code that may be used before it is known. */
    static final class Label {
        private int target = -1;
        private int[] uses = new int[2];
        private int useCount;
    }

    private final Map<First, Integer> testIndices = new HashMap<>();
    final List<CharacterTest> tests = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    final List<BackReferenceTest> references = new ArrayList<>();
    final List<Trie> tries = new ArrayList<>();
    private final List<Label[]> tables = new ArrayList<>();
    private int[] code = new int[64];
    private int size;
    private int registers;

    CodeBuilder(int registers) {
        this.registers = registers;
    }

    void emit(int opcode, int... operands) {
        ensure(operands.length + 1);
        code[size++] = opcode;
        for (int operand : operands) {
            code[size++] = operand;
        }
    }

    /** Appends the operand that is the position of a label. */
    void target(Label label) {
        ensure(1);
        if (label.target >= 0) {
            code[size++] = label.target;
            return;
        }
        if (label.useCount == label.uses.length) {
            label.uses = Arrays.copyOf(label.uses, label.useCount * 2);
        }
        label.uses[label.useCount++] = size++;
    }

    void place(Label label) {
        label.target = size;
        for (int i = 0; i < label.useCount; i++) {
            code[label.uses[i]] = size;
        }
    }

    Label here() {
        Label label = new Label();
        place(label);
        return label;
    }

    private void ensure(int more) {
        if (size + more > code.length) {
            code = Arrays.copyOf(code, Math.max(code.length * 2, size + more));
        }
    }

    int register() {
        return registers++;
    }

    int registers() {
        return registers;
    }

    int test(CodePointSet set) {
        return test(First.of(set));
    }

    private int test(First first) {
        Integer known = testIndices.get(first);
        if (known == null) {
            known = tests.size();
            tests.add(new CharacterTest(first.characters(), first.end()));
            testIndices.put(first, known);
        }
        return known;
    }

    /** The guard for something that begins like this; -1 when it can begin with anything. */
    int guard(First first, boolean unicodeMode) {
        if (first.isAnything()) {
            return -1;
        }
        return test(unitLevel(first, unicodeMode));
    }

    /**
     * Guards look at code units: any surrogate may begin or be a character outside of the basic
     * plane.
     */
    static First unitLevel(First first, boolean unicodeMode) {
        if (unicodeMode && first.characters().intersects(CodePointSet.ASTRAL)) {
            return new First(first.characters().union(CodePointSet.SURROGATES), first.end());
        }
        return first;
    }

    int text(String text) {
        int index = texts.indexOf(text);
        if (index < 0) {
            index = texts.size();
            texts.add(text);
        }
        return index;
    }

    int trie(Trie trie) {
        tries.add(trie);
        return tries.size() - 1;
    }

    int reference(BackReferenceTest reference) {
        references.add(reference);
        return references.size() - 1;
    }

    int table(Label[] targets) {
        tables.add(targets);
        return tables.size() - 1;
    }

    int[] code() {
        return Arrays.copyOf(code, size);
    }

    int[][] tables() {
        int[][] result = new int[tables.size()][];
        for (int i = 0; i < result.length; i++) {
            Label[] labels = tables.get(i);
            result[i] = new int[labels.length];
            for (int j = 0; j < labels.length; j++) {
                result[i][j] = labels[j].target;
            }
        }
        return result;
    }
}
