package dev.jsj.node.bindings;

import dev.jsj.node.net.SocketListener;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;

/** A listener as JavaScript holds it: {@code server._handle}. */
final class ListenerObject extends JSObject {
    final SocketListener listener;

    ListenerObject(Realm realm, SocketListener listener) {
        super(realm.agent().root(null));
        this.listener = listener;
    }
}
