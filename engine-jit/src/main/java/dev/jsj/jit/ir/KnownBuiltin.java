package dev.jsj.jit.ir;

import dev.jsj.runtime.function.BuiltinFunction;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** The built-in functions that compiled code does not call but does itself. */
public enum KnownBuiltin {
    // 21.3 The Math Object: functions of Numbers
    ABS("MathObject", "abs", 1),
    ATAN("MathObject", "atan", 1),
    ATAN2("MathObject", "atan2", 2),
    CEIL("MathObject", "ceil", 1),
    CLZ32("MathObject", "clz32", 1),
    COS("MathObject", "cos", 1),
    EXP("MathObject", "exp", 1),
    FLOOR("MathObject", "floor", 1),
    FROUND("MathObject", "fround", 1),
    IMUL("MathObject", "imul", 2),
    LOG("MathObject", "log", 1),
    MAX("MathObject", "max", 2),
    MIN("MathObject", "min", 2),
    POW("MathObject", "pow", 2),
    ROUND("MathObject", "round", 1),
    SIGN("MathObject", "sign", 1),
    SIN("MathObject", "sin", 1),
    SQRT("MathObject", "sqrt", 1),
    TAN("MathObject", "tan", 1),
    TRUNC("MathObject", "trunc", 1),

    // methods, with a helper of the same name that gives null where it does not apply
    CHAR_CODE_AT("StringPrototype", "charCodeAt", 1),
    CHAR_AT("StringPrototype", "charAt", 1),
    FROM_CHAR_CODE("StringConstructor", "fromCharCode", 1),
    PUSH("ArrayPrototype", "push", 1),
    POP("ArrayPrototype", "pop", 0),
    IS_ARRAY("ArrayConstructor", "isArray", 1),
    MAP_GET("MapPrototype", "get", 1),
    MAP_HAS("MapPrototype", "has", 1),
    MAP_SET("MapPrototype", "set", 2),
    SET_HAS("SetPrototype", "has", 1),
    SET_ADD("SetPrototype", "add", 1);

    private final String table;
    private final String functionName;
    private final int argumentCount;

    KnownBuiltin(String table, String functionName, int argumentCount) {
        this.table = table;
        this.functionName = functionName;
        this.argumentCount = argumentCount;
    }

    /** How many arguments a call must have to be done inline. */
    public int argumentCount() {
        return argumentCount;
    }

    /** Whether it is a function of Numbers that gives a Number and has no effect. */
    public boolean isMath() {
        return compareTo(TRUNC) <= 0;
    }

    private static final Map<String, KnownBuiltin> BY_NAME = byName();

    private static Map<String, KnownBuiltin> byName() {
        Map<String, KnownBuiltin> names = new HashMap<>();
        for (KnownBuiltin builtin : values()) {
            names.put(builtin.table + "." + builtin.functionName, builtin);
        }
        return names;
    }

    /** The one that a call target is, or null. */
    public static @Nullable KnownBuiltin of(@Nullable Object callee) {
        return callee instanceof BuiltinFunction function
                ? BY_NAME.get(
                        function.table().getClass().getSimpleName() + "." + function.debugName())
                : null;
    }
}
