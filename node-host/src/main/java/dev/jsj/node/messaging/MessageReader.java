package dev.jsj.node.messaging;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.serialization.ValueDeserializer;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the value of one message: StructuredDeserializeWithTransfer. */
public final class MessageReader {
    private final NodeRuntime runtime;
    private final Realm realm;
    private final List<JSObject> transferred = new ArrayList<>();

    /** Makes objects of the runtime's main realm. */
    public MessageReader(NodeRuntime runtime) {
        this(runtime, runtime.realm());
    }

    public MessageReader(NodeRuntime runtime, Realm realm) {
        this.runtime = runtime;
        this.realm = realm;
    }

    /**
     * @throws JSThrow where the value cannot exist here
     */
    public Object read(Message message) {
        List<JSObject> hosts = new ArrayList<>();
        for (Message.HostObject host : message.hosts()) {
            JSObject object = readHost(host);
            hosts.add(object);
            if (host.transferred()) {
                transferred.add(object);
            }
        }
        List<JSArrayBuffer> shared = new ArrayList<>();
        for (Message.Shared memory : message.shared()) {
            shared.add(JSArrayBuffer.ofShared(realm, memory.block(), memory.growable()));
        }
        byte[] bytes = message.bytes();
        Delegate delegate = new Delegate(hosts, shared);
        ValueDeserializer deserializer =
                new ValueDeserializer(realm, bytes, 0, bytes.length, delegate);
        delegate.deserializer = deserializer;
        for (int i = 0; i < message.buffers().size(); i++) {
            deserializer.transferArrayBuffer(i, buffer(message.buffers().get(i)));
        }
        deserializer.readHeader();
        return deserializer.readValue();
    }

    /** The objects that were in the transfer list and are no buffers, in its order. */
    public JSObject transferredObjects() {
        return ObjectOperations.createArrayFromList(realm, transferred);
    }

    private JSArrayBuffer buffer(Message.Buffer moved) {
        if (moved.maxLength() < 0) {
            return JSArrayBuffer.of(realm, moved.bytes());
        }
        JSArrayBuffer buffer =
                JSArrayBuffer.allocate(
                        realm.intrinsic(Intrinsic.ARRAY_BUFFER), moved.length(), moved.maxLength());
        System.arraycopy(moved.bytes(), 0, buffer.requireBytes("read"), 0, moved.length());
        return buffer;
    }

    private JSObject readHost(Message.HostObject host) {
        if (host.endpoint() != null) {
            return new PortHandle(runtime.realm(), host.endpoint());
        }
        Object data = new MessageReader(runtime, realm).read(Objects.requireNonNull(host.data()));
        JSObject factory = runtime.modules().require("internal/host_objects");
        return (JSObject)
                ((JSObject) factory.get("deserialize"))
                        .call2(Undefined.UNDEFINED, host.info(), data);
    }

    private static final class Delegate implements ValueDeserializer.Delegate {
        private final List<JSObject> hosts;
        private final List<JSArrayBuffer> shared;
        private ValueDeserializer deserializer;

        Delegate(List<JSObject> hosts, List<JSArrayBuffer> shared) {
            this.hosts = hosts;
            this.shared = shared;
        }

        @Override
        public JSObject readHostObject() {
            return hosts.get((int) deserializer.readUint32());
        }

        @Override
        public JSArrayBuffer sharedArrayBuffer(int id) {
            return shared.get(id);
        }
    }
}
