package dev.jsj.node.globals;

import dev.jsj.interp.interpreter.InterpreterState;
import dev.jsj.interp.interpreter.OptimizingTier;
import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * The functions behind V8's natives syntax: they look into the engine and steer the optimizing
 * tier.
 */
public final class NativeFunctions extends BuiltinTable {
    private static final String[] NAMES = {
        "HaveSameMap",
        "HasFastProperties",
        "HasDictionaryElements",
        "HasSmiElements",
        "HasDoubleElements",
        "HasObjectElements",
        "PrepareFunctionForOptimization",
        "OptimizeFunctionOnNextCall",
        "GetOptimizationStatus",
        "NeverOptimizeFunction",
        "DeoptimizeFunction",
        "CompileBaseline",
        "IsBeingInterpreted",
        "CollectGarbage",
    };

    /** V8's bits of an optimization status. */
    private static final int IS_FUNCTION = 1;

    private static final int OPTIMIZED = 1 << 4;
    private static final int BY_TURBOFAN = 1 << 6;
    private static final int INTERPRETED = 1 << 7;

    private static final NativeFunctions TABLE = new NativeFunctions();

    private NativeFunctions() {}

    /** Defines the functions on the global object, each name after {@code prefix}. */
    public static void define(Realm realm, char prefix) {
        for (int id = 0; id < NAMES.length; id++) {
            realm.globalObject()
                    .addProperty(
                            (prefix + NAMES[id]).intern(),
                            BuiltinFunction.function(realm, TABLE, id, NAMES[id], 1),
                            Property.HIDDEN);
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (NAMES[id]) {
            case "HaveSameMap" ->
                    arg(arguments, 0) instanceof JSObject a
                            && arg(arguments, 1) instanceof JSObject b
                            && a.shape() == b.shape();
            case "HasFastProperties" ->
                    arg(arguments, 0) instanceof JSObject object && !object.shape().isUnique();
            case "HasDictionaryElements" ->
                    elements(arguments) != null && !isArray(elements(arguments));
            case "HasSmiElements" -> elements(arguments) instanceof int[];
            case "HasDoubleElements" -> elements(arguments) instanceof double[];
            case "HasObjectElements" -> elements(arguments) instanceof Object[];
            case "OptimizeFunctionOnNextCall" -> optimize(realm, arg(arguments, 0));
            case "NeverOptimizeFunction" -> {
                OptimizingTier tier = InterpreterState.of(realm.agent()).optimizingTier();
                if (tier != null && scriptCode(arg(arguments, 0)) instanceof ScriptCode code) {
                    tier.neverOptimize(code);
                }
                yield Undefined.UNDEFINED;
            }
            case "DeoptimizeFunction" -> {
                OptimizingTier tier = InterpreterState.of(realm.agent()).optimizingTier();
                if (tier != null && scriptCode(arg(arguments, 0)) instanceof ScriptCode code) {
                    tier.deoptimize(code);
                }
                yield Undefined.UNDEFINED;
            }
            case "GetOptimizationStatus" -> status(arg(arguments, 0));
            case "IsBeingInterpreted" -> true;
            case "CollectGarbage" -> {
                System.gc();
                yield Undefined.UNDEFINED;
            }
            default -> Undefined.UNDEFINED; // hints that this engine has no use for
        };
    }

    private static @Nullable ScriptCode scriptCode(Object value) {
        return value instanceof ScriptFunction function
                        && function.code() instanceof ScriptCode code
                ? code
                : null;
    }

    private static @Nullable Object elements(Object[] arguments) {
        return arg(arguments, 0) instanceof JSObject object ? object.elements : null;
    }

    private static boolean isArray(Object elements) {
        return elements instanceof int[]
                || elements instanceof double[]
                || elements instanceof Object[];
    }

    private static Object optimize(Realm realm, Object value) {
        OptimizingTier tier = InterpreterState.of(realm.agent()).optimizingTier();
        if (tier != null && scriptCode(value) instanceof ScriptCode code) {
            tier.optimize(code);
        }
        return Undefined.UNDEFINED;
    }

    private static Object status(Object value) {
        if (!(value instanceof ScriptFunction function)) {
            return 0;
        }
        boolean compiled = function.code() instanceof ScriptCode code && code.compiled() != null;
        return IS_FUNCTION | (compiled ? OPTIMIZED | BY_TURBOFAN : INTERPRETED);
    }
}
