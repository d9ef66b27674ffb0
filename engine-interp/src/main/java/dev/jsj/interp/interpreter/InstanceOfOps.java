package dev.jsj.interp.interpreter;

import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.runtime.builtins.fundamentals.FunctionPrototype;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.value.Symbol;

import org.jspecify.annotations.Nullable;

/** INSTANCEOF (13.10.2), with a cache for the look-up of the target's @@hasInstance. */
final class InstanceOfOps {
    private InstanceOfOps() {}

    /** INSTANCEOF dst, value, target, fb. */
    static void instanceOf(Frame frame, int pc) {
        ScriptCode code = frame.code;
        int[] instructions = code.instructions;
        Object value = frame.registers[instructions[pc + 2]];
        Object target = frame.registers[instructions[pc + 3]];
        int site = instructions[pc + 4];
        Boolean result = quick(code.caches, site, value, target);
        if (result == null) {
            if (target instanceof ScriptFunction function) {
                PropertyCache.load(
                        code.megamorphic(),
                        code.caches,
                        site,
                        function,
                        Symbol.HAS_INSTANCE,
                        function);
            }
            result = ObjectOperations.instanceofOperator(value, target);
        }
        frame.registers[instructions[pc + 1]] = result;
    }

    /**
     * The answer for a target whose @@hasInstance is Function.prototype's, where neither the
     * "prototype" property nor a prototype chain runs other code; null for everything else.
     */
    static @Nullable Boolean quick(Object[] caches, int site, Object value, Object target) {
        if (!(target instanceof ScriptFunction function)
                || !(caches[site] instanceof PropertyCache cache)
                || !function.isConstructor()
                || !FunctionPrototype.isHasInstance(cache.dataOf(function))
                || !(function.prototypeProperty() instanceof JSObject wanted)) {
            return null;
        }
        if (!(value instanceof JSObject object)) {
            return Boolean.FALSE;
        }
        for (JSObject holder = object; holder != null; ) {
            if (holder.shape().kind() == ObjectKind.EXOTIC) {
                return null;
            }
            holder = holder.shape().prototype();
            if (holder == wanted) {
                return Boolean.TRUE;
            }
        }
        return Boolean.FALSE;
    }
}
