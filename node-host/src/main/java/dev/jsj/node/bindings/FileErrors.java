package dev.jsj.node.bindings;

import dev.jsj.node.fs.SystemException;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorObjects;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.ErrorType;

/** Failed system calls as JavaScript errors. */
final class FileErrors {
    private FileErrors() {}

    /**
     * {@code ENOENT: no such file or directory, open 'x'}, with errno, code, syscall, path and
     * dest.
     */
    static JSObject create(Realm realm, SystemException failure) {
        StringBuilder message = new StringBuilder();
        message.append(failure.error().name())
                .append(": ")
                .append(failure.error().text())
                .append(", ")
                .append(failure.syscall());
        if (failure.path() != null) {
            message.append(" '").append(failure.path()).append('\'');
        }
        if (failure.destination() != null) {
            message.append(" -> '").append(failure.destination()).append('\'');
        }
        JSObject error = ErrorObjects.create(realm, ErrorType.ERROR, message.toString());
        ObjectOperations.createDataProperty(error, "errno", failure.error().errno());
        ObjectOperations.createDataProperty(error, "code", failure.error().name());
        ObjectOperations.createDataProperty(error, "syscall", failure.syscall());
        if (failure.path() != null) {
            ObjectOperations.createDataProperty(error, "path", failure.path());
        }
        if (failure.destination() != null) {
            ObjectOperations.createDataProperty(error, "dest", failure.destination());
        }
        return error;
    }
}
