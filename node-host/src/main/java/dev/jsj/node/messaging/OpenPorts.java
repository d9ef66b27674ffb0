package dev.jsj.node.messaging;

import dev.jsj.node.runtime.NodeRuntime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The endpoints that one agent holds: they are closed when it ends. */
public final class OpenPorts {
    private final Set<Endpoint> endpoints = Collections.newSetFromMap(new IdentityHashMap<>());

    public static OpenPorts of(NodeRuntime runtime) {
        return runtime.part(OpenPorts.class, owner -> new OpenPorts());
    }

    void add(Endpoint endpoint) {
        endpoints.add(endpoint);
    }

    void remove(Endpoint endpoint) {
        endpoints.remove(endpoint);
    }

    /** Closes what is still open. */
    public void closeAll() {
        List<Endpoint> open = new ArrayList<>(endpoints);
        endpoints.clear();
        for (Endpoint endpoint : open) {
            endpoint.close();
        }
    }
}
