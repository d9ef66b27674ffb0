package dev.jsj.node.vm;

import dev.jsj.interp.modules.ModuleRequest;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.value.Undefined;

/**
 * Code of {@code node:vm} as it is known where its {@code import()} is carried out: a function of
 * the program decides what is imported.
 *
 * @param name the name of the script or module
 * @param importer (specifier, attributes): a promise for the namespace
 */
public record ImportReferrer(String name, JSObject importer) {

    /** Asks the program. */
    public JSObject importModule(NodeRuntime runtime, ModuleRequest request) {
        return (JSObject)
                importer.call2(
                        Undefined.UNDEFINED, request.specifier(), attributes(runtime, request));
    }

    /** The import attributes of a request, as an object without prototype. */
    public static JSObject attributes(NodeRuntime runtime, ModuleRequest request) {
        JSObject object = runtime.realm().newObject(null);
        request.attributes()
                .forEach((key, value) -> ObjectOperations.createDataProperty(object, key, value));
        return object;
    }

    @Override
    public String toString() {
        return name;
    }
}
