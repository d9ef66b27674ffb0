package dev.jsj.conformance.test262;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which test files to run.
 *
 * @param skippedFolders names of folders left out wherever they stand
 * @param filters substrings or globs of the path below {@code test/}; none means all
 */
record TestSelection(List<String> skippedFolders, List<String> filters) {

    /** The selected files below the folder, sorted. */
    List<Path> select(Path testFolder) throws IOException {
        List<Path> selected = new ArrayList<>();
        Files.walkFileTree(
                testFolder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return skippedFolders.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        String name = testFolder.relativize(file).toString().replace('\\', '/');
                        if (name.endsWith(".js") && !name.contains("_FIXTURE") && matches(name)) {
                            selected.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        Collections.sort(selected);
        return selected;
    }

    private boolean matches(String name) {
        if (filters.isEmpty()) {
            return true;
        }
        for (String filter : filters) {
            if (filter.contains("*")
                    ? glob(filter).matches(Path.of(name))
                    : name.contains(filter)) {
                return true;
            }
        }
        return false;
    }

    private static PathMatcher glob(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }
}
