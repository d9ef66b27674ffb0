package dev.jsj.interp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.parser.Source;
import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.realm.HostHooks;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs the programs of src/test/js/language, which check themselves. */
class LanguageTest {

    static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> !file.endsWith("_check.js")).sorted().toList();
        }
    }

    private static Path folder() {
        Path folder = Path.of("src/test/js/language");
        return Files.exists(folder) ? folder : Path.of("engine-interp").resolve(folder);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void passes(Path program) throws IOException {
        Engine engine = new Engine(HostHooks.NONE);
        Realm realm = engine.newRealm();
        List<Object> finished = new ArrayList<>();
        NativeFunction finish =
                new NativeFunction(
                        realm,
                        "finish",
                        1,
                        (self, arguments) -> {
                            finished.add(
                                    arguments.length == 0 ? Undefined.UNDEFINED : arguments[0]);
                            return Undefined.UNDEFINED;
                        });
        realm.globalObject().defineOwn("finish", finish, Property.HIDDEN);
        try {
            Path check = program.resolveSibling("_check.js");
            engine.evaluateScript(realm, new Source("_check.js", Files.readString(check)));
            String text = Files.readString(program);
            engine.evaluateScript(realm, new Source(program.getFileName().toString(), text));
            engine.agent().runJobs();
            if (text.contains("finish()")) {
                assertTrue(!finished.isEmpty(), "finish() was not called");
                assertEquals(
                        Undefined.UNDEFINED,
                        finished.getFirst(),
                        () -> describe(finished.getFirst()));
            }
        } catch (JSThrow completion) {
            throw new AssertionError(describe(completion.valueOrNull()));
        }
    }

    private static String describe(Object thrown) {
        return thrown instanceof JSObject error && error.get("stack") instanceof CharSequence stack
                ? stack.toString()
                : ErrorText.of(thrown);
    }
}
