package dev.jsj.node.bindings;

import dev.jsj.node.tls.TlsContext;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;

/** A {@code tls.SecureContext}'s native half. */
final class TlsObject extends JSObject {
    final TlsContext context;

    TlsObject(Realm realm, TlsContext context) {
        super(realm.agent().root(null));
        this.context = context;
    }
}
