package dev.jsj.node.fs;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/**
 * Reports changes below one folder, or of one file, from a thread of its own until it is closed.
 */
public final class FolderWatcher implements AutoCloseable {
    private final Path root;
    private final @Nullable Path onlyName;
    private final boolean recursive;
    private final Listener listener;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    /** Is told of changes, on the watcher's thread. */
    public interface Listener {
        /**
         * @param renamed whether the name appeared or disappeared, not only its content changed
         * @param name relative to what is watched
         */
        void changed(boolean renamed, String name);
    }

    private FolderWatcher(Path root, @Nullable Path onlyName, boolean recursive, Listener listener)
            throws IOException {
        this.root = root;
        this.onlyName = onlyName;
        this.recursive = recursive;
        this.listener = listener;
        service = root.getFileSystem().newWatchService();
    }

    /**
     * Begins to watch a folder, or a file.
     *
     * @param name what errors call it
     */
    public static FolderWatcher open(Path path, String name, boolean recursive, Listener listener)
            throws SystemException {
        try {
            boolean folder = Files.isDirectory(path);
            Path root = folder ? path : path.toAbsolutePath().getParent();
            if (!Files.exists(path) || root == null) {
                throw new SystemException(SystemError.ENOENT, "watch", name, null);
            }
            FolderWatcher watcher =
                    new FolderWatcher(
                            root,
                            folder ? null : path.getFileName(),
                            recursive && folder,
                            listener);
            watcher.addFolder(root, false);
            Thread thread = new Thread(watcher::run, "jsj-watch");
            thread.setDaemon(true);
            thread.start();
            return watcher;
        } catch (IOException failure) {
            throw SystemException.of(failure, "watch", name, null);
        }
    }

    private void addFolder(Path folder, boolean report) throws IOException {
        register(folder);
        if (!recursive) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path inner, BasicFileAttributes attributes) throws IOException {
                        if (!inner.equals(folder)) {
                            register(inner);
                            announce(inner);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        announce(file);
                        return FileVisitResult.CONTINUE;
                    }

                    /** What a new folder already holds has not been seen before. */
                    private void announce(Path inner) {
                        if (report) {
                            listener.changed(true, root.relativize(inner).toString());
                        }
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private void register(Path folder) throws IOException {
        WatchKey key = folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
        folders.put(key, folder);
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = service.take();
                Path folder = folders.get(key);
                for (WatchEvent<?> event : key.pollEvents()) {
                    if (folder != null && event.context() instanceof Path name) {
                        report(folder, name, event.kind());
                    }
                }
                if (!key.reset()) {
                    folders.remove(key);
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException closed) {
            return; // nobody listens any more
        }
    }

    private void report(Path folder, Path name, WatchEvent.Kind<?> kind) {
        if (onlyName != null && !onlyName.equals(name)) {
            return;
        }
        Path path = folder.resolve(name);
        listener.changed(
                kind != ENTRY_MODIFY,
                onlyName != null ? name.toString() : root.relativize(path).toString());
        if (recursive && kind == ENTRY_CREATE && Files.isDirectory(path)) {
            try {
                addFolder(path, true);
            } catch (IOException gone) {
                return; // it has been removed meanwhile, which is reported too
            }
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException failure) {
            return; // closing it is all that was wanted
        }
    }
}
