package dev.jsj.node.runtime;

import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The runtime's own JavaScript: files of {@code lib}, each the body of a function {@code (exports,
 * require, module, internalBinding, process)}, run when first required.
 *
 * <p>{@code process} is given only to files that mention it, so that a program that never touches
 * it does not pay for it.
 */
public final class InternalModules {
    private static final String LIBRARY = "/dev/jsj/node/lib/";
    private static final String PROCESS = "internal/process/process";
    private static final List<String> PARAMETERS =
            List.of("exports", "require", "module", "internalBinding", "process");
    private final NodeRuntime runtime;
    private final Bindings bindings;
    private final Map<String, JSObject> loaded = new HashMap<>();
    private final Map<String, Object> madeBindings = new HashMap<>();
    private @Nullable JSObject bindingFunction;

    /** Makes the native half of a module. */
    @FunctionalInterface
    public interface Bindings {
        Object create(String name, Realm realm);
    }

    InternalModules(NodeRuntime runtime, Bindings bindings) {
        this.runtime = runtime;
        this.bindings = bindings;
    }

    /** The exports of a module, which must be an object. */
    public JSObject require(String id) {
        return (JSObject) requireValue(id);
    }

    /** The exports of a module. */
    public Object requireValue(String id) {
        JSObject module = loaded.get(id);
        return (module != null ? module : load(id)).get("exports");
    }

    /** Whether there is such a module. */
    public static boolean exists(String id) {
        return InternalModules.class.getResource(resource(id)) != null;
    }

    private static String resource(String id) {
        return LibraryPackages.isFile(id) ? LibraryPackages.resource(id) : LIBRARY + id + ".js";
    }

    private JSObject load(String id) {
        String source = read(id);
        Realm realm = runtime.realm();
        JSObject module = realm.newObject();
        JSObject exports = realm.newObject();
        module.addProperty("exports", exports, Property.DEFAULT);
        loaded.put(id, module);
        boolean usesProcess =
                source.contains("process") && !id.equals(PROCESS) && !LibraryPackages.isFile(id);
        List<String> parameters =
                usesProcess ? PARAMETERS : PARAMETERS.subList(0, PARAMETERS.size() - 1);
        JSObject body =
                runtime.compiler()
                        .compileFunction(
                                realm, source, "node:" + id, parameters.toArray(String[]::new));
        Object process = usesProcess ? process() : Undefined.UNDEFINED;
        body.call(
                Undefined.UNDEFINED,
                new Object[] {exports, requireFunction(id), module, bindingFunction(), process});
        return module;
    }

    /** The process object, made on first use. */
    public Object process() {
        return requireValue(PROCESS);
    }

    private static String read(String id) {
        try (InputStream stream = InternalModules.class.getResourceAsStream(resource(id))) {
            if (stream == null) {
                throw Errors.error("Module '" + id + "' is not part of this runtime yet");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError("The runtime's module " + id + " cannot be read", unreadable);
        }
    }

    private JSObject requireFunction(String from) {
        return new NativeFunction(
                runtime.realm(),
                "require",
                1,
                (self, arguments) ->
                        requireValue(resolve(from, TypeConversion.toJavaString(arguments[0]))));
    }

    private static String resolve(String from, String request) {
        return LibraryPackages.isFile(from) ? LibraryPackages.resolve(from, request) : request;
    }

    private JSObject bindingFunction() {
        JSObject made = bindingFunction;
        if (made == null) {
            made =
                    new NativeFunction(
                            runtime.realm(),
                            "internalBinding",
                            1,
                            (self, arguments) ->
                                    binding(TypeConversion.toJavaString(arguments[0])));
            bindingFunction = made;
        }
        return made;
    }

    private Object binding(String name) {
        Object made = madeBindings.get(name);
        if (made == null) {
            made = bindings.create(name, runtime.realm());
            madeBindings.put(name, made);
        }
        return made;
    }
}
