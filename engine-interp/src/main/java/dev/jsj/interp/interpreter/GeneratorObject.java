package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.ResumeMode;
import dev.jsj.runtime.builtins.control.JSGenerator;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 27.5 Generator objects over a suspended frame. */
final class GeneratorObject extends JSGenerator {
    /** [[GeneratorState]]. */
    private enum State {
        SUSPENDED_START,
        SUSPENDED_YIELD,
        EXECUTING,
        COMPLETED
    }

    private final Generator coroutine;
    private State state = State.SUSPENDED_START;

    /** Whether {@link #step} runs the frame. */
    private boolean stepping;

    /** Whether the last yield gave a value alone. */
    private boolean gaveValue;

    GeneratorObject(Shape shape, Frame frame) {
        super(shape);
        coroutine = new Generator(frame, this);
    }

    /** The frame's side of the object. */
    static final class Generator extends Coroutine {
        final GeneratorObject object;

        Generator(Frame frame, GeneratorObject object) {
            super(frame);
            this.object = object;
        }

        @Override
        void awaited(ResumeMode mode, Object value) {
            throw new AssertionError("A generator does not await.");
        }
    }

    /** The running frame has met a yield of an iterator result. */
    void suspend() {
        state = State.SUSPENDED_YIELD;
        gaveValue = false;
    }

    /**
     * What the running frame gives at a yield: an iterator result, unless {@link #step} runs it.
     */
    Object yield(Realm realm, Object value) {
        state = State.SUSPENDED_YIELD;
        gaveValue = stepping;
        return stepping ? value : Iteration.createIterResultObject(realm, value, false);
    }

    /**
     * {@code next()} and what IteratorStepValue does with its result, which nobody else sees and
     * which therefore is not made; null for done.
     */
    @Override
    public @Nullable Object step(Realm realm) {
        checkNotRunning();
        if (state == State.COMPLETED) {
            return null;
        }
        state = State.EXECUTING;
        coroutine.request = ResumeMode.NEXT;
        stepping = true;
        boolean ended = true;
        Object result;
        try {
            result = coroutine.resume(ResumeMode.NEXT, Undefined.UNDEFINED);
            ended = state == State.EXECUTING;
        } finally {
            stepping = false;
            if (ended) {
                state = State.COMPLETED;
            }
        }
        if (ended || gaveValue) {
            return ended ? null : result;
        }
        JSObject delegated = (JSObject) result;
        return Iteration.iteratorComplete(delegated) ? null : Iteration.iteratorValue(delegated);
    }

    private JSObject done(Realm realm, Object value) {
        return Iteration.createIterResultObject(realm, value, true);
    }

    private void checkNotRunning() {
        if (state == State.EXECUTING) {
            throw Errors.typeError("Generator is already running");
        }
    }

    @Override
    public Object resumeNext(Realm realm, Object value) {
        checkNotRunning();
        return state == State.COMPLETED
                ? done(realm, Undefined.UNDEFINED)
                : resume(realm, ResumeMode.NEXT, value);
    }

    @Override
    public Object resumeReturn(Realm realm, Object value) {
        checkNotRunning();
        if (state == State.SUSPENDED_START) {
            state = State.COMPLETED;
        }
        return state == State.COMPLETED
                ? done(realm, value)
                : resume(realm, ResumeMode.RETURN, value);
    }

    @Override
    public Object resumeThrow(Realm realm, Object value) {
        checkNotRunning();
        if (state == State.SUSPENDED_START) {
            state = State.COMPLETED;
        }
        if (state == State.COMPLETED) {
            throw new JSThrow(value);
        }
        return resume(realm, ResumeMode.THROW, value);
    }

    private Object resume(Realm realm, ResumeMode mode, Object value) {
        state = State.EXECUTING;
        coroutine.request = mode;
        boolean ended = true;
        try {
            Object result = coroutine.resume(mode, value);
            ended = state == State.EXECUTING;
            return ended ? done(realm, result) : result;
        } finally {
            if (ended) {
                state = State.COMPLETED;
            }
        }
    }
}
