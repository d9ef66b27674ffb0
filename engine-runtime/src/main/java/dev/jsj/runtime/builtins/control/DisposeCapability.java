package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * 7.5.1 DisposeCapability Records: the resources of a {@code using} scope or a disposable stack,
 * disposed of last to first.
 */
public final class DisposeCapability {
    /**
     * 7.5.2 DisposableResource Records.
     *
     * @param value undefined for a callback and for {@code await using x = null}
     * @param async the hint: async-dispose rather than sync-dispose
     * @param method null when there is nothing to call ({@code await using x = null}), only to wait
     */
    public record Resource(Object value, boolean async, @Nullable JSObject method) {}

    private List<Resource> resources = new ArrayList<>();

    /** 7.5.4 AddDisposableResource ( disposeCapability, V, hint ) without a method. */
    public void add(Realm realm, Object value, boolean async) {
        if (value == Undefined.UNDEFINED || value == Null.NULL) {
            if (async) {
                resources.add(new Resource(Undefined.UNDEFINED, true, null));
            }
            return;
        }
        if (!(value instanceof JSObject)) { // CreateDisposableResource 1.b
            throw Errors.typeError(ErrorText.of(value) + " is not an object");
        }
        resources.add(new Resource(value, async, disposeMethod(realm, value, async)));
    }

    /** AddDisposableResource with a callback for a method. */
    public void addCallback(Object value, boolean async, JSObject method) {
        resources.add(new Resource(value, async, method));
    }

    /** 7.5.6 GetDisposeMethod ( V, hint ), which must find one. */
    private static JSObject disposeMethod(Realm realm, Object value, boolean async) {
        JSObject method = null;
        if (async) {
            method = ObjectOperations.getMethod(realm, value, Symbol.ASYNC_DISPOSE);
        }
        if (method == null) {
            method = ObjectOperations.getMethod(realm, value, Symbol.DISPOSE);
            if (async && method != null) {
                return syncMethodAsAsync(realm, method);
            }
        }
        if (method == null) {
            String name = async ? "Symbol.asyncDispose" : "Symbol.dispose";
            throw Errors.typeError("Property [" + name + "] is not a function.");
        }
        return method;
    }

    /** GetDisposeMethod step 1.b: the result of a sync method is not waited for. */
    private static JSObject syncMethodAsAsync(Realm realm, JSObject method) {
        return new dev.jsj.runtime.function.NativeFunction(
                realm,
                "",
                0,
                (self, arguments) -> {
                    PromiseCapability capability = Promises.newIntrinsicCapability(realm);
                    try {
                        method.call0(self);
                        capability.resolve(Undefined.UNDEFINED);
                    } catch (JSThrow thrown) {
                        capability.reject(realm.agent().services().thrownValue(thrown, realm));
                    }
                    return capability.promise();
                });
    }

    /**
     * Moves all resources into a new capability, leaving this one empty
     * (DisposableStack.prototype.move).
     */
    DisposeCapability move() {
        DisposeCapability moved = new DisposeCapability();
        moved.resources = resources;
        resources = new ArrayList<>();
        return moved;
    }

    /** The resource to be disposed of next; null when there is none. */
    public @Nullable Resource peekLast() {
        return resources.isEmpty() ? null : resources.get(resources.size() - 1);
    }

    /** Removes and returns the resource to be disposed of next; null when there is none. */
    public @Nullable Resource takeLast() {
        return resources.isEmpty() ? null : resources.remove(resources.size() - 1);
    }

    /**
     * 7.5.8 DisposeResources for sync resources.
     *
     * @param completion the throw completion of the block, or null
     * @return the throw completion afterwards, or null
     */
    public @Nullable JSThrow dispose(Realm realm, @Nullable JSThrow completion) {
        JSThrow current = completion;
        for (Resource resource; (resource = takeLast()) != null; ) {
            if (resource.method() == null) {
                continue;
            }
            try {
                resource.method().call0(resource.value());
            } catch (JSThrow thrown) {
                current = suppress(realm, thrown, current);
            }
        }
        return current;
    }

    /**
     * Step 3.e.iii: an error of disposal supersedes an earlier one, which it carries along in a
     * SuppressedError.
     */
    public static JSThrow suppress(Realm realm, JSThrow thrown, @Nullable JSThrow earlier) {
        if (earlier == null) {
            return thrown;
        }
        var services = realm.agent().services();
        Object error = services.thrownValue(thrown, realm);
        Object suppressed = services.thrownValue(earlier, realm);
        JSObject constructor = realm.intrinsic(Intrinsic.SUPPRESSED_ERROR);
        Object message = "An error was suppressed during disposal";
        return new JSThrow(
                constructor.construct(new Object[] {error, suppressed, message}, constructor));
    }

    /** 7.5.8 DisposeResources with awaits: settles {@code capability} when all is disposed of. */
    void disposeAsync(Realm realm, PromiseCapability capability) {
        new AsyncDisposal(realm, this, capability).run(null);
    }

    /** The loop of the asynchronous case: each await continues it as a job. */
    private record AsyncDisposal(
            Realm realm, DisposeCapability source, PromiseCapability capability) {
        void run(@Nullable JSThrow completion) {
            JSThrow current = completion;
            boolean needsAwait = false;
            while (true) {
                Resource resource = source.takeLast();
                if (resource == null) {
                    break;
                }
                if (resource.method() == null) {
                    needsAwait = true;
                    continue;
                }
                try {
                    Object result = resource.method().call0(resource.value());
                    JSThrow soFar = current;
                    Promises.await(
                            realm, result, (fulfilled, value) -> resume(fulfilled, value, soFar));
                    return;
                } catch (JSThrow thrown) {
                    current = suppress(realm, thrown, current);
                }
            }
            if (needsAwait) {
                JSThrow soFar = current;
                Promises.await(realm, Undefined.UNDEFINED, (fulfilled, value) -> finish(soFar));
                return;
            }
            finish(current);
        }

        private void resume(boolean fulfilled, Object value, @Nullable JSThrow soFar) {
            run(fulfilled ? soFar : suppress(realm, new JSThrow(value), soFar));
        }

        private void finish(@Nullable JSThrow completion) {
            if (completion == null) {
                capability.resolve(Undefined.UNDEFINED);
            } else {
                capability.reject(realm.agent().services().thrownValue(completion, realm));
            }
        }
    }
}
