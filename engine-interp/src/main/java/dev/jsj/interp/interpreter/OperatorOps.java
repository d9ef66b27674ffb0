package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.ErrorKind;
import dev.jsj.interp.bytecode.StringSwitch;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Operators;
import dev.jsj.runtime.operations.PropertyErrors;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/** The operators and checks without feedback of their own: typeof, in, delete, switch, throw... */
final class OperatorOps {
    private static final int MAX_CONCATENATION = 64;

    private OperatorOps() {}

    private static Object operand(Frame frame, int pc, int index) {
        return frame.registers[frame.code.instructions[pc + index]];
    }

    private static Object constant(Frame frame, int pc, int index) {
        return frame.code.constants[frame.code.instructions[pc + index]];
    }

    private static void result(Frame frame, int pc, Object value) {
        frame.registers[frame.code.instructions[pc + 1]] = value;
    }

    static void not(Frame frame, int pc) {
        result(frame, pc, !TypeConversion.toBoolean(operand(frame, pc, 2)));
    }

    static void typeof(Frame frame, int pc) {
        result(frame, pc, Operators.typeof(operand(frame, pc, 2)));
    }

    static void in(Frame frame, int pc) {
        result(frame, pc, Operators.in(operand(frame, pc, 2), operand(frame, pc, 3)));
    }

    static void toString(Frame frame, int pc) {
        result(frame, pc, TypeConversion.toString(operand(frame, pc, 2)));
    }

    /** CONCAT dst, strings, count. */
    static void concat(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        result(frame, pc, concat(frame.registers, code[pc + 2], code[pc + 3]));
    }

    /** CONCAT of compiled code, which joins two texts at a time. */
    static CharSequence concat(Object left, Object right) {
        CharSequence start = (CharSequence) left;
        CharSequence end = (CharSequence) right;
        return start.length() + end.length() <= MAX_CONCATENATION
                ? start.toString().concat(end.toString())
                : Rope.concat(start, end);
    }

    private static CharSequence concat(Object[] strings, int first, int count) {
        int end = first + count;
        long length = 0;
        for (int i = first; i < end; i++) {
            length += ((CharSequence) strings[i]).length();
        }
        if (length <= MAX_CONCATENATION) {
            StringBuilder text = new StringBuilder((int) length);
            for (int i = first; i < end; i++) {
                text.append(strings[i]);
            }
            return text.toString();
        }
        CharSequence text = "";
        for (int i = first; i < end; i++) {
            text = Rope.concat(text, (CharSequence) strings[i]);
        }
        return text;
    }

    static void toPropertyKey(Frame frame, int pc) {
        result(frame, pc, TypeConversion.toPropertyKey(operand(frame, pc, 2)));
    }

    /** TO_ELEMENT_KEY for what neither throws nor runs other code; else null. */
    static @Nullable Object quickElementKey(Object base, Object key) {
        boolean plain =
                key instanceof String || key instanceof Number && !(key instanceof BigInteger);
        return plain && base instanceof JSObject ? TypeConversion.toPropertyKey(key) : null;
    }

    /** TO_ELEMENT_KEY dst, object, key. */
    static void toElementKey(Frame frame, int pc) {
        Object base = operand(frame, pc, 2);
        Object key = operand(frame, pc, 3);
        if (base == Undefined.UNDEFINED || base == Null.NULL) {
            throw PropertyErrors.cannotRead(base, ElementOps.readableKey(key));
        }
        result(frame, pc, TypeConversion.toPropertyKey(key));
    }

    /** DELETE_ELEMENT dst, object, key, strict. */
    static void deleteElement(Frame frame, int pc) {
        Object base = operand(frame, pc, 2);
        JSObject object = TypeConversion.toObject(frame.realm(), base);
        Object key = TypeConversion.toPropertyKey(operand(frame, pc, 3));
        boolean deleted = object.delete(key);
        if (!deleted && frame.code.instructions[pc + 4] != 0) {
            throw PropertyErrors.failedDelete(object, key);
        }
        result(frame, pc, deleted);
    }

    /** LOAD_THIS_SLOPPY dst. */
    static void loadThisSloppy(Frame frame, int pc) {
        Object self = frame.self;
        if (frame.code.kind().isArrow()) {
            result(frame, pc, frame.realm().globalThis()); // an arrow function of a script
        } else if (self instanceof JSObject) {
            result(frame, pc, self);
        } else if (self == Undefined.UNDEFINED || self == Null.NULL || self == null) {
            result(frame, pc, frame.realm().globalThis());
        } else {
            result(frame, pc, TypeConversion.toObject(frame.realm(), self));
        }
    }

    /** SWITCH_INT src, low, table. */
    static int switchInt(Frame frame, int pc, int next) {
        Object value = operand(frame, pc, 1);
        int[] targets = (int[]) constant(frame, pc, 3);
        int number;
        if (value instanceof Integer integer) {
            number = integer;
        } else if (value instanceof Double real && real == (int) real.doubleValue()) {
            number = (int) real.doubleValue();
        } else {
            return next;
        }
        int index = number - frame.code.instructions[pc + 2];
        return index >= 0 && index < targets.length && targets[index] != 0 ? targets[index] : next;
    }

    /** SWITCH_STRING src, table. */
    static int switchString(Frame frame, int pc, int next) {
        int target = caseTarget((StringSwitch) constant(frame, pc, 2), operand(frame, pc, 1));
        return target < 0 ? next : target;
    }

    /** Where the string's case is; -1 where there is none. */
    static int caseTarget(StringSwitch table, Object value) {
        if (!(value instanceof CharSequence text)) {
            return -1;
        }
        Integer target = table.targets().get(text.toString());
        return target == null ? -1 : target;
    }

    /** TO_STRING of a value that needs no user code; null for the others. */
    static @Nullable Object quickString(Object value) {
        return value instanceof JSObject || value instanceof Symbol
                ? null
                : TypeConversion.toString(value);
    }

    static JSThrow throwValue(Frame frame, int pc) {
        return new JSThrow(operand(frame, pc, 1));
    }

    /** RETHROW src. */
    static JSThrow rethrow(Frame frame, int pc) {
        Object caught = operand(frame, pc, 1);
        return caught instanceof JSThrow completion ? completion : new JSThrow(caught);
    }

    /** THROW_ERROR type, message. */
    static JSThrow throwError(Frame frame, int pc) {
        String message = (String) constant(frame, pc, 2);
        return switch (ErrorKind.of(frame.code.instructions[pc + 1])) {
            case TYPE_ERROR -> Errors.typeError(message);
            case REFERENCE_ERROR -> Errors.referenceError(message);
            case SYNTAX_ERROR -> Errors.syntaxError(message);
            case RANGE_ERROR -> Errors.rangeError(message);
        };
    }

    /** CHECK_OBJECT_COERCIBLE src, key. */
    static void checkObjectCoercible(Frame frame, int pc) {
        Object value = operand(frame, pc, 1);
        if (value != Undefined.UNDEFINED && value != Null.NULL) {
            return;
        }
        Object key = constant(frame, pc, 2);
        String subject = CallErrors.sourceOr(frame, pc, value);
        throw Errors.typeError(
                key == Undefined.UNDEFINED
                        ? "Cannot destructure '" + subject + "' as it is " + value + "."
                        : "Cannot destructure property '"
                                + ErrorText.ofKey(key)
                                + "' of '"
                                + subject
                                + "' as it is "
                                + value
                                + ".");
    }

    static void checkThis(Frame frame, int pc) {
        if (operand(frame, pc, 1) == null) {
            throw ScopeOps.uninitialized(frame, pc, "this");
        }
    }

    static void checkThisUnbound(Frame frame, int pc) {
        if (operand(frame, pc, 1) != null) {
            throw Errors.referenceError("Super constructor may only be called once");
        }
    }

    /** 10.2.2 [[Construct]], steps 10 to 13: the callee's context is gone when these are thrown. */
    private static JSThrow inRealmOfCaller(Frame frame, JSThrow completion) {
        Realm realm = frame.caller == null ? frame.realm() : frame.caller.realm();
        realm.agent().services().thrownValue(completion, realm);
        return completion;
    }

    /** RETURN_DERIVED value, this. */
    static Object returnDerived(Frame frame, int pc) {
        Object value = operand(frame, pc, 1);
        if (value instanceof JSObject) {
            return value;
        }
        if (value != Undefined.UNDEFINED) {
            throw inRealmOfCaller(
                    frame,
                    Errors.typeError("Derived constructors may only return object or undefined"));
        }
        Object self = operand(frame, pc, 2);
        if (self == null) {
            throw inRealmOfCaller(frame, ScopeOps.uninitialized(frame, pc, "this"));
        }
        return self;
    }
}
