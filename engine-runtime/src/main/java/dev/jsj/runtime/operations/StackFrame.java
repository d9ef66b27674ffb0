package dev.jsj.runtime.operations;

import dev.jsj.runtime.function.JSFunction;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.Accessor;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.SourcePosition;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a captured stack, printed as V8 prints it. Nothing here runs user code.
 *
 * @param function the function; null for scripts, modules and eval code
 * @param receiver the this value where it is known
 * @param functionName empty for anonymous functions
 * @param scriptName empty for functions without a source
 * @param position where in the script
 * @param isConstructor whether it ran as a constructor
 * @param isTopLevelCode whether it is script, module or eval code outside any function
 * @param isAsync whether it is a resumed async function
 */
public record StackFrame(
        @Nullable JSObject function,
        @Nullable Object receiver,
        String functionName,
        String scriptName,
        SourcePosition position,
        boolean isConstructor,
        boolean isTopLevelCode,
        boolean isAsync) {

    /** The entry for running code. */
    public static StackFrame of(Activation activation) {
        return new StackFrame(
                activation.function(),
                activation.receiver(),
                activation.functionName(),
                activation.scriptName(),
                activation.position(),
                activation.isConstructorCall(),
                activation.isTopLevel(),
                activation.isAsync());
    }

    /** The entry for a built-in function that has no activation of its own. */
    static StackFrame ofBuiltin(String name) {
        return new StackFrame(null, null, name, "", Nowhere.INSTANCE, false, false, false);
    }

    private enum Nowhere implements SourcePosition {
        INSTANCE;

        @Override
        public int line() {
            return 0;
        }

        @Override
        public int column() {
            return 0;
        }
    }

    /** Whether there is no receiver to name: V8's CallSite.isToplevel. */
    public boolean isTopLevel() {
        return isTopLevelCode
                || receiver == null
                || receiver == Undefined.UNDEFINED
                || receiver == Null.NULL
                || receiver instanceof JSObject object && isGlobal(object);
    }

    private boolean isGlobal(JSObject object) {
        return function instanceof JSFunction running && object == running.realm().globalThis();
    }

    /** The receiver's class: V8's CallSite.getTypeName; null for none. */
    public @Nullable String typeName() {
        if (isTopLevelCode
                || isConstructor
                || receiver == null
                || receiver == Undefined.UNDEFINED) {
            return null;
        }
        if (!(receiver instanceof JSObject object)) {
            return receiver == Null.NULL ? null : primitiveType(receiver);
        }
        if (object instanceof ProxyObject) {
            return "Proxy";
        }
        String constructor = ErrorText.constructorName(object);
        if (!constructor.isEmpty() && !constructor.equals("Object")) {
            return constructor;
        }
        Object tag = ErrorText.dataProperty(object, Symbol.TO_STRING_TAG);
        return tag instanceof CharSequence ? tag.toString() : object.builtinTag();
    }

    private static String primitiveType(Object value) {
        String type = Operators.typeof(value);
        return Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }

    /** The key under which the receiver has the function: V8's CallSite.getMethodName. */
    public @Nullable String methodName() {
        if (!(receiver instanceof JSObject start)
                || function == null
                || isTopLevelCode
                || isConstructor) {
            return null;
        }
        String name = plainName();
        for (JSObject holder = start; holder != null; holder = holder.shape().prototype()) {
            if (holder.shape().kind() == ObjectKind.EXOTIC) {
                return null;
            }
            Property property = name.isEmpty() ? null : holder.shape().lookup(name);
            if (property != null && holds(holder, property)) {
                return name;
            }
            for (Property candidate : holder.shape().properties()) {
                if (candidate.key() instanceof String key && holds(holder, candidate)) {
                    return key;
                }
            }
        }
        return null;
    }

    private String plainName() {
        boolean accessor = functionName.startsWith("get ") || functionName.startsWith("set ");
        return accessor ? functionName.substring(4) : functionName;
    }

    private boolean holds(JSObject holder, Property property) {
        Object value = holder.getSlot(property.slot());
        return value == function
                || value instanceof Accessor accessor
                        && (accessor.getter() == function || accessor.setter() == function);
    }

    /** Whether the code has a source position. */
    public boolean isNative() {
        return scriptName.isEmpty();
    }

    /** {@code file:line:column}, or {@code <anonymous>} for built-in functions. */
    public String location() {
        return isNative()
                ? "<anonymous>"
                : scriptName + ":" + position.line() + ":" + position.column();
    }

    /** The line's text behind {@code at}. */
    @Override
    public String toString() {
        String call = call();
        return call.isEmpty() ? location() : call + " (" + location() + ")";
    }

    /** The same with another place. */
    String at(String location) {
        String call = call();
        return (call.isEmpty() ? "<anonymous>" : call) + " (" + location + ")";
    }

    /** What is called; empty where there is nothing to name. */
    private String call() {
        StringBuilder text = new StringBuilder();
        if (isAsync) {
            text.append("async ");
        }
        if (isConstructor) {
            text.append("new ").append(functionName.isEmpty() ? "<anonymous>" : functionName);
        } else if (!isTopLevel()) {
            appendMethodCall(text);
        } else {
            text.append(functionName);
        }
        return text.toString();
    }

    private void appendMethodCall(StringBuilder text) {
        String type = typeName();
        if (receiver instanceof ScriptFunction constructor
                && constructor.code().kind().isClassConstructor()
                && !constructor.debugName().isEmpty()) {
            type = constructor.debugName();
        }
        String method = methodName();
        boolean named = !functionName.isEmpty();
        if (type != null && !type.isEmpty() && (!named || isIdentifier(functionName))) {
            text.append(type).append('.');
        }
        if (!named) {
            text.append(method == null ? "<anonymous>" : method);
            return;
        }
        text.append(functionName);
        if (method != null && !endsWithMethod(method)) {
            text.append(" [as ").append(method).append(']');
        }
    }

    private boolean endsWithMethod(String method) {
        return functionName.equals(method) || functionName.endsWith("." + method);
    }

    private static boolean isIdentifier(String text) {
        return !Character.isDigit(text.charAt(0))
                && text.chars().allMatch(StackFrame::isIdentifierPart);
    }

    private static boolean isIdentifierPart(int c) {
        return Character.isUnicodeIdentifierPart(c) || c == '$' || c == '_';
    }
}
