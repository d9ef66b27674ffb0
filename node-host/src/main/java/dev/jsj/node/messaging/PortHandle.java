package dev.jsj.node.messaging;

import dev.jsj.node.eventloop.LoopHold;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An endpoint as one agent holds it: the native half of a MessagePort. Messages arrive as tasks of
 * the agent's loop, which the port keeps alive while it is referenced.
 */
public final class PortHandle extends JSObject {
    /** How many messages are delivered in one turn of the loop, unless more wait already. */
    private static final int MESSAGES_PER_TURN = 1000;

    private final NodeRuntime runtime;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private @Nullable Endpoint endpoint;
    private @Nullable JSObject callback;
    private boolean receiving;
    private final LoopHold hold;
    private boolean delivering;
    private boolean closing;

    /** A port of the runtime's agent; neither receiving nor referenced. */
    public PortHandle(Realm realm, Endpoint endpoint) {
        super(realm.agent().root(null));
        this.runtime = NodeRuntime.of(realm);
        this.endpoint = endpoint;
        hold = new LoopHold(runtime.loop(), "MessagePort", false);
        hold.start();
        OpenPorts.of(runtime).add(endpoint);
        endpoint.setCloseListener(() -> runtime.loop().post(this::closeIfFinished));
    }

    /**
     * Says what to call: {@code (type, value, ports)}, where the type is "message", "messageerror"
     * or "close".
     */
    public void setCallback(JSObject function) {
        callback = function;
    }

    /** The end of the channel; null once closed or handed over. */
    public @Nullable Endpoint endpoint() {
        return closing ? null : endpoint;
    }

    /** Begins to deliver messages. */
    public void start() {
        if (endpoint != null && !receiving) {
            receiving = true;
            endpoint.setListener(this::wake);
        }
    }

    /** Lets messages wait. */
    public void stop() {
        if (endpoint != null && receiving) {
            receiving = false;
            endpoint.setListener(null);
        }
    }

    /** Keeps the loop alive, or no longer. */
    public void setReferenced(boolean on) {
        if (endpoint != null) {
            hold.setReferenced(on);
        }
    }

    public boolean isReferenced() {
        return hold.isReferenced();
    }

    /** Called by the sender's thread. */
    private void wake() {
        if (scheduled.compareAndSet(false, true)) {
            runtime.loop().post(this::deliver);
        }
    }

    private void deliver() {
        scheduled.set(false);
        if (endpoint == null || !receiving) {
            return;
        }
        delivering = true;
        try {
            int count = Math.max(MESSAGES_PER_TURN, endpoint.queueSize());
            for (int i = 0; i < count && endpoint != null && receiving; i++) {
                Message message = endpoint.poll();
                if (message == null) {
                    break;
                }
                runtime.runTask(() -> emit(message));
            }
        } finally {
            delivering = false;
        }
        if (closing) {
            close();
        } else {
            finishDelivery();
        }
    }

    /** The other end has gone; messages that wait for a receiver keep the port open. */
    private void closeIfFinished() {
        if (endpoint != null && endpoint.isFinished() && !delivering) {
            close();
        }
    }

    private void finishDelivery() {
        if (endpoint == null || !receiving) {
            return;
        }
        if (endpoint.isFinished()) {
            close();
        } else if (endpoint.queueSize() > 0) {
            wake();
        }
    }

    /** Delivers what waits, now. */
    public void drain() {
        Endpoint current = endpoint;
        if (current == null) {
            return;
        }
        Message message;
        while ((message = current.poll()) != null) {
            emit(message);
        }
    }

    private void emit(Message message) {
        MessageReader reader = new MessageReader(runtime);
        Object value;
        try {
            value = reader.read(message);
        } catch (JSThrow unreadable) {
            Object error = runtime.agent().services().thrownValue(unreadable, runtime.realm());
            call("messageerror", error, Undefined.UNDEFINED);
            return;
        }
        call("message", value, reader.transferredObjects());
    }

    private void call(String type, Object value, Object ports) {
        Objects.requireNonNull(callback).call3(Undefined.UNDEFINED, type, value, ports);
    }

    /** Takes the endpoint away, to be handed over to another agent. */
    Endpoint detach() {
        Endpoint detached = Objects.requireNonNull(endpoint);
        stop();
        detached.setCloseListener(null);
        setReferenced(false);
        endpoint = null;
        OpenPorts.of(runtime).remove(detached);
        return detached;
    }

    /** Ends the channel; "close" is reported in the loop's close phase. */
    public void close() {
        Endpoint ended = endpoint;
        if (ended == null) {
            return;
        }
        if (delivering) {
            closing = true; // what has arrived before is delivered
            return;
        }
        setReferenced(false);
        endpoint = null;
        OpenPorts.of(runtime).remove(ended);
        ended.close();
        if (callback != null) {
            runtime.loop().postClose(() -> call("close", Undefined.UNDEFINED, Undefined.UNDEFINED));
        }
    }
}
