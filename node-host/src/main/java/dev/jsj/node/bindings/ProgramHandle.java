package dev.jsj.node.bindings;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * A program's own object where a native stream is expected: {@code new net.Socket({ handle })}, or
 * put into {@code socket._handle}. Its methods are called by the names they have in Node.
 *
 * <p>What Node asks only where it is there (references, settings, addresses) may be missing;
 * everything else is a TypeError then.
 */
final class ProgramHandle {
    private ProgramHandle() {}

    /** One of the operations of {@link NetBinding} on such an object. */
    static Object call(Realm realm, int id, JSObject handle, Object[] arguments) {
        return switch (id) {
            case NetBinding.WRITE ->
                    required(handle, "writeBuffer", realm.newObject(), arguments[1]);
            case NetBinding.WRITE_TEXT ->
                    required(
                            handle,
                            "latin1".equals(arguments[2]) ? "writeLatin1String" : "writeUtf8String",
                            realm.newObject(),
                            arguments[1]);
            case NetBinding.READ_START -> required(handle, "readStart");
            case NetBinding.READ_STOP -> required(handle, "readStop");
            case NetBinding.SHUTDOWN -> shutdown(realm, handle, arguments[1]);
            case NetBinding.CLOSE -> required(handle, "close", arguments[1]);
            case NetBinding.RESET -> required(handle, "reset", arguments[1]);
            case NetBinding.REFERENCE ->
                    optional(handle, Arguments.truth(arguments, 1) ? "ref" : "unref");
            case NetBinding.HAS_REFERENCE -> optional(handle, "hasRef");
            case NetBinding.LOCAL_ADDRESS -> address(realm, handle, "getsockname");
            case NetBinding.REMOTE_ADDRESS -> address(realm, handle, "getpeername");
            case NetBinding.SET_NO_DELAY -> optional(handle, "setNoDelay", arguments[1]);
            case NetBinding.SET_KEEP_ALIVE ->
                    optional(handle, "setKeepAlive", arguments[1], arguments[2]);
            case NetBinding.BYTES_READ -> handle.get("bytesRead");
            case NetBinding.BYTES_WRITTEN -> handle.get("bytesWritten");
            case NetBinding.PENDING_BYTES -> 0;
            case NetBinding.SET_CALLBACKS, NetBinding.IDLE_TIME -> Undefined.UNDEFINED;
            default -> throw new AssertionError("No operation " + id);
        };
    }

    /** Calls {@code done} later, unless the method answers that nothing is left to do. */
    private static Object shutdown(Realm realm, JSObject handle, Object done) {
        Object result = required(handle, "shutdown", Arguments.object(realm, "oncomplete", done));
        if (!TypeConversion.toBoolean(result)) {
            return NetBinding.PENDING;
        }
        return Integer.valueOf(1).equals(result) ? 0 : result;
    }

    private static Object required(JSObject handle, String method, Object... arguments) {
        JSObject function = method(handle, method);
        if (function == null) {
            throw Errors.typeError("socket._handle." + method + " is not a function");
        }
        return function.call(handle, arguments);
    }

    private static Object optional(JSObject handle, String method, Object... arguments) {
        JSObject function = method(handle, method);
        return function == null ? Undefined.UNDEFINED : function.call(handle, arguments);
    }

    private static @Nullable JSObject method(JSObject handle, String name) {
        return handle.get(name) instanceof JSObject function && function.isCallable()
                ? function
                : null;
    }

    /** What the method puts into the object it is given: [address, family, port], or undefined. */
    private static Object address(Realm realm, JSObject handle, String method) {
        JSObject out = realm.newObject();
        Object error = optional(handle, method, out);
        if (TypeConversion.toBoolean(error) || out.get("address") == Undefined.UNDEFINED) {
            return Undefined.UNDEFINED;
        }
        return realm.newArray(
                new Object[] {out.get("address"), out.get("family"), out.get("port")});
    }
}
