package dev.jsj.node.bindings;

import dev.jsj.node.messaging.Channel;
import dev.jsj.node.messaging.Endpoint;
import dev.jsj.node.messaging.Message;
import dev.jsj.node.messaging.MessageReader;
import dev.jsj.node.messaging.MessageWriter;
import dev.jsj.node.messaging.MessagingSymbols;
import dev.jsj.node.messaging.PortHandle;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.workers.AgentCluster;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** {@code messaging}: structured clones and the ports that carry them. */
final class MessagingBinding extends BindingTable {
    private static final String[] NAMES = {
        "structuredClone",
        "createChannel",
        "joinGroup",
        "setCallback",
        "post",
        "start",
        "stop",
        "close",
        "setReferenced",
        "isReferenced",
        "isOpen",
        "receive",
        "drain",
    };

    static final MessagingBinding TABLE = new MessagingBinding();

    private MessagingBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
        value("handle", MessagingSymbols.HANDLE, Property.DEFAULT);
        value("clone", MessagingSymbols.CLONE, Property.DEFAULT);
        value("transfer", MessagingSymbols.TRANSFER, Property.DEFAULT);
        value("transferList", MessagingSymbols.TRANSFER_LIST, Property.DEFAULT);
        value("untransferable", MessagingSymbols.UNTRANSFERABLE, Property.DEFAULT);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        return switch (NAMES[id]) {
            case "structuredClone" -> {
                Message message =
                        MessageWriter.write(runtime, arguments[0], list(arguments, 1), null);
                yield new MessageReader(runtime).read(message);
            }
            case "createChannel" -> {
                Endpoint[] ends = Channel.createPair();
                yield realm.newArray(
                        new Object[] {
                            new PortHandle(realm, ends[0]), new PortHandle(realm, ends[1])
                        });
            }
            case "joinGroup" ->
                    new PortHandle(
                            realm,
                            AgentCluster.of(runtime).joinGroup(Arguments.string(arguments, 0)));
            default -> onPort(NAMES[id], runtime, (PortHandle) arguments[0], arguments);
        };
    }

    private static Object onPort(
            String name, NodeRuntime runtime, PortHandle port, Object[] arguments) {
        switch (name) {
            case "isReferenced" -> {
                return port.isReferenced();
            }
            case "isOpen" -> {
                return port.endpoint() != null;
            }
            case "receive" -> {
                return receive(runtime, port);
            }
            case "post" -> {
                return post(runtime, port, arguments[1], list(arguments, 2));
            }
            case "setCallback" -> port.setCallback((JSObject) arguments[1]);
            case "start" -> port.start();
            case "stop" -> port.stop();
            case "close" -> port.close();
            case "setReferenced" -> port.setReferenced(Arguments.truth(arguments, 1));
            case "drain" -> port.drain();
            default -> throw new AssertionError("No row " + name);
        }
        return Undefined.UNDEFINED;
    }

    private static Object[] list(Object[] arguments, int index) {
        return Arguments.isMissing(arguments, index)
                ? JSObject.NO_ARGUMENTS
                : ObjectOperations.createListFromArrayLike(arguments[index]);
    }

    /**
     * A value that cannot be cloned is an error even where nobody would receive it.
     *
     * @return false where the message held the port that was to receive it, so that the channel is
     *     lost
     */
    private static boolean post(
            NodeRuntime runtime, PortHandle port, Object value, Object[] transfer) {
        Message message = MessageWriter.write(runtime, value, transfer, port);
        Endpoint endpoint = port.endpoint();
        if (endpoint == null) {
            return true;
        }
        for (Message.HostObject host : message.hosts()) {
            Endpoint moved = host.endpoint();
            Message inner = host.data();
            if (moved == null && inner != null && !inner.hosts().isEmpty()) {
                moved = inner.hosts().getFirst().endpoint();
            }
            if (moved != null && moved.sharesChannel(endpoint)) {
                port.close();
                return false;
            }
        }
        endpoint.post(message);
        return true;
    }

    /** [value] of the next message; undefined for none. */
    private static Object receive(NodeRuntime runtime, PortHandle port) {
        Endpoint endpoint = port.endpoint();
        Message message = endpoint == null ? null : endpoint.poll();
        if (message == null) {
            return Undefined.UNDEFINED;
        }
        Object value = new MessageReader(runtime).read(message);
        return runtime.realm().newArray(new Object[] {value});
    }
}
