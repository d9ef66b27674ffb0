package dev.jsj.node.bindings;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.builtins.binary.ElementType;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.builtins.binary.JSTypedArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;

import java.nio.ByteBuffer;

/** Makes Buffers in Java. One per program. */
final class Buffers {
    private final Realm realm;
    private final JSObject prototype;

    private Buffers(NodeRuntime runtime) {
        realm = runtime.realm();
        JSObject constructor = (JSObject) runtime.modules().require("buffer").get("Buffer");
        prototype = (JSObject) constructor.get("prototype");
    }

    static Buffers of(NodeRuntime runtime) {
        return runtime.part(Buffers.class, Buffers::new);
    }

    /** A Buffer over the bytes, which it takes over. */
    JSTypedArray wrap(byte[] bytes) {
        return JSTypedArray.create(
                prototype, ElementType.UINT8, JSArrayBuffer.of(realm, bytes), 0, bytes.length);
    }

    /** A Buffer with a copy of the bytes that are left in {@code data}. */
    JSTypedArray copy(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return wrap(bytes);
    }
}
