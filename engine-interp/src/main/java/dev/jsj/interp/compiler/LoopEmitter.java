package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.Label;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.compiler.PatternEmitter.Mode;
import dev.jsj.parser.ast.BooleanLiteral;
import dev.jsj.parser.ast.DeclarationKind;
import dev.jsj.parser.ast.DoWhileStatement;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.ForInStatement;
import dev.jsj.parser.ast.ForOfStatement;
import dev.jsj.parser.ast.ForStatement;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.MemberExpression;
import dev.jsj.parser.ast.Node;
import dev.jsj.parser.ast.Pattern;
import dev.jsj.parser.ast.Statement;
import dev.jsj.parser.ast.VariableDeclaration;
import dev.jsj.parser.ast.WhileStatement;
import dev.jsj.parser.scope.Scope;
import dev.jsj.parser.scope.Variable;
import dev.jsj.parser.scope.VariableKind;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Loops. Their conditions stand at the end, fused with the jump back. */
final class LoopEmitter {

    private final FunctionCompiler f;

    LoopEmitter(FunctionCompiler f) {
        this.f = f;
    }

    // ---------------------------------------------------------------- while, do, for

    void whileLoop(WhileStatement s, List<String> labels) {
        f.statements.startCompletion();
        loop(s.test(), s.body(), null, false, labels, true);
    }

    void doWhile(DoWhileStatement s, List<String> labels) {
        f.statements.startCompletion();
        loop(s.test(), s.body(), null, false, labels, false);
    }

    void forStatement(ForStatement s, List<String> labels) {
        f.statements.startCompletion();
        f.enter(s.scope());
        f.tries.disposing(
                s.scope(),
                () -> {
                    switch (s.init()) {
                        case null -> {}
                        case VariableDeclaration declaration -> f.statements.variables(declaration);
                        case Expression e -> f.expressions.effect(e);
                        default ->
                                throw new AssertionError(
                                        "A for starts with a declaration or expression.");
                    }
                    boolean copies = hasPerIterationCopies(s.scope());
                    if (copies) {
                        f.code.emit(Op.COPY_SCOPE);
                    }
                    loop(s.test(), s.body(), s.update(), copies, labels, true);
                });
        f.leave(s.scope());
    }

    private static boolean hasPerIterationCopies(@Nullable Scope scope) {
        if (scope == null) {
            return false;
        }
        for (Variable variable : scope.variables()) {
            if (variable.kind() == VariableKind.LET && ScopeLayout.isInScope(variable)) {
                return true;
            }
        }
        return false;
    }

    private void loop(
            @Nullable Expression test,
            Statement body,
            @Nullable Expression update,
            boolean copiesScope,
            List<String> labels,
            boolean testsFirst) {
        Label start = new Label();
        Label next = new Label();
        Label condition = new Label();
        Label end = new Label();
        boolean endless =
                test == null || (test instanceof BooleanLiteral literal && literal.value());
        Exits.Target breakTarget = f.exits.pushTarget(end, labels, false, true);
        if (testsFirst && !endless) {
            f.jump(condition);
        }
        f.bind(start);
        Exits.Target continueTarget = f.exits.pushTarget(next, labels, true, true);
        f.statements.statement(body);
        f.exits.pop(continueTarget);
        f.bind(next);
        if (copiesScope) {
            f.code.emit(Op.COPY_SCOPE);
        }
        if (update != null) {
            f.expressions.effect(update);
        }
        f.bind(condition);
        f.conditions.loopIf(test, start);
        f.exits.pop(breakTarget);
        f.bind(end);
    }

    // ---------------------------------------------------------------- for-in

    void forIn(ForInStatement s, List<String> labels) {
        f.statements.startCompletion();
        if (s.left() instanceof VariableDeclaration declaration
                && declaration.declarators().getFirst().init() != null) {
            f.statements.variables(declaration); // B.3.5: for (var x = 1 in object)
        }
        int object = evaluateHead(s.right(), s.scope());
        int enumerator = f.registers.temporary();
        f.at(s.right());
        f.code.emit(Op.FOR_IN_PREPARE, enumerator, object);
        Label end = new Label();
        Label start = new Label();
        Label next = new Label();
        Exits.Target breakTarget = f.exits.pushTarget(end, labels, false, true);
        Exits.Target continueTarget = f.exits.pushTarget(next, labels, true, true);
        f.bind(start);
        int value = elementRegister(s.left(), s.scope());
        f.code.emitJump(Op.FOR_IN_NEXT, end, value, enumerator);
        iteration(s.left(), value, s.scope(), s.body());
        f.exits.pop(continueTarget);
        f.bind(next);
        f.code.emitJump(Op.LOOP, start);
        f.exits.pop(breakTarget);
        f.bind(end);
    }

    // ---------------------------------------------------------------- for-of

    void forOf(ForOfStatement s, List<String> labels) {
        f.statements.startCompletion();
        int iterable = evaluateHead(s.right(), s.scope());
        int iterator = f.registers.temporary();
        f.at(s.right());
        f.code.emit(s.await() ? Op.GET_ASYNC_ITERATOR : Op.GET_ITERATOR, iterator, iterable);
        Label end = new Label();
        Label start = new Label();
        Label next = new Label();
        Exits.Target breakTarget = f.exits.pushTarget(end, labels, false, true);
        Exits.OpenIterator region = f.exits.pushIterator(iterator, s.await());
        Exits.Target continueTarget = f.exits.pushTarget(next, labels, true, true);
        f.bind(start);
        int value = elementRegister(s.left(), s.scope());
        f.at(elementPosition(s.left()));
        if (s.await()) {
            awaitNext(iterator, value, region, end);
        } else {
            f.code.emitJump(Op.ITERATOR_NEXT, end, value, iterator);
        }
        iteration(s.left(), value, s.scope(), s.body());
        f.exits.pop(continueTarget);
        f.bind(next);
        f.code.emitJump(Op.LOOP, start);
        f.exits.pop(region);
        f.exits.pop(breakTarget);
        int exception = f.registers.temporary();
        f.exits.rethrowingHandler(region, exception);
        if (s.await()) {
            f.suspensions.closeAsyncIteratorSilently(iterator);
        } else {
            f.code.emit(Op.ITERATOR_CLOSE_SILENTLY, iterator);
        }
        f.code.emit(Op.RETHROW, exception);
        f.bind(end);
    }

    /** Where V8 reports what happens in {@code next}: at what takes the element. */
    private static int elementPosition(Node left) {
        Node target =
                left instanceof VariableDeclaration declaration
                        ? declaration.declarators().getFirst().id()
                        : left;
        return switch (target) {
            case Identifier id -> id.start();
            case MemberExpression member when !member.computed() -> member.property().start();
            default -> target.end() - 1;
        };
    }

    /** value = the next value of an async iterator; a rejected result does not close it. */
    private void awaitNext(int iterator, int value, Exits.OpenIterator region, Label end) {
        int mark = f.registers.mark();
        int result = f.registers.temporary();
        f.code.emit(Op.LOAD_EMPTY, result); // next without an argument
        int start = f.code.offset();
        f.code.emit(Op.ITERATOR_CALL_NEXT, result, iterator, result);
        f.code.emit(Op.AWAIT, result, result);
        f.code.emitJump(Op.ITERATOR_UNPACK, end, value, iterator, result);
        f.exits.exclude(region, start);
        f.registers.release(mark);
    }

    /** IteratorClose for a break or return out of the loop. */
    void closeIterator(int iterator, boolean async) {
        if (async) {
            f.suspensions.closeAsyncIterator(iterator);
        } else {
            f.code.emit(Op.ITERATOR_CLOSE, iterator);
        }
    }

    // ---------------------------------------------------------------- heads and iterations

    /** Evaluates what is iterated over, while the variables of the head are uninitialized. */
    private int evaluateHead(Expression right, @Nullable Scope scope) {
        if (scope == null) {
            return f.expressions.register(right);
        }
        f.enter(scope);
        int value = f.registers.temporary();
        f.expressions.into(right, value);
        if (ScopeLayout.of(scope).info() != null) {
            f.code.emit(Op.POP_SCOPE);
            f.scopeDepth--;
        }
        f.scope = scope.parent();
        return value;
    }

    /**
     * The register to get each value in: that of a local variable which simply takes it, else a
     * temporary.
     */
    private int elementRegister(Node left, @Nullable Scope scope) {
        Scope outer = f.scope;
        f.scope = scope == null ? outer : scope;
        int home = homeOf(left);
        f.scope = outer;
        return home == FunctionCompiler.NONE ? f.registers.temporary() : home;
    }

    private int homeOf(Node left) {
        if (left instanceof Identifier id) {
            return f.variables.assignableRegister(id.name(), id.start());
        }
        if (left instanceof VariableDeclaration declaration
                && declaration.declarators().getFirst().id() instanceof Identifier id) {
            return switch (declaration.kind()) {
                case VAR -> f.variables.assignableRegister(id.name(), id.start());
                case LET, CONST -> f.variables.homeRegister(id.name());
                case USING, AWAIT_USING -> FunctionCompiler.NONE;
            };
        }
        return FunctionCompiler.NONE;
    }

    /** One iteration: fresh variables, the value bound or assigned, the body. */
    private void iteration(Node left, int value, @Nullable Scope scope, Statement body) {
        int mark = f.registers.mark();
        if (scope != null) {
            f.scope = scope;
            f.pushScope(scope);
        }
        f.tries.disposing(
                scope,
                () -> {
                    bind(left, value);
                    f.statements.statement(body);
                });
        f.leave(scope);
        f.registers.release(mark);
    }

    private void bind(Node left, int value) {
        if (!(left instanceof VariableDeclaration declaration)) {
            f.patterns.bind((Pattern) left, value, Mode.ASSIGN);
            return;
        }
        Pattern target = declaration.declarators().getFirst().id();
        switch (declaration.kind()) {
            case VAR -> f.patterns.bind(target, value, Mode.VAR);
            case LET, CONST -> f.patterns.bind(target, value, Mode.INITIALIZE);
            case USING, AWAIT_USING -> {
                f.tries.addDisposable(
                        value, declaration.kind() == DeclarationKind.AWAIT_USING, left.start());
                f.patterns.bind(target, value, Mode.INITIALIZE);
            }
        }
    }
}
