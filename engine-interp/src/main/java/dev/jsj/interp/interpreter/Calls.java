package dev.jsj.interp.interpreter;

import dev.jsj.interp.feedback.CallFeedback;
import dev.jsj.runtime.function.FunctionCode;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * What calls from bytecode need, and those of compiled code. A plain script function gets a frame
 * with the arguments put straight into its registers; everything else goes the general way over an
 * arguments array.
 */
final class Calls {
    private Calls() {}

    /** Calls compiled code with up to five arguments. */
    static Object callDirect(
            @Nullable Activation caller,
            CompiledCode compiled,
            ScriptFunction function,
            @Nullable Object self,
            @Nullable JSObject newTarget,
            Object[] arguments,
            int first,
            int count) {
        Object u = Undefined.UNDEFINED;
        Object a = count > 0 ? arguments[first] : u;
        Object b = count > 1 ? arguments[first + 1] : u;
        if (count <= 2) {
            return compiled.call2(caller, function, self, newTarget, a, b);
        }
        Object d = count > 3 ? arguments[first + 3] : u;
        Object e = count > 4 ? arguments[first + 4] : u;
        return compiled.call5(caller, function, self, newTarget, a, b, arguments[first + 2], d, e);
    }

    static Frame newFrame(
            ScriptCode code,
            ScriptFunction function,
            @Nullable Object self,
            Object[] registers,
            int first,
            int argumentCount) {
        Frame frame = new Frame(code, function, function.scope(), self);
        int parameters = code.parameterCount;
        System.arraycopy(registers, first, frame.registers, 0, Math.min(parameters, argumentCount));
        if (parameters > argumentCount) {
            ScriptCode.fillUndefined(frame.registers, argumentCount, parameters);
        }
        if (code.needsArguments) {
            frame.arguments = slice(registers, first, argumentCount);
        }
        return frame;
    }

    // ---- calls of compiled code; self is undefined for CALL, the receiver for CALL_METHOD

    static Object call0(Frame frame, int pc, int site, Object callee, Object self) {
        frame.pc = pc;
        CallFeedback.note(frame.code.caches, site, callee);
        Object u = Undefined.UNDEFINED;
        if (callee instanceof ScriptFunction function
                && function.code() instanceof ScriptCode code
                && code.isDirect) {
            return code.compiled != null
                    ? code.compiled.call2(frame, function, self, null, u, u)
                    : interpret(code, function, self, u, u, u);
        }
        return call(frame, callee, self, JSObject.NO_ARGUMENTS);
    }

    static Object call1(Frame frame, int pc, int site, Object callee, Object self, Object a) {
        frame.pc = pc;
        CallFeedback.note(frame.code.caches, site, callee);
        Object u = Undefined.UNDEFINED;
        if (callee instanceof ScriptFunction function
                && function.code() instanceof ScriptCode code
                && code.isDirect) {
            return code.compiled != null
                    ? code.compiled.call2(frame, function, self, null, a, u)
                    : interpret(code, function, self, a, u, u);
        }
        return call(frame, callee, self, new Object[] {a});
    }

    static Object call2(
            Frame frame, int pc, int site, Object callee, Object self, Object a, Object b) {
        frame.pc = pc;
        CallFeedback.note(frame.code.caches, site, callee);
        if (callee instanceof ScriptFunction function
                && function.code() instanceof ScriptCode code
                && code.isDirect) {
            return code.compiled != null
                    ? code.compiled.call2(frame, function, self, null, a, b)
                    : interpret(code, function, self, a, b, Undefined.UNDEFINED);
        }
        return call(frame, callee, self, new Object[] {a, b});
    }

    static Object call3(
            Frame frame,
            int pc,
            int site,
            Object callee,
            Object self,
            Object a,
            Object b,
            Object c) {
        frame.pc = pc;
        CallFeedback.note(frame.code.caches, site, callee);
        if (callee instanceof ScriptFunction function
                && function.code() instanceof ScriptCode code
                && code.isDirect) {
            Object u = Undefined.UNDEFINED;
            return code.compiled != null
                    ? code.compiled.call5(frame, function, self, null, a, b, c, u, u)
                    : interpret(code, function, self, a, b, c);
        }
        return call(frame, callee, self, new Object[] {a, b, c});
    }

    /** Runs a function that has no compiled code, with up to three arguments. */
    static Object interpret(
            ScriptCode code, ScriptFunction function, Object self, Object a, Object b, Object c) {
        return run(newFrame(code, function, self, a, b, c));
    }

    /** The frame of a call with up to three arguments; undefined stands for the others. */
    static Frame newFrame(
            ScriptCode code, ScriptFunction function, Object self, Object a, Object b, Object c) {
        Frame frame = new Frame(code, function, function.scope(), self);
        Object[] registers = frame.registers;
        int count = code.parameterCount;
        if (count > 0) {
            registers[0] = a;
            if (count > 1) {
                registers[1] = b;
                if (count > 2) {
                    registers[2] = c;
                    ScriptCode.fillUndefined(registers, 3, count);
                }
            }
        }
        return frame;
    }

    /** Arguments in consecutive registers. */
    static Object callRange(
            Frame frame,
            int pc,
            int site,
            Object callee,
            Object self,
            int first,
            int argumentCount) {
        frame.pc = pc;
        CallFeedback.note(frame.code.caches, site, callee);
        Object[] registers = frame.registers;
        if (callee instanceof ScriptFunction function
                && function.code() instanceof ScriptCode code
                && code.isDirect) {
            if (code.compiled != null && argumentCount <= 5) {
                return callDirect(
                        frame,
                        code.compiled,
                        function,
                        self,
                        null,
                        registers,
                        first,
                        argumentCount);
            }
            return run(newFrame(code, function, self, registers, first, argumentCount));
        }
        return call(frame, callee, self, slice(registers, first, argumentCount));
    }

    static Object[] slice(Object[] registers, int first, int count) {
        if (count == 0) {
            return JSObject.NO_ARGUMENTS;
        }
        Object[] arguments = new Object[count];
        System.arraycopy(registers, first, arguments, 0, count);
        return arguments;
    }

    /** The general call. */
    static Object call(Frame frame, Object callee, Object self, Object[] arguments) {
        if (callee instanceof ScriptFunction function) {
            return invoke((ScriptCode) function.code(), function, self, arguments);
        }
        if (callee instanceof JSObject object && object.isCallable()) {
            return object.call(self, arguments);
        }
        throw CallErrors.notCallable(frame, callee);
    }

    // ---- 10.2.1 [[Call]], 10.2.2 [[Construct]] of script functions, the general way

    /** Exceptions leave the agent's stack as it is; Java code calls through {@link Entrance}. */
    static Object invoke(
            ScriptCode code, ScriptFunction function, Object self, Object[] arguments) {
        code.prepare();
        if (code.kind().isClassConstructor()) {
            throw notConstructed(code, function);
        }
        if (code.compiled != null && code.isDirect && arguments.length <= 5) {
            return callDirect(
                    code.agent.currentFrame,
                    code.compiled,
                    function,
                    self,
                    null,
                    arguments,
                    0,
                    arguments.length);
        }
        Frame frame = newFrame(code, function, self, arguments);
        if (code.isAsyncFunction()) {
            return AsyncFunction.start(frame);
        }
        return run(frame);
    }

    /** 10.2.1 [[Call]], step 4: the error belongs to the realm of the constructor. */
    private static JSThrow notConstructed(ScriptCode code, ScriptFunction function) {
        JSThrow thrown =
                Errors.typeError(
                        "Class constructor " + code.name() + " cannot be invoked without 'new'");
        code.agent.services().thrownValue(thrown, function.realm());
        return thrown;
    }

    static Object invokeConstruct(
            ScriptCode code, ScriptFunction function, Object[] arguments, JSObject newTarget) {
        code.prepare();
        JSObject self = thisFor(function, newTarget);
        Object result;
        if (code.compiled != null && code.isDirectConstructor && arguments.length <= 5) {
            result =
                    callDirect(
                            code.agent.currentFrame,
                            code.compiled,
                            function,
                            self,
                            newTarget,
                            arguments,
                            0,
                            arguments.length);
        } else {
            Frame frame = newFrame(code, function, self, arguments);
            frame.newTarget = newTarget;
            result = run(frame);
        }
        return result instanceof JSObject || self == null ? result : self;
    }

    /** What a constructor's code gets as its this value: null for a derived one. */
    static @Nullable JSObject thisFor(ScriptFunction constructor, JSObject newTarget) {
        return constructor.code().kind() == FunctionCode.Kind.DERIVED_CLASS_CONSTRUCTOR
                ? null
                : createThis(newTarget);
    }

    /** SUPER_CALL of compiled code whose constructor has none, or is something else. */
    static Object superConstruct(
            Frame frame, int pc, Object constructor, Object newTarget, Object[] arguments) {
        frame.pc = pc;
        return SpreadOps.superCall(frame, constructor, newTarget, arguments);
    }

    /** OrdinaryCreateFromConstructor ( newTarget, "%Object.prototype%" ). */
    static JSObject createThis(JSObject newTarget) {
        if (newTarget instanceof ScriptFunction function
                && function.prototypeProperty() instanceof JSObject prototype) {
            return new JSObject(prototype.shape().tree().root(prototype)); // FAST PATH
        }
        return Constructors.ordinaryCreateFromConstructor(newTarget, Intrinsic.OBJECT_PROTOTYPE);
    }

    static Object run(Frame frame) {
        frame.enter();
        return frame.code.hasHandlers ? Unwinding.run(frame) : frame.code.run(frame);
    }

    static Frame newFrame(
            ScriptCode code, ScriptFunction function, @Nullable Object self, Object[] arguments) {
        Frame frame = new Frame(code, function, function.scope(), self);
        Object[] registers = frame.registers;
        int count = code.parameterCount;
        System.arraycopy(arguments, 0, registers, 0, Math.min(count, arguments.length));
        if (count > arguments.length) {
            ScriptCode.fillUndefined(registers, arguments.length, count);
        }
        if (code.needsArguments) {
            frame.arguments = arguments;
        }
        return frame;
    }

    // ---- CONSTRUCT

    /** {@code new} of compiled code. */
    static Object construct(Frame frame, int pc, Object callee, int first, int argumentCount) {
        frame.pc = pc;
        CallFeedback.note(frame.code.caches, frame.code.instructions[pc + 5], callee);
        Object[] registers = frame.registers;
        if (callee instanceof ScriptFunction function
                && function.code() instanceof ScriptCode code
                && code.isDirectConstructor) {
            JSObject self = thisFor(function, function);
            Object result;
            if (code.compiled != null && argumentCount <= 5) {
                result =
                        callDirect(
                                frame,
                                code.compiled,
                                function,
                                self,
                                function,
                                registers,
                                first,
                                argumentCount);
            } else {
                Frame next = newFrame(code, function, self, registers, first, argumentCount);
                next.newTarget = function;
                result = run(next);
            }
            return result instanceof JSObject || self == null ? result : self;
        }
        return constructSlow(frame, callee, callee, slice(registers, first, argumentCount));
    }

    static Object constructSlow(Frame frame, Object callee, Object newTarget, Object[] arguments) {
        if (callee instanceof ScriptFunction function && function.isConstructor()) {
            return invokeConstruct(
                    (ScriptCode) function.code(), function, arguments, (JSObject) newTarget);
        }
        if (callee instanceof JSObject object && object.isConstructor()) {
            return object.construct(arguments, (JSObject) newTarget);
        }
        throw CallErrors.notConstructor(frame, callee);
    }
}
