package dev.jsj.node.bindings;

import dev.jsj.node.eventloop.LoopHold;
import dev.jsj.node.fs.FolderWatcher;
import dev.jsj.node.fs.SystemException;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.Permissions;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** {@code fs_event}: changes of files and folders, as {@code fs.watch} reports them. */
final class FsEventBinding extends BindingTable {
    private static final String[] NAMES = {"open", "close", "setReferenced"};

    static final FsEventBinding TABLE = new FsEventBinding();

    private FsEventBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    /** A watcher in use. */
    private static final class Handle extends JSObject {
        private @Nullable FolderWatcher watcher;
        private final LoopHold hold;

        Handle(NodeRuntime runtime) {
            super(runtime.realm().agent().root(null));
            this.hold = new LoopHold(runtime.loop(), "FSEventWrap", true);
        }

        void setReferenced(boolean wanted) {
            hold.setReferenced(wanted);
        }

        void close() {
            hold.stop();
            if (watcher != null) {
                watcher.close();
                watcher = null;
            }
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        switch (NAMES[id]) {
            case "open" -> {
                return open(NodeRuntime.of(realm), arguments);
            }
            case "close" -> ((Handle) arguments[0]).close();
            default -> ((Handle) arguments[0]).setReferenced(Arguments.truth(arguments, 1));
        }
        return Undefined.UNDEFINED;
    }

    /** (path, recursive, callback(renamed, name)). */
    private static Object open(NodeRuntime runtime, Object[] arguments) {
        JSObject callback = (JSObject) arguments[2];
        Handle handle = new Handle(runtime);
        String path = Arguments.string(arguments, 0);
        runtime.requireAccess(Permissions.Scope.FS_READ, path, true);
        try {
            handle.watcher =
                    FolderWatcher.open(
                            runtime.files().workingDirectory().resolve(path),
                            path,
                            Arguments.truth(arguments, 1),
                            (renamed, name) ->
                                    runtime.loop()
                                            .post(() -> report(handle, callback, renamed, name)));
        } catch (SystemException failure) {
            throw new JSThrow(FileErrors.create(runtime.realm(), failure));
        }
        handle.hold.start();
        return handle;
    }

    private static void report(Handle handle, JSObject callback, boolean renamed, String name) {
        if (handle.watcher != null) {
            callback.call2(Undefined.UNDEFINED, renamed, name);
        }
    }
}
