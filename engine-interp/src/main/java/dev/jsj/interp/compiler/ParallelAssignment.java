package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.Label;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.parser.ast.ArrayExpression;
import dev.jsj.parser.ast.ArrayPattern;
import dev.jsj.parser.ast.AssignmentExpression;
import dev.jsj.parser.ast.BinaryExpression;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.Literal;
import dev.jsj.parser.ast.MemberExpression;
import dev.jsj.parser.ast.Pattern;
import dev.jsj.parser.ast.SpreadElement;
import dev.jsj.parser.ast.ThisExpression;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * {@code [a, b] = [b, a]} and the like, whose value nobody wants. The values go from registers into
 * the targets; the array and its iterator are made only in programs that could see them. Targets in
 * which a generator could be suspended are left to {@link PatternEmitter}.
 */
final class ParallelAssignment {
    private static final int MAX_TARGETS = 4;

    private final FunctionCompiler f;

    ParallelAssignment(FunctionCompiler f) {
        this.f = f;
    }

    /** Emits such an assignment; false, and nothing emitted, for any other. */
    boolean emit(AssignmentExpression e) {
        if (!(e.left() instanceof ArrayPattern pattern
                && e.right() instanceof ArrayExpression literal
                && fits(pattern.elements(), literal.elements()))) {
            return false;
        }
        int count = literal.elements().size();
        int mark = f.registers.mark();
        int first = f.registers.temporaries(count);
        for (int i = 0; i < count; i++) {
            f.expressions.into(literal.elements().get(i), first + i);
        }
        Label seen = new Label();
        Label end = new Label();
        f.code.emitJump(Op.JUMP_IF_ARRAY_ITERATION_CHANGED, seen);
        Exits.Region region = f.exits.pushRegion();
        for (int i = 0; i < count; i++) {
            int value = first + i;
            f.at(pattern.elements().get(i));
            f.patterns.element(
                    pattern.elements().get(i),
                    PatternEmitter.Mode.ASSIGN,
                    dst -> f.move(dst, value));
        }
        f.exits.pop(region);
        f.code.emit(Op.CLOSE_ARRAY_ITERATION, 0);
        f.jump(end);
        int exception = f.registers.temporary();
        f.exits.rethrowingHandler(region, exception);
        f.code.emit(Op.CLOSE_ARRAY_ITERATION, 1);
        f.code.emit(Op.RETHROW, exception);
        f.bind(seen);
        int array = f.registers.temporary();
        f.code.emit(Op.CREATE_ARRAY, array, first, count);
        f.patterns.destructure(pattern, array, PatternEmitter.Mode.ASSIGN, literal.start());
        f.bind(end);
        f.registers.release(mark);
        return true;
    }

    private static boolean fits(
            List<@Nullable Pattern> targets, List<@Nullable Expression> values) {
        int count = values.size();
        if (targets.size() != count || count == 0 || count > MAX_TARGETS) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            Expression value = values.get(i);
            boolean isTarget =
                    targets.get(i) instanceof Identifier
                            || targets.get(i) instanceof MemberExpression member
                                    && isSimple(member);
            if (!isTarget || value == null || value instanceof SpreadElement) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSimple(Expression e) {
        return switch (e) {
            case Identifier id -> true;
            case Literal literal -> true;
            case ThisExpression self -> true;
            case BinaryExpression binary -> isSimple(binary.left()) && isSimple(binary.right());
            case MemberExpression member ->
                    isSimple(member.object())
                            && (!member.computed() || isSimple(member.property()));
            default -> false;
        };
    }
}
