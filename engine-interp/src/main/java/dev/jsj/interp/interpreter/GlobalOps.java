package dev.jsj.interp.interpreter;

import dev.jsj.interp.feedback.GlobalPropertyCache;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.PropertyErrors;
import dev.jsj.runtime.realm.GlobalBinding;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** Global variables: the declarative record first, then the global object (9.1.1.4). */
final class GlobalOps {
    private GlobalOps() {}

    /** GET_GLOBAL dst, name, fb. */
    static void get(Frame frame, int pc) {
        Object value = find(frame, pc);
        if (value == null) {
            throw notDefined(name(frame, pc + 2));
        }
        frame.registers[frame.code.instructions[pc + 1]] = value;
    }

    /** GET_GLOBAL_OR_UNDEFINED dst, name, fb. */
    static void getOrUndefined(Frame frame, int pc) {
        Object value = find(frame, pc);
        frame.registers[frame.code.instructions[pc + 1]] =
                value == null ? Undefined.UNDEFINED : value;
    }

    private static @Nullable Object find(Frame frame, int pc) {
        int[] instructions = frame.code.instructions;
        Object[] caches = frame.code.caches;
        int site = instructions[pc + 3];
        if (caches[site] instanceof GlobalPropertyCache cache) {
            Object value = cache.value();
            if (value != null) {
                return value;
            }
        }
        String name = name(frame, pc + 2);
        Realm realm = frame.realm();
        GlobalBinding binding = realm.declarativeRecord().get(name);
        if (binding != null) {
            caches[site] = binding;
            return value(binding);
        }
        JSObject global = realm.globalObject();
        caches[site] = GlobalPropertyCache.find(global, name);
        return getProperty(global, name);
    }

    static String name(Frame frame, int operand) {
        return (String) frame.code.constants[frame.code.instructions[operand]];
    }

    /** The value of a lexical binding; a ReferenceError in its dead zone. */
    static Object value(GlobalBinding binding) {
        Object value = binding.value;
        if (value == null) {
            throw Errors.referenceError(
                    "Cannot access '" + binding.name() + "' before initialization");
        }
        return value;
    }

    /** The global object's property, or null where it has none. */
    static @Nullable Object getProperty(JSObject global, String name) {
        Object value = global.get(name);
        return value != Undefined.UNDEFINED || global.hasProperty(name) ? value : null;
    }

    /** SET_GLOBAL name, src, strict, fb. */
    static void set(Frame frame, int pc) {
        int[] instructions = frame.code.instructions;
        Object[] caches = frame.code.caches;
        int site = instructions[pc + 4];
        Object value = frame.registers[instructions[pc + 2]];
        if (caches[site] instanceof GlobalPropertyCache cache && cache.store(value)) {
            return;
        }
        String name = name(frame, pc + 1);
        Realm realm = frame.realm();
        GlobalBinding binding = realm.declarativeRecord().get(name);
        if (binding != null) {
            set(binding, value);
            return;
        }
        JSObject global = realm.globalObject();
        setProperty(global, name, value, instructions[pc + 3] != 0);
        caches[site] = GlobalPropertyCache.find(global, name);
    }

    /** SetMutableBinding of a lexical binding. */
    static void set(GlobalBinding binding, Object value) {
        value(binding);
        if (!binding.isMutable()) {
            throw Errors.typeError("Assignment to constant variable.");
        }
        binding.value = value;
    }

    static void setProperty(JSObject global, String name, Object value, boolean strict) {
        if (strict && !global.hasProperty(name)) {
            throw notDefined(name);
        }
        if (!global.set(name, value, global) && strict) {
            throw PropertyErrors.failedSet(global, name);
        }
    }

    /** INITIALIZE_GLOBAL name, src. */
    static void initialize(Frame frame, int pc) {
        Object value = frame.registers[frame.code.instructions[pc + 2]];
        frame.realm().declarativeRecord().get(name(frame, pc + 1)).value = value;
    }

    static JSThrow notDefined(String name) {
        return Errors.referenceError(name + " is not defined");
    }
}
