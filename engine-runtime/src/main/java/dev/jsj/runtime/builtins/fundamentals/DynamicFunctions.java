package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/**
 * Functions made from strings, for the constructors Function, GeneratorFunction, AsyncFunction and
 * AsyncGeneratorFunction.
 */
public final class DynamicFunctions {
    private DynamicFunctions() {}

    /**
     * 20.2.1.1.1 CreateDynamicFunction ( constructor, newTarget, kind, parameterArgs, bodyArg ).
     *
     * @param constructor the intrinsic that was called
     * @param defaultPrototype [[Prototype]] of the functions of this kind
     * @param prefix {@code function}, {@code function*}, {@code async function} or {@code async
     *     function*}
     * @param newTarget null for [[Call]]
     */
    public static JSObject create(
            Realm realm,
            Intrinsic constructor,
            Intrinsic defaultPrototype,
            String prefix,
            Object[] arguments,
            @Nullable JSObject newTarget) {
        int count = arguments.length - 1;
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < count; i++) { // 7-11
            if (i > 0) {
                parameters.append(',');
            }
            parameters.append(TypeConversion.toString(arguments[i]));
        }
        String body = count < 0 ? "" : TypeConversion.toJavaString(arguments[count]);
        realm.agent().hostHooks().ensureCanCompileStrings(realm); // 12
        JSObject prototype =
                newTarget == null || newTarget == realm.intrinsic(constructor)
                        ? null
                        : Constructors.getPrototypeFromConstructor(newTarget, defaultPrototype);
        return realm.agent()
                .services()
                .createDynamicFunction(realm, prefix, parameters.toString(), body, prototype);
    }
}
