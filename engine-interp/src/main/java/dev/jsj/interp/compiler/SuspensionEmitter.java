package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.ErrorKind;
import dev.jsj.interp.bytecode.Label;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.ResumeMode;
import dev.jsj.parser.ast.AwaitExpression;
import dev.jsj.parser.ast.YieldExpression;

/** Yield and await, and what of the iterator protocol must await. */
final class SuspensionEmitter {

    private final FunctionCompiler f;

    SuspensionEmitter(FunctionCompiler f) {
        this.f = f;
    }

    private boolean isAsync() {
        return f.info.async();
    }

    /** dst = what the promise is fulfilled with. */
    void await(AwaitExpression e, int dst) {
        int value = f.expressions.register(e.argument());
        f.at(e);
        f.code.emit(Op.AWAIT, dst, value);
    }

    // ---------------------------------------------------------------- yield

    /** dst = what is sent. */
    void yield(YieldExpression e, int dst) {
        if (e.delegate()) {
            delegate(e, dst);
            return;
        }
        int value;
        if (e.argument() == null) {
            value = f.registers.temporary();
            f.loadUndefined(value);
        } else {
            value = f.expressions.register(e.argument());
        }
        f.at(e);
        if (isAsync()) {
            int awaited = f.registers.temporary();
            f.code.emit(Op.AWAIT, awaited, value);
            value = awaited;
        }
        int mode = f.registers.temporary();
        f.code.emit(Op.YIELD, dst, mode, value);
        Label returned = new Label();
        Label end = new Label();
        f.code.emitJump(Op.RESUME, returned, dst, mode);
        f.jump(end);
        f.bind(returned);
        if (isAsync()) {
            f.code.emit(Op.AWAIT, dst, dst);
        }
        f.exits.returnValue(dst);
        f.bind(end);
    }

    // ---------------------------------------------------------------- yield*

    /** 15.5.5 yield*: hands everything that comes on to the inner iterator. */
    private void delegate(YieldExpression e, int dst) {
        int iterable = f.expressions.register(e.argument());
        int iterator = f.registers.temporary();
        f.at(e.argument());
        f.code.emit(isAsync() ? Op.GET_ASYNC_ITERATOR : Op.GET_ITERATOR, iterator, iterable);
        int received = f.registers.temporary();
        int mode = f.registers.temporary();
        int result = f.registers.temporary();
        f.loadUndefined(received);
        f.loadInt(mode, ResumeMode.NEXT.ordinal());
        Label start = new Label();
        Label onThrow = new Label();
        Label onReturn = new Label();
        Label called = new Label();
        Label done = new Label();
        Label end = new Label();
        f.bind(start);
        f.code.emit(
                Op.SWITCH_INT,
                mode,
                ResumeMode.THROW.ordinal(),
                f.code.intTable(new Label[] {onThrow, onReturn}));
        f.code.emit(Op.ITERATOR_CALL_NEXT, result, iterator, received);
        f.jump(called);
        f.bind(onThrow);
        forwardThrow(iterator, received, result);
        f.jump(called);
        f.bind(onReturn);
        forwardReturn(iterator, received, result);
        f.bind(called);
        if (isAsync()) {
            f.code.emit(Op.AWAIT, result, result);
        }
        f.code.emit(Op.CHECK_ITERATOR_RESULT, result);
        int property = f.registers.temporary();
        f.properties.getNamed(property, result, "done");
        f.code.emitJump(Op.JUMP_IF_TRUE, done, property);
        yieldResult(received, mode, result, iterator);
        f.code.emitJump(Op.LOOP, start);
        f.bind(done);
        f.properties.getNamed(result, result, "value");
        f.code.emitJump(Op.JUMP_IF_STRICT_NOT_EQUAL_INT, end, mode, ResumeMode.RETURN.ordinal());
        f.exits.returnValue(result);
        f.bind(end);
        f.move(dst, result);
    }

    private void forwardThrow(int iterator, int received, int result) {
        int mark = f.registers.mark();
        int method = f.registers.temporary();
        int object = f.registers.temporary();
        Label has = new Label();
        f.code.emit(Op.ITERATOR_GET_METHOD, method, iterator, f.code.constant("throw"));
        f.code.emitJump(Op.JUMP_IF_NOT_UNDEFINED, has, method);
        f.loops.closeIterator(iterator, isAsync());
        f.code.emit(
                Op.THROW_ERROR,
                ErrorKind.TYPE_ERROR.ordinal(),
                f.code.constant("The iterator does not provide a 'throw' method."));
        f.bind(has);
        f.code.emit(Op.ITERATOR_GET_OBJECT, object, iterator);
        f.code.emit(Op.CALL_METHOD1, result, method, object, received);
        f.registers.release(mark);
    }

    private void forwardReturn(int iterator, int received, int result) {
        int mark = f.registers.mark();
        int method = f.registers.temporary();
        int object = f.registers.temporary();
        Label has = new Label();
        f.code.emit(Op.ITERATOR_GET_METHOD, method, iterator, f.code.constant("return"));
        f.code.emitJump(Op.JUMP_IF_NOT_UNDEFINED, has, method);
        if (isAsync()) {
            f.code.emit(Op.AWAIT, received, received);
        }
        f.exits.returnValue(received);
        f.bind(has);
        f.code.emit(Op.ITERATOR_GET_OBJECT, object, iterator);
        f.code.emit(Op.CALL_METHOD1, result, method, object, received);
        f.registers.release(mark);
    }

    /** Gives the inner result to our caller; received and mode say how we are resumed. */
    private void yieldResult(int received, int mode, int result, int iterator) {
        if (!isAsync()) {
            f.code.emit(Op.YIELD_DELEGATE, received, mode, result, iterator);
            return;
        }
        f.properties.getNamed(result, result, "value");
        f.code.emit(Op.YIELD, received, mode, result);
        Label unwrapped = new Label();
        f.code.emitJump(
                Op.JUMP_IF_STRICT_NOT_EQUAL_INT, unwrapped, mode, ResumeMode.RETURN.ordinal());
        int mark = f.registers.mark();
        int failed = f.registers.temporary();
        f.code.emit(Op.AWAIT_CATCH, received, failed, received);
        f.code.emitJump(Op.JUMP_IF_STRICT_EQUAL_INT, unwrapped, failed, 0);
        f.loadInt(mode, ResumeMode.THROW.ordinal());
        f.registers.release(mark);
        f.bind(unwrapped);
    }

    // ---------------------------------------------------------------- async iterators

    /** 7.4.13 AsyncIteratorClose for a completion that is not a throw. */
    void closeAsyncIterator(int iterator) {
        int mark = f.registers.mark();
        Label end = new Label();
        int result = callReturn(iterator, end);
        f.code.emit(Op.AWAIT, result, result);
        f.code.emit(Op.CHECK_ITERATOR_RESULT, result);
        f.bind(end);
        f.registers.release(mark);
    }

    /** AsyncIteratorClose for a throw completion: what goes wrong is dropped. */
    void closeAsyncIteratorSilently(int iterator) {
        int mark = f.registers.mark();
        Label end = new Label();
        int exception = f.registers.temporary();
        Exits.Region region = f.exits.pushRegion();
        int result = callReturn(iterator, end);
        f.code.emit(Op.AWAIT, result, result);
        f.exits.pop(region);
        f.jump(end);
        f.exits.handler(region, exception);
        f.bind(end);
        f.registers.release(mark);
    }

    /**
     * A register with the result of the iterator's return method; goes to end if there is none or
     * it is done.
     */
    private int callReturn(int iterator, Label end) {
        f.code.emitJump(Op.JUMP_IF_ITERATOR_DONE, end, iterator);
        f.code.emit(Op.ITERATOR_SET_DONE, iterator);
        int method = f.registers.temporary();
        f.code.emit(Op.ITERATOR_GET_METHOD, method, iterator, f.code.constant("return"));
        f.code.emitJump(Op.JUMP_IF_UNDEFINED, end, method);
        int object = f.registers.temporary();
        f.code.emit(Op.ITERATOR_GET_OBJECT, object, iterator);
        f.code.emit(Op.CALL_METHOD0, method, method, object);
        return method;
    }
}
