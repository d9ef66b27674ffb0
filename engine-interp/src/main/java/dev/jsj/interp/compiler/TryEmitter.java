package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.Label;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.compiler.PatternEmitter.Mode;
import dev.jsj.parser.ast.BlockStatement;
import dev.jsj.parser.ast.CatchClause;
import dev.jsj.parser.ast.TryStatement;
import dev.jsj.parser.scope.Scope;
import dev.jsj.parser.scope.Variable;
import dev.jsj.parser.scope.VariableKind;

import org.jspecify.annotations.Nullable;

/**
 * Try statements, and the disposal of using declarations, which is a finally block of its own kind.
 */
final class TryEmitter {

    private final FunctionCompiler f;

    /** The register of the innermost dispose stack. */
    private int disposeStack = FunctionCompiler.NONE;

    TryEmitter(FunctionCompiler f) {
        this.f = f;
    }

    // ---------------------------------------------------------------- try

    void tryStatement(TryStatement s) {
        f.statements.startCompletion();
        if (s.finalizer() == null) {
            tryCatch(s.block(), s.handler());
            return;
        }
        BlockStatement finalizer = s.finalizer();
        withFinally(
                true,
                () -> {
                    if (s.handler() == null) {
                        f.statements.statement(s.block());
                    } else {
                        tryCatch(s.block(), s.handler());
                    }
                },
                region -> {
                    int saved = FunctionCompiler.NONE;
                    if (f.completion != FunctionCompiler.NONE) {
                        saved = f.registers.temporary();
                        f.move(saved, f.completion);
                        f.loadUndefined(f.completion);
                    }
                    f.statements.statement(finalizer);
                    if (saved != FunctionCompiler.NONE) {
                        f.move(f.completion, saved);
                    }
                });
    }

    private void tryCatch(BlockStatement block, CatchClause handler) {
        Exits.Region region = f.exits.pushRegion();
        f.statements.statement(block);
        f.exits.pop(region);
        Label end = new Label();
        f.jump(end);
        int mark = f.registers.mark();
        int exception = f.registers.temporary();
        f.exits.handler(region, exception);
        f.statements.startCompletion();
        f.enter(handler.scope());
        if (handler.parameter() != null) {
            f.patterns.bind(handler.parameter(), exception, Mode.INITIALIZE);
        }
        f.statements.statement(handler.body());
        f.leave(handler.scope());
        f.registers.release(mark);
        f.bind(end);
    }

    /** What runs when a region is left, however that is. */
    private interface Finalizer {
        void emit(Exits.Finally region);
    }

    private void withFinally(boolean rethrows, Runnable body, Finalizer finalizer) {
        int kind = f.registers.temporary();
        int value = f.registers.temporary();
        Exits.Finally region = f.exits.pushFinally(kind, value);
        body.run();
        f.exits.pop(region);
        f.exits.enterFinalizer(region, Exits.Finally.NORMAL, FunctionCompiler.NONE);
        if (rethrows) {
            f.exits.rethrowingHandler(region, value);
        } else {
            f.exits.handler(region, value);
        }
        f.loadInt(kind, Exits.Finally.THROW);
        f.bind(region.finalizer);
        finalizer.emit(region);
        f.exits.resumeAfterFinally(region);
    }

    // ---------------------------------------------------------------- using

    /** Runs the body; if the scope has using declarations, disposes of their values in the end. */
    void disposing(@Nullable Scope scope, Runnable body) {
        if (scope == null || !declares(scope, VariableKind.USING, VariableKind.AWAIT_USING)) {
            body.run();
            return;
        }
        int saved = disposeStack;
        int stack = f.registers.temporary();
        f.code.emit(Op.CREATE_DISPOSE_STACK, stack);
        boolean async = declares(scope, VariableKind.AWAIT_USING, VariableKind.AWAIT_USING);
        withFinally(
                false,
                () -> {
                    disposeStack = stack;
                    body.run();
                    disposeStack = saved;
                },
                region -> {
                    if (async) {
                        disposeAwaiting(stack, region);
                    } else {
                        f.code.emit(Op.DISPOSE_RESOURCES, stack, region.kind, region.value);
                    }
                });
    }

    private static boolean declares(Scope scope, VariableKind kind, VariableKind orKind) {
        for (Variable variable : scope.variables()) {
            if (variable.kind() == kind || variable.kind() == orKind) {
                return true;
            }
        }
        return false;
    }

    private void disposeAwaiting(int stack, Exits.Finally region) {
        int value = f.registers.temporary();
        int mode = f.registers.temporary();
        Label next = new Label();
        Label done = new Label();
        f.code.emit(Op.DISPOSE_BEGIN, stack, region.kind, region.value);
        f.bind(next);
        f.code.emitJump(Op.DISPOSE_STEP, done, value, stack);
        f.code.emit(Op.AWAIT_CATCH, value, mode, value);
        f.code.emit(Op.DISPOSE_SETTLE, stack, mode, value);
        f.code.emitJump(Op.LOOP, next);
        f.bind(done);
        f.code.emit(Op.DISPOSE_END, stack);
    }

    /** The value of a using declaration joins the innermost dispose stack. */
    void addDisposable(int value, boolean async, int position) {
        f.at(position);
        f.code.emit(Op.ADD_DISPOSABLE, disposeStack, value, async ? 1 : 0);
    }
}
