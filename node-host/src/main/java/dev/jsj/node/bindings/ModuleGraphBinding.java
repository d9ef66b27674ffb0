package dev.jsj.node.bindings;

import dev.jsj.interp.modules.ModuleRequest;
import dev.jsj.node.loading.CustomizedModules;
import dev.jsj.node.loading.NodeModuleLoader;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.vm.ImportReferrer;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code module_graph}: modules that customization hooks decide about. */
final class ModuleGraphBinding extends BindingTable {
    private static final String[] NAMES = {
        "customization",
        "setCustomization",
        "resolveUrl",
        "formatHint",
        "formatOf",
        "strippedText",
        "checkAttributes",
        "find",
        "hasModule",
        "isSynthetic",
        "moduleRequests",
        "defineModule",
        "evaluateModule",
        "evaluateNow",
    };

    static final ModuleGraphBinding TABLE = new ModuleGraphBinding();

    private ModuleGraphBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        CustomizedModules modules = NodeModuleLoader.customized(runtime);
        if (NAMES[id].equals("customization")) {
            return orUndefined(modules.customization());
        }
        if (NAMES[id].equals("setCustomization")) {
            modules.setCustomization((JSObject) arguments[0]);
            return Undefined.UNDEFINED;
        }
        String subject = Arguments.string(arguments, 0);
        return switch (NAMES[id]) {
            case "resolveUrl" ->
                    modules.resolveUrl(
                            subject,
                            Arguments.string(arguments, 1),
                            Arguments.strings(arguments[2]));
            case "formatHint" -> {
                String hint = modules.formatHint(subject);
                yield hint == null ? Undefined.UNDEFINED : hint.isEmpty() ? Null.NULL : hint;
            }
            case "formatOf" -> modules.formatOf(subject);
            case "strippedText" -> orUndefined(modules.strippedText(subject));
            case "checkAttributes" -> {
                modules.checkAttributes(
                        subject,
                        Arguments.string(arguments, 1),
                        attributes((JSObject) arguments[2]));
                yield Undefined.UNDEFINED;
            }
            case "find" -> find(modules, arguments);
            case "hasModule" -> modules.has(subject);
            case "isSynthetic" -> modules.isSynthetic(subject);
            case "moduleRequests" -> requests(runtime, modules, subject);
            case "defineModule" -> {
                String text =
                        Arguments.isMissing(arguments, 3) ? null : Arguments.string(arguments, 3);
                String url = Arguments.string(arguments, 1);
                modules.define(subject, url, Arguments.string(arguments, 2), text);
                yield requests(runtime, modules, subject);
            }
            case "evaluateModule" -> modules.evaluate(subject);
            case "evaluateNow" -> modules.evaluateNow(subject);
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static Object orUndefined(@Nullable Object value) {
        return value == null ? Undefined.UNDEFINED : value;
    }

    /** (specifier, parent, attributes): the key of the module, loaded now. */
    private static Object find(CustomizedModules modules, Object[] arguments) {
        JSObject functions = modules.customization();
        if (functions == null) {
            throw new AssertionError("There are no hooks to ask.");
        }
        return ((JSObject) functions.get("find")).call(Undefined.UNDEFINED, arguments);
    }

    private static Map<String, String> attributes(JSObject object) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Object key : object.ownPropertyKeys()) {
            if (key instanceof String name) {
                attributes.put(name, object.get(name).toString());
            }
        }
        return attributes;
    }

    /** [specifier, attributes] of each import of a module. */
    private static Object requests(NodeRuntime runtime, CustomizedModules modules, String key) {
        Realm realm = runtime.realm();
        List<ModuleRequest> requests = modules.requests(key);
        Object[] pairs = new Object[requests.size()];
        for (int i = 0; i < pairs.length; i++) {
            ModuleRequest request = requests.get(i);
            pairs[i] =
                    realm.newArray(
                            new Object[] {
                                request.specifier(), ImportReferrer.attributes(runtime, request)
                            });
        }
        return realm.newArray(pairs);
    }
}
