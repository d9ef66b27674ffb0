package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.ResumeMode;
import dev.jsj.runtime.builtins.control.JSAsyncGenerator;
import dev.jsj.runtime.builtins.control.JSPromise;
import dev.jsj.runtime.builtins.control.PromiseCapability;
import dev.jsj.runtime.builtins.control.PromiseReaction;
import dev.jsj.runtime.builtins.control.Promises;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.function.Supplier;

/** 27.6 AsyncGenerator objects: a frame with a queue of requests. */
final class AsyncGeneratorObject extends JSAsyncGenerator {
    /** [[AsyncGeneratorState]]. */
    private enum State {
        SUSPENDED_START,
        SUSPENDED_YIELD,
        EXECUTING,
        DRAINING_QUEUE,
        COMPLETED
    }

    /** 27.6.3.1 AsyncGeneratorRequest Records. */
    private record Request(Completion completion, Object value, PromiseCapability capability) {}

    private final AsyncGenerator coroutine;
    private final Realm realm;
    private final ArrayDeque<Request> queue = new ArrayDeque<>();
    private State state = State.SUSPENDED_START;

    AsyncGeneratorObject(Shape shape, Frame frame) {
        super(shape);
        coroutine = new AsyncGenerator(frame, this);
        realm = frame.realm();
    }

    /** The frame's side of the object. */
    static final class AsyncGenerator extends Coroutine {
        final AsyncGeneratorObject object;

        AsyncGenerator(Frame frame, AsyncGeneratorObject object) {
            super(frame);
            this.object = object;
        }

        @Override
        void awaited(ResumeMode mode, Object value) {
            request = null;
            object.run(() -> resume(mode, value));
        }
    }

    // ---- requests: 27.6.1.2 next, 27.6.1.3 return, 27.6.1.4 throw

    @Override
    public void enqueue(Completion completion, Object value, PromiseCapability capability) {
        if (completion == Completion.THROW && state == State.SUSPENDED_START) {
            state = State.COMPLETED;
        }
        if (state == State.COMPLETED && completion == Completion.NORMAL) {
            capability.resolve(Iteration.createIterResultObject(realm, Undefined.UNDEFINED, true));
            return;
        }
        if (state == State.COMPLETED && completion == Completion.THROW) {
            capability.reject(value);
            return;
        }
        queue.add(new Request(completion, value, capability));
        boolean atRest = state == State.SUSPENDED_START || state == State.COMPLETED;
        if (completion == Completion.RETURN && atRest) {
            state = State.DRAINING_QUEUE;
            awaitReturn();
        } else if (state == State.SUSPENDED_START || state == State.SUSPENDED_YIELD) {
            resumeWith(completion, value);
        }
    }

    /** 27.6.3.6 AsyncGeneratorResume ( generator, completion ). */
    private void resumeWith(Completion completion, Object value) {
        state = State.EXECUTING;
        coroutine.request = mode(completion);
        run(() -> coroutine.resume(mode(completion), value));
    }

    private static ResumeMode mode(Completion completion) {
        return switch (completion) {
            case NORMAL -> ResumeMode.NEXT;
            case RETURN -> ResumeMode.RETURN;
            case THROW -> ResumeMode.THROW;
        };
    }

    /**
     * Runs a part of the body; its end completes the request and drains the queue (27.6.3.2
     * AsyncGeneratorStart, step 4).
     */
    private void run(Supplier<@Nullable Object> part) {
        try {
            Object result = part.get();
            if (result == null) {
                return; // suspended
            }
            state = State.DRAINING_QUEUE;
            completeStep(result, true);
        } catch (JSThrow thrown) {
            state = State.DRAINING_QUEUE;
            queue.remove().capability().reject(thrown.valueOrNull());
        }
        drainQueue();
    }

    /** 27.6.3.5 AsyncGeneratorCompleteStep for a normal completion. */
    private void completeStep(Object value, boolean done) {
        queue.remove().capability().resolve(Iteration.createIterResultObject(realm, value, done));
    }

    /**
     * 27.6.3.8 AsyncGeneratorYield ( value ), after the await.
     *
     * @return the completion to go on with at once, as the mode's ordinal at index 0 and the value
     *     at 1; null to suspend
     */
    Object @Nullable [] yield(Object value) {
        completeStep(value, false);
        Request next = queue.peek();
        if (next != null) {
            return new Object[] {mode(next.completion()).ordinal(), next.value()};
        }
        state = State.SUSPENDED_YIELD;
        return null;
    }

    /** 27.6.3.9 AsyncGeneratorAwaitReturn ( generator ). */
    private void awaitReturn() {
        Request next = queue.element();
        PromiseReaction.Continuation settled =
                (fulfilled, value) -> {
                    if (fulfilled) {
                        completeStep(value, true);
                    } else {
                        queue.remove().capability().reject(value);
                    }
                    drainQueue();
                };
        JSPromise promise;
        try {
            promise =
                    (JSPromise)
                            Promises.promiseResolve(
                                    realm, realm.intrinsic(Intrinsic.PROMISE), next.value());
        } catch (JSThrow thrown) {
            queue.remove().capability().reject(realm.agent().services().thrownValue(thrown, realm));
            drainQueue();
            return;
        }
        Promises.performThen(promise, settled);
    }

    /** 27.6.3.10 AsyncGeneratorDrainQueue ( generator ). */
    private void drainQueue() {
        for (Request next; (next = queue.peek()) != null; ) {
            switch (next.completion()) {
                case RETURN -> {
                    awaitReturn();
                    return;
                }
                case NORMAL -> completeStep(Undefined.UNDEFINED, true);
                case THROW -> queue.remove().capability().reject(next.value());
            }
        }
        state = State.COMPLETED;
    }
}
