package dev.jsj.runtime.operations;

import dev.jsj.runtime.object.JSObject;

import org.jspecify.annotations.Nullable;

/**
 * What the operations must know of a Proxy exotic object (10.5), whose class is among the
 * built-ins.
 */
public interface ProxyObject {
    /** [[ProxyTarget]]; null once the proxy has been revoked. */
    @Nullable JSObject proxyTarget();

    /** [[ProxyHandler]]; null once the proxy has been revoked. */
    @Nullable JSObject proxyHandler();
}
