package dev.jsj.node.loading;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.value.Undefined;

/** TypeScript as JavaScript: {@code internal/modules/typescript}, for loaders in Java. */
final class TypeScriptFiles {
    private TypeScriptFiles() {}

    /** Whether a file's extension says that it has types. */
    static boolean isTypeScript(String path) {
        return path.endsWith(".ts") || path.endsWith(".mts") || path.endsWith(".cts");
    }

    /**
     * The text without its types.
     *
     * @param packageType what a {@code .ts} file is in its package: "module", "commonjs" or "none"
     */
    static String strip(NodeRuntime runtime, String text, String path, String packageType) {
        String format =
                path.endsWith(".mts") ? "module" : path.endsWith(".cts") ? "commonjs" : packageType;
        JSObject stripper = runtime.modules().require("internal/modules/typescript");
        Object[] arguments = {text, path, format};
        return ((JSObject) stripper.get("stripTypes"))
                .call(Undefined.UNDEFINED, arguments)
                .toString();
    }
}
