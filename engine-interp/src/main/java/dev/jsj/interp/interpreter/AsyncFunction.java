package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.ResumeMode;
import dev.jsj.runtime.builtins.control.PromiseCapability;
import dev.jsj.runtime.builtins.control.Promises;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.value.JSThrow;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * 27.7 A call of an async function, or the evaluation of a module with top-level await: a frame
 * whose end settles a promise.
 */
final class AsyncFunction extends Coroutine {
    private final PromiseCapability capability;

    AsyncFunction(Frame frame, PromiseCapability capability) {
        super(frame);
        this.capability = capability;
    }

    /** 27.7.5.1 AsyncFunctionStart: runs up to the first await; gives the promise. */
    static Object start(Frame frame) {
        PromiseCapability capability = Promises.newIntrinsicCapability(frame.realm());
        AsyncFunction coroutine = new AsyncFunction(frame, capability);
        coroutine.runTo(coroutine::start);
        return capability.promise();
    }

    @Override
    JSObject outerPromise() {
        return capability.promise();
    }

    @Override
    void awaited(ResumeMode mode, Object value) {
        runTo(() -> resume(mode, value));
    }

    /**
     * Runs a part of the function; where that was the last one, its completion settles the promise.
     */
    private void runTo(Supplier<@Nullable Object> part) {
        try {
            Object result = part.get();
            if (result != null) {
                capability.resolve(result);
            }
        } catch (JSThrow thrown) {
            capability.reject(thrown.valueOrNull());
        }
    }
}
