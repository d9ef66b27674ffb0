package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * 27.2.1.2 PromiseReaction Records, both of a pair in one: what happens when a promise is fulfilled
 * or rejected.
 */
public sealed interface PromiseReaction {
    /** 27.2.2.1 NewPromiseReactionJob ( reaction, argument ). */
    Runnable job(boolean fulfilled, Object argument);

    /** A reaction of engine code: the continuation of an await, or a host's. */
    non-sealed interface Continuation extends PromiseReaction {
        /** Runs as a job of its own. */
        void settled(boolean fulfilled, Object argument);

        @Override
        default Runnable job(boolean fulfilled, Object argument) {
            return () -> settled(fulfilled, argument);
        }
    }

    /** A reaction that runs in the host's async context of the moment it was added. */
    record InContext(PromiseReaction reaction, Agent agent, Object context)
            implements PromiseReaction {
        @Override
        public Runnable job(boolean fulfilled, Object argument) {
            return agent.inReaction(context, reaction.job(fulfilled, argument));
        }
    }

    /**
     * The reaction that {@code then} makes.
     *
     * @param capability the derived promise; null where nobody can see it
     * @param onFulfilled null for the identity
     * @param onRejected null for a thrower
     */
    record Then(
            Agent agent,
            @Nullable PromiseCapability capability,
            @Nullable JSObject onFulfilled,
            @Nullable JSObject onRejected)
            implements PromiseReaction {
        @Override
        public Runnable job(boolean fulfilled, Object argument) {
            return () -> run(fulfilled, argument);
        }

        private void run(boolean fulfilled, Object argument) {
            JSObject handler = fulfilled ? onFulfilled : onRejected;
            Object value = argument;
            boolean success = fulfilled;
            if (handler != null) {
                try {
                    value = handler.call1(Undefined.UNDEFINED, argument);
                    success = true;
                } catch (JSThrow thrown) {
                    value = Promises.thrownValue(agent, handler, thrown);
                    success = false;
                }
            }
            if (capability == null) {
                return;
            }
            if (success) {
                capability.resolve(value);
            } else {
                capability.reject(value);
            }
        }
    }
}
