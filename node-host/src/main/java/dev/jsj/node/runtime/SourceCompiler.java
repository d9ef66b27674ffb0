package dev.jsj.node.runtime;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/** What the host needs of the engine's front end: source text made runnable. Syntax errors are thrown as JavaScript errors. */
public interface SourceCompiler {
    /** Compiled script code that can run many times, in any realm. */
    interface Script {
        /** Runs the script in the global scope of the realm; answers its completion value. */
        Object run(Realm realm);
    }

    /**
     * @param fileName shown in stack traces, and the referrer of dynamic imports
     * @param lineOffset how many lines of its file come before the text
     */
    Script compileScript(Realm realm, String source, String fileName, int lineOffset, int columnOffset);

    /** A function with the text as its body, in the global scope; positions are those of the text alone. */
    JSObject compileFunction(Realm realm, String source, String fileName, String... parameters);

    /** An ES module, not linked yet. */
    ModuleSource compileModule(Realm realm, String source, String url);

    /** Opaque to this package: the engine's module record. */
    interface ModuleSource {}

    /** Whether text that is no script is one as an ES module, by syntax that only modules have. */
    boolean hasModuleSyntax(String source);

    /** The text of a line of a script that has been compiled, for messages about errors; null when it is unknown. */
    @Nullable String sourceLine(String fileName, int line);
}
