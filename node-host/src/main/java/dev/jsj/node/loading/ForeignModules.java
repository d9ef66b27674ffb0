package dev.jsj.node.loading;

import dev.jsj.interp.modules.ModuleRecord;
import dev.jsj.interp.modules.SyntheticModule;
import dev.jsj.node.fs.SystemException;
import dev.jsj.node.modules.CjsExports;
import dev.jsj.node.modules.CommonJsResolver;
import dev.jsj.node.modules.ResolutionException;
import dev.jsj.node.runtime.ModuleConditions;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.Permissions;
import dev.jsj.node.text.Utf8;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Modules that are not ES modules, made to look like some: built-in ones, JSON, CommonJS. */
final class ForeignModules {
    private static final List<String> EXTENSIONS = List.of(".js", ".json", ".node");

    private final NodeRuntime runtime;

    ForeignModules(NodeRuntime runtime) {
        this.runtime = runtime;
    }

    /** A built-in module: its properties by name, and itself as default. */
    ModuleRecord builtin(String url) {
        JSObject builtins = runtime.modules().require("internal/modules/builtins");
        Object exports = ((JSObject) builtins.get("loadBuiltin")).call1(Undefined.UNDEFINED, url);
        Set<String> names = new LinkedHashSet<>();
        names.add("default");
        if (exports instanceof JSObject object) {
            for (Object key : object.ownPropertyKeys()) {
                if (key instanceof String name && ObjectOperations.isEnumerableOwn(object, key)) {
                    names.add(name);
                }
            }
        }
        return new SyntheticModule(
                runtime.realm(), List.copyOf(names), module -> copyExports(module, exports, names));
    }

    ModuleRecord json(String text, String url) {
        JSObject json = runtime.realm().intrinsic(Intrinsic.JSON);
        try {
            Object value = ObjectOperations.invoke(runtime.realm(), json, "parse", text);
            return SyntheticModule.ofDefault(runtime.realm(), value);
        } catch (JSThrow thrown) {
            if (thrown.valueOrNull() instanceof JSObject error) {
                String name = url.startsWith("file:") ? FileUrls.toPath(url) : url;
                error.set("message", name + ": " + error.get("message"), error);
            }
            throw thrown;
        }
    }

    /** A CommonJS module, run when it is evaluated; the names are those its text shows. */
    ModuleRecord commonJs(String path, String source) {
        Set<String> names = new LinkedHashSet<>();
        names.add("default");
        collectNames(path, source, names, new HashSet<>());
        return new SyntheticModule(
                runtime.realm(),
                List.copyOf(names),
                module -> copyExports(module, runCommonJs(path), names));
    }

    /** A CommonJS module whose text is not what its file holds, or that has none. */
    ModuleRecord hookedCommonJs(String url, String source) {
        Set<String> names = new LinkedHashSet<>();
        names.add("default");
        collectNames(
                url.startsWith("file:") ? FileUrls.toPath(url) : url,
                source,
                names,
                new HashSet<>());
        return new SyntheticModule(
                runtime.realm(),
                List.copyOf(names),
                module -> copyExports(module, runHooked(url, source), names));
    }

    private Object runHooked(String url, String source) {
        JSObject loader = runtime.modules().require("internal/modules/esm");
        return ((JSObject) loader.get("runHooked")).call2(Undefined.UNDEFINED, url, source);
    }

    private Object runCommonJs(String path) {
        JSObject loader = runtime.modules().require("internal/modules/esm");
        return ((JSObject) loader.get("loadCommonJs")).call1(Undefined.UNDEFINED, path);
    }

    private static void copyExports(SyntheticModule module, Object exports, Set<String> names) {
        for (String name : names) {
            if (name.equals("default")) {
                module.setExport(name, exports);
            } else if (exports instanceof JSObject object) {
                module.setExport(
                        name,
                        object.get(dev.jsj.runtime.operations.TypeConversion.propertyKey(name)));
            }
        }
    }

    private void collectNames(String path, String source, Set<String> names, Set<String> visited) {
        if (!visited.add(path)) {
            return;
        }
        CjsExports.Result found = CjsExports.scan(source);
        names.addAll(found.names());
        for (String specifier : found.reexports()) {
            String target = resolve(specifier, path);
            if (target != null && target.startsWith("/") && !target.endsWith(".json")) {
                collectNames(target, read(target), names, visited);
            }
        }
    }

    private @Nullable String resolve(String specifier, String from) {
        try {
            String folder = from.substring(0, Math.max(1, from.lastIndexOf('/')));
            List<String> folders = new ArrayList<>();
            if (CommonJsResolver.isRelative(specifier)) {
                folders.add(folder);
            } else {
                folders.addAll(CommonJsResolver.nodeModulesPaths(folder));
            }
            Set<String> conditions = Set.copyOf(ModuleConditions.of(runtime.options(), "require"));
            return runtime.commonJs().find(specifier, folders, EXTENSIONS, conditions, false);
        } catch (ResolutionException unresolved) {
            return null; // running the module will report it
        }
    }

    private String read(String path) {
        runtime.requireAccess(Permissions.Scope.FS_READ, path, true);
        try {
            byte[] bytes = runtime.files().readFile(path);
            String text = Utf8.decode(bytes, 0, bytes.length);
            return TypeScriptFiles.isTypeScript(path)
                    ? TypeScriptFiles.strip(runtime, text, path, "commonjs")
                    : text;
        } catch (SystemException | JSThrow unreadable) {
            return ""; // running the module will report it
        }
    }
}
