package dev.jsj.node.vm;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.WeakHashMap;

/** The contexts of one program, by contextified object. */
public final class Contexts {
    private final NodeRuntime runtime;
    private final Map<JSObject, Realm> realms = new WeakHashMap<>();

    public Contexts(NodeRuntime runtime) {
        this.runtime = runtime;
    }

    /** {@code vm.createContext}. */
    public void make(JSObject sandbox) {
        Realm realm = new Realm(runtime.agent());
        realm.setHostDefined(runtime);
        ContextGlobal.install(realm, sandbox);
        realms.put(sandbox, realm);
    }

    public boolean contains(Object object) {
        return object instanceof JSObject sandbox && realms.containsKey(sandbox);
    }

    /** The realm of a context, or the main one. */
    public Realm realmOf(@Nullable Object sandbox) {
        return sandbox instanceof JSObject object && realms.containsKey(object)
                ? realms.get(object)
                : runtime.realm();
    }
}
