package dev.jsj.node.messaging;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.serialization.ValueSerializer;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Makes the message of one value: StructuredSerializeWithTransfer. */
public final class MessageWriter implements ValueSerializer.Delegate {
    private final NodeRuntime runtime;
    private final boolean isPartOfHostObject;
    private final ValueSerializer serializer;
    private final List<JSArrayBuffer> buffers = new ArrayList<>();
    private final Map<JSArrayBuffer, Integer> sharedIds = new IdentityHashMap<>();
    private final List<Message.Shared> shared = new ArrayList<>();
    private final Map<JSObject, Integer> hostIds = new IdentityHashMap<>();
    private final List<JSObject> hosts = new ArrayList<>();
    private int transferredHosts;

    private MessageWriter(NodeRuntime runtime, boolean isPartOfHostObject) {
        this.runtime = runtime;
        this.isPartOfHostObject = isPartOfHostObject;
        serializer = new ValueSerializer(runtime.realm(), this);
    }

    /**
     * @param transfer what is handed over instead of copied
     * @param source the port that sends; null for none
     * @throws JSThrow a DataCloneError, or what a getter throws; nothing has been handed over then
     */
    public static Message write(
            NodeRuntime runtime, Object value, Object[] transfer, @Nullable PortHandle source) {
        MessageWriter writer = new MessageWriter(runtime, false);
        for (Object item : transfer) {
            writer.addTransferred(item, source);
        }
        return writer.write(value);
    }

    private Message write(Object value) {
        transferredHosts = hosts.size();
        for (int i = 0; i < buffers.size(); i++) {
            serializer.transferArrayBuffer(i, buffers.get(i));
        }
        serializer.writeHeader();
        serializer.writeValue(value);
        List<Message.HostObject> records = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) { // copying one may add others
            records.add(record(hosts.get(i), i < transferredHosts));
        }
        List<Message.Buffer> moved = new ArrayList<>();
        for (JSArrayBuffer buffer : buffers) {
            int length = buffer.byteLength();
            int maxLength = buffer.isResizable() ? buffer.maxByteLength() : -1;
            byte[] bytes = buffer.detach();
            moved.add(new Message.Buffer(bytes, length, maxLength));
        }
        return new Message(serializer.toByteArray(), moved, shared, records);
    }

    private void addTransferred(Object item, @Nullable PortHandle source) {
        if (item instanceof JSArrayBuffer buffer && !buffer.isShared()) {
            if (buffer.isDetached() || isUntransferable(buffer)) {
                return; // found in the value, it is copied or an error
            }
            if (buffers.contains(buffer)) {
                throw dataCloneError("Transfer list contains duplicate ArrayBuffer");
            }
            buffers.add(buffer);
            return;
        }
        if (!(item instanceof JSObject object)) {
            throw coded("ERR_INVALID_TRANSFER_OBJECT");
        }
        PortHandle handle = handleOf(object);
        if (handle == null && !isTransferable(object)) {
            throw coded("ERR_INVALID_TRANSFER_OBJECT");
        }
        if (isUntransferable(object)) {
            return;
        }
        String kind = handle != null ? "MessagePort" : "host object";
        if (handle != null && handle == source) {
            throw dataCloneError("Transfer list contains source port");
        }
        if (handle != null && handle.endpoint() == null) {
            throw dataCloneError("MessagePort in transfer list is already detached");
        }
        if (hostIds.containsKey(object)) {
            throw dataCloneError("Transfer list contains duplicate " + kind);
        }
        addHost(object);
    }

    private int addHost(JSObject object) {
        int id = hosts.size();
        hostIds.put(object, id);
        hosts.add(object);
        return id;
    }

    private static boolean isUntransferable(JSObject object) {
        return object.hasOwn(MessagingSymbols.UNTRANSFERABLE);
    }

    private static @Nullable PortHandle handleOf(JSObject object) {
        return object.hasOwn(MessagingSymbols.HANDLE)
                        && object.get(MessagingSymbols.HANDLE) instanceof PortHandle handle
                ? handle
                : null;
    }

    private static boolean isTransferable(JSObject object) {
        return object.hasProperty(MessagingSymbols.TRANSFER);
    }

    @Override
    public boolean isHostObject(JSObject object) {
        JSObject prototype = object.getPrototypeOf();
        if (prototype == null || prototype.getPrototypeOf() == null) {
            return object instanceof PortHandle;
        }
        return object.hasProperty(MessagingSymbols.CLONE)
                || object.hasProperty(MessagingSymbols.TRANSFER);
    }

    @Override
    public void writeHostObject(JSObject object) {
        Integer id = hostIds.get(object);
        if (id == null) {
            boolean inner = isPartOfHostObject && object instanceof PortHandle;
            if (!inner && !object.hasProperty(MessagingSymbols.CLONE)) {
                throw coded("ERR_MISSING_TRANSFERABLE_IN_TRANSFER_LIST");
            }
            id = addHost(object);
        }
        serializer.writeUint32(id);
    }

    @Override
    public int sharedArrayBufferId(JSArrayBuffer buffer) {
        return sharedIds.computeIfAbsent(
                buffer,
                added -> {
                    shared.add(new Message.Shared(added.sharedBlock(), added.isResizable()));
                    return shared.size() - 1;
                });
    }

    private Message.HostObject record(JSObject object, boolean transferred) {
        if (object instanceof PortHandle handle) {
            return new Message.HostObject(handle.detach(), "", null, true);
        }
        Symbol key = transferred ? MessagingSymbols.TRANSFER : MessagingSymbols.CLONE;
        Object[] list = {};
        if (transferred && object.hasProperty(MessagingSymbols.TRANSFER_LIST)) {
            list =
                    ObjectOperations.createListFromArrayLike(
                            call(object, MessagingSymbols.TRANSFER_LIST));
        }
        JSObject parts = (JSObject) call(object, key);
        MessageWriter writer = new MessageWriter(runtime, true);
        for (Object item : list) {
            writer.addTransferred(item, null);
        }
        return new Message.HostObject(
                null,
                TypeConversion.toJavaString(parts.get("deserializeInfo")),
                writer.write(parts.get("data")),
                transferred);
    }

    private Object call(JSObject object, Symbol key) {
        return ObjectOperations.invoke(runtime.realm(), object, key);
    }

    @Override
    public JSThrow dataCloneError(String message) {
        JSObject constructor =
                (JSObject) runtime.modules().require("internal/dom_exception").get("DOMException");
        return new JSThrow(ObjectOperations.construct(constructor, message, "DataCloneError"));
    }

    private JSThrow coded(String code) {
        JSObject codes = (JSObject) runtime.modules().require("internal/errors").get("codes");
        return new JSThrow(ObjectOperations.construct((JSObject) codes.get(code)));
    }
}
