package dev.jsj.jit.emit;

import dev.jsj.interp.bytecode.ExceptionHandler;
import dev.jsj.jit.ir.Activation;
import dev.jsj.jit.ir.ControlFlow;
import dev.jsj.jit.ir.EntryPoint;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The handlers of for-of loops and array patterns in code that has no frame: they close an iterator
 * and throw the exception on ({@link EntryPoint#iteratorClosedBy}). Each is a handler of the JVM
 * method, for all code emitted for the instructions that it covers. It may run a second time for
 * the same iterator, when the function was left in mid-loop, and does nothing then.
 */
final class ClosingHandlers {
    private static final String CAUGHT = "java/lang/Throwable";
    private static final String STATE = RuntimeMethods.INTERPRETER_PACKAGE + "IteratorState";
    private static final String THROW = "dev/jsj/runtime/value/JSThrow";

    private final FunctionEmitter f;
    private final MethodVisitor mv;

    /** Inner before outer. */
    private final List<Handler> handlers;

    /** The handler that covers what is emitted now. */
    private @Nullable Handler current;

    private Label start = new Label();
    private final Label nothing = new Label();
    private final Label afterNothing = new Label();

    ClosingHandlers(FunctionEmitter f, ControlFlow flow) {
        this.f = f;
        this.mv = f.mv;
        Map<Integer, Handler> byOffset = new LinkedHashMap<>();
        for (ExceptionHandler row : flow.unit().handlers()) {
            int iterator = EntryPoint.iteratorClosedBy(flow.unit(), row);
            byOffset.computeIfAbsent(row.handler(), at -> new Handler(at, iterator)).rows.add(row);
        }
        handlers = List.copyOf(byOffset.values());
    }

    private static final class Handler {
        final int offset;
        final int iterator;
        final List<ExceptionHandler> rows = new ArrayList<>();
        final Label label = new Label();
        boolean isUsed;

        Handler(int offset, int iterator) {
            this.offset = offset;
            this.iterator = iterator;
        }

        boolean covers(int pc) {
            return rows.stream().anyMatch(row -> row.covers(pc));
        }
    }

    /**
     * Before all code: ASM looks at the types of locals after each store only where it knows of a
     * handler by then. This one is for no code at all.
     */
    void declare() {
        mv.visitTryCatchBlock(nothing, afterNothing, afterNothing, CAUGHT);
    }

    /** What is emitted from here on belongs to the instruction at {@code pc}. */
    void cover(int pc) {
        Handler covering = covering(pc);
        if (covering != current) {
            end();
            current = covering;
            if (covering != null) {
                start = new Label();
                mv.visitLabel(start);
            }
        }
    }

    private @Nullable Handler covering(int pc) {
        for (Handler handler : handlers) {
            if (handler.covers(pc)) {
                return handler;
            }
        }
        return null;
    }

    /** Stands for the handler that covers what is emitted now; null for none. */
    @Nullable Object current() {
        return current;
    }

    /** What is emitted from here on is covered by no handler. */
    void end() {
        Handler handler = current;
        if (handler == null) {
            return;
        }
        current = null;
        Label end = new Label();
        mv.visitLabel(end);
        if (end.getOffset() > start.getOffset()) {
            mv.visitTryCatchBlock(start, end, handler.label, CAUGHT);
            handler.isUsed = true;
        }
    }

    /** After all code. */
    void emit() {
        end();
        for (Handler handler : handlers) {
            if (handler.isUsed) {
                emit(handler);
            }
        }
        mv.visitLabel(nothing);
        mv.visitInsn(Opcodes.NOP);
        mv.visitLabel(afterNothing);
        mv.visitInsn(Opcodes.ATHROW);
    }

    private void emit(Handler handler) {
        Label closed = new Label();
        int thrown = f.registers.newLocal(1);
        Activation function = f.flow.body().activations().get(0);
        f.activation.setCurrent(function);
        mv.visitLabel(handler.label);
        cover(handler.offset);
        pushIterator(handler);
        f.runtime.helper(
                mv, "Unwinding", "caught", "(L" + CAUGHT + ";L" + STATE + ";)L" + THROW + ";");
        mv.visitVarInsn(Opcodes.ASTORE, thrown);
        pushIterator(handler);
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, STATE, "quickClose", "()Z", false);
        mv.visitJumpInsn(Opcodes.IFNE, closed);
        f.activation.pushFrame();
        Code.pushInt(mv, f.flow.body().originalPc(handler.offset));
        pushIterator(handler);
        f.runtime.helper(
                mv,
                "Unwinding",
                "closeSilently",
                "(L" + RuntimeMethods.FRAME + ";IL" + STATE + ";)V");
        mv.visitLabel(closed);
        mv.visitVarInsn(Opcodes.ALOAD, thrown);
        mv.visitInsn(Opcodes.ATHROW);
        end();
    }

    private void pushIterator(Handler handler) {
        mv.visitVarInsn(Opcodes.ALOAD, f.registers.anyLocal(handler.iterator));
        mv.visitTypeInsn(Opcodes.CHECKCAST, STATE);
    }
}
