package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.Opcodes;
import dev.jsj.interp.feedback.CallFeedback;
import dev.jsj.interp.feedback.ElementFeedback;
import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.Elements;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.ExecutionTerminated;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.SingleCharacters;
import dev.jsj.runtime.value.SmallIntegers;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;

/**
 * A function that the optimizing tier has compiled. It takes over an entered frame at its pc, as
 * {@link Interpreter#run} does, and may hand it back at any op. The static methods are what
 * generated subclasses call beside the interpreter's own helpers.
 */
public abstract class CompiledCode {
    /** Runs an entered frame from its pc; null where it was suspended. */
    public abstract @Nullable Object run(Frame frame);

    /**
     * Calls a {@link ScriptCode#isDirect} function, or constructs with a {@link
     * ScriptCode#isDirectConstructor}, of this code with up to two arguments; undefined stands for
     * those not given. Code that needs no frame to start with overrides it.
     *
     * @param newTarget null for [[Call]]
     * @return the value returned; a constructor's may be no object
     */
    public @Nullable Object call2(
            @Nullable Activation caller,
            ScriptFunction function,
            @Nullable Object self,
            @Nullable JSObject newTarget,
            Object a,
            Object b) {
        Frame frame = newFrame(function, self, newTarget);
        Object[] registers = frame.registers;
        int count = frame.code.parameterCount;
        if (count > 0) {
            registers[0] = a;
            if (count > 1) {
                registers[1] = b;
                ScriptCode.fillUndefined(registers, 2, count);
            }
        }
        return runFromStart(frame, caller);
    }

    /** The same for up to five arguments. */
    public @Nullable Object call5(
            @Nullable Activation caller,
            ScriptFunction function,
            @Nullable Object self,
            @Nullable JSObject newTarget,
            Object a,
            Object b,
            Object c,
            Object d,
            Object e) {
        Frame frame = newFrame(function, self, newTarget);
        Object[] registers = frame.registers;
        int count = frame.code.parameterCount;
        switch (Math.min(count, 5)) {
            case 5:
                registers[4] = e;
            // fall through
            case 4:
                registers[3] = d;
            // fall through
            case 3:
                registers[2] = c;
            // fall through
            case 2:
                registers[1] = b;
            // fall through
            case 1:
                registers[0] = a;
            // fall through
            default:
                ScriptCode.fillUndefined(registers, 5, count);
        }
        return runFromStart(frame, caller);
    }

    private static Frame newFrame(
            ScriptFunction function, @Nullable Object self, @Nullable JSObject newTarget) {
        Frame frame = new Frame((ScriptCode) function.code(), function, function.scope(), self);
        frame.newTarget = newTarget;
        return frame;
    }

    private @Nullable Object runFromStart(Frame frame, @Nullable Activation caller) {
        frame.push(caller);
        return frame.code.hasHandlers ? Unwinding.run(frame) : run(frame);
    }

    /** The code that runs a call of the function directly; null where a call is more than that. */
    static @Nullable CompiledCode of(ScriptFunction function) {
        return function.code() instanceof ScriptCode code && code.isDirect ? code.compiled : null;
    }

    /**
     * The code that constructs with the function directly; null where there is none, or where
     * making the new object may run other code.
     */
    static @Nullable CompiledCode ofConstructor(Object constructor, Object newTarget) {
        return constructor instanceof ScriptFunction function
                        && function.code() instanceof ScriptCode code
                        && code.isDirectConstructor
                        && newTarget instanceof ScriptFunction wanted
                        && wanted.prototypeProperty() instanceof JSObject
                ? code.compiled
                : null;
    }

    /** The frame of an activation of compiled code, made when something first needs it. */
    static Frame frame(
            @Nullable Frame frame,
            @Nullable Activation caller,
            ScriptFunction function,
            @Nullable Object self,
            @Nullable JSObject newTarget,
            Object @Nullable [] scope) {
        return frame != null ? frame : makeFrame(caller, function, self, newTarget, scope);
    }

    private static Frame makeFrame(
            @Nullable Activation caller,
            ScriptFunction function,
            @Nullable Object self,
            @Nullable JSObject newTarget,
            Object @Nullable [] scope) {
        Frame frame = new Frame((ScriptCode) function.code(), function, scope, self, null);
        frame.newTarget = newTarget;
        frame.push(caller);
        return frame;
    }

    /** The register array of a frame, made when something first needs it. */
    static Object[] registers(Frame frame) {
        Object[] registers = frame.registers;
        if (registers == null) {
            registers = new Object[frame.code.registerCount];
            frame.registers = registers;
        }
        return registers;
    }

    /** Shorter strings than this cannot become too long by one concatenation. */
    private static final int MAX_PLAIN_LENGTH = 1 << 20;

    /**
     * Reason of an exit for a function that inlined code was left in: it goes on behind the call.
     */
    public static final int CALLEE_LEFT = -1;

    /** Reason of an exit where code begins that had never been executed. */
    public static final int UNREACHED = -2;

    private @Nullable OptimizingTier tier;
    private @Nullable ScriptCode function;

    /**
     * Tells whom to notify of failed guards; called once, before the code runs.
     *
     * @param compiled the function whose code this is
     */
    public final void setTier(OptimizingTier owner, ScriptCode compiled) {
        tier = owner;
        function = compiled;
    }

    /** The function that was compiled, into which others may have been inlined. */
    public final ScriptCode function() {
        return function;
    }

    /** For the definition of subclasses as hidden classes of this package. */
    public static MethodHandles.Lookup lookup() {
        return MethodHandles.lookup();
    }

    /**
     * Goes on with the frame in the interpreter: it is at a place, or holds values, that the
     * compiled code was not made for.
     */
    static @Nullable Object interpret(Frame frame, CompiledCode code) {
        frame.left = code;
        return Interpreter.run(frame);
    }

    /** Leaves compiled code: the interpreter goes on with the op at {@code pc}. */
    static @Nullable Object exit(int pc, int reason, Frame frame, CompiledCode code) {
        exitLoop(pc, reason, frame, code);
        return Interpreter.run(frame);
    }

    /** The same for code that was entered at a loop: the interpreter's loop is what called it. */
    static Object exitLoop(int pc, int reason, Frame frame, CompiledCode code) {
        frame.pc = pc;
        if (reason != CALLEE_LEFT) {
            if (reason != UNREACHED) {
                noteFailure(frame, pc);
            }
            if (code.tier != null) {
                code.tier.exited(frame.code, code, pc, reason);
            }
        }
        return Budget.GO_ON;
    }

    /** Where a guard of a heap access failed: notes what it was not made for. */
    private static void noteFailure(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        Object[] r = frame.registers;
        Object[] caches = frame.code.caches;
        switch (code[pc]) {
            case Opcodes.GET_ELEMENT ->
                    ElementFeedback.note(caches, code[pc + 4], r[code[pc + 2]], r[code[pc + 3]]);
            case Opcodes.GET_ELEMENT_INT ->
                    ElementFeedback.note(caches, code[pc + 4], r[code[pc + 2]], code[pc + 3]);
            case Opcodes.GET_PROPERTY -> {
                if (!PropertyCache.isNoNumber(caches, code[pc + 4], r[code[pc + 2]])) {
                    PropertyCache.noteFailedGuard(caches, code[pc + 4]);
                }
            }
            case Opcodes.DEFINE_PROPERTY,
                    Opcodes.GET_PRIVATE,
                    Opcodes.SET_PRIVATE,
                    Opcodes.DEFINE_PRIVATE_FIELD ->
                    PropertyCache.noteFailedGuard(caches, code[pc + 4]);
            case Opcodes.SET_PROPERTY -> PropertyCache.noteFailedGuard(caches, code[pc + 5]);
            case Opcodes.CALL0,
                    Opcodes.CALL1,
                    Opcodes.CALL2,
                    Opcodes.CALL_METHOD0,
                    Opcodes.CALL_METHOD1,
                    Opcodes.CALL_METHOD2 ->
                    CallFeedback.noteFailedGuard(caches, code[pc + Op.of(code[pc]).length() - 1]);
            case Opcodes.GET_LENGTH -> PropertyCache.giveUpLength(caches, code[pc + 3]);
            default -> {}
        }
    }

    /** At loop back edges: serves a request for termination. */
    static void poll(Agent agent) {
        if (agent.seesTerminationRequest()) {
            throw new ExecutionTerminated();
        }
    }

    /** Any op, its operands being in the frame: the next pc, negative where the frame was left. */
    static int execute(Frame frame, int pc) {
        frame.pc = pc;
        return SlowOps.execute(frame, frame.code.instructions[pc], pc);
    }

    static boolean isTrue(@Nullable Object value) {
        return value == Boolean.TRUE || value != Boolean.FALSE && TypeConversion.toBoolean(value);
    }

    static boolean isNullish(@Nullable Object value) {
        return value == Undefined.UNDEFINED || value == Null.NULL;
    }

    /** ADD of strings and int32 numbers with a string result; null for everything else. */
    static @Nullable Object concatenate(Object left, Object right) {
        CharSequence start = textOf(left);
        CharSequence end = textOf(right);
        return start != null
                        && end != null
                        && (start == left || end == right)
                        && start.length() + end.length() < MAX_PLAIN_LENGTH
                ? Rope.concat(start, end)
                : null;
    }

    private static @Nullable CharSequence textOf(Object value) {
        if (value instanceof String text) {
            return text.length() < MAX_PLAIN_LENGTH ? text : null;
        }
        if (value instanceof Integer number) {
            return SmallIntegers.toString(number);
        }
        return value instanceof Rope rope && rope.length() < MAX_PLAIN_LENGTH ? rope : null;
    }

    /** SWITCH_INT: the index into the table, negative for what is no int32. */
    static int switchIndex(@Nullable Object value, int low) {
        int number;
        if (value instanceof Integer integer) {
            number = integer;
        } else if (value instanceof Double real && real == (int) real.doubleValue()) {
            number = (int) real.doubleValue();
        } else {
            return -1;
        }
        return number - low;
    }

    /** ITERATOR_NEXT and ITERATOR_STEP: the next value, null at the end. */
    static @Nullable Object step(Frame frame, int pc, Object iterator) {
        frame.pc = pc;
        return ((IteratorState) iterator).step();
    }

    /** Whether the value is a String. */
    static boolean isString(Object value) {
        return Rope.isString(value);
    }

    /** A key as an array index; negative where it is none. */
    static int index(Object key) {
        return ElementFeedback.index(key);
    }

    /** {@code base[index]} of a string; null for everything else and outside of it. */
    static @Nullable Object characterAt(Object base, int index) {
        if (base instanceof String text) {
            return index >= 0 && index < text.length()
                    ? SingleCharacters.of(text.charAt(index))
                    : null;
        }
        return base instanceof Rope rope && index >= 0 && index < rope.length()
                ? SingleCharacters.of(rope.charAt(index))
                : null;
    }

    /** The length of an array or string; -1 for everything else. */
    static int lengthOf(Object base) {
        if (base instanceof JSArray array) {
            long length = array.length();
            return length <= Integer.MAX_VALUE ? (int) length : -1;
        }
        if (base instanceof String text) {
            return text.length();
        }
        return base instanceof Rope rope ? rope.length() : -1;
    }

    /** GET_ELEMENT with an int key. */
    static Object getElement(Frame frame, int pc, Object base, int index) {
        if (index >= 0 && base instanceof JSObject object) {
            Object value = Elements.get(object.elements, index);
            if (value != null) {
                return value;
            }
        }
        frame.pc = pc;
        return ElementOps.get(frame, pc, base, index);
    }

    /** GET_ELEMENT. */
    static Object getElement(Frame frame, int pc, Object base, Object key) {
        if (key instanceof Integer index) {
            return getElement(frame, pc, base, index.intValue());
        }
        frame.pc = pc;
        return ElementOps.get(frame, pc, base, key);
    }

    /** SET_ELEMENT with an int key. */
    static void setElement(Frame frame, int pc, Object base, int index, Object value) {
        if (!(base instanceof JSObject object && Elements.replace(object.elements, index, value))) {
            frame.pc = pc;
            ElementOps.set(frame, pc, base, index, value);
        }
    }

    /** SET_ELEMENT. */
    static void setElement(Frame frame, int pc, Object base, Object key, Object value) {
        if (key instanceof Integer index) {
            setElement(frame, pc, base, index.intValue(), value);
        } else {
            frame.pc = pc;
            ElementOps.set(frame, pc, base, key, value);
        }
    }

    /** GET_GLOBAL: the value is put into the op's register, and given back. */
    static Object getGlobal(Frame frame, int pc) {
        frame.pc = pc;
        GlobalOps.get(frame, pc);
        return frame.registers[frame.code.instructions[pc + 1]];
    }
}
