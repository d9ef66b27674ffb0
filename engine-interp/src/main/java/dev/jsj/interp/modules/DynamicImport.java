package dev.jsj.interp.modules;

import dev.jsj.runtime.builtins.control.PromiseCapability;
import dev.jsj.runtime.builtins.control.PromiseReaction;
import dev.jsj.runtime.builtins.control.Promises;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** 13.3.10 Import Calls. */
public final class DynamicImport {
    private DynamicImport() {}

    /**
     * 13.3.10.2 EvaluateImportCall ( specifierExpression [ , optionsExpression ] ), after both were
     * evaluated.
     *
     * @param script the importing script or module: its name, or what the host knows it by
     */
    public static JSObject importCall(
            Realm realm,
            ModuleLoader loader,
            @Nullable ModuleRecord referrer,
            Object script,
            Object specifier,
            Object options,
            ModuleRequest.Phase phase) {
        PromiseCapability capability = Promises.newIntrinsicCapability(realm); // 7
        try {
            String text = TypeConversion.toJavaString(specifier); // 8
            Map<String, String> attributes = attributes(options); // 10
            ModuleRequest request = new ModuleRequest(text, attributes, phase);
            JSObject imported = loader.importDynamically(realm, script, request);
            if (imported != null) {
                capability.resolve(imported);
                return capability.promise();
            }
            String name = script.toString();
            realm.agent()
                    .enqueueJob(() -> load(realm, loader, referrer, name, request, capability));
        } catch (JSThrow thrown) {
            capability.reject(realm.agent().services().thrownValue(thrown, realm));
        }
        return capability.promise();
    }

    /** Step 10: the entries of {@code options.with}. */
    private static Map<String, String> attributes(Object options) {
        Map<String, String> attributes = new TreeMap<>();
        if (options == Undefined.UNDEFINED) {
            return attributes;
        }
        if (!(options instanceof JSObject object)) {
            throw Errors.typeError("The second argument of import() must be an object");
        }
        Object with = object.get("with");
        if (with == Undefined.UNDEFINED) {
            return attributes;
        }
        if (!(with instanceof JSObject entries)) {
            throw Errors.typeError("The 'options' argument of import() must be an object");
        }
        for (Object key : entries.ownPropertyKeys()) {
            if (key instanceof dev.jsj.runtime.value.Symbol
                    || !ObjectOperations.isEnumerableOwn(entries, key)) {
                continue;
            }
            Object value = entries.get(key);
            if (!(value instanceof CharSequence)) {
                throw Errors.typeError("Import attribute value must be a string");
            }
            attributes.put(key.toString(), value.toString());
        }
        return attributes;
    }

    /** Resolves with the deferred namespace once what the module awaits has been evaluated. */
    private static void evaluateAsyncDependencies(
            ModuleRecord module, PromiseCapability capability) {
        Set<ModuleRecord> dependencies = new LinkedHashSet<>();
        CyclicModuleRecord.gatherAsyncDependencies(module, new HashSet<>(), dependencies);
        if (dependencies.isEmpty()) {
            capability.resolve(module.deferredNamespace());
            return;
        }
        int[] remaining = {dependencies.size()};
        for (ModuleRecord dependency : dependencies) {
            PromiseReaction.Continuation settled =
                    (fulfilled, value) -> {
                        if (!fulfilled) {
                            capability.reject(value);
                        } else if (--remaining[0] == 0) {
                            capability.resolve(module.deferredNamespace());
                        }
                    };
            Promises.performThen(dependency.evaluate(), settled);
        }
    }

    /**
     * Evaluates a linked module and settles a promise with its namespace, or with what it throws.
     */
    public static void evaluate(ModuleRecord module, PromiseCapability capability) {
        PromiseReaction.Continuation settled =
                (fulfilled, value) -> {
                    if (fulfilled) {
                        capability.resolve(module.namespace());
                    } else {
                        capability.reject(value);
                    }
                };
        Promises.performThen(module.evaluate(), settled);
    }

    /** HostLoadImportedModule and 13.3.10.3 ContinueDynamicImport. */
    private static void load(
            Realm realm,
            ModuleLoader loader,
            @Nullable ModuleRecord referrer,
            String scriptName,
            ModuleRequest request,
            PromiseCapability capability) {
        try {
            ModuleRecord module = loader.load(realm, referrer, scriptName, request);
            if (request.phase() == ModuleRequest.Phase.SOURCE) {
                capability.resolve(module.moduleSource());
                return;
            }
            module.link();
            if (request.phase() == ModuleRequest.Phase.DEFER) {
                evaluateAsyncDependencies(module, capability);
                return;
            }
            evaluate(module, capability);
        } catch (JSThrow thrown) {
            capability.reject(realm.agent().services().thrownValue(thrown, realm));
        }
    }
}
