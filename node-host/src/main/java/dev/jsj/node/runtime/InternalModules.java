package dev.jsj.node.runtime;

import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * The runtime's own JavaScript: files of {@code lib}, each the body of a function (see {@link
 * LibrarySource}), run when first required. The build compiles them ({@link CompiledLibrary}).
 */
public final class InternalModules {
    private final NodeRuntime runtime;
    private final Bindings bindings;
    private final Map<String, JSObject> loaded = new HashMap<>();
    private final Map<String, Object> madeBindings = new HashMap<>();
    private @Nullable JSObject bindingFunction;
    private @Nullable CompiledLibrary library;

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
        return LibrarySource.exists(id);
    }

    private JSObject load(String id) {
        Realm realm = runtime.realm();
        JSObject module = realm.newObject();
        JSObject exports = realm.newObject();
        module.addProperty("exports", exports, Property.DEFAULT);
        JSObject body = body(id);
        loaded.put(id, module);
        boolean usesProcess = body.get("length").equals(LibrarySource.PARAMETERS.size());
        Object process = usesProcess ? process() : Undefined.UNDEFINED;
        body.call(
                Undefined.UNDEFINED,
                new Object[] {exports, requireFunction(id), module, bindingFunction(), process});
        return module;
    }

    /** The function around the module: as the build compiled it, or compiled now. */
    private JSObject body(String id) {
        Realm realm = runtime.realm();
        String fileName = "node:" + id;
        byte[] code = library().find(id);
        if (code != null) {
            JSObject stored =
                    runtime.compiler()
                            .loadFunction(realm, code, fileName, new LibrarySource.Reader(id));
            if (stored != null) {
                return stored;
            }
        }
        if (!LibrarySource.exists(id)) {
            throw unknown(id);
        }
        String source = LibrarySource.read(id);
        return runtime.compiler()
                .compileFunction(
                        realm,
                        source,
                        fileName,
                        LibrarySource.parameters(id, source).toArray(String[]::new));
    }

    /** The error for a module of Node's that is not here. */
    private JSThrow unknown(String id) {
        JSObject codes = (JSObject) require("internal/errors").get("codes");
        JSObject type = (JSObject) codes.get("ERR_UNKNOWN_BUILTIN_MODULE");
        return new JSThrow(ObjectOperations.construct(type, new Object[] {"node:" + id}));
    }

    private CompiledLibrary library() {
        CompiledLibrary known = library;
        if (known == null) {
            known = CompiledLibrary.load();
            library = known;
        }
        return known;
    }

    /** The process object, made on first use. */
    public Object process() {
        return requireValue(LibrarySource.PROCESS);
    }

    /**
     * A file's own {@code require}: it remembers what its requests mean, for those in functions.
     */
    private JSObject requireFunction(String from) {
        Map<String, String> known = new HashMap<>();
        return new NativeFunction(
                runtime.realm(),
                "require",
                1,
                (self, arguments) -> {
                    String request = TypeConversion.toJavaString(arguments[0]);
                    String id = known.get(request);
                    if (id == null) {
                        id = resolve(from, request);
                        known.put(request, id);
                    }
                    return requireValue(id);
                });
    }

    private String resolve(String from, String request) {
        if (!LibraryPackages.isFile(from)) {
            return request;
        }
        String id = LibraryPackages.resolve(from, request);
        if (!LibraryPackages.isFile(id) || library().contains(id)) {
            return id;
        }
        String index = id + "/index";
        return library().contains(index) || !LibrarySource.exists(id) ? index : id;
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
