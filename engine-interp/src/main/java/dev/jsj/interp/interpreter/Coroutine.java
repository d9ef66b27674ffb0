package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.Opcodes;
import dev.jsj.interp.bytecode.ResumeMode;
import dev.jsj.runtime.builtins.control.JSPromise;
import dev.jsj.runtime.builtins.control.PromiseReaction;
import dev.jsj.runtime.builtins.control.Promises;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;

import org.jspecify.annotations.Nullable;

/**
 * The owner of a frame that can be suspended: a generator, an async function, an async generator or
 * a module. A suspended frame keeps its pc at the op that suspended it; resuming puts what was sent
 * into that op's registers and goes on behind it, or throws at it.
 */
abstract class Coroutine {
    private static final Integer NEXT = ResumeMode.NEXT.ordinal();
    private static final int YIELD_LENGTH = Op.YIELD.length();
    private static final int YIELD_DELEGATE_LENGTH = Op.YIELD_DELEGATE.length();

    final Frame frame;

    /** How the program resumed the running frame; null for a start, and after an await. */
    @Nullable ResumeMode request;

    Coroutine(Frame frame) {
        this.frame = frame;
        frame.coroutine = this;
    }

    /** Runs the frame from the start. */
    final @Nullable Object start() {
        return run(null);
    }

    /**
     * Runs the suspended frame on.
     *
     * @return what the frame gives: its return value, or the result of the next suspension (null
     *     for none)
     */
    final @Nullable Object resume(ResumeMode mode, Object value) {
        int pc = frame.pc;
        int[] code = frame.code.instructions;
        Object[] registers = frame.registers;
        switch (Op.of(code[pc])) {
            case AWAIT -> {
                if (mode == ResumeMode.THROW) {
                    return run(new JSThrow(value));
                }
                registers[code[pc + 1]] = value;
            }
            case AWAIT_CATCH, YIELD, YIELD_DELEGATE -> {
                registers[code[pc + 1]] = value;
                registers[code[pc + 2]] = mode.ordinal();
            }
            case CREATE_GENERATOR -> {
                if (mode == ResumeMode.THROW) {
                    return run(new JSThrow(value));
                }
            }
            default ->
                    throw new AssertionError(
                            "A frame can't be resumed at " + Op.of(code[pc]) + ".");
        }
        frame.pc = pc + Op.of(code[pc]).length();
        return run(null);
    }

    /** {@link #resume} of a generator with mode NEXT. */
    final @Nullable Object resumeNext(Object value) {
        int pc = frame.pc;
        int[] code = frame.code.instructions;
        int op = code[pc];
        if (op == Opcodes.CREATE_GENERATOR) {
            frame.pc = pc + 1;
        } else {
            Object[] registers = frame.registers;
            registers[code[pc + 1]] = value;
            registers[code[pc + 2]] = NEXT;
            frame.pc = pc + (op == Opcodes.YIELD ? YIELD_LENGTH : YIELD_DELEGATE_LENGTH);
        }
        return run(null);
    }

    private @Nullable Object run(@Nullable JSThrow injected) {
        Agent agent = frame.code.agent;
        Activation caller = agent.currentFrame;
        try {
            frame.enter();
            if (injected != null) {
                Unwinding.enterHandler(frame, injected);
            }
            return frame.code.hasHandlers ? Unwinding.run(frame) : frame.code.run(frame);
        } catch (JSThrow completion) {
            if (completion.valueOrNull() == null) {
                Unwinding.materialize(agent, completion, frame.realm());
            }
            restore(agent, caller);
            throw completion;
        } catch (StackOverflowError overflow) {
            JSThrow completion = Errors.stackOverflow();
            restore(agent, caller);
            Unwinding.materialize(agent, completion, frame.realm());
            throw completion;
        } catch (Throwable failure) {
            restore(agent, caller);
            throw failure;
        }
    }

    private static void restore(Agent agent, @Nullable Activation caller) {
        agent.currentFrame = caller;
    }

    /** 27.7.5.3 Await ( value ), up to the suspension; {@link #awaited} is called as a job. */
    final void await(Object value) {
        PromiseReaction.Continuation continuation =
                (fulfilled, settled) ->
                        awaited(fulfilled ? ResumeMode.NEXT : ResumeMode.THROW, settled);
        Agent agent = frame.code.agent;
        if (agent.promiseHooks != null && !(value instanceof JSPromise)) {
            agent.promiseParent = outerPromise();
        }
        Promises.await(frame.realm(), value, continuation);
    }

    /** The promise of the whole call, if it has one. */
    @Nullable JSObject outerPromise() {
        return null;
    }

    /** Goes on after an await. For AWAIT_CATCH too, mode THROW tells a rejection. */
    abstract void awaited(ResumeMode mode, Object value);
}
