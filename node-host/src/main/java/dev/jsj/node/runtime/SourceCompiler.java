package dev.jsj.node.runtime;

import dev.jsj.interp.modules.SourceTextModule;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * What the host needs of the engine's front end: source text made runnable. Syntax errors are
 * thrown as JavaScript errors.
 */
public interface SourceCompiler {
    /** Compiled script code that can run many times, in any realm. */
    interface Script {
        /** Runs the script in the global scope of the realm; answers its completion value. */
        Object run(Realm realm);
    }

    /**
     * @param fileName shown in stack traces, and the referrer of dynamic imports
     */
    default Script compileScript(Realm realm, String source, String fileName) {
        return compileScript(realm, source, fileName, fileName);
    }

    /**
     * @param referrer what the module loader is told with the script's dynamic imports
     */
    Script compileScript(Realm realm, String source, String fileName, Object referrer);

    /**
     * A function with the text as its body, in the global scope; positions are those of the text
     * alone.
     */
    default JSObject compileFunction(
            Realm realm, String source, String fileName, String... parameters) {
        return compileFunction(realm, source, fileName, (Object) fileName, parameters);
    }

    /** Such a function; the module loader is told {@code referrer} with its dynamic imports. */
    JSObject compileFunction(
            Realm realm, String source, String fileName, Object referrer, String... parameters);

    /**
     * A function, in the global scope, that was compiled when the runtime was built.
     *
     * @param code the stored code
     * @param source gives the text that was compiled, for messages
     * @return null if another version of the engine compiled it
     */
    @Nullable JSObject loadFunction(
            Realm realm, byte[] code, String fileName, Supplier<String> source);

    /** An ES module, not linked yet. */
    default SourceTextModule compileModule(Realm realm, String source, String url) {
        return compileModule(realm, source, url, url);
    }

    /** Such a module; the module loader is told {@code referrer} with its dynamic imports. */
    SourceTextModule compileModule(Realm realm, String source, String url, Object referrer);

    /**
     * Whether text that is no CommonJS module is one as an ES module, by syntax that only modules
     * have.
     */
    boolean isModuleSource(String source);

    /** Where a syntax error is; null for any other error. */
    @Nullable SourceLocation syntaxErrorLocation(Object error);

    /** Notes where a syntax error is that somebody else found in a source. */
    void locateSyntaxError(Object error, String source, SourceLocation location);

    /** The whole text of a source that has been compiled; null when it is unknown. */
    @Nullable String sourceText(String fileName);

    /** The text of a line of a source that has been compiled; null when it is unknown. */
    @Nullable String sourceLine(String fileName, int line);

    /**
     * A place in a source.
     *
     * @param line counted from 1
     * @param column counted from 1
     * @param length how many characters are meant
     */
    record SourceLocation(String fileName, int line, int column, int length) {}
}
