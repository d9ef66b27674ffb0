package dev.jsj.interp.interpreter;

import dev.jsj.runtime.function.FunctionCode;
import dev.jsj.runtime.function.JSFunction;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Null;

/** Calls with the arguments in an array, and super calls. */
final class SpreadOps {
    private SpreadOps() {}

    private static Object operand(Frame frame, int pc, int index) {
        return frame.registers[frame.code.instructions[pc + index]];
    }

    private static Object[] arguments(Frame frame, int pc, int index) {
        return ((JSArray) operand(frame, pc, index)).toDenseArray();
    }

    private static void result(Frame frame, int pc, Object value) {
        frame.registers[frame.code.instructions[pc + 1]] = value;
    }

    /** CALL_SPREAD dst, callee, this, array, fb. */
    static void callSpread(Frame frame, int pc) {
        Object callee = operand(frame, pc, 2);
        Object[] arguments = arguments(frame, pc, 4);
        result(frame, pc, Calls.call(frame, callee, operand(frame, pc, 3), arguments));
    }

    /** CONSTRUCT_SPREAD dst, callee, array, fb. */
    static void constructSpread(Frame frame, int pc) {
        Object callee = operand(frame, pc, 2);
        result(frame, pc, Calls.constructSlow(frame, callee, callee, arguments(frame, pc, 3)));
    }

    /** GET_SUPER_CONSTRUCTOR dst, function. */
    static void getSuperConstructor(Frame frame, int pc) {
        result(frame, pc, superConstructor((ScriptFunction) operand(frame, pc, 2)));
    }

    /**
     * 13.3.7.2 GetSuperConstructor ( ), past the constructors that only pass the arguments on: as
     * in V8, they do not appear in stack traces.
     */
    static Object superConstructor(ScriptFunction function) {
        JSObject parent = function.getPrototypeOf();
        while (parent instanceof ScriptFunction constructor
                && constructor.classFields() == null
                && onlyForwards((ScriptCode) constructor.code())) {
            parent = constructor.getPrototypeOf();
        }
        return parent == null ? Null.NULL : parent;
    }

    private static boolean onlyForwards(ScriptCode code) {
        if (code.kind() != FunctionCode.Kind.DERIVED_CLASS_CONSTRUCTOR) {
            return false;
        }
        code.prepare();
        return code.forwardsConstruction;
    }

    /** SUPER_CALL dst, constructor, newTarget, args, count, fb. */
    static void superCall(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        Object[] arguments = Calls.slice(frame.registers, code[pc + 4], code[pc + 5]);
        result(frame, pc, superCall(frame, pc, arguments));
    }

    /** SUPER_CALL_SPREAD dst, constructor, newTarget, array, fb. */
    static void superCallSpread(Frame frame, int pc) {
        result(frame, pc, superCall(frame, pc, arguments(frame, pc, 4)));
    }

    /** SUPER_CALL_FORWARD dst, constructor, newTarget, fb. */
    static void superCallForward(Frame frame, int pc) {
        result(frame, pc, superCall(frame, pc, frame.arguments.clone()));
    }

    private static Object superCall(Frame frame, int pc, Object[] arguments) {
        return superCall(frame, operand(frame, pc, 2), operand(frame, pc, 3), arguments);
    }

    static Object superCall(Frame frame, Object constructor, Object newTarget, Object[] arguments) {
        if (!(constructor instanceof JSObject parent) || !parent.isConstructor()) {
            throw Errors.typeError(
                    "Super constructor "
                            + superName(constructor)
                            + " of "
                            + className(frame.function)
                            + " is not a constructor");
        }
        return Calls.constructSlow(frame, parent, newTarget, arguments);
    }

    private static String superName(Object constructor) {
        String name =
                constructor instanceof JSFunction function
                        ? function.debugName()
                        : ErrorText.of(constructor);
        return name.isEmpty() ? "null" : name;
    }

    private static String className(ScriptFunction function) {
        boolean isClass = function.code().kind() == FunctionCode.Kind.DERIVED_CLASS_CONSTRUCTOR;
        String name = isClass ? function.debugName() : "";
        return name.isEmpty() ? "anonymous class" : name;
    }
}
