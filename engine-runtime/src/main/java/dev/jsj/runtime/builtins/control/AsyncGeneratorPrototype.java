package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.builtins.control.JSAsyncGenerator.Completion;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;

import org.jspecify.annotations.Nullable;

/** 27.6.1 The %AsyncGeneratorPrototype% object. */
public final class AsyncGeneratorPrototype extends BuiltinTable {
    static final AsyncGeneratorPrototype TABLE = new AsyncGeneratorPrototype();

    private static final int NEXT = 0;
    private static final int RETURN = 1;
    private static final int THROW = 2;

    private AsyncGeneratorPrototype() {
        intrinsic(
                "constructor", Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE, Property.CONFIGURABLE);
        method(NEXT, "next", 1);
        method(RETURN, "return", 1);
        method(THROW, "throw", 1);
        toStringTag("AsyncGenerator");
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        PromiseCapability capability = Promises.newIntrinsicCapability(realm);
        if (self instanceof JSAsyncGenerator generator) {
            Completion completion =
                    switch (id) {
                        case NEXT -> Completion.NORMAL;
                        case RETURN -> Completion.RETURN;
                        default -> Completion.THROW;
                    };
            generator.enqueue(completion, arg(arguments, 0), capability);
        } else { // AsyncGeneratorValidate failed: the promise is rejected
            String name = id == NEXT ? "next" : id == RETURN ? "return" : "throw";
            JSThrow failure =
                    Errors.typeError(
                            name + " method called on incompatible receiver " + ErrorText.of(self));
            capability.reject(realm.agent().services().thrownValue(failure, realm));
        }
        return capability.promise();
    }
}
