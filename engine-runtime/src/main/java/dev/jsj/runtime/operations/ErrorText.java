package dev.jsj.runtime.operations;

import dev.jsj.runtime.function.JSFunction;
import dev.jsj.runtime.object.Accessor;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;

import org.jspecify.annotations.Nullable;

/**
 * How values appear inside the messages of native errors: V8's forms, made without running user
 * code.
 */
public final class ErrorText {
    private static final int MAX_PROTOTYPE_CHAIN = 1000;

    private static final int LONGEST_SOURCE = 128;
    private static final int SHOWN_SOURCE = 111;

    private ErrorText() {}

    /**
     * {@code 1}, {@code abc}, {@code Symbol(x)}, {@code #<Foo>}, {@code [object Array]}, a
     * function's source.
     */
    public static String of(Object value) {
        if (value instanceof JSObject object) {
            return ofObject(object);
        }
        return primitive(value);
    }

    /**
     * The value's type, and the value where it is short: {@code number 1}, {@code string "a"},
     * {@code object null}, {@code object}.
     */
    public static String withType(Object value) {
        String type = Operators.typeof(value);
        if (value instanceof CharSequence) {
            return type + " \"" + value + '"';
        }
        boolean shown = value == Null.NULL || value instanceof Boolean || JsNumber.isNumber(value);
        return shown ? type + " " + primitive(value) : type;
    }

    /** A property key: its string, or the symbol's descriptive string. */
    public static String ofKey(Object key) {
        return key.toString();
    }

    /** The operand of "x is not iterable" as built-ins print it. */
    public static String notIterable(Object value) {
        return withType(value) + " is not iterable (cannot read property Symbol(Symbol.iterator))";
    }

    private static String primitive(Object value) {
        if (value instanceof Double number) {
            return NumberConversion.toString(number);
        }
        return value
                .toString(); // String, Rope, Integer, Boolean, BigInteger, Symbol, undefined, null
    }

    private static String ofObject(JSObject object) {
        if (object instanceof JSFunction function) {
            return shortened(function.sourceText());
        }
        if ("Error".equals(object.builtinTag())) {
            return errorText(object);
        }
        Object tag = dataProperty(object, Symbol.TO_STRING_TAG);
        if (inheritsObjectToString(object)) {
            String constructor = constructorName(object);
            if (!constructor.isEmpty()) {
                return "#<" + constructor + ">";
            }
        }
        return "[object " + (tag instanceof CharSequence ? tag : object.builtinTag()) + "]";
    }

    /** Long functions lose their middle, as in V8. */
    private static String shortened(String source) {
        return source.length() > LONGEST_SOURCE
                ? source.substring(0, SHOWN_SOURCE)
                        + "...<omitted>..."
                        + source.substring(source.length() - 2)
                : source;
    }

    /**
     * The {@code name} of the function behind an object's {@code constructor} property, or an empty
     * string.
     */
    public static String constructorName(JSObject object) {
        return dataProperty(object, "constructor") instanceof JSFunction function
                ? function.debugName()
                : "";
    }

    /**
     * Whether {@code toString} is found on an object without any other prototype:
     * %Object.prototype%.
     */
    private static boolean inheritsObjectToString(JSObject object) {
        return dataProperty(object, "toString") instanceof JSFunction function
                && function.debugName().equals("toString")
                && hasObjectPrototypeToString(object);
    }

    private static boolean hasObjectPrototypeToString(JSObject object) {
        for (JSObject holder = object; holder != null; holder = holder.shape().prototype()) {
            if (holder.shape().lookup("toString") != null) {
                return holder.shape().prototype() == null;
            }
        }
        return true; // exotic
    }

    /** 20.5.3.4 Error.prototype.toString on data properties only. */
    public static String errorText(JSObject error) {
        Object name = dataProperty(error, "name");
        Object message = dataProperty(error, "message");
        String nameText = name == null || name instanceof JSObject ? "Error" : primitive(name);
        String messageText =
                message == null || message instanceof JSObject ? "" : primitive(message);
        if (nameText.isEmpty()) {
            return messageText;
        }
        return messageText.isEmpty() ? nameText : nameText + ": " + messageText;
    }

    /**
     * The value of a data property found along ordinary prototypes, or null; runs no getter or
     * trap.
     */
    public static @Nullable Object dataProperty(JSObject start, Object key) {
        JSObject object = start;
        for (int i = 0; object != null && i < MAX_PROTOTYPE_CHAIN; i++) {
            if (object instanceof ProxyObject proxy) {
                object = proxy.proxyTarget();
                continue;
            }
            if (object.shape().kind() == ObjectKind.EXOTIC) {
                return null;
            }
            Property property = object.shape().lookup(key);
            if (property != null) {
                Object value = object.slotValue(property);
                return value instanceof Accessor ? null : value;
            }
            object = object.shape().prototype();
        }
        return null;
    }
}
