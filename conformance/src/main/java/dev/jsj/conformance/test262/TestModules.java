package dev.jsj.conformance.test262;

import dev.jsj.interp.Engine;
import dev.jsj.interp.modules.ModuleLoader;
import dev.jsj.interp.modules.ModuleRecord;
import dev.jsj.interp.modules.ModuleRequest;
import dev.jsj.interp.modules.SyntheticModule;
import dev.jsj.parser.Source;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.builtins.structured.JsonParser;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Finds the modules that tests import: files next to the importing one. */
final class TestModules implements ModuleLoader {

    /** INTERPRETING.md: a module with a source object, provided by the host. */
    private static final String MODULE_SOURCE = "<module source>";

    private record Key(Realm realm, Path path, String type) {}

    private final Engine engine;
    private final Map<Key, ModuleRecord> modules = new HashMap<>();

    TestModules(Engine engine) {
        this.engine = engine;
    }

    /** Makes a test that is a module itself known, so that importing it gives the same record. */
    void register(Realm realm, Path path, ModuleRecord module) {
        modules.put(new Key(realm, path.normalize(), ""), module);
    }

    @Override
    public ModuleRecord load(
            Realm realm,
            @Nullable ModuleRecord referrer,
            String scriptName,
            ModuleRequest request) {
        Path path = Path.of(scriptName).resolveSibling(request.specifier()).normalize();
        String type = request.attributes().getOrDefault("type", "");
        Key key = new Key(realm, path, type);
        ModuleRecord known = modules.get(key);
        if (known != null) {
            return known;
        }
        ModuleRecord module = read(realm, path, type);
        modules.put(key, module);
        return module;
    }

    private ModuleRecord read(Realm realm, Path path, String type) {
        if (path.endsWith(MODULE_SOURCE)) {
            JSObject prototype = realm.intrinsic(Intrinsic.ABSTRACT_MODULE_SOURCE_PROTOTYPE);
            return SyntheticModule.ofSource(realm, realm.newObject(prototype));
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException exception) {
            throw Errors.typeError("Cannot find module '" + path + "'");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (type) {
            case "" -> engine.compileModule(realm, new Source(path.toString(), text));
            case "json" -> SyntheticModule.ofDefault(realm, JsonParser.parse(realm, text));
            case "text" -> SyntheticModule.ofDefault(realm, text);
            case "bytes" -> SyntheticModule.ofDefault(realm, bytesOf(realm, bytes));
            default -> throw Errors.typeError("Unknown module type '" + type + "'");
        };
    }

    private static Object bytesOf(Realm realm, byte[] bytes) {
        JSObject constructor = realm.intrinsic(Intrinsic.UINT8_ARRAY);
        return constructor.construct(new Object[] {JSArrayBuffer.of(realm, bytes)}, constructor);
    }
}
