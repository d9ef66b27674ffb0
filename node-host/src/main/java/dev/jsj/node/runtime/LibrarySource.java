package dev.jsj.node.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * The files of the runtime's own JavaScript. Each is the body of a function {@code (exports,
 * require, module, internalBinding, process)}.
 *
 * <p>{@code process} is given only to files that mention it, so that a program that never touches
 * it does not pay for it.
 */
final class LibrarySource {
    /** Where our own files are. */
    static final String LIBRARY = "/dev/jsj/node/lib/";

    static final List<String> PARAMETERS =
            List.of("exports", "require", "module", "internalBinding", "process");
    static final String PROCESS = "internal/process/process";

    /** Has the word in texts only; the process object needs it. */
    private static final String MESSAGES = "internal/error_messages";

    private LibrarySource() {}

    static boolean exists(String id) {
        return LibrarySource.class.getResource(resource(id)) != null;
    }

    static String resource(String id) {
        return LibraryPackages.isFile(id) ? LibraryPackages.resource(id) : LIBRARY + id + ".js";
    }

    /** The text of a module. */
    static String read(String id) {
        try (InputStream stream = LibrarySource.class.getResourceAsStream(resource(id))) {
            if (stream == null) {
                throw new AssertionError("The runtime has no module " + id);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError("The runtime's module " + id + " cannot be read", unreadable);
        }
    }

    /** The parameters of the function around a module. */
    static List<String> parameters(String id, String source) {
        boolean usesProcess =
                source.contains("process")
                        && !id.equals(PROCESS)
                        && !id.equals(MESSAGES)
                        && !LibraryPackages.isFile(id);
        return usesProcess ? PARAMETERS : PARAMETERS.subList(0, PARAMETERS.size() - 1);
    }

    /** Reads the text of a module when something shows it. */
    record Reader(String id) implements Supplier<String> {
        @Override
        public String get() {
            return read(id);
        }
    }
}
