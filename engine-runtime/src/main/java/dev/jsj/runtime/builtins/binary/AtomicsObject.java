package dev.jsj.runtime.builtins.binary;

import dev.jsj.runtime.builtins.control.PromiseCapability;
import dev.jsj.runtime.builtins.control.Promises;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.locks.ReentrantLock;

/**
 * 25.4 The Atomics object. Atomic operations lock the object that owns the bytes: the JVM has no
 * atomic access to parts of a byte array.
 */
final class AtomicsObject extends BuiltinTable {
    static final AtomicsObject TABLE = new AtomicsObject();

    private static final int ADD = 0;
    private static final int AND = 1;
    private static final int COMPARE_EXCHANGE = 2;
    private static final int EXCHANGE = 3;
    private static final int IS_LOCK_FREE = 4;
    private static final int LOAD = 5;
    private static final int NOTIFY = 6;
    private static final int OR = 7;
    private static final int PAUSE = 8;
    private static final int STORE = 9;
    private static final int SUB = 10;
    private static final int WAIT = 11;
    private static final int WAIT_ASYNC = 12;
    private static final int XOR = 13;

    private AtomicsObject() {
        method(LOAD, "load", 2);
        method(STORE, "store", 3);
        method(ADD, "add", 3);
        method(SUB, "sub", 3);
        method(AND, "and", 3);
        method(OR, "or", 3);
        method(XOR, "xor", 3);
        method(EXCHANGE, "exchange", 3);
        method(COMPARE_EXCHANGE, "compareExchange", 4);
        method(IS_LOCK_FREE, "isLockFree", 1);
        method(WAIT, "wait", 4);
        method(WAIT_ASYNC, "waitAsync", 4);
        method(NOTIFY, "notify", 3);
        method(PAUSE, "pause", 0);
        toStringTag("Atomics");
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case ADD, AND, EXCHANGE, OR, SUB, XOR ->
                    readModifyWrite(id, arg(arguments, 0), arg(arguments, 1), arg(arguments, 2));
            case COMPARE_EXCHANGE -> compareExchange(arguments);
            case IS_LOCK_FREE -> isLockFree(arg(arguments, 0));
            case LOAD -> load(arg(arguments, 0), arg(arguments, 1));
            case STORE -> store(arg(arguments, 0), arg(arguments, 1), arg(arguments, 2));
            case NOTIFY -> notify(arg(arguments, 0), arg(arguments, 1), arg(arguments, 2));
            case PAUSE -> pause(arg(arguments, 0));
            case WAIT -> wait(realm, arguments, false);
            case WAIT_ASYNC -> wait(realm, arguments, true);
            default -> throw new AssertionError(id);
        };
    }

    /** 25.4.2.1 ValidateIntegerTypedArray ( typedArray, waitable ). */
    private static JSTypedArray integerTypedArray(Object value, boolean waitable) {
        if (!(value instanceof JSTypedArray array)) {
            throw Errors.typeError(
                    "[object "
                            + (value instanceof JSObject o ? o.builtinTag() : "Array")
                            + "] is not an integer typed array.");
        }
        checkAttached(array);
        boolean allowed =
                waitable
                        ? array.type() == ElementType.INT32 || array.type() == ElementType.BIGINT64
                        : array.type().isAtomic();
        if (!allowed) {
            throw Errors.typeError(
                    "[object Array] is not an integer "
                            + (waitable ? "shared " : "")
                            + "typed array.");
        }
        return array;
    }

    private static void checkAttached(JSTypedArray array) {
        if (array.isOutOfBounds()) {
            throw Errors.typeError("Cannot perform Atomics operation on a detached ArrayBuffer");
        }
    }

    /** 25.4.2.2 ValidateAtomicAccess: the byte position of the element. */
    private static int position(JSTypedArray array, Object requestIndex) {
        int length = array.length();
        long index = TypeConversion.toIndex(requestIndex, "Invalid atomic access index");
        if (index >= length) {
            throw Errors.rangeError("Invalid atomic access index");
        }
        return array.byteOffset() + (int) index * array.type().size();
    }

    /** 25.4.2.4 RevalidateAtomicAccess, after user code may have run. */
    private static void revalidate(JSTypedArray array, int position) {
        checkAttached(array);
        if (position + array.type().size() > array.buffer().byteLength()) {
            throw Errors.rangeError("Invalid atomic access index");
        }
    }

    private static Object lock(JSTypedArray array) {
        SharedBlock block = array.buffer().sharedBlock();
        return block != null ? block : array.buffer();
    }

    /** ToBigInt, or ToIntegerOrInfinity as a Number. */
    private static Object toInteger(JSTypedArray array, Object value) {
        if (array.type().isBigInt()) {
            return TypeConversion.toBigInt(value);
        }
        double integer = TypeConversion.toIntegerOrInfinity(value);
        return integer == (int) integer ? (Object) (int) integer : (Object) integer;
    }

    /** 25.4.2.17 AtomicReadModifyWrite ( typedArray, index, value, op ). */
    private static Object readModifyWrite(
            int operation, Object target, Object index, Object value) {
        JSTypedArray array = integerTypedArray(target, false);
        int at = position(array, index);
        ElementType type = array.type();
        long operand = type.toBits(toInteger(array, value));
        revalidate(array, at);
        byte[] bytes = array.buffer().bytes;
        synchronized (lock(array)) {
            Object before = type.read(bytes, at);
            long bits = type.readBits(bytes, at);
            long result =
                    switch (operation) {
                        case ADD -> bits + operand;
                        case SUB -> bits - operand;
                        case AND -> bits & operand;
                        case OR -> bits | operand;
                        case XOR -> bits ^ operand;
                        default -> operand;
                    };
            type.writeBits(bytes, at, result);
            return before;
        }
    }

    /** 25.4.6 Atomics.compareExchange ( typedArray, index, expectedValue, replacementValue ). */
    private static Object compareExchange(Object[] arguments) {
        JSTypedArray array = integerTypedArray(arg(arguments, 0), false);
        int at = position(array, arg(arguments, 1));
        ElementType type = array.type();
        long expected = type.toBits(toInteger(array, arg(arguments, 2)));
        long replacement = type.toBits(toInteger(array, arg(arguments, 3)));
        revalidate(array, at);
        byte[] bytes = array.buffer().bytes;
        long mask = type.size() == 8 ? -1 : (1L << type.size() * 8) - 1;
        synchronized (lock(array)) {
            Object before = type.read(bytes, at);
            if ((type.readBits(bytes, at) & mask) == (expected & mask)) {
                type.writeBits(bytes, at, replacement);
            }
            return before;
        }
    }

    /** 25.4.8 Atomics.isLockFree ( size ). */
    private static Object isLockFree(Object size) {
        double bytes = TypeConversion.toIntegerOrInfinity(size);
        return bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
    }

    /** 25.4.9 Atomics.load ( typedArray, index ). */
    private static Object load(Object target, Object index) {
        JSTypedArray array = integerTypedArray(target, false);
        int at = position(array, index);
        revalidate(array, at);
        synchronized (lock(array)) {
            return array.type().read(array.buffer().bytes, at);
        }
    }

    /** 25.4.12 Atomics.store ( typedArray, index, value ). */
    private static Object store(Object target, Object index, Object value) {
        JSTypedArray array = integerTypedArray(target, false);
        int at = position(array, index);
        Object stored = toInteger(array, value);
        revalidate(array, at);
        synchronized (lock(array)) {
            array.type().writeBits(array.buffer().bytes, at, array.type().toBits(stored));
        }
        return stored;
    }

    /** 25.4.11 Atomics.pause ( [ N ] ). */
    private static Object pause(Object n) {
        boolean integral =
                n == Undefined.UNDEFINED
                        || n instanceof Integer
                        || n instanceof Double number
                                && number == Math.rint(number)
                                && !Double.isInfinite(number);
        if (!integral) {
            throw Errors.typeError(ErrorText.of(n) + " is not an integral number");
        }
        Thread.onSpinWait();
        return Undefined.UNDEFINED;
    }

    /** 25.4.3.14 DoWait ( mode, typedArray, index, value, timeout ). */
    private static Object wait(Realm realm, Object[] arguments, boolean async) {
        JSTypedArray array = integerTypedArray(arg(arguments, 0), true); // 1
        SharedBlock block = array.buffer().sharedBlock();
        if (block == null) { // 2
            throw Errors.typeError("[object Int32Array] is not a shared typed array.");
        }
        int at = position(array, arg(arguments, 1)); // 3
        long expected =
                array.type() == ElementType.INT32
                        ? TypeConversion.toInt32(arg(arguments, 2))
                        : TypeConversion.toBigInt64(arg(arguments, 2)); // 5, 6
        double timeout = TypeConversion.toNumber(arg(arguments, 3)); // 7
        timeout = Double.isNaN(timeout) ? Double.POSITIVE_INFINITY : Math.max(timeout, 0); // 8-10
        Agent agent = realm.agent();
        if (!async && !agent.hostHooks().canSuspend()) { // 11
            throw Errors.typeError("Atomics.wait cannot be called in this context");
        }
        ReentrantLock criticalSection = block.waiters().criticalSection();
        criticalSection.lock();
        try {
            long actual;
            synchronized (block) {
                actual = array.type().readBits(block.bytes(), at);
            }
            if (actual != expected) {
                return async ? asyncResult(realm, false, "not-equal") : "not-equal";
            }
            if (async) {
                return waitAsync(realm, block, at, timeout);
            }
            return block.waiters().await(agent, at, timeout) ? "ok" : "timed-out";
        } finally {
            criticalSection.unlock();
        }
    }

    private static Object waitAsync(Realm realm, SharedBlock block, int at, double timeout) {
        if (timeout == 0) {
            return asyncResult(realm, false, "timed-out");
        }
        Agent agent = realm.agent();
        PromiseCapability capability = Promises.newIntrinsicCapability(realm);
        Object waiter =
                block.waiters()
                        .enqueue(
                                at,
                                () -> agent.hostHooks().postTask(() -> capability.resolve("ok")));
        if (!Double.isInfinite(timeout)) {
            Runnable expire =
                    () -> {
                        if (block.waiters().cancel(at, waiter)) {
                            capability.resolve("timed-out");
                        }
                    };
            agent.hostHooks().scheduleTask(expire, timeout);
        }
        return asyncResult(realm, true, capability.promise());
    }

    private static JSObject asyncResult(Realm realm, boolean async, Object value) {
        JSObject result = realm.newObject();
        ObjectOperations.createDataPropertyOrThrow(result, "async", async);
        ObjectOperations.createDataPropertyOrThrow(result, "value", value);
        return result;
    }

    /** 25.4.15 Atomics.notify ( typedArray, index, count ). */
    private static Object notify(Object target, Object index, Object countArgument) {
        JSTypedArray array = integerTypedArray(target, true); // 1
        int at = position(array, index);
        double count =
                countArgument == Undefined.UNDEFINED
                        ? Double.POSITIVE_INFINITY
                        : Math.max(TypeConversion.toIntegerOrInfinity(countArgument), 0); // 2, 3
        SharedBlock block = array.buffer().sharedBlock();
        return block == null ? 0 : block.waiters().notify(at, count); // 6
    }
}
