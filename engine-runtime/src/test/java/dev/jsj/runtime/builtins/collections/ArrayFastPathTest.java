package dev.jsj.runtime.builtins.collections;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jsj.runtime.TestRealm;
import dev.jsj.runtime.builtins.reflection.JSProxy;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorObjects;
import dev.jsj.runtime.operations.NumberConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The functions of Array.prototype give the same on an array (fast paths) and on a proxy of an
 * equal array (the steps of the specification).
 */
class ArrayFastPathTest {
    private static final String[] METHODS = {
        "push",
        "pop",
        "shift",
        "unshift",
        "splice",
        "slice",
        "concat",
        "reverse",
        "fill",
        "copyWithin",
        "indexOf",
        "includes",
        "lastIndexOf",
        "flat",
        "sort",
        "toSorted",
        "toSpliced",
        "toReversed",
        "with",
        "at",
        "join",
        "toString"
    };

    private static final Object[][] PALETTES = {
        {1, 2, 3, -5, 0},
        {1, 2.5, -0.0, Double.NaN, 7},
        {1, "b", "a", Undefined.UNDEFINED, Null.NULL, 2.5, true}
    };

    private final Realm realm = TestRealm.create();
    private final Random random = new Random(42);

    @Test
    void fastPathsAgreeWithTheSpecification() {
        for (int round = 0; round < 4000; round++) {
            Object[] palette = PALETTES[round % PALETTES.length];
            JSArray fast = randomArray(palette);
            JSArray plain = copy(fast);
            JSObject proxy = JSProxy.create(realm, plain, realm.newObject());
            for (int step = 0; step < 4; step++) {
                String method = METHODS[random.nextInt(METHODS.length)];
                Object[] arguments = randomArguments(method, palette);
                String before = show(fast);
                String expected = run(proxy, method, arguments);
                assertEquals(
                        expected + " leaving " + show(plain),
                        run(fast, method, arguments) + " leaving " + show(fast),
                        () -> before + "." + method + show(realm.newArray(arguments)));
            }
        }
    }

    private JSArray randomArray(Object[] palette) {
        JSArray array = realm.newArray();
        int length = random.nextInt(9);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(8) != 0) {
                array.set((Object) i, palette[random.nextInt(palette.length)], array);
            }
        }
        if (random.nextInt(4) == 0) {
            array.setLength(array.length() + random.nextInt(3));
        }
        return array;
    }

    private JSArray copy(JSArray from) {
        JSArray copy = realm.newArray();
        for (Object key : from.ownPropertyKeys()) {
            copy.set(key, from.get(key), copy);
        }
        return copy;
    }

    private Object[] randomArguments(String method, Object[] palette) {
        Object[] arguments = new Object[random.nextInt(4)];
        for (int i = 0; i < arguments.length; i++) {
            boolean wantsIndex =
                    switch (method) {
                        case "splice", "toSpliced" -> i < 2;
                        case "slice", "copyWithin", "at" -> true;
                        case "fill", "indexOf", "includes", "lastIndexOf" -> i > 0;
                        case "with" -> i == 0;
                        default -> false;
                    };
            arguments[i] =
                    wantsIndex
                            ? (Object) (random.nextInt(12) - 4)
                            : palette[random.nextInt(palette.length)];
            if (method.equals("concat") && random.nextBoolean()) {
                arguments[i] = randomArray(palette);
            }
        }
        return method.endsWith("ort") || method.equals("toSorted") || method.equals("flat")
                ? new Object[0]
                : arguments;
    }

    private String run(JSObject on, String method, Object[] arguments) {
        try {
            Object result = TestRealm.invoke(realm, on, method, arguments.clone());
            return result == on ? "itself" : show(result);
        } catch (JSThrow completion) {
            return ErrorObjects.thrownValue(completion, realm).getClass() + completion.getMessage();
        }
    }

    private static String show(Object value) {
        if (value instanceof JSArray array) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < array.length(); i++) {
                parts.add(array.hasOwn(i) ? show(array.get(i)) : "hole");
            }
            return parts + ":" + array.length();
        }
        if (value instanceof Number number) {
            double amount = number.doubleValue();
            return amount == 0 && 1 / amount < 0 ? "-0" : NumberConversion.toString(amount);
        }
        return value instanceof CharSequence ? "'" + value + "'" : value.toString();
    }
}
