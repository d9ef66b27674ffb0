package dev.jsj.node.bindings;

import dev.jsj.node.fs.SystemException;
import dev.jsj.node.loading.EsmRequire;
import dev.jsj.node.modules.BuiltinModules;
import dev.jsj.node.modules.CommonJsResolver;
import dev.jsj.node.modules.PackageJson;
import dev.jsj.node.modules.ResolutionException;
import dev.jsj.node.runtime.ModuleConditions;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.Permissions;
import dev.jsj.node.runtime.SourceCompiler;
import dev.jsj.node.runtime.SourceMaps;
import dev.jsj.node.text.Utf8;
import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code modules}: finding and compiling CommonJS modules. A failed resolution is answered as an
 * array: the error code and the arguments of its message.
 */
final class ModulesBinding extends BindingTable {
    private static final String[] NAMES = {
        "builtinModules",
        "isBuiltin",
        "nodeModulesPaths",
        "find",
        "resolveImports",
        "resolveSelf",
        "conditions",
        "readFile",
        "packageType",
        "compileFunction",
        "runScript",
        "setMainModule",
        "requireModule",
        "runMainModule",
        "locateSyntaxError",
        "sourceText",
        "sourceMapsEnabled",
        "setSourceMapsEnabled",
    };

    static final ModulesBinding TABLE = new ModulesBinding();

    private ModulesBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    @Override
    void addValues(JSObject object, Realm realm) {
        NativeFunction guard =
                new NativeFunction(realm, "guard", 2, (self, arguments) -> guard(arguments));
        object.addProperty("guard", guard, Property.DEFAULT);
    }

    /** (action, cleanup): cleans up when the action throws, and throws on. */
    private static Object guard(Object[] arguments) {
        try {
            return ((JSObject) arguments[0]).call0(Undefined.UNDEFINED);
        } catch (JSThrow thrown) {
            ((JSObject) arguments[1]).call0(Undefined.UNDEFINED);
            throw thrown;
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        try {
            return switch (NAMES[id]) {
                case "builtinModules" -> Arguments.array(realm, BuiltinModules.NAMES);
                case "isBuiltin" -> BuiltinModules.isBuiltin(Arguments.string(arguments, 0));
                case "nodeModulesPaths" ->
                        Arguments.array(
                                realm,
                                CommonJsResolver.nodeModulesPaths(Arguments.string(arguments, 0)));
                case "conditions" -> conditions(runtime, realm, Arguments.string(arguments, 0));
                case "readFile" -> readFile(runtime, Arguments.string(arguments, 0));
                case "compileFunction" -> compile(runtime, arguments);
                case "runScript" ->
                        runtime.compiler()
                                .compileScript(
                                        realm,
                                        Arguments.string(arguments, 0),
                                        Arguments.string(arguments, 1))
                                .run(realm);
                case "requireModule" ->
                        EsmRequire.run(
                                runtime,
                                Arguments.string(arguments, 0),
                                Arguments.string(arguments, 1));
                case "runMainModule" -> {
                    EsmRequire.runMain(
                            runtime,
                            Arguments.string(arguments, 0),
                            Arguments.string(arguments, 1));
                    yield Undefined.UNDEFINED;
                }
                case "setMainModule" -> {
                    runtime.setMainModule(arguments[0]);
                    yield Undefined.UNDEFINED;
                }
                case "locateSyntaxError" -> {
                    runtime.compiler()
                            .locateSyntaxError(
                                    arguments[0],
                                    Arguments.string(arguments, 1),
                                    new SourceCompiler.SourceLocation(
                                            Arguments.string(arguments, 2),
                                            Arguments.integer(arguments, 3),
                                            Arguments.integer(arguments, 4),
                                            Arguments.integer(arguments, 5)));
                    yield Undefined.UNDEFINED;
                }
                case "sourceText" -> {
                    String text = runtime.compiler().sourceText(Arguments.string(arguments, 0));
                    yield text == null ? Undefined.UNDEFINED : text;
                }
                case "sourceMapsEnabled" -> SourceMaps.of(runtime).isEnabled();
                case "setSourceMapsEnabled" -> {
                    SourceMaps.of(runtime).setEnabled(Arguments.truth(arguments, 0));
                    yield Undefined.UNDEFINED;
                }
                default -> resolve(NAMES[id], runtime, arguments);
            };
        } catch (ResolutionException failure) {
            return failure(realm, failure);
        }
    }

    private static Object resolve(String name, NodeRuntime runtime, Object[] arguments)
            throws ResolutionException {
        CommonJsResolver resolver = runtime.commonJs();
        String request = Arguments.string(arguments, 0);
        if (name.equals("packageType")) {
            PackageJson scope = runtime.packages().scopeOf(request);
            return scope == null ? "none" : scope.type();
        }
        if (name.equals("find")) {
            String found =
                    resolver.find(
                            request,
                            folders(runtime, arguments[1]),
                            Arguments.strings(arguments[2]),
                            Set.copyOf(Arguments.strings(arguments[3])),
                            Arguments.truth(arguments, 4));
            return found == null ? false : found;
        }
        String parent = Arguments.string(arguments, 1);
        List<String> extensions = Arguments.strings(arguments[2]);
        Set<String> conditions = Set.copyOf(Arguments.strings(arguments[3]));
        String found =
                name.equals("resolveImports")
                        ? resolver.resolveImports(request, parent, extensions, conditions, false)
                        : resolver.resolveSelf(request, parent, extensions, conditions, false);
        return found == null ? Undefined.UNDEFINED : found;
    }

    /** Folders may be relative to the working directory. */
    private static List<String> folders(NodeRuntime runtime, Object list) {
        List<String> folders = new ArrayList<>();
        for (String folder : Arguments.strings(list)) {
            boolean absolute = folder.startsWith("/") || folder.isEmpty();
            folders.add(absolute ? folder : runtime.files().workingDirectory() + "/" + folder);
        }
        return folders;
    }

    private static Object conditions(NodeRuntime runtime, Realm realm, String kind) {
        return Arguments.array(realm, ModuleConditions.of(runtime.options(), kind));
    }

    private static String readFile(NodeRuntime runtime, String path) {
        runtime.requireAccess(Permissions.Scope.FS_READ, path, true);
        try {
            byte[] bytes = runtime.files().readFile(path);
            boolean mark =
                    bytes.length >= 3
                            && bytes[0] == (byte) 0xEF
                            && bytes[1] == (byte) 0xBB
                            && bytes[2] == (byte) 0xBF;
            return mark
                    ? Utf8.decode(bytes, 3, bytes.length - 3)
                    : Utf8.decode(bytes, 0, bytes.length);
        } catch (SystemException failure) {
            throw new JSThrow(FileErrors.create(runtime.realm(), failure));
        }
    }

    /** (source, file name, whether it may turn out to be an ES module): undefined in that case. */
    private static Object compile(NodeRuntime runtime, Object[] arguments) {
        String source = Arguments.string(arguments, 0);
        try {
            return runtime.compiler()
                    .compileFunction(
                            runtime.realm(),
                            source,
                            Arguments.string(arguments, 1),
                            "exports",
                            "require",
                            "module",
                            "__filename",
                            "__dirname");
        } catch (JSThrow thrown) {
            if (Arguments.truth(arguments, 2) && runtime.compiler().isModuleSource(source)) {
                return Undefined.UNDEFINED;
            }
            throw thrown;
        }
    }

    static JSArray failure(Realm realm, ResolutionException failure) {
        List<Object> values = new ArrayList<>();
        values.add(failure.code());
        for (Object argument : failure.arguments()) {
            values.add(toJavaScript(realm, argument));
        }
        return realm.newArray(values.toArray());
    }

    /** JSON as Java collections, as JavaScript. */
    private static Object toJavaScript(Realm realm, @Nullable Object value) {
        return switch (value) {
            case null -> Undefined.UNDEFINED;
            case Map<?, ?> map -> {
                JSObject object = realm.newObject();
                map.forEach((key, member) -> object.set(key, orNull(realm, member), object));
                yield object;
            }
            case List<?> list ->
                    realm.newArray(list.stream().map(item -> orNull(realm, item)).toArray());
            default -> value;
        };
    }

    private static Object orNull(Realm realm, @Nullable Object value) {
        return value == null ? Null.NULL : toJavaScript(realm, value);
    }
}
