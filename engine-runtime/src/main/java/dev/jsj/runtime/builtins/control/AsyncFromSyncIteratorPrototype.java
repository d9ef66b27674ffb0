package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.Iteration.IteratorRecord;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;

import org.jspecify.annotations.Nullable;

/** 27.1.6 Async-from-Sync Iterator Objects: a sync iterator behind the async protocol. */
public final class AsyncFromSyncIteratorPrototype extends BuiltinTable {
    static final AsyncFromSyncIteratorPrototype TABLE = new AsyncFromSyncIteratorPrototype();

    private static final int NEXT = 0;
    private static final int RETURN = 1;
    private static final int THROW = 2;

    private AsyncFromSyncIteratorPrototype() {
        method(NEXT, "next", 1);
        method(RETURN, "return", 1);
        method(THROW, "throw", 1);
    }

    /** The object with [[SyncIteratorRecord]]. */
    private static final class AsyncFromSyncIterator extends JSObject {
        final IteratorRecord sync;

        AsyncFromSyncIterator(Shape shape, IteratorRecord sync) {
            super(shape);
            this.sync = sync;
        }
    }

    /** 27.1.6.1 CreateAsyncFromSyncIterator ( syncIteratorRecord ). */
    public static IteratorRecord create(Realm realm, IteratorRecord sync) {
        JSObject prototype = realm.intrinsic(Intrinsic.ASYNC_FROM_SYNC_ITERATOR_PROTOTYPE);
        JSObject iterator = new AsyncFromSyncIterator(realm.agent().root(prototype), sync);
        return new IteratorRecord(iterator, iterator.get("next"));
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        IteratorRecord sync = ((AsyncFromSyncIterator) self).sync;
        PromiseCapability capability = Promises.newIntrinsicCapability(realm);
        try {
            switch (id) {
                case NEXT -> next(realm, sync, arguments, capability);
                case RETURN -> returnMethod(realm, sync, arguments, capability);
                case THROW -> throwMethod(realm, sync, arguments, capability);
                default -> throw new AssertionError(id);
            }
        } catch (JSThrow thrown) {
            capability.reject(realm.agent().services().thrownValue(thrown, realm));
        }
        return capability.promise();
    }

    /** 27.1.6.2.1 next ( value ). */
    private static void next(
            Realm realm, IteratorRecord sync, Object[] arguments, PromiseCapability capability) {
        Object result = ObjectOperations.call(sync.nextMethod(), sync.iterator(), arguments);
        continuation(realm, object(result), capability, sync, true);
    }

    /** 27.1.6.2.2 return ( value ). */
    private static void returnMethod(
            Realm realm, IteratorRecord sync, Object[] arguments, PromiseCapability capability) {
        JSObject method = ObjectOperations.getMethod(realm, sync.iterator(), "return"); // 6
        if (method == null) { // 8
            capability.resolve(Iteration.createIterResultObject(realm, arg(arguments, 0), true));
            return;
        }
        Object result = ObjectOperations.call(method, sync.iterator(), arguments); // 9, 10
        continuation(realm, object(result), capability, sync, false);
    }

    /** 27.1.6.2.3 throw ( value ). */
    private static void throwMethod(
            Realm realm, IteratorRecord sync, Object[] arguments, PromiseCapability capability) {
        JSObject method = ObjectOperations.getMethod(realm, sync.iterator(), "throw"); // 6
        if (method == null) { // 8
            Iteration.close(sync);
            throw Errors.typeError("The iterator does not provide a 'throw' method");
        }
        Object result = ObjectOperations.call(method, sync.iterator(), arguments); // 9, 10
        continuation(realm, object(result), capability, sync, true);
    }

    private static JSObject object(Object result) {
        if (result instanceof JSObject object) {
            return object;
        }
        throw Errors.typeError("Iterator result " + ErrorText.of(result) + " is not an object");
    }

    /** 27.1.6.4 AsyncFromSyncIteratorContinuation. */
    private static void continuation(
            Realm realm,
            JSObject result,
            PromiseCapability capability,
            IteratorRecord sync,
            boolean closeOnRejection) {
        boolean done = TypeConversion.toBoolean(result.get("done")); // 3
        Object value = result.get("value"); // 5
        JSPromise wrapper;
        try {
            wrapper =
                    (JSPromise)
                            Promises.promiseResolve(
                                    realm, realm.intrinsic(Intrinsic.PROMISE), value); // 7
        } catch (JSThrow thrown) {
            if (!done && closeOnRejection) {
                IteratorHelper.closeQuietly(sync);
            }
            throw thrown;
        }
        PromiseReaction.Continuation settled =
                (fulfilled, settledValue) -> {
                    if (fulfilled) {
                        capability.resolve(
                                Iteration.createIterResultObject(realm, settledValue, done));
                        return;
                    }
                    if (!done && closeOnRejection) {
                        IteratorHelper.closeQuietly(sync); // 13
                    }
                    capability.reject(settledValue);
                };
        Promises.performThen(wrapper, settled); // 15
    }
}
