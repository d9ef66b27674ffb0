package dev.jsj.node;

import dev.jsj.interp.Engine;
import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.modules.SourceTextModule;
import dev.jsj.interp.storage.CodeReader;
import dev.jsj.node.runtime.SourceCompiler;
import dev.jsj.parser.JsSyntaxError;
import dev.jsj.parser.Parser;
import dev.jsj.parser.Source;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * The engine's front end as the host uses it; remembers sources, so that messages can show their
 * lines.
 */
final class EngineCompiler implements SourceCompiler {
    private final Engine engine;
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<Object, SourceLocation> syntaxErrors = new WeakHashMap<>();

    private final boolean allowNatives;

    EngineCompiler(Engine engine, boolean allowNatives) {
        this.engine = engine;
        this.allowNatives = allowNatives;
    }

    private Source source(String fileName, String text, Object referrer) {
        String rewritten = allowNatives ? NativesSyntax.rewrite(text) : text;
        Source source = new Source(fileName, rewritten, referrer);
        sources.put(fileName, source);
        return source;
    }

    /** Notes where a syntax error is, before it goes on. */
    private <T> T locating(Supplier<T> compilation) {
        try {
            return compilation.get();
        } catch (JSThrow thrown) {
            if (thrown.getCause() instanceof JsSyntaxError error && thrown.valueOrNull() != null) {
                int length = Math.max(1, error.end() - error.start());
                syntaxErrors.put(
                        thrown.valueOrNull(),
                        new SourceLocation(
                                error.source().name(), error.line(), error.column(), length));
            }
            throw thrown;
        }
    }

    @Override
    public Script compileScript(Realm realm, String source, String fileName, Object referrer) {
        FunctionInfo script =
                locating(() -> engine.compileScript(realm, source(fileName, source, referrer)));
        return target -> engine.evaluate(target, script);
    }

    @Override
    public JSObject compileFunction(
            Realm realm, String source, String fileName, Object referrer, String... parameters) {
        return locating(
                () ->
                        engine.compileFunction(
                                realm, source(fileName, source, referrer), List.of(parameters)));
    }

    @Override
    public @Nullable JSObject loadFunction(
            Realm realm, byte[] code, String fileName, Supplier<String> text) {
        Source source = new Source(fileName, text);
        FunctionInfo function = CodeReader.read(code, source);
        if (function == null) {
            return null;
        }
        sources.put(fileName, source);
        return engine.closure(realm, function);
    }

    @Override
    public SourceTextModule compileModule(Realm realm, String source, String url, Object referrer) {
        return locating(() -> engine.compileModule(realm, source(url, source, referrer)));
    }

    @Override
    public boolean isModuleSource(String source) {
        try {
            return new Parser().parseModule(new Source("", source)).module() != null;
        } catch (JsSyntaxError notModule) {
            return false;
        }
    }

    @Override
    public @Nullable SourceLocation syntaxErrorLocation(Object error) {
        return syntaxErrors.get(error);
    }

    @Override
    public void locateSyntaxError(Object error, String source, SourceLocation location) {
        sources.put(location.fileName(), new Source(location.fileName(), source));
        syntaxErrors.put(error, location);
    }

    @Override
    public @Nullable String sourceText(String fileName) {
        Source source = sources.get(fileName);
        return source == null ? null : source.text();
    }

    @Override
    public @Nullable String sourceLine(String fileName, int line) {
        Source source = sources.get(fileName);
        return source == null || line < 1 || line > source.lineCount()
                ? null
                : source.lineText(line);
    }
}
