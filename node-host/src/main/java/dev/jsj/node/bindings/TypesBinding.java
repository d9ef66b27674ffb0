package dev.jsj.node.bindings;

import dev.jsj.interp.modules.ModuleNamespace;
import dev.jsj.runtime.builtins.binary.ElementType;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.builtins.binary.JSDataView;
import dev.jsj.runtime.builtins.binary.JSTypedArray;
import dev.jsj.runtime.builtins.collections.JSMap;
import dev.jsj.runtime.builtins.collections.JSSet;
import dev.jsj.runtime.builtins.collections.JSWeakMap;
import dev.jsj.runtime.builtins.collections.JSWeakSet;
import dev.jsj.runtime.builtins.collections.TableIterator;
import dev.jsj.runtime.builtins.control.JSAsyncGenerator;
import dev.jsj.runtime.builtins.control.JSGenerator;
import dev.jsj.runtime.builtins.control.JSPromise;
import dev.jsj.runtime.builtins.numbers.JSDate;
import dev.jsj.runtime.builtins.reflection.JSProxy;
import dev.jsj.runtime.function.FunctionCode;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSError;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.PrimitiveObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/** {@code types}: which class of object a value is; what {@code util.types} answers. */
final class TypesBinding extends BindingTable {
    private static final String[] NAMES = {
        "isExternal",
        "isDate",
        "isArgumentsObject",
        "isBigIntObject",
        "isBooleanObject",
        "isNumberObject",
        "isStringObject",
        "isSymbolObject",
        "isBoxedPrimitive",
        "isNativeError",
        "isRegExp",
        "isAsyncFunction",
        "isGeneratorFunction",
        "isGeneratorObject",
        "isPromise",
        "isMap",
        "isSet",
        "isMapIterator",
        "isSetIterator",
        "isWeakMap",
        "isWeakSet",
        "isArrayBuffer",
        "isDataView",
        "isSharedArrayBuffer",
        "isProxy",
        "isModuleNamespaceObject",
        "isAnyArrayBuffer",
        "isTypedArray",
        "isUint8Array",
        "isFloat32Array",
        "isFloat64Array",
        "isCryptoKey",
        "isKeyObject",
    };

    static final TypesBinding TABLE = new TypesBinding();

    private TypesBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 1, Property.DEFAULT);
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return arg(arguments, 0) instanceof JSObject object && is(NAMES[id], object);
    }

    private static boolean is(String name, JSObject object) {
        return switch (name) {
            case "isDate" -> object instanceof JSDate;
            case "isArgumentsObject" -> object.builtinTag().equals("Arguments");
            case "isBigIntObject" -> boxed(object) instanceof BigInteger;
            case "isBooleanObject" -> boxed(object) instanceof Boolean;
            case "isNumberObject" ->
                    boxed(object) instanceof Number && !(boxed(object) instanceof BigInteger);
            case "isStringObject" -> boxed(object) instanceof CharSequence;
            case "isSymbolObject" -> boxed(object) instanceof Symbol;
            case "isBoxedPrimitive" -> object instanceof PrimitiveObject;
            case "isNativeError" -> object instanceof JSError;
            case "isRegExp" -> object.builtinTag().equals("RegExp");
            case "isAsyncFunction" -> kind(object) != null && kind(object).isAsync();
            case "isGeneratorFunction" -> kind(object) != null && kind(object).isGenerator();
            case "isGeneratorObject" ->
                    object instanceof JSGenerator || object instanceof JSAsyncGenerator;
            case "isPromise" -> object instanceof JSPromise;
            case "isMap" -> object instanceof JSMap;
            case "isSet" -> object instanceof JSSet;
            case "isMapIterator" -> object instanceof TableIterator iterator && iterator.isOfMap();
            case "isSetIterator" -> object instanceof TableIterator iterator && !iterator.isOfMap();
            case "isWeakMap" -> object instanceof JSWeakMap;
            case "isWeakSet" -> object instanceof JSWeakSet;
            case "isArrayBuffer" -> object instanceof JSArrayBuffer buffer && !buffer.isShared();
            case "isSharedArrayBuffer" ->
                    object instanceof JSArrayBuffer buffer && buffer.isShared();
            case "isAnyArrayBuffer" -> object instanceof JSArrayBuffer;
            case "isDataView" -> object instanceof JSDataView;
            case "isTypedArray" -> object instanceof JSTypedArray;
            case "isUint8Array" -> isTypedArray(object, ElementType.UINT8);
            case "isFloat32Array" -> isTypedArray(object, ElementType.FLOAT32);
            case "isFloat64Array" -> isTypedArray(object, ElementType.FLOAT64);
            case "isProxy" -> object instanceof JSProxy;
            case "isModuleNamespaceObject" -> object instanceof ModuleNamespace;
            default -> false; // kinds of object that this runtime does not have
        };
    }

    private static boolean isTypedArray(JSObject object, ElementType type) {
        return object instanceof JSTypedArray array && array.type() == type;
    }

    private static @Nullable Object boxed(JSObject object) {
        return object instanceof PrimitiveObject primitive ? primitive.primitiveValue() : null;
    }

    private static FunctionCode.@Nullable Kind kind(JSObject object) {
        return object instanceof ScriptFunction function ? function.code().kind() : null;
    }
}
