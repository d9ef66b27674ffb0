package dev.jsj.node.bindings;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/** {@code performance}: the clock of {@code performance.now()}. */
final class PerformanceBinding extends BindingTable {
    private static final int NOW = 0;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    static final PerformanceBinding TABLE = new PerformanceBinding();

    private PerformanceBinding() {
        method(NOW, "now", 0);
    }

    @Override
    void addValues(JSObject object, Realm realm) {
        double origin = System.currentTimeMillis() - now(NodeRuntime.of(realm));
        object.addProperty("timeOrigin", origin, Property.DEFAULT);
    }

    private static double now(NodeRuntime runtime) {
        return (System.nanoTime() - runtime.startNanos()) / NANOS_PER_MILLISECOND;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return now(NodeRuntime.of(realm));
    }
}
