package dev.jsj.node.bindings;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/** {@code async_context}: what AsyncLocalStorage holds for the running code. */
final class AsyncContextBinding extends BindingTable {
    private static final int GET = 0;
    private static final int ENTER = 1;

    static final AsyncContextBinding TABLE = new AsyncContextBinding();

    private AsyncContextBinding() {
        method(GET, "get", 0);
        method(ENTER, "enter", 1);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        return id == GET ? runtime.asyncContext() : runtime.enterAsyncContext(arguments[0]);
    }
}
