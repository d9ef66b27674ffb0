package dev.jsj.node.loading;

import dev.jsj.interp.interpreter.InterpreterState;
import dev.jsj.interp.modules.ModuleLoader;
import dev.jsj.interp.modules.ModuleRecord;
import dev.jsj.interp.modules.ModuleRequest;
import dev.jsj.interp.modules.SourceTextModule;
import dev.jsj.node.fs.SystemException;
import dev.jsj.node.modules.BuiltinModules;
import dev.jsj.node.modules.EsmResolver;
import dev.jsj.node.modules.PackageJson;
import dev.jsj.node.modules.Paths;
import dev.jsj.node.modules.ResolutionException;
import dev.jsj.node.runtime.ModuleConditions;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.Permissions;
import dev.jsj.node.text.Utf8;
import dev.jsj.node.vm.ImportReferrer;
import dev.jsj.node.vm.VmModule;
import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the modules that {@code import} asks for: ES modules, CommonJS, JSON, built-in ones; each
 * once per URL and type.
 */
public final class NodeModuleLoader implements ModuleLoader {
    private static final Pattern URL_SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:");

    /** Codes of failures to find something at a URL that is known. */
    private static final Set<Object> UNFOUND =
            Set.of("ERR_MODULE_NOT_FOUND", "ERR_UNSUPPORTED_DIR_IMPORT");

    private final NodeRuntime runtime;
    private final ForeignModules foreign;
    private final Set<String> conditions;
    private final Map<String, ModuleRecord> modules = new HashMap<>();

    /** Texts that were read to know their format, until they are loaded. */
    private final Map<String, String> inspected = new HashMap<>();

    /** Null until the program registers customization hooks. */
    private @Nullable CustomizedModules customized;

    /** How a module is to be read. */
    enum Format {
        MODULE,
        COMMONJS,
        JSON,
        BUILTIN
    }

    public NodeModuleLoader(NodeRuntime runtime) {
        this.runtime = runtime;
        foreign = new ForeignModules(runtime);
        conditions = Set.copyOf(ModuleConditions.of(runtime.options(), "import"));
    }

    @Override
    public ModuleRecord load(
            Realm realm,
            @Nullable ModuleRecord referrer,
            String scriptName,
            ModuleRequest request) {
        if (referrer instanceof SourceTextModule module
                && module.hostDefined() instanceof VmModule linked) {
            return linked.dependency(request);
        }
        String parent = toUrl(scriptName);
        if (isCustomized()) {
            return customized.find(request, parent);
        }
        return load(resolve(request.specifier(), parent), request.attributes());
    }

    @Override
    public @Nullable JSObject importDynamically(Realm realm, Object script, ModuleRequest request) {
        if (script instanceof ImportReferrer referrer) {
            return referrer.importModule(runtime, request);
        }
        return isCustomized()
                ? customized.importDynamically(request, toUrl(script.toString()))
                : null;
    }

    /** The modules that hooks decide about, of the runtime's loader. */
    public static CustomizedModules customized(NodeRuntime runtime) {
        NodeModuleLoader loader =
                (NodeModuleLoader) InterpreterState.of(runtime.agent()).moduleLoader();
        if (loader.customized == null) {
            loader.customized =
                    new CustomizedModules(runtime, loader, loader.foreign, loader.modules);
        }
        return loader.customized;
    }

    /** Whether customization hooks decide about modules. */
    public boolean isCustomized() {
        return customized != null && customized.isActive();
    }

    /** Scripts and CommonJS modules are named by path, ES modules by URL. */
    private String toUrl(String scriptName) {
        if (scriptName.startsWith("/")) {
            return Paths.toFileUrl(scriptName);
        }
        return URL_SCHEME.matcher(scriptName).lookingAt()
                ? scriptName
                : Paths.toFileUrl(runtime.files().workingDirectory() + "/" + scriptName);
    }

    /** {@code import.meta.resolve}: what is not there has a URL, too. */
    private Object resolveFrom(String specifier, String url) {
        try {
            return isCustomized() ? customized.resolve(specifier, url) : resolve(specifier, url);
        } catch (JSThrow failure) {
            if (failure.valueOrNull() instanceof JSObject error
                    && UNFOUND.contains(error.get("code"))
                    && error.get("url") instanceof CharSequence target) {
                return target;
            }
            throw failure;
        }
    }

    /** What a specifier means to a module, by Node's own rules. */
    String resolve(String specifier, String parent) {
        return resolve(specifier, parent, conditions);
    }

    String resolve(String specifier, String parent, Set<String> conditions) {
        try {
            String url = null;
            if (EsmResolver.isUrlLike(specifier)) {
                url =
                        URL_SCHEME.matcher(specifier).lookingAt()
                                ? normalize(specifier)
                                : relative(specifier, parent);
            } else if (parent.startsWith("data:") && !BuiltinModules.isBuiltin(specifier)) {
                throw ModuleErrors.of(
                        runtime, "ERR_UNSUPPORTED_RESOLVE_REQUEST", specifier, parent);
            }
            return runtime.esm().resolve(specifier, url, parent, conditions);
        } catch (ResolutionException failure) {
            throw ModuleErrors.of(runtime, failure);
        }
    }

    private String relative(String specifier, String parent) {
        if (!parent.startsWith("file:")) {
            throw ModuleErrors.of(runtime, "ERR_UNSUPPORTED_RESOLVE_REQUEST", specifier, parent);
        }
        return FileUrls.resolve(specifier, parent);
    }

    private static String normalize(String url) {
        return url.startsWith("file://")
                ? FileUrls.resolve(url.substring("file://".length()), "file:///")
                : url;
    }

    ModuleRecord load(String url, Map<String, String> attributes) {
        String type = attributes.get("type");
        String key = type == null ? url : url + "\0" + type;
        ModuleRecord known = modules.get(key);
        if (known != null) {
            return known;
        }
        Format format = formatOf(url);
        checkAttributes(url, format, attributes);
        ModuleRecord made =
                switch (format) {
                    case BUILTIN -> foreign.builtin(url);
                    case JSON -> foreign.json(readText(url), url);
                    case COMMONJS -> foreign.commonJs(FileUrls.toPath(url), readText(url));
                    case MODULE -> sourceText(readText(url), url);
                };
        modules.put(key, made);
        return made;
    }

    /** An ES module with this text, registered under its URL. */
    public SourceTextModule sourceText(String source, String url) {
        SourceTextModule module = runtime.compiler().compileModule(runtime.realm(), source, url);
        modules.put(url, module);
        return module;
    }

    /** The program's main module. */
    public ModuleRecord loadMain(String url) {
        return load(resolve(url, url), Map.of());
    }

    /** The ES module of a file, for {@code require}. */
    ModuleRecord loadFile(String path, String source) {
        String url = Paths.toFileUrl(path);
        ModuleRecord known = modules.get(url);
        return known != null ? known : sourceText(source, url);
    }

    void checkAttributes(String url, Format format, Map<String, String> attributes) {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            if (!attribute.getKey().equals("type")) {
                throw ModuleErrors.of(
                        runtime,
                        "ERR_IMPORT_ATTRIBUTE_UNSUPPORTED",
                        attribute.getKey(),
                        attribute.getValue());
            }
        }
        String type = attributes.get("type");
        if (format == Format.JSON) {
            if (type == null) {
                throw ModuleErrors.of(runtime, "ERR_IMPORT_ASSERTION_TYPE_MISSING", url, "json");
            }
            if (!type.equals("json")) {
                throw ModuleErrors.of(runtime, "ERR_IMPORT_ASSERTION_TYPE_UNSUPPORTED", type);
            }
        } else if (type != null) {
            String code =
                    type.equals("json")
                            ? "ERR_IMPORT_ASSERTION_TYPE_FAILED"
                            : "ERR_IMPORT_ASSERTION_TYPE_UNSUPPORTED";
            throw type.equals("json")
                    ? ModuleErrors.of(runtime, code, url, type)
                    : ModuleErrors.of(runtime, code, type);
        }
    }

    Format formatOf(String url) {
        if (url.startsWith("data:")) {
            return url.startsWith("data:application/json") ? Format.JSON : Format.MODULE;
        }
        if (!url.startsWith("file:")) {
            if (BuiltinModules.isBuiltin(url)) {
                return Format.BUILTIN;
            }
            if (url.startsWith("node:")) {
                throw ModuleErrors.of(runtime, "ERR_UNKNOWN_BUILTIN_MODULE", url);
            }
            String protocol = url.substring(0, url.indexOf(':') + 1);
            throw ModuleErrors.of(runtime, "ERR_UNSUPPORTED_ESM_URL_SCHEME", protocol);
        }
        String path = FileUrls.toPath(url);
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String extension = dot <= 0 ? "" : name.substring(dot);
        return switch (extension) {
            case ".mjs", ".mts" -> Format.MODULE;
            case ".cjs", ".cts" -> Format.COMMONJS;
            case ".json" -> Format.JSON;
            case ".js", ".ts", "" -> formatOfScript(path, url);
            default ->
                    throw ModuleErrors.of(runtime, "ERR_UNKNOWN_FILE_EXTENSION", extension, path);
        };
    }

    /** By the package's type; where it says nothing, by what the text is. */
    private Format formatOfScript(String path, String url) {
        String type = packageType(path);
        if (!type.equals("none")) {
            return type.equals("module") ? Format.MODULE : Format.COMMONJS;
        }
        String text = readText(url);
        inspected.put(url, text);
        return looksLikeModule(text, path) ? Format.MODULE : Format.COMMONJS;
    }

    String packageType(String path) {
        try {
            PackageJson scope = runtime.packages().scopeOf(path);
            return scope == null ? "none" : scope.type();
        } catch (ResolutionException failure) {
            throw ModuleErrors.of(runtime, failure);
        }
    }

    /** Whether the text has syntax that only ES modules have. */
    private boolean looksLikeModule(String source, String path) {
        boolean mayBe =
                source.contains("import") || source.contains("export") || source.contains("await");
        return mayBe && runtime.compiler().isModuleSource(source) && !isCommonJs(source, path);
    }

    private boolean isCommonJs(String source, String path) {
        try {
            runtime.compiler()
                    .compileFunction(
                            runtime.realm(),
                            source,
                            path,
                            "exports",
                            "require",
                            "module",
                            "__filename",
                            "__dirname");
            return true;
        } catch (JSThrow syntaxError) {
            return false;
        }
    }

    /** The JavaScript or JSON behind a URL. */
    String readText(String url) {
        if (url.startsWith("data:")) {
            return dataText(url);
        }
        String known = inspected.remove(url);
        if (known != null) {
            return known;
        }
        String path = FileUrls.toPath(url);
        String text = readFile(path, url);
        return TypeScriptFiles.isTypeScript(path)
                ? TypeScriptFiles.strip(runtime, text, path, packageType(path))
                : text;
    }

    private String readFile(String path, String url) {
        runtime.requireAccess(Permissions.Scope.FS_READ, path, true);
        try {
            byte[] bytes = runtime.files().readFile(path);
            String text = Utf8.decode(bytes, 0, bytes.length);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (SystemException failure) {
            throw ModuleErrors.of(runtime, "ERR_MODULE_NOT_FOUND", path, null, url);
        }
    }

    private static String dataText(String url) {
        int comma = url.indexOf(',');
        String content = Paths.decode(url.substring(comma + 1));
        boolean base64 = url.substring(0, Math.max(comma, 0)).endsWith(";base64");
        return base64
                ? new String(
                        java.util.Base64.getMimeDecoder().decode(content), StandardCharsets.UTF_8)
                : content;
    }

    /** import.meta: dirname, filename, resolve, url. */
    @Override
    public void initializeImportMeta(SourceTextModule module, JSObject importMeta) {
        if (module.hostDefined() instanceof VmModule linked) {
            linked.initializeImportMeta(importMeta);
            return;
        }
        String url = module.source().name();
        if (url.startsWith("file:")) {
            String path = FileUrls.toPath(url);
            int slash = path.lastIndexOf('/');
            importMeta.addProperty(
                    "dirname", slash <= 0 ? "/" : path.substring(0, slash), Property.DEFAULT);
            importMeta.addProperty("filename", path, Property.DEFAULT);
        }
        NativeFunction resolve =
                new NativeFunction(
                        module.realm(),
                        "resolve",
                        1,
                        (self, arguments) ->
                                resolveFrom(
                                        TypeConversion.toJavaString(
                                                arguments.length == 0 ? "" : arguments[0]),
                                        url));
        importMeta.addProperty("resolve", resolve, Property.DEFAULT);
        importMeta.addProperty("url", url, Property.DEFAULT);
    }
}
