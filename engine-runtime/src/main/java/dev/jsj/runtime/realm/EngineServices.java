package dev.jsj.runtime.realm;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.value.JSThrow;

import org.jspecify.annotations.Nullable;

/**
 * What agents and realms need from the layers above them: built-ins, operations and the source
 * compiler. One implementation is plugged in by the engine assembly; it has no state of its own.
 */
public interface EngineServices {
    /** Makes an intrinsic object; called once per realm and intrinsic, on first use. */
    JSObject createIntrinsic(Intrinsic intrinsic, Realm realm);

    /** Defines the properties of the global object (19.1 to 19.4), lazily filled. */
    void setDefaultGlobalBindings(Realm realm);

    /**
     * 10.4.2.4 ArraySetLength, steps 3 to 5: the array length that a value stands for, or a
     * RangeError.
     */
    long toArrayLength(Object value);

    /**
     * The value of a throw completion; a native error without an object gets one now, in {@code
     * realm}, with the current stack.
     */
    Object thrownValue(JSThrow completion, Realm realm);

    /**
     * 19.2.1.1 PerformEval ( x, strictCaller false, direct false ): runs script source in the
     * global scope of the realm.
     */
    Object performIndirectEval(Realm realm, String source);

    /**
     * 20.2.1.1.1 CreateDynamicFunction ( constructor, newTarget, kind, parameterArgs, bodyArg )
     * after the strings are made.
     *
     * @param prefix {@code function}, {@code function*}, {@code async function} or {@code async
     *     function*}
     * @param prototype [[Prototype]] of the new function; null for the one of its kind in the realm
     */
    JSObject createDynamicFunction(
            Realm realm,
            String prefix,
            String parameters,
            String body,
            @Nullable JSObject prototype);
}
