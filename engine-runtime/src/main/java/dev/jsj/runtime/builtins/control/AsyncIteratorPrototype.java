package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 27.1.5 The %AsyncIteratorPrototype% object. */
final class AsyncIteratorPrototype extends BuiltinTable {
    static final AsyncIteratorPrototype TABLE = new AsyncIteratorPrototype();

    private static final int ASYNC_ITERATOR = 0;
    private static final int ASYNC_DISPOSE = 1;

    private AsyncIteratorPrototype() {
        method(ASYNC_ITERATOR, Symbol.ASYNC_ITERATOR, 0);
        method(ASYNC_DISPOSE, Symbol.ASYNC_DISPOSE, 0);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case ASYNC_ITERATOR -> self;
            case ASYNC_DISPOSE -> asyncDispose(realm, self);
            default -> throw new AssertionError(id);
        };
    }

    /** 27.1.5.2 %AsyncIteratorPrototype% [ %Symbol.asyncDispose% ] ( ). */
    private static Object asyncDispose(Realm realm, Object self) {
        PromiseCapability capability = Promises.newIntrinsicCapability(realm); // 2
        try {
            JSObject method = ObjectOperations.getMethod(realm, self, "return"); // 3
            if (method == null) { // 5
                capability.resolve(Undefined.UNDEFINED);
                return capability.promise();
            }
            Object result = ObjectOperations.call(method, self, JSObject.NO_ARGUMENTS); // 6
            JSObject wrapper =
                    Promises.promiseResolve(realm, realm.intrinsic(Intrinsic.PROMISE), result);
            PromiseReaction.Continuation unwrap =
                    (fulfilled, value) -> {
                        if (fulfilled) {
                            capability.resolve(Undefined.UNDEFINED);
                        } else {
                            capability.reject(value);
                        }
                    };
            Promises.performThen((JSPromise) wrapper, unwrap);
        } catch (JSThrow thrown) {
            capability.reject(realm.agent().services().thrownValue(thrown, realm));
        }
        return capability.promise();
    }
}
