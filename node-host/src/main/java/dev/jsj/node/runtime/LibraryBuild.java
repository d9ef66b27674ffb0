package dev.jsj.node.runtime;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Build step: compiles the runtime's own JavaScript to {@link CompiledLibrary#RESOURCE}. Its only
 * argument is the folder of classes to write it into.
 */
public final class LibraryBuild {
    private static final String SUFFIX = ".js";

    private LibraryBuild() {}

    /** Runs the step. */
    public static void main(String[] arguments) throws IOException, URISyntaxException {
        Path target = Path.of(arguments[0], CompiledLibrary.RESOURCE);
        Files.createDirectories(target.getParent());
        Files.write(target, CompiledLibrary.compile(modules()));
    }

    /** The names of the modules to compile, sorted. */
    static List<String> modules() throws IOException, URISyntaxException {
        List<String> ids = new ArrayList<>();
        collect("fs", "", ids);
        for (String id : LibraryPackages.ENTRIES) {
            if (id.startsWith("web-streams-polyfill/")) {
                ids.add(id); // one of many forms of the same
            } else {
                String folder = id.substring(0, id.indexOf('/') + 1) + "lib/";
                collect(id, folder, ids);
            }
        }
        Collections.sort(ids);
        return ids;
    }

    /** Adds the modules whose names begin with the prefix, a folder; one of them is known. */
    private static void collect(String known, String prefix, List<String> ids)
            throws IOException, URISyntaxException {
        String file = LibrarySource.resource(known);
        String folder =
                file.substring(
                        0, file.length() - known.length() - SUFFIX.length() + prefix.length());
        URL url = LibraryBuild.class.getResource(file);
        if (url == null) {
            throw new AssertionError("The library has no " + file);
        }
        if (url.getProtocol().equals("file")) {
            String path = Path.of(url.toURI()).toString();
            collect(Path.of(path.substring(0, path.length() - file.length()), folder), prefix, ids);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(url.toURI(), Map.of())) {
            collect(jar.getPath(folder), prefix, ids);
        }
    }

    private static void collect(Path folder, String prefix, List<String> ids) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.endsWith(SUFFIX)) {
                    ids.add(prefix + name.substring(0, name.length() - SUFFIX.length()));
                }
            }
        }
    }
}
