package dev.jsj.interp.interpreter;

import dev.jsj.runtime.builtins.collections.ArrayIterator;
import dev.jsj.runtime.builtins.control.AsyncFromSyncIteratorPrototype;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.Iteration.IteratorRecord;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** Iteration: for-of, array patterns, spread, yield*, and for-in. */
final class IterationOps {
    private IterationOps() {}

    private static Object operand(Frame frame, int pc, int index) {
        return frame.registers[frame.code.instructions[pc + index]];
    }

    private static IteratorState iterator(Frame frame, int pc, int index) {
        return (IteratorState) operand(frame, pc, index);
    }

    private static void result(Frame frame, int pc, Object value) {
        frame.registers[frame.code.instructions[pc + 1]] = value;
    }

    /** GET_ITERATOR dst, iterable, fb. */
    static void getIterator(Frame frame, int pc) {
        result(frame, pc, open(frame, pc, operand(frame, pc, 2)));
    }

    /** The iterator of an array that nobody could see; null for everything else. */
    static @Nullable IteratorState openArray(ScriptFunction running, Object iterable) {
        Realm realm = running.realm();
        return Iteration.isPristineArray(realm, iterable)
                ? new IteratorState(realm, (JSArray) iterable)
                : null;
    }

    /** GetIterator ( iterable, sync ). */
    static IteratorState open(Frame frame, int pc, Object iterable) {
        frame.pc = pc;
        Realm realm = frame.realm();
        if (Iteration.isPristineArray(realm, iterable)) {
            return new IteratorState(realm, (JSArray) iterable); // FAST PATH
        }
        Object method = iteratorMethod(frame, pc, iterable, Symbol.ITERATOR);
        if (!(method instanceof JSObject function) || !function.isCallable()) {
            throw notIterable(frame, pc, iterable);
        }
        IteratorRecord record = Iteration.getIteratorFromMethod(iterable, function);
        return new IteratorState(realm, record);
    }

    private static Object iteratorMethod(Frame frame, int pc, Object iterable, Symbol symbol) {
        if (iterable == Undefined.UNDEFINED || iterable == Null.NULL) {
            throw notIterable(frame, pc, iterable);
        }
        return ObjectOperations.getV(frame.realm(), iterable, symbol);
    }

    private static JSThrow notIterable(Frame frame, int pc, Object value) {
        return Errors.typeError(CallErrors.sourceOr(frame, pc, value) + " is not iterable");
    }

    /** GET_ASYNC_ITERATOR dst, iterable. */
    static void getAsyncIterator(Frame frame, int pc) {
        Object iterable = operand(frame, pc, 2);
        Realm realm = frame.realm();
        Object method = iteratorMethod(frame, pc, iterable, Symbol.ASYNC_ITERATOR);
        IteratorRecord record;
        if (method == Undefined.UNDEFINED || method == Null.NULL) {
            Object syncMethod = iteratorMethod(frame, pc, iterable, Symbol.ITERATOR);
            if (!(syncMethod instanceof JSObject function) || !function.isCallable()) {
                throw Errors.typeError(
                        CallErrors.sourceOr(frame, pc, iterable) + " is not async iterable");
            }
            IteratorRecord sync = Iteration.getIteratorFromMethod(iterable, function);
            record = AsyncFromSyncIteratorPrototype.create(realm, sync);
        } else if (method instanceof JSObject function && function.isCallable()) {
            Object iterator = function.call0(iterable);
            if (!(iterator instanceof JSObject object)) {
                throw Errors.typeError(
                        "Result of the Symbol.asyncIterator method is not an object");
            }
            record = Iteration.getIteratorDirect(object);
        } else {
            throw Errors.typeError(ErrorText.of(method) + " is not a function");
        }
        result(frame, pc, new IteratorState(realm, record));
    }

    /** ITERATOR_NEXT dst, iterator, doneTarget, fb. */
    static int iteratorNext(Frame frame, int pc, int next) {
        Object value = iterator(frame, pc, 2).step();
        if (value == null) {
            return frame.code.instructions[pc + 3];
        }
        result(frame, pc, value);
        return next;
    }

    /** ITERATOR_STEP dst, iterator, fb. */
    static void iteratorStep(Frame frame, int pc) {
        Object value = iterator(frame, pc, 2).step();
        result(frame, pc, value == null ? Undefined.UNDEFINED : value);
    }

    /** ITERATOR_REST dst, iterator. */
    static void iteratorRest(Frame frame, int pc) {
        IteratorState iterator = iterator(frame, pc, 2);
        JSArray array = frame.realm().newArray();
        for (Object value; (value = iterator.step()) != null; ) {
            array.append(value);
        }
        result(frame, pc, array);
    }

    /** ARRAY_SPREAD array, iterable, fb. */
    static void arraySpread(Frame frame, int pc) {
        JSArray array = (JSArray) operand(frame, pc, 1);
        IteratorState iterator = open(frame, pc, operand(frame, pc, 2));
        if (iterator.cursor != null && array.copyPacked(iterator.cursor)) {
            return;
        }
        for (Object value; (value = iterator.step()) != null; ) {
            array.append(value);
        }
    }

    /** ITERATOR_CLOSE iterator. */
    static void iteratorClose(Frame frame, int pc) {
        iterator(frame, pc, 1).close();
    }

    /** ITERATOR_CLOSE_SILENTLY iterator. */
    static void iteratorCloseSilently(Frame frame, int pc) {
        iterator(frame, pc, 1).closeSilently();
    }

    /** ITERATOR_CALL_NEXT dst, iterator, value. */
    static void iteratorCallNext(Frame frame, int pc) {
        result(frame, pc, callNext(frame, pc, operand(frame, pc, 2), operand(frame, pc, 3)));
    }

    /** ITERATOR_CALL_NEXT, given its operands. */
    static Object callNext(Frame frame, int pc, Object state, @Nullable Object value) {
        frame.pc = pc;
        IteratorState iterator = (IteratorState) state;
        try {
            if (iterator.generator != null) {
                return iterator.generator.next(
                        iterator, value == null ? Undefined.UNDEFINED : value); // FAST PATH
            }
            IteratorRecord record = iterator.record();
            Object next = record.nextMethod();
            if (!(next instanceof JSObject function) || !function.isCallable()) {
                throw Errors.typeError(ErrorText.of(next) + " is not a function");
            }
            JSObject object = record.iterator();
            return value == null ? function.call0(object) : function.call1(object, value);
        } catch (JSThrow completion) {
            iterator.setDone();
            throw completion;
        }
    }

    /** ITERATOR_UNPACK dst, iterator, result, doneTarget. */
    static int iteratorUnpack(Frame frame, int pc, int next) {
        IteratorState iterator = iterator(frame, pc, 2);
        try {
            JSObject object = requireObject(operand(frame, pc, 3));
            if (Iteration.iteratorComplete(object)) {
                iterator.setDone();
                return frame.code.instructions[pc + 4];
            }
            result(frame, pc, Iteration.iteratorValue(object));
            return next;
        } catch (JSThrow completion) {
            iterator.setDone();
            throw completion;
        }
    }

    private static JSObject requireObject(Object value) {
        if (value instanceof JSObject object) {
            return object;
        }
        throw Errors.typeError("Iterator result " + ErrorText.of(value) + " is not an object");
    }

    /** CHECK_ITERATOR_RESULT src. */
    static void checkIteratorResult(Frame frame, int pc) {
        requireObject(operand(frame, pc, 1));
    }

    /** ITERATOR_GET_METHOD dst, iterator, name. */
    static void iteratorGetMethod(Frame frame, int pc) {
        JSObject object = iterator(frame, pc, 2).record().iterator();
        Object name = frame.code.constants[frame.code.instructions[pc + 3]];
        JSObject method = ObjectOperations.getMethod(object, name);
        result(frame, pc, method == null ? Undefined.UNDEFINED : method);
    }

    /** ITERATOR_GET_OBJECT dst, iterator. */
    static void iteratorGetObject(Frame frame, int pc) {
        result(frame, pc, iterator(frame, pc, 2).record().iterator());
    }

    /** ITERATOR_SET_DONE iterator. */
    static void iteratorSetDone(Frame frame, int pc) {
        iterator(frame, pc, 1).setDone();
    }

    /** JUMP_IF_ITERATOR_DONE iterator, target. */
    static int jumpIfIteratorDone(Frame frame, int pc, int next) {
        return iterator(frame, pc, 1).isDone() ? frame.code.instructions[pc + 2] : next;
    }

    // ---- arrays that are read without an iterator

    /** Whether nobody could see the iteration over a new array. */
    static boolean arraysIterateAsMade(ScriptFunction running) {
        Realm realm = running.realm();
        return Iteration.isPristineArrayIteration(realm)
                && !Iteration.arrayIteratorsHaveReturn(realm);
    }

    /** Whether {@link #closeArrayIteration} has nothing to call. */
    static boolean closesWithoutCall(ScriptFunction running) {
        return !Iteration.arrayIteratorsHaveReturn(running.realm());
    }

    /** CLOSE_ARRAY_ITERATION silently. */
    static void closeArrayIteration(Frame frame, int pc) {
        frame.pc = pc;
        if (closesWithoutCall(frame.function)) {
            return;
        }
        Realm realm = frame.realm();
        ArrayIterator iterator =
                ArrayIterator.create(realm, realm.newArray(), ArrayIterator.Kind.VALUE);
        IteratorState state = new IteratorState(realm, Iteration.getIteratorDirect(iterator));
        if (frame.code.instructions[pc + 1] == 1) {
            state.closeSilently();
        } else {
            state.close();
        }
    }

    // ---- for-in

    /** FOR_IN_PREPARE dst, object, fb. */
    static void forInPrepare(Frame frame, int pc) {
        Object value = operand(frame, pc, 2);
        JSObject object =
                value == Undefined.UNDEFINED || value == Null.NULL
                        ? null
                        : TypeConversion.toObject(frame.realm(), value);
        result(frame, pc, new ForInEnumerator(object));
    }

    /** FOR_IN_NEXT dst, enumerator, doneTarget, fb. */
    static int forInNext(Frame frame, int pc, int next) {
        String key = ((ForInEnumerator) operand(frame, pc, 2)).next();
        if (key == null) {
            return frame.code.instructions[pc + 3];
        }
        result(frame, pc, key);
        return next;
    }
}
