package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.ErrorKind;
import dev.jsj.interp.bytecode.Label;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.compiler.PatternEmitter.Mode;
import dev.jsj.parser.ast.ArrayPattern;
import dev.jsj.parser.ast.AssignmentExpression;
import dev.jsj.parser.ast.AssignmentOperator;
import dev.jsj.parser.ast.CallExpression;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.Literal;
import dev.jsj.parser.ast.LogicalOperator;
import dev.jsj.parser.ast.MemberExpression;
import dev.jsj.parser.ast.ObjectPattern;
import dev.jsj.parser.ast.Pattern;
import dev.jsj.parser.ast.UpdateExpression;
import dev.jsj.parser.ast.UpdateOperator;

import org.jspecify.annotations.Nullable;

/** Assignments of all kinds, and the update operators. */
final class AssignmentEmitter {

    private final FunctionCompiler f;

    AssignmentEmitter(FunctionCompiler f) {
        this.f = f;
    }

    /** Assigns; nobody wants the value. */
    void assign(AssignmentExpression e) {
        if (e.operator() != AssignmentOperator.ASSIGN || !new ParallelAssignment(f).emit(e)) {
            assignRegister(e);
        }
    }

    /** Assigns; dst = the value. */
    void assignInto(AssignmentExpression e, int dst) {
        f.move(dst, assignRegister(e));
    }

    /** Assigns; gives a register with the value, perhaps that of the variable assigned to. */
    int assignRegister(AssignmentExpression e) {
        if (e.operator().logical() != null) {
            return logical(e, e.operator().logical());
        }
        return e.operator() == AssignmentOperator.ASSIGN ? simple(e) : compound(e);
    }

    // ---------------------------------------------------------------- =

    private int simple(AssignmentExpression e) {
        return switch (e.left()) {
            case Identifier id -> assignName(id, e);
            case MemberExpression member -> {
                PropertyEmitter.Reference reference = f.properties.reference(member, e.right());
                int value = f.expressions.register(e.right());
                f.properties.set(reference, value, position(e));
                yield value;
            }
            case ObjectPattern pattern -> destructure(pattern, e.right());
            case ArrayPattern pattern -> destructure(pattern, e.right());
            case CallExpression call -> invalidTarget(call, "Invalid left-hand side in assignment");
            default -> throw new AssertionError("The parser allows no other assignment target.");
        };
    }

    private int assignName(Identifier id, AssignmentExpression e) {
        String functionName = e.namesAnonymousFunction() ? id.name() : null;
        int home = f.variables.assignableRegister(id.name(), id.start());
        if (home != FunctionCompiler.NONE) {
            f.expressions.intoVariable(e.right(), functionName, home);
            return home;
        }
        if (f.variables.mustResolveFirst(id.name()) && !isPure(e.right())) {
            int reference = f.variables.resolveDynamically(id.name(), id.start());
            int value = f.expressions.registerNamed(e.right(), functionName);
            f.at(position(e));
            f.code.emit(Op.SET_REFERENCE, reference, value, f.strictFlag());
            return value;
        }
        int value = f.expressions.registerNamed(e.right(), functionName);
        f.variables.store(id.name(), id.start(), value, position(e));
        return value;
    }

    /** Where the operator stands. */
    private int position(AssignmentExpression e) {
        return f.between(e.operator().symbol(), e.left(), e.right());
    }

    /** Whether evaluating cannot change what names mean. */
    private static boolean isPure(Expression e) {
        return e instanceof Literal || e instanceof FunctionNode;
    }

    private int destructure(Pattern pattern, Expression right) {
        int value = f.registers.temporary();
        f.expressions.into(right, value);
        f.patterns.destructure(pattern, value, Mode.ASSIGN, right.start());
        return value;
    }

    private int invalidTarget(CallExpression call, String message) {
        int register = f.expressions.register(call);
        f.at(call);
        f.code.emit(Op.THROW_ERROR, ErrorKind.REFERENCE_ERROR.ordinal(), f.code.constant(message));
        return register;
    }

    // ---------------------------------------------------------------- op=

    private int compound(AssignmentExpression e) {
        return switch (e.left()) {
            case Identifier id -> compoundName(id, e);
            case MemberExpression member -> {
                PropertyEmitter.Reference reference = updatable(member, e.right());
                int value = f.registers.temporary();
                f.properties.get(reference, value);
                f.operators.applyTo(e.operator().binary(), value, value, e.right(), position(e));
                f.properties.set(reference, value, position(e));
                yield value;
            }
            case CallExpression call -> invalidTarget(call, "Invalid left-hand side in assignment");
            default -> throw new AssertionError("A pattern has no compound assignment.");
        };
    }

    private int compoundName(Identifier id, AssignmentExpression e) {
        if (f.variables.resolve(id.name()) instanceof Location.Dynamic) {
            int reference = f.variables.resolveDynamically(id.name(), id.start());
            int value = f.registers.temporary();
            f.code.emit(Op.GET_REFERENCE, value, reference, f.strictFlag());
            f.operators.applyTo(e.operator().binary(), value, value, e.right(), position(e));
            f.code.emit(Op.SET_REFERENCE, reference, value, f.strictFlag());
            return value;
        }
        int old = f.expressions.operand(id, e.right());
        int home = f.variables.assignableRegister(id.name(), id.start());
        int value = home == FunctionCompiler.NONE ? f.registers.temporary() : home;
        f.operators.applyTo(e.operator().binary(), value, old, e.right(), position(e));
        if (home == FunctionCompiler.NONE) {
            f.variables.store(id.name(), id.start(), value, position(e));
        }
        return value;
    }

    /** A reference that is read and then written. */
    private PropertyEmitter.Reference updatable(
            MemberExpression member, @Nullable Expression later) {
        PropertyEmitter.Reference reference = f.properties.reference(member, later);
        return f.properties.withConvertedKey(reference, member.property()).at(member.start());
    }

    // ---------------------------------------------------------------- &&= ||= ??=

    private int logical(AssignmentExpression e, LogicalOperator operator) {
        Label end = new Label();
        int value = f.registers.temporary();
        switch (e.left()) {
            case Identifier id -> {
                String functionName = e.namesAnonymousFunction() ? id.name() : null;
                if (f.variables.resolve(id.name()) instanceof Location.Dynamic) {
                    int reference = f.variables.resolveDynamically(id.name(), id.start());
                    f.code.emit(Op.GET_REFERENCE, value, reference, f.strictFlag());
                    skipIfDecided(operator, value, end);
                    f.expressions.intoNamed(e.right(), functionName, value);
                    f.code.emit(Op.SET_REFERENCE, reference, value, f.strictFlag());
                } else {
                    f.variables.load(id.name(), id.start(), value);
                    skipIfDecided(operator, value, end);
                    f.expressions.intoNamed(e.right(), functionName, value);
                    f.variables.store(id.name(), id.start(), value);
                }
            }
            case MemberExpression member -> {
                PropertyEmitter.Reference reference = updatable(member, e.right());
                f.properties.get(reference, value);
                skipIfDecided(operator, value, end);
                f.expressions.into(e.right(), value);
                f.properties.set(reference, value);
            }
            case CallExpression call -> invalidTarget(call, "Invalid left-hand side in assignment");
            default -> throw new AssertionError("A pattern has no logical assignment.");
        }
        f.bind(end);
        return value;
    }

    private void skipIfDecided(LogicalOperator operator, int value, Label end) {
        switch (operator) {
            case AND -> f.code.emitJump(Op.JUMP_IF_FALSE, end, value);
            case OR -> f.code.emitJump(Op.JUMP_IF_TRUE, end, value);
            case NULLISH -> f.code.emitJump(Op.JUMP_IF_NOT_NULLISH, end, value);
        }
    }

    // ---------------------------------------------------------------- ++ --

    /** Updates; if wanted, dst = the new value (prefix) or the old one as a number (postfix). */
    void update(UpdateExpression e, int dst, boolean wanted) {
        Op op = e.operator() == UpdateOperator.INCREMENT ? Op.INC : Op.DEC;
        boolean wantsOld = wanted && !e.prefix();
        switch (e.argument()) {
            case Identifier id -> {
                int home = f.variables.assignableRegister(id.name(), id.start());
                if (home != FunctionCompiler.NONE) {
                    step(op, home, home, dst, wantsOld);
                    if (wanted && e.prefix()) {
                        f.move(dst, home);
                    }
                } else {
                    updateName(id, op, dst, wanted, wantsOld);
                }
            }
            case MemberExpression member -> {
                PropertyEmitter.Reference reference = updatable(member, null);
                int value = f.registers.temporary();
                f.properties.get(reference, value);
                step(op, value, value, dst, wantsOld);
                f.properties.set(reference, value);
                if (wanted && e.prefix()) {
                    f.move(dst, value);
                }
            }
            case CallExpression call ->
                    invalidTarget(
                            call,
                            e.prefix()
                                    ? "Invalid left-hand side expression in prefix operation"
                                    : "Invalid left-hand side expression in postfix operation");
            default -> throw new AssertionError("The parser allows no other update target.");
        }
    }

    private void updateName(Identifier id, Op op, int dst, boolean wanted, boolean wantsOld) {
        int value = f.registers.temporary();
        if (f.variables.resolve(id.name()) instanceof Location.Dynamic) {
            int reference = f.variables.resolveDynamically(id.name(), id.start());
            f.code.emit(Op.GET_REFERENCE, value, reference, f.strictFlag());
            step(op, value, value, dst, wantsOld);
            f.code.emit(Op.SET_REFERENCE, reference, value, f.strictFlag());
        } else {
            f.variables.load(id.name(), id.start(), value);
            step(op, value, value, dst, wantsOld);
            f.variables.store(id.name(), id.start(), value);
        }
        if (wanted && !wantsOld) {
            f.move(dst, value);
        }
    }

    /** target = source + 1 or - 1; first old = ToNumeric(source) where the old value is wanted. */
    private void step(Op op, int target, int source, int old, boolean wantsOld) {
        if (wantsOld) {
            f.code.emit(Op.TO_NUMERIC, old, source);
            f.code.emit(op, target, old);
        } else {
            f.code.emit(op, target, source);
        }
    }
}
