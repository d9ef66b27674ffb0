package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * 27.3 DisposableStack and 27.4 AsyncDisposableStack (explicit resource management): two tables of
 * the same methods.
 */
final class DisposableStackPrototype extends BuiltinTable {
    static final DisposableStackPrototype SYNC_TABLE = new DisposableStackPrototype(false);
    static final DisposableStackPrototype ASYNC_TABLE = new DisposableStackPrototype(true);
    static final ConstructorTable CONSTRUCTORS = new ConstructorTable();

    static final int SYNC = 0;
    static final int ASYNC = 1;

    private static final int ADOPT = 0;
    private static final int DEFER = 1;
    private static final int DISPOSE = 2;
    private static final int DISPOSED = 3;
    private static final int MOVE = 4;
    private static final int USE = 5;

    private final boolean async;
    private final String className;

    private DisposableStackPrototype(boolean async) {
        this.async = async;
        className = async ? "AsyncDisposableStack" : "DisposableStack";
        String dispose = async ? "disposeAsync" : "dispose";
        intrinsic(
                "constructor",
                async ? Intrinsic.ASYNC_DISPOSABLE_STACK : Intrinsic.DISPOSABLE_STACK,
                Property.HIDDEN);
        getter(DISPOSED, "disposed");
        method(USE, "use", 1);
        method(ADOPT, "adopt", 2);
        method(DEFER, "defer", 1);
        method(MOVE, "move", 0);
        method(DISPOSE, dispose, 0);
        alias(async ? Symbol.ASYNC_DISPOSE : Symbol.DISPOSE, dispose);
        toStringTag(className);
    }

    /** An object with [[DisposableState]] and [[DisposeCapability]]. */
    private static final class Stack extends JSObject {
        final boolean async;
        boolean disposed;
        DisposeCapability resources = new DisposeCapability();

        Stack(Shape shape, boolean async) {
            super(shape);
            this.async = async;
        }
    }

    /** 27.3.1.1 DisposableStack ( ) and 27.4.1.1 AsyncDisposableStack ( ). */
    static final class ConstructorTable extends BuiltinTable {
        @Override
        public Object call(
                int id,
                Realm realm,
                Object self,
                Object[] arguments,
                @Nullable JSObject newTarget) {
            boolean async = id == ASYNC;
            if (newTarget == null) {
                throw Errors.typeError(
                        "Constructor "
                                + (async ? "AsyncDisposableStack" : "DisposableStack")
                                + " requires 'new'");
            }
            Intrinsic prototype =
                    async
                            ? Intrinsic.ASYNC_DISPOSABLE_STACK_PROTOTYPE
                            : Intrinsic.DISPOSABLE_STACK_PROTOTYPE;
            JSObject object = Constructors.getPrototypeFromConstructor(newTarget, prototype);
            return new Stack(realm.agent().root(object), async);
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (id == DISPOSE && async) {
            return disposeAsync(realm, self);
        }
        Stack stack = receiver(self);
        if (id == DISPOSED) {
            return stack.disposed;
        }
        if (id == DISPOSE) {
            return dispose(realm, stack);
        }
        if (stack.disposed) {
            throw Errors.referenceError("Cannot add values to a disposed stack!");
        }
        return switch (id) {
            case USE -> use(realm, stack, arg(arguments, 0));
            case ADOPT -> adopt(realm, stack, arg(arguments, 0), arg(arguments, 1));
            case DEFER -> defer(stack, arg(arguments, 0));
            case MOVE -> move(realm, stack);
            default -> throw new AssertionError(id);
        };
    }

    private Stack receiver(Object self) {
        if (self instanceof Stack stack && stack.async == async) {
            return stack;
        }
        throw Errors.typeError(
                "Method "
                        + className
                        + ".prototype method called on incompatible receiver "
                        + ErrorText.of(self));
    }

    private Object use(Realm realm, Stack stack, Object value) {
        stack.resources.add(realm, value, async);
        return value;
    }

    private Object adopt(Realm realm, Stack stack, Object value, Object onDispose) {
        JSObject callback = callback(onDispose);
        NativeFunction closure =
                new NativeFunction(
                        realm,
                        "",
                        0,
                        (self, arguments) -> callback.call1(Undefined.UNDEFINED, value));
        stack.resources.addCallback(Undefined.UNDEFINED, async, closure);
        return value;
    }

    private Object defer(Stack stack, Object onDispose) {
        stack.resources.addCallback(Undefined.UNDEFINED, async, callback(onDispose));
        return Undefined.UNDEFINED;
    }

    private static JSObject callback(Object onDispose) {
        if (onDispose instanceof JSObject function && function.isCallable()) {
            return function;
        }
        throw Errors.typeError(ErrorText.of(onDispose) + " is not a function");
    }

    private Object move(Realm realm, Stack stack) {
        Intrinsic prototype =
                async
                        ? Intrinsic.ASYNC_DISPOSABLE_STACK_PROTOTYPE
                        : Intrinsic.DISPOSABLE_STACK_PROTOTYPE;
        Stack moved = new Stack(realm.agent().root(realm.intrinsic(prototype)), async);
        moved.resources = stack.resources.move();
        stack.disposed = true;
        return moved;
    }

    private static Object dispose(Realm realm, Stack stack) {
        if (!stack.disposed) {
            stack.disposed = true;
            JSThrow failure = stack.resources.dispose(realm, null);
            if (failure != null) {
                throw failure;
            }
        }
        return Undefined.UNDEFINED;
    }

    /** 27.4.3.3 AsyncDisposableStack.prototype.disposeAsync ( ): errors reject the promise. */
    private Object disposeAsync(Realm realm, Object self) {
        PromiseCapability capability = Promises.newIntrinsicCapability(realm);
        if (!(self instanceof Stack stack) || !stack.async) {
            JSThrow failure =
                    Errors.typeError(
                            "Method AsyncDisposableStack.prototype.disposeAsync called on"
                                    + " incompatible receiver "
                                    + ErrorText.of(self));
            capability.reject(realm.agent().services().thrownValue(failure, realm));
        } else if (stack.disposed) {
            capability.resolve(Undefined.UNDEFINED);
        } else {
            stack.disposed = true;
            stack.resources.disposeAsync(realm, capability);
        }
        return capability.promise();
    }
}
