package dev.jsj.runtime.builtins;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Undefined;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * 19 The Global Object: its properties in V8's order. The functions and namespaces among them are
 * made when they are first read.
 */
final class GlobalObject {
    private static final Map<String, Intrinsic> INTRINSICS = intrinsics();

    private GlobalObject() {}

    private static Map<String, Intrinsic> intrinsics() {
        Map<String, Intrinsic> rows = new LinkedHashMap<>();
        rows.put("Object", Intrinsic.OBJECT);
        rows.put("Function", Intrinsic.FUNCTION);
        rows.put("Array", Intrinsic.ARRAY);
        rows.put("Number", Intrinsic.NUMBER);
        rows.put("parseFloat", Intrinsic.PARSE_FLOAT);
        rows.put("parseInt", Intrinsic.PARSE_INT);
        rows.put("Boolean", Intrinsic.BOOLEAN);
        rows.put("String", Intrinsic.STRING);
        rows.put("Symbol", Intrinsic.SYMBOL);
        rows.put("Date", Intrinsic.DATE);
        rows.put("Promise", Intrinsic.PROMISE);
        rows.put("RegExp", Intrinsic.REGEXP);
        rows.put("Error", Intrinsic.ERROR);
        rows.put("AggregateError", Intrinsic.AGGREGATE_ERROR);
        rows.put("EvalError", Intrinsic.EVAL_ERROR);
        rows.put("RangeError", Intrinsic.RANGE_ERROR);
        rows.put("ReferenceError", Intrinsic.REFERENCE_ERROR);
        rows.put("SyntaxError", Intrinsic.SYNTAX_ERROR);
        rows.put("TypeError", Intrinsic.TYPE_ERROR);
        rows.put("URIError", Intrinsic.URI_ERROR);
        rows.put("JSON", Intrinsic.JSON);
        rows.put("Math", Intrinsic.MATH);
        rows.put("ArrayBuffer", Intrinsic.ARRAY_BUFFER);
        rows.put("Uint8Array", Intrinsic.UINT8_ARRAY);
        rows.put("Int8Array", Intrinsic.INT8_ARRAY);
        rows.put("Uint16Array", Intrinsic.UINT16_ARRAY);
        rows.put("Int16Array", Intrinsic.INT16_ARRAY);
        rows.put("Uint32Array", Intrinsic.UINT32_ARRAY);
        rows.put("Int32Array", Intrinsic.INT32_ARRAY);
        rows.put("Float32Array", Intrinsic.FLOAT32_ARRAY);
        rows.put("Float64Array", Intrinsic.FLOAT64_ARRAY);
        rows.put("Uint8ClampedArray", Intrinsic.UINT8_CLAMPED_ARRAY);
        rows.put("BigUint64Array", Intrinsic.BIGUINT64_ARRAY);
        rows.put("BigInt64Array", Intrinsic.BIGINT64_ARRAY);
        rows.put("DataView", Intrinsic.DATA_VIEW);
        rows.put("Map", Intrinsic.MAP);
        rows.put("BigInt", Intrinsic.BIGINT);
        rows.put("Set", Intrinsic.SET);
        rows.put("Iterator", Intrinsic.ITERATOR);
        rows.put("WeakMap", Intrinsic.WEAK_MAP);
        rows.put("WeakSet", Intrinsic.WEAK_SET);
        rows.put("Proxy", Intrinsic.PROXY);
        rows.put("Reflect", Intrinsic.REFLECT);
        rows.put("FinalizationRegistry", Intrinsic.FINALIZATION_REGISTRY);
        rows.put("WeakRef", Intrinsic.WEAK_REF);
        rows.put("decodeURI", Intrinsic.DECODE_URI);
        rows.put("decodeURIComponent", Intrinsic.DECODE_URI_COMPONENT);
        rows.put("encodeURI", Intrinsic.ENCODE_URI);
        rows.put("encodeURIComponent", Intrinsic.ENCODE_URI_COMPONENT);
        rows.put("escape", Intrinsic.ESCAPE);
        rows.put("unescape", Intrinsic.UNESCAPE);
        rows.put("eval", Intrinsic.EVAL);
        rows.put("isFinite", Intrinsic.IS_FINITE);
        rows.put("isNaN", Intrinsic.IS_NAN);
        rows.put("SharedArrayBuffer", Intrinsic.SHARED_ARRAY_BUFFER);
        rows.put("Atomics", Intrinsic.ATOMICS);
        rows.put("Float16Array", Intrinsic.FLOAT16_ARRAY);
        rows.put("SuppressedError", Intrinsic.SUPPRESSED_ERROR);
        rows.put("DisposableStack", Intrinsic.DISPOSABLE_STACK);
        rows.put("AsyncDisposableStack", Intrinsic.ASYNC_DISPOSABLE_STACK);
        return rows;
    }

    static void define(Realm realm) {
        JSObject global = realm.globalObject();
        for (String name : INTRINSICS.keySet()) {
            global.addProperty(name, null, Property.HIDDEN);
            if (name.equals("parseInt")) { // 19.1.2 to 19.1.4
                global.addProperty("Infinity", Double.POSITIVE_INFINITY, Property.FROZEN);
                global.addProperty("NaN", JsNumber.NAN, Property.FROZEN);
                global.addProperty("undefined", Undefined.UNDEFINED, Property.FROZEN);
            } else if (name.equals("URIError")) { // 19.1.1
                global.addProperty("globalThis", realm.globalThis(), Property.HIDDEN);
            }
        }
        realm.agent()
                .registerLazySlots(
                        global,
                        (object, property) -> realm.intrinsic(INTRINSICS.get(property.key())));
    }
}
