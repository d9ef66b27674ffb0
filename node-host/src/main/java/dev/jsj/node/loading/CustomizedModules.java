package dev.jsj.node.loading;

import dev.jsj.interp.modules.DynamicImport;
import dev.jsj.interp.modules.ModuleRecord;
import dev.jsj.interp.modules.ModuleRequest;
import dev.jsj.interp.modules.SourceTextModule;
import dev.jsj.interp.modules.SyntheticModule;
import dev.jsj.node.modules.BuiltinModules;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.vm.ImportReferrer;
import dev.jsj.runtime.builtins.control.JSPromise;
import dev.jsj.runtime.builtins.control.PromiseCapability;
import dev.jsj.runtime.builtins.control.Promises;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Modules whose resolution and text customization hooks decide. JavaScript
 * (internal/modules/module_graph) asks the hooks and defines the modules here, by key: the URL,
 * with the import attribute {@code type} if there is one.
 */
public final class CustomizedModules {
    private final NodeRuntime runtime;
    private final NodeModuleLoader loader;
    private final ForeignModules foreign;
    private final Map<String, ModuleRecord> modules;
    private @Nullable JSObject customization;

    CustomizedModules(
            NodeRuntime runtime,
            NodeModuleLoader loader,
            ForeignModules foreign,
            Map<String, ModuleRecord> modules) {
        this.runtime = runtime;
        this.loader = loader;
        this.foreign = foreign;
        this.modules = modules;
    }

    boolean isActive() {
        return customization != null;
    }

    /** The functions that ask the hooks; null before there are any. */
    public @Nullable JSObject customization() {
        return customization;
    }

    /**
     * From now on, imports are decided by {@code functions}: {@code import}, and, if the hooks can
     * be asked while everything else waits, {@code find} and {@code resolve}.
     */
    public void setCustomization(JSObject functions) {
        customization = functions;
    }

    /** The module that an import means, loaded now. */
    ModuleRecord find(ModuleRequest request, String parent) {
        JSObject attributes = ImportReferrer.attributes(runtime, request);
        if (!(function("find") instanceof JSObject find)) {
            return prepared(request, parent);
        }
        Object key = find.call3(Undefined.UNDEFINED, request.specifier(), parent, attributes);
        return module(key.toString());
    }

    /** What {@code import} has made ready; anything else is found by Node's own rules. */
    private ModuleRecord prepared(ModuleRequest request, String parent) {
        if (function("prepared") instanceof JSObject prepared) {
            JSObject attributes = ImportReferrer.attributes(runtime, request);
            Object key =
                    prepared.call3(Undefined.UNDEFINED, request.specifier(), parent, attributes);
            if (key != Undefined.UNDEFINED) {
                return module(key.toString());
            }
        }
        return loader.load(loader.resolve(request.specifier(), parent), request.attributes());
    }

    /** A promise for the namespace; null to go {@link #find}'s way. */
    @Nullable JSObject importDynamically(ModuleRequest request, String parent) {
        if (request.phase() != ModuleRequest.Phase.EVALUATION) {
            return null;
        }
        JSObject attributes = ImportReferrer.attributes(runtime, request);
        return (JSObject)
                ((JSObject) function("import"))
                        .call3(Undefined.UNDEFINED, request.specifier(), parent, attributes);
    }

    /** {@code import.meta.resolve}. */
    Object resolve(String specifier, String parent) {
        return function("resolve") instanceof JSObject resolve
                ? resolve.call2(Undefined.UNDEFINED, specifier, parent)
                : loader.resolve(specifier, parent);
    }

    private Object function(String name) {
        JSObject functions = customization;
        return functions == null ? Undefined.UNDEFINED : functions.get(name);
    }

    // ---- what hooks are told of Node's own ways

    /** The URL that a specifier means. */
    public String resolveUrl(String specifier, String parent, List<String> conditions) {
        return loader.resolve(specifier, parent, Set.copyOf(conditions));
    }

    /**
     * The format of a module as its URL shows it: empty where the text must be looked at, null if
     * there is none.
     */
    public @Nullable String formatHint(String url) {
        if (url.startsWith("file:")) {
            return hintOfFile(FileUrls.toPath(url));
        }
        return BuiltinModules.isBuiltin(url) ? "builtin" : null;
    }

    private @Nullable String hintOfFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return switch (dot <= 0 ? "" : name.substring(dot)) {
            case ".mjs", ".mts" -> "module";
            case ".cjs", ".cts" -> "commonjs";
            case ".json" -> "json";
            case ".js", ".ts", "" -> {
                String type = loader.packageType(path);
                yield type.equals("none") ? "" : type;
            }
            default -> null;
        };
    }

    /** The format of a module, by its text if need be. */
    public String formatOf(String url) {
        return loader.formatOf(url).name().toLowerCase(Locale.ROOT);
    }

    /** The text of a module in TypeScript, without its types; null for other modules. */
    public @Nullable String strippedText(String url) {
        return url.startsWith("file:") && TypeScriptFiles.isTypeScript(FileUrls.toPath(url))
                ? loader.readText(url)
                : null;
    }

    /** Throws when a module of this format may not be imported with these attributes. */
    public void checkAttributes(String url, String format, Map<String, String> attributes) {
        for (NodeModuleLoader.Format known : NodeModuleLoader.Format.values()) {
            if (known.name().equalsIgnoreCase(format)) {
                loader.checkAttributes(url, known, attributes);
            }
        }
    }

    // ---- the modules

    public boolean has(String key) {
        return modules.containsKey(key);
    }

    /** Whether a module is not an ES module, but made to look like one. */
    public boolean isSynthetic(String key) {
        return module(key) instanceof SyntheticModule;
    }

    /** What a module imports. */
    public List<ModuleRequest> requests(String key) {
        return module(key) instanceof SourceTextModule module ? module.requests() : List.of();
    }

    /**
     * Makes a module.
     *
     * @param text null for built-in modules, and for CommonJS modules that {@code require} loads
     */
    public void define(String key, String url, String format, @Nullable String text) {
        ModuleRecord made =
                switch (format) {
                    case "builtin" -> foreign.builtin(url);
                    case "json" -> foreign.json(text, url);
                    case "module" -> runtime.compiler().compileModule(runtime.realm(), text, url);
                    case "commonjs" ->
                            text == null
                                    ? foreign.commonJs(FileUrls.toPath(url), loader.readText(url))
                                    : foreign.hookedCommonJs(url, text);
                    default -> throw new AssertionError("No module format " + format);
                };
        modules.put(key, made);
    }

    private ModuleRecord module(String key) {
        ModuleRecord module = modules.get(key);
        if (module == null) {
            throw new AssertionError("The module " + key + " has not been defined.");
        }
        return module;
    }

    /** Links and evaluates a module; a promise for its namespace. */
    public Object evaluate(String key) {
        ModuleRecord module = module(key);
        PromiseCapability capability = Promises.newIntrinsicCapability(runtime.realm());
        module.link();
        DynamicImport.evaluate(module, capability);
        return capability.promise();
    }

    /** The namespace of a module, evaluated at once; undefined where it would have to wait. */
    public Object evaluateNow(String key) {
        ModuleRecord module = module(key);
        return EsmRunner.runNow(module) ? module.namespace() : Undefined.UNDEFINED;
    }

    /** Runs the main module by way of the hooks. */
    public static void runMain(NodeRuntime runtime, String url) {
        JSObject functions = runtime.modules().require("internal/modules/customization");
        Object promise = ((JSObject) functions.get("runMain")).call1(Undefined.UNDEFINED, url);
        EsmRunner.waitFor(runtime, (JSPromise) promise, () -> {});
    }
}
