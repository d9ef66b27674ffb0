package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** 27.2.6 Promise instances, with the operations that settle them. */
public final class JSPromise extends JSObject {
    /** [[PromiseState]]. */
    public enum State {
        PENDING,
        FULFILLED,
        REJECTED
    }

    private State state = State.PENDING;
    private Object result = Undefined.UNDEFINED;
    private @Nullable List<PromiseReaction> reactions = new ArrayList<>(1);
    private boolean handled;

    public JSPromise(Shape shape) {
        super(shape);
        Agent agent = agent();
        if (agent.promiseHooks != null) {
            JSObject parent = agent.promiseParent;
            agent.promiseParent = null;
            agent.promiseHooks.init(this, parent);
        }
    }

    public State state() {
        return state;
    }

    /** [[PromiseResult]]: undefined while pending. */
    public Object result() {
        return result;
    }

    /** [[PromiseIsHandled]]. */
    public boolean isHandled() {
        return handled;
    }

    /**
     * Marks a rejection as seen to, without a reaction (such as one that the engine handles
     * itself).
     */
    public void markHandled() {
        handled = true;
    }

    private Agent agent() {
        return (Agent) shape().tree();
    }

    /** 27.2.1.4 FulfillPromise ( promise, value ). */
    public void fulfill(Object value) {
        if (agent().promiseHooks != null) {
            agent().promiseHooks.resolved(this);
        }
        List<PromiseReaction> triggered = takeReactions();
        state = State.FULFILLED;
        result = value;
        trigger(triggered, value);
    }

    /** 27.2.1.7 RejectPromise ( promise, reason ). */
    public void reject(Object reason) {
        if (agent().promiseHooks != null) {
            agent().promiseHooks.resolved(this);
        }
        boolean tracked = !handled;
        List<PromiseReaction> triggered = takeReactions();
        state = State.REJECTED;
        result = reason;
        if (tracked) {
            agent().hostHooks().promiseRejectionTracker(this, false);
        }
        trigger(triggered, reason);
    }

    private List<PromiseReaction> takeReactions() {
        List<PromiseReaction> taken = reactions;
        if (taken == null) {
            throw new AssertionError("A promise is settled once only.");
        }
        reactions = null;
        return taken;
    }

    /** 27.2.1.8 TriggerPromiseReactions ( reactions, argument ). */
    private void trigger(List<PromiseReaction> triggered, Object argument) {
        for (PromiseReaction reaction : triggered) {
            agent().enqueueJob(reaction.job(state == State.FULFILLED, argument));
        }
    }

    /** 27.2.5.4.1 PerformPromiseThen, steps 9 to 12. */
    void addReaction(PromiseReaction reaction) {
        if (state == State.PENDING) {
            reactions.add(reaction);
        } else {
            if (state == State.REJECTED && !handled) {
                agent().hostHooks().promiseRejectionTracker(this, true);
            }
            agent().enqueueJob(reaction.job(state == State.FULFILLED, result));
        }
        handled = true;
    }

    @Override
    public String builtinTag() {
        return "Object";
    }
}
