package dev.jsj.node.workers;

import dev.jsj.node.messaging.Channel;
import dev.jsj.node.messaging.Endpoint;
import dev.jsj.node.runtime.NodeRuntime;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What the agents of one program share: numbers of threads, and the channels known by name. */
public final class AgentCluster {
    private final AtomicInteger lastThreadId = new AtomicInteger();
    private final Map<String, Channel> groups = new HashMap<>();

    /** The cluster of an agent. */
    public static AgentCluster of(NodeRuntime runtime) {
        return runtime.part(AgentCluster.class, owner -> new AgentCluster());
    }

    int nextThreadId() {
        return lastThreadId.incrementAndGet();
    }

    /** A new member of the broadcast group of this name. */
    public synchronized Endpoint joinGroup(String name) {
        return groups.computeIfAbsent(name, added -> Channel.group()).join();
    }
}
