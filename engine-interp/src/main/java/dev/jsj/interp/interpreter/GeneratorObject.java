package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.ResumeMode;
import dev.jsj.runtime.builtins.control.JSGenerator;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * 27.5 Generator objects over a suspended frame. A frame gives the values it yields alone; the
 * iterator results around them are made for those who see them.
 *
 * <p>A generator that is suspended in a {@code yield*} of another one does not run its own code to
 * hand on what the other gives: {@link #nextOfDelegate} resumes that, with this one's frame on the
 * stack as its caller. At the end of the other, or at an exception, the code goes on.
 */
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

    /** Whether the last yield gave a value alone, and no iterator result. */
    private boolean gaveValue;

    /** The iterator that a {@code yield*} is suspended in, where it is a generator too. */
    private @Nullable IteratorState delegate;

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

    // ---- what the running frame says

    /** The running frame has met a yield, which gives a value. */
    void suspend() {
        state = State.SUSPENDED_YIELD;
        gaveValue = true;
    }

    /**
     * The running frame has met the yield of an iterator result in a {@code yield*}.
     *
     * @return the same, or its value if nobody but us has the result
     */
    Object delegate(IteratorState iterator, JSObject result) {
        state = State.SUSPENDED_YIELD;
        delegate = iterator.generator == null ? null : iterator;
        gaveValue = iterator.fresh == result;
        iterator.fresh = null;
        return gaveValue ? result.getSlot(0) : result;
    }

    // ---- resumption

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
        Object given = next(Undefined.UNDEFINED);
        if (state == State.COMPLETED) {
            return null;
        }
        if (gaveValue) {
            return given;
        }
        JSObject result = (JSObject) given;
        return Iteration.iteratorComplete(result) ? null : Iteration.iteratorValue(result);
    }

    @Override
    public Object resumeNext(Realm realm, Object value) {
        checkNotRunning();
        return state == State.COMPLETED
                ? done(realm, Undefined.UNDEFINED)
                : result(realm, next(value));
    }

    /** {@link #resumeNext} for the {@code yield*} of another generator. */
    JSObject next(IteratorState iterator, Object value) {
        Object pending = iterator.pending;
        if (pending != null) {
            iterator.pending = null;
            if (pending instanceof JSThrow completion) {
                throw completion;
            }
            return (JSObject) pending;
        }
        Realm realm = iterator.realm;
        JSObject result = (JSObject) resumeNext(realm, value);
        if (gaveValue && state != State.COMPLETED) {
            iterator.fresh = result;
        }
        return result;
    }

    @Override
    public Object resumeReturn(Realm realm, Object value) {
        checkNotRunning();
        if (state == State.SUSPENDED_START) {
            state = State.COMPLETED;
        }
        return state == State.COMPLETED
                ? done(realm, value)
                : result(realm, resume(ResumeMode.RETURN, value));
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
        return result(realm, resume(ResumeMode.THROW, value));
    }

    private void checkNotRunning() {
        if (state == State.EXECUTING) {
            throw Errors.typeError("Generator is already running");
        }
    }

    /** The iterator result of what the frame gave. */
    private Object result(Realm realm, Object given) {
        if (state == State.COMPLETED) {
            return done(realm, given);
        }
        return gaveValue ? Iteration.createIterResultObject(realm, given, false) : given;
    }

    private static JSObject done(Realm realm, Object value) {
        return Iteration.createIterResultObject(realm, value, true);
    }

    /** {@link #resume} with mode NEXT, past this frame where a {@code yield*} allows that. */
    private Object next(Object value) {
        if (delegate == null) {
            return resume(ResumeMode.NEXT, value);
        }
        Object given = nextOfDelegate(delegate, value);
        return given != null ? given : resume(ResumeMode.NEXT, Undefined.UNDEFINED);
    }

    /** Runs the frame on; {@link #state} and {@link #gaveValue} say what it gave. */
    private Object resume(ResumeMode mode, Object value) {
        delegate = null;
        state = State.EXECUTING;
        coroutine.request = mode;
        boolean ended = true;
        try {
            Object given =
                    mode == ResumeMode.NEXT
                            ? coroutine.resumeNext(value)
                            : coroutine.resume(mode, value);
            ended = state == State.EXECUTING;
            return given;
        } finally {
            if (ended) {
                state = State.COMPLETED;
            }
        }
    }

    /**
     * Resumes the other generator of a {@code yield*} as the code of this one would.
     *
     * @return the value that it yields; null where the code has to go on, and finds what happened
     *     in {@link IteratorState#pending}
     */
    private @Nullable Object nextOfDelegate(IteratorState iterator, Object value) {
        GeneratorObject other = iterator.generator;
        Frame frame = coroutine.frame;
        Agent agent = frame.code.agent;
        Activation caller = agent.currentFrame;
        state = State.EXECUTING;
        coroutine.request = ResumeMode.NEXT;
        boolean ended = true;
        try {
            frame.push(caller);
            Object given = null;
            try {
                other.checkNotRunning();
                Object own =
                        other.state == State.COMPLETED ? Undefined.UNDEFINED : other.next(value);
                if (other.state == State.COMPLETED) {
                    iterator.pending = done(iterator.realm, own);
                } else if (other.gaveValue) {
                    given = own;
                } else {
                    iterator.pending = own;
                }
            } catch (JSThrow completion) {
                iterator.pending = thrown(agent, frame, completion);
            } catch (StackOverflowError overflow) {
                iterator.pending = thrown(agent, frame, Errors.stackOverflow());
            }
            ended = false;
            frame.leave();
            state = State.SUSPENDED_YIELD;
            gaveValue = true;
            return given;
        } finally {
            if (ended) {
                agent.currentFrame = caller;
                state = State.COMPLETED;
            }
        }
    }

    private static JSThrow thrown(Agent agent, Frame frame, JSThrow completion) {
        agent.currentFrame = frame;
        if (completion.valueOrNull() == null) {
            Unwinding.materialize(agent, completion, frame.realm());
        }
        return completion;
    }
}
