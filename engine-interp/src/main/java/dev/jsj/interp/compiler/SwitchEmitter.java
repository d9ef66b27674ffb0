package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.Label;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.StringLiteral;
import dev.jsj.parser.ast.SwitchCase;
import dev.jsj.parser.ast.SwitchStatement;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Switch statements: jump tables for dense integers and for strings, else one comparison after the
 * other.
 */
final class SwitchEmitter {

    private static final int MIN_TABLE_CASES = 4;

    private final FunctionCompiler f;

    SwitchEmitter(FunctionCompiler f) {
        this.f = f;
    }

    void switchStatement(SwitchStatement s, List<String> labels) {
        f.statements.startCompletion();
        int value = f.registers.temporary();
        f.expressions.into(s.discriminant(), value);
        f.enter(s.scope());
        f.statements.instantiateFunctions(s.functions());
        f.tries.disposing(s.scope(), () -> cases(s, value, labels));
        f.leave(s.scope());
    }

    private void cases(SwitchStatement s, int value, List<String> labels) {
        Label end = new Label();
        Label[] targets = new Label[s.cases().size()];
        Label otherwise = end;
        for (int i = 0; i < targets.length; i++) {
            targets[i] = new Label();
            if (s.cases().get(i).test() == null) {
                otherwise = targets[i];
            }
        }
        if (!intTable(s.cases(), targets, value) && !stringTable(s.cases(), targets, value)) {
            comparisons(s.cases(), targets, value);
        }
        f.jump(otherwise);
        Exits.Target breakTarget = f.exits.pushTarget(end, labels, false, true);
        for (int i = 0; i < targets.length; i++) {
            f.bind(targets[i]);
            f.statements.statements(s.cases().get(i).body());
        }
        f.exits.pop(breakTarget);
        f.bind(end);
    }

    private void comparisons(List<SwitchCase> cases, Label[] targets, int value) {
        for (int i = 0; i < targets.length; i++) {
            Expression test = cases.get(i).test();
            if (test == null) {
                continue;
            }
            int mark = f.registers.mark();
            Integer immediate = Constants.intOf(test);
            if (immediate != null) {
                f.code.emitJump(Op.JUMP_IF_STRICT_EQUAL_INT, targets[i], value, immediate);
            } else if (test instanceof StringLiteral string) {
                f.code.emitJump(
                        Op.JUMP_IF_STRICT_EQUAL_CONSTANT,
                        targets[i],
                        value,
                        f.code.constant(string.value()));
            } else {
                f.code.emitJump(
                        Op.JUMP_IF_STRICT_EQUAL, targets[i], value, f.expressions.register(test));
            }
            f.registers.release(mark);
        }
    }

    /** A jump table if all cases are integers close to one another; false if they are not. */
    private boolean intTable(List<SwitchCase> cases, Label[] targets, int value) {
        Map<Integer, Label> table = new LinkedHashMap<>();
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int i = 0; i < targets.length; i++) {
            Expression test = cases.get(i).test();
            if (test == null) {
                continue;
            }
            Integer constant = Constants.intOf(test);
            if (constant == null) {
                return false;
            }
            table.putIfAbsent(constant, targets[i]);
            low = Math.min(low, constant);
            high = Math.max(high, constant);
        }
        if (table.size() < MIN_TABLE_CASES || (long) high - low > 4L * table.size() + 8) {
            return false;
        }
        @Nullable Label[] entries = new Label[high - low + 1];
        for (Map.Entry<Integer, Label> entry : table.entrySet()) {
            entries[entry.getKey() - low] = entry.getValue();
        }
        f.code.emit(Op.SWITCH_INT, value, low, f.code.intTable(entries));
        return true;
    }

    /** A hash table if all cases are strings; false if they are not. */
    private boolean stringTable(List<SwitchCase> cases, Label[] targets, int value) {
        Map<String, Label> table = new LinkedHashMap<>();
        for (int i = 0; i < targets.length; i++) {
            Expression test = cases.get(i).test();
            if (test == null) {
                continue;
            }
            if (!(test instanceof StringLiteral string)) {
                return false;
            }
            table.putIfAbsent(string.value(), targets[i]);
        }
        if (table.size() < MIN_TABLE_CASES) {
            return false;
        }
        int constant =
                f.code.stringTable(
                        table.keySet().toArray(String[]::new),
                        table.values().toArray(Label[]::new));
        f.code.emit(Op.SWITCH_STRING, value, constant);
        return true;
    }
}
