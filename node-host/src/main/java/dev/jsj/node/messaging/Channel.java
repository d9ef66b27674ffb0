package dev.jsj.node.messaging;

import java.util.ArrayList;
import java.util.List;

/**
 * What connects endpoints: a message of one goes to all others. A pair ends when one of its ends is
 * closed; a broadcast group goes on with the rest. Its monitor guards its endpoints' state.
 */
public final class Channel {
    private final boolean pair;
    private final List<Endpoint> endpoints = new ArrayList<>();

    private Channel(boolean pair) {
        this.pair = pair;
    }

    /** The two ends of a new MessageChannel. */
    public static Endpoint[] createPair() {
        Channel channel = new Channel(true);
        return new Endpoint[] {channel.join(), channel.join()};
    }

    /** A group that endpoints {@link #join}. */
    public static Channel group() {
        return new Channel(false);
    }

    /** A new endpoint of the group. */
    public synchronized Endpoint join() {
        Endpoint endpoint = new Endpoint(this);
        endpoints.add(endpoint);
        return endpoint;
    }

    synchronized void send(Endpoint sender, Message message) {
        for (Endpoint endpoint : endpoints) {
            if (endpoint != sender) {
                endpoint.enqueue(message);
            }
        }
    }

    synchronized void leave(Endpoint leaving) {
        endpoints.remove(leaving);
        if (pair) {
            for (Endpoint endpoint : endpoints) {
                endpoint.disconnected();
            }
            endpoints.clear();
        }
    }
}
