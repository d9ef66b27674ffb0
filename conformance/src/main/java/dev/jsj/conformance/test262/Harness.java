package dev.jsj.conformance.test262;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The files below {@code harness/}, each read once. */
final class Harness {

    private final Path folder;
    private final Map<String, String> sources = new ConcurrentHashMap<>();

    Harness(Path test262Folder) {
        this.folder = test262Folder.resolve("harness");
    }

    String source(String file) {
        return sources.computeIfAbsent(file, this::read);
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
