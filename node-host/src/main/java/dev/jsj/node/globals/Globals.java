package dev.jsj.node.globals;

import dev.jsj.node.console.ConsoleObject;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.LazySlots;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Symbol;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The globals of Node in a program's main realm, in Node's order. Each is made when it is first
 * read: from a module of the runtime's own JavaScript, or natively.
 */
public final class Globals {
    /** Name to the module that exports it; an empty module means: made here. */
    private static final Map<String, String> MODULES = modules();

    private Globals() {}

    private static Map<String, String> modules() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("console", "");
        rows.put("process", "");
        rows.put("global", "");
        rows.put("Buffer", "buffer");
        rows.put("queueMicrotask", "");
        rows.put("clearImmediate", "timers");
        rows.put("setImmediate", "timers");
        rows.put("structuredClone", "internal/structured_clone");
        rows.put("URL", "internal/url/url");
        rows.put("URLSearchParams", "internal/url/url");
        rows.put("DOMException", "internal/dom_exception");
        rows.put("clearInterval", "timers");
        rows.put("clearTimeout", "timers");
        rows.put("setInterval", "timers");
        rows.put("setTimeout", "timers");
        rows.put("BroadcastChannel", "internal/worker/io");
        rows.put("AbortController", "internal/abort_controller");
        rows.put("AbortSignal", "internal/abort_controller");
        rows.put("Event", "internal/event_target");
        rows.put("EventTarget", "internal/event_target");
        rows.put("TransformStream", "stream/web");
        rows.put("TransformStreamDefaultController", "stream/web");
        rows.put("WritableStream", "stream/web");
        rows.put("WritableStreamDefaultController", "stream/web");
        rows.put("WritableStreamDefaultWriter", "stream/web");
        rows.put("ReadableStream", "stream/web");
        rows.put("ReadableStreamDefaultReader", "stream/web");
        rows.put("ReadableStreamBYOBReader", "stream/web");
        rows.put("ReadableStreamBYOBRequest", "stream/web");
        rows.put("ReadableByteStreamController", "stream/web");
        rows.put("ReadableStreamDefaultController", "stream/web");
        rows.put("ByteLengthQueuingStrategy", "stream/web");
        rows.put("CountQueuingStrategy", "stream/web");
        rows.put("TextEncoderStream", "stream/web");
        rows.put("TextDecoderStream", "stream/web");
        rows.put("CompressionStream", "stream/web");
        rows.put("DecompressionStream", "stream/web");
        rows.put("fetch", "internal/fetch/fetch_function");
        rows.put("FormData", "internal/fetch/fetch");
        rows.put("Headers", "internal/fetch/fetch");
        rows.put("Request", "internal/fetch/fetch");
        rows.put("Response", "internal/fetch/fetch");
        rows.put("CustomEvent", "internal/event_target");
        rows.put("Blob", "internal/blob");
        rows.put("File", "internal/blob");
        rows.put("crypto", "internal/crypto/webcrypto");
        rows.put("Crypto", "internal/crypto/webcrypto");
        rows.put("CryptoKey", "internal/crypto/webcrypto");
        rows.put("SubtleCrypto", "internal/crypto/webcrypto");
        rows.put("MessageChannel", "internal/worker/io");
        rows.put("MessagePort", "internal/worker/io");
        rows.put("MessageEvent", "internal/worker/message_event");
        rows.put("atob", "buffer");
        rows.put("btoa", "buffer");
        rows.put("Performance", "perf_hooks");
        rows.put("PerformanceEntry", "perf_hooks");
        rows.put("PerformanceMark", "perf_hooks");
        rows.put("PerformanceMeasure", "perf_hooks");
        rows.put("PerformanceObserver", "perf_hooks");
        rows.put("PerformanceObserverEntryList", "perf_hooks");
        rows.put("PerformanceResourceTiming", "perf_hooks");
        rows.put("performance", "perf_hooks");
        rows.put("TextEncoder", "internal/encoding");
        rows.put("TextDecoder", "internal/encoding");
        rows.put("Ant", "ant/ant");
        return rows;
    }

    private static boolean isEnumerable(String name) {
        return switch (name) {
            case "global",
                    "clearImmediate",
                    "setImmediate",
                    "clearInterval",
                    "clearTimeout",
                    "setInterval",
                    "setTimeout",
                    "queueMicrotask",
                    "structuredClone",
                    "atob",
                    "btoa",
                    "performance",
                    "fetch",
                    "crypto" ->
                    true;
            default -> false;
        };
    }

    /** Defines them on the realm's global object. */
    public static void define(NodeRuntime runtime) {
        Realm realm = runtime.realm();
        JSObject global = realm.globalObject();
        LazySlots language = realm.agent().lazySlots(global);
        realm.agent()
                .registerLazySlots(
                        global,
                        (object, property) ->
                                MODULES.containsKey((String) property.key())
                                        ? make(runtime, (String) property.key())
                                        : language.materialize(object, property));
        global.addProperty(Symbol.TO_STRING_TAG, "global", Property.CONFIGURABLE);
        for (String name : MODULES.keySet()) {
            global.addProperty(name, null, isEnumerable(name) ? Property.DEFAULT : Property.HIDDEN);
        }
        realm.intrinsic(Intrinsic.STRING_PROTOTYPE)
                .addProperty(
                        "template",
                        BuiltinFunction.function(
                                realm, HostFunctions.TABLE, HostFunctions.TEMPLATE, "template", 1),
                        Property.HIDDEN);
    }

    private static Object make(NodeRuntime runtime, String name) {
        Realm realm = runtime.realm();
        return switch (name) {
            case "console" -> {
                ConsoleObject console = ConsoleObject.create(realm);
                runtime.setConsole(console);
                yield console;
            }
            case "process" -> runtime.modules().process();
            case "global" -> realm.globalThis();
            case "queueMicrotask" ->
                    BuiltinFunction.function(
                            realm, HostFunctions.TABLE, HostFunctions.QUEUE_MICROTASK, name, 1);
            default -> runtime.modules().require(MODULES.get(name)).get(name);
        };
    }

    /** Adds the function {@code gc}, for {@code --expose-gc}. */
    public static void exposeGc(Realm realm) {
        realm.globalObject()
                .addProperty(
                        "gc",
                        BuiltinFunction.function(
                                realm, HostFunctions.TABLE, HostFunctions.GC, "gc", 0),
                        Property.HIDDEN);
    }
}
