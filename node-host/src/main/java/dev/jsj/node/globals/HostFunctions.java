package dev.jsj.node.globals;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Global functions that are native. */
final class HostFunctions extends BuiltinTable {
    static final HostFunctions TABLE = new HostFunctions();

    static final int QUEUE_MICROTASK = 0;
    static final int GC = 1;
    static final int TEMPLATE = 2;

    /** Made when a template is first filled in. */
    private static final class Template {
        /** A name between two pairs of braces. */
        static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([\\w$]+)\\s*\\}\\}");
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        switch (id) {
            case TEMPLATE -> {
                return template(self, arg(arguments, 0));
            }
            case QUEUE_MICROTASK -> queueMicrotask(NodeRuntime.of(realm), arg(arguments, 0));
            case GC -> System.gc();
            default -> throw new AssertionError("No row " + id);
        }
        return Undefined.UNDEFINED;
    }

    /**
     * NON-STANDARD: String.prototype.template ( values ): the text with the value of {@code k} for
     * each <code>{{k}}</code>, nothing where there is none.
     */
    private static Object template(Object self, Object values) {
        String text = TypeConversion.toJavaString(self);
        return Template.PLACEHOLDER
                .matcher(text)
                .replaceAll(
                        match -> {
                            Object value =
                                    values instanceof JSObject object
                                            ? object.get(TypeConversion.propertyKey(match.group(1)))
                                            : Undefined.UNDEFINED;
                            return value == Undefined.UNDEFINED
                                    ? ""
                                    : Matcher.quoteReplacement(TypeConversion.toJavaString(value));
                        });
    }

    private static void queueMicrotask(NodeRuntime runtime, Object callback) {
        if (!(callback instanceof JSObject function) || !function.isCallable()) {
            JSObject validators = runtime.modules().require("internal/validators");
            ((JSObject) validators.get("validateFunction"))
                    .call2(Undefined.UNDEFINED, callback, "callback");
            return;
        }
        Object operation = runtime.startOperation("Microtask", null);
        runtime.agent()
                .enqueueJob(
                        () -> {
                            Object previous = runtime.enterOperation(operation);
                            try {
                                function.call0(Undefined.UNDEFINED);
                            } catch (JSThrow thrown) {
                                runtime.uncaught(thrown);
                            } finally {
                                runtime.leaveOperation(previous);
                                runtime.endOperation(operation);
                            }
                        });
    }
}
