package dev.jsj.interp.interpreter;

import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.PrivateElements;
import dev.jsj.runtime.operations.PropertyErrors;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;

import org.jspecify.annotations.Nullable;

/** Private names (6.2.12) and super properties (13.3.7). */
final class PrivateOps {
    private PrivateOps() {}

    private static Object operand(Frame frame, int pc, int index) {
        return frame.registers[frame.code.instructions[pc + index]];
    }

    private static void result(Frame frame, int pc, Object value) {
        frame.registers[frame.code.instructions[pc + 1]] = value;
    }

    private static Symbol name(Frame frame, int pc) {
        Object name = operand(frame, pc, 2);
        return (Symbol) name;
    }

    /** CREATE_PRIVATE_NAME dst, description. */
    static void createPrivateName(Frame frame, int pc) {
        result(frame, pc, Symbol.createPrivateName(constant(frame, pc, 2)));
    }

    /** CREATE_PRIVATE_METHOD_NAME dst, description, className, static. */
    static void createPrivateMethodName(Frame frame, int pc) {
        boolean isStatic = frame.code.instructions[pc + 4] != 0;
        Symbol.PrivateBrand brand = new Symbol.PrivateBrand(constant(frame, pc, 3), isStatic);
        result(frame, pc, Symbol.createPrivateName(constant(frame, pc, 2), brand));
    }

    private static String constant(Frame frame, int pc, int index) {
        return (String) frame.code.constants[frame.code.instructions[pc + index]];
    }

    /** GET_PRIVATE dst, object, name, fb. */
    static void getPrivate(Frame frame, int pc) {
        Symbol name = (Symbol) operand(frame, pc, 3);
        if (!(operand(frame, pc, 2) instanceof JSObject object)) {
            throw PropertyErrors.noPrivateMember(operand(frame, pc, 2), name, false);
        }
        int site = frame.code.instructions[pc + 4];
        Object value = PropertyCache.loadPrivate(frame.code.caches, site, object, name);
        result(frame, pc, value != null ? value : PrivateElements.get(object, name));
    }

    /** SET_PRIVATE object, name, value, fb. */
    static void setPrivate(Frame frame, int pc) {
        Symbol name = name(frame, pc);
        if (!(operand(frame, pc, 1) instanceof JSObject object)) {
            throw PropertyErrors.noPrivateMember(operand(frame, pc, 1), name, true);
        }
        Object value = operand(frame, pc, 3);
        int site = frame.code.instructions[pc + 4];
        if (!PropertyCache.storePrivate(frame.code.caches, site, object, name, value)) {
            PrivateElements.set(object, name, value);
        }
    }

    /** HAS_PRIVATE dst, object, name. */
    static void hasPrivate(Frame frame, int pc) {
        Symbol name = (Symbol) operand(frame, pc, 3);
        result(frame, pc, PrivateElements.has(name, operand(frame, pc, 2)));
    }

    /** HAS_PRIVATE of an object; null for what is none. */
    static @Nullable Boolean quickHas(Object object, Object name) {
        return object instanceof JSObject target
                ? PrivateElements.find(target, (Symbol) name) != null
                : null;
    }

    /** DEFINE_PRIVATE_FIELD object, name, value, fb. */
    static void definePrivateField(Frame frame, int pc) {
        JSObject object = (JSObject) operand(frame, pc, 1);
        Object value = operand(frame, pc, 3);
        Symbol name = name(frame, pc);
        int site = frame.code.instructions[pc + 4];
        if (!object.shape().isExtensible()
                || !PropertyCache.addPrivate(frame.code.caches, site, object, name, value)) {
            PrivateElements.addField(object, name, value);
        }
    }

    /** DEFINE_PRIVATE_METHOD object, name, function, kind. */
    static void definePrivateMethod(Frame frame, int pc) {
        ClassElements.add(
                (JSObject) operand(frame, pc, 1),
                name(frame, pc),
                (JSObject) operand(frame, pc, 3),
                frame.code.instructions[pc + 4]);
    }

    /** ADD_INSTANCE_PRIVATE_METHOD constructor, name, function, kind. */
    static void addInstancePrivateMethod(Frame frame, int pc) {
        ClassElements.of((ScriptFunction) operand(frame, pc, 1))
                .addMethod(
                        name(frame, pc),
                        (JSObject) operand(frame, pc, 3),
                        frame.code.instructions[pc + 4]);
    }

    // ---- super

    /** GET_SUPER_BASE dst, function. */
    static void getSuperBase(Frame frame, int pc) {
        result(frame, pc, superBase((ScriptFunction) operand(frame, pc, 2)));
    }

    /** GET_SUPER_BASE: home objects are ordinary, so that nobody sees it. */
    static Object superBase(ScriptFunction function) {
        JSObject base = function.homeObject().getPrototypeOf();
        return base == null ? Null.NULL : base;
    }

    /** GET_SUPER_PROPERTY of a data property that the site knows; else null. */
    static @Nullable Object quickSuper(Object[] caches, int site, Object base) {
        return base instanceof JSObject object && caches[site] instanceof PropertyCache cache
                ? cache.dataOf(object)
                : null;
    }

    /** GET_SUPER_PROPERTY dst, base, key, this, fb. */
    static void getSuperProperty(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        Object key = frame.code.constants[code[pc + 3]];
        result(
                frame,
                pc,
                PropertyOps.getSuper(frame, pc, operand(frame, pc, 2), key, code[pc + 5]));
    }

    /** GET_SUPER_ELEMENT dst, base, key, this. */
    static void getSuperElement(Frame frame, int pc) {
        Object key = TypeConversion.toPropertyKey(operand(frame, pc, 3));
        JSObject base = base(operand(frame, pc, 2), key, false);
        result(frame, pc, base.get(key, operand(frame, pc, 4)));
    }

    private static JSObject base(@Nullable Object base, Object key, boolean write) {
        if (base instanceof JSObject object) {
            return object;
        }
        throw write
                ? PropertyErrors.cannotSet(Null.NULL, key)
                : PropertyErrors.cannotRead(Null.NULL, key);
    }

    /** SET_SUPER_PROPERTY base, key, value, this, strict. */
    static void setSuperProperty(Frame frame, int pc) {
        setSuper(frame, pc, frame.code.constants[frame.code.instructions[pc + 2]]);
    }

    /** SET_SUPER_ELEMENT base, key, value, this, strict. */
    static void setSuperElement(Frame frame, int pc) {
        setSuper(frame, pc, TypeConversion.toPropertyKey(operand(frame, pc, 2)));
    }

    private static void setSuper(Frame frame, int pc, Object key) {
        JSObject base = base(operand(frame, pc, 1), key, true);
        Object self = operand(frame, pc, 4);
        boolean strict = frame.code.instructions[pc + 5] != 0;
        if (!base.set(key, operand(frame, pc, 3), self) && strict) {
            throw PropertyErrors.failedSet(self instanceof JSObject object ? object : base, key);
        }
    }
}
