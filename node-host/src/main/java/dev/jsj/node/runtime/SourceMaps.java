package dev.jsj.node.runtime;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * Whether positions are shown as source maps tell them ({@code --enable-source-maps}); reading maps
 * is up to {@code internal/source_map/loading}.
 */
public final class SourceMaps {
    private final NodeRuntime runtime;
    private boolean enabled;
    private boolean reading;

    private SourceMaps(NodeRuntime runtime) {
        this.runtime = runtime;
        enabled = runtime.options().has("--enable-source-maps");
    }

    /** Those of a program. */
    public static SourceMaps of(NodeRuntime runtime) {
        return runtime.part(SourceMaps.class, SourceMaps::new);
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean value) {
        enabled = value;
    }

    /** {@code file:line:column} of what a position was made of; null where that is not known. */
    @Nullable String originalLocation(String script, int line, int column) {
        return ask("originalLocation", script, line, column);
    }

    /** The line of a place and a caret below it; null where they are not known. */
    @Nullable String originalLine(String script, int line, int column) {
        return ask("originalLine", script, line, column);
    }

    private @Nullable String ask(String question, String script, int line, int column) {
        boolean own = script.isEmpty() || script.startsWith("node:");
        if (!enabled || own || reading) {
            return null;
        }
        reading = true;
        try {
            JSObject loading = runtime.modules().require("internal/source_map/loading");
            Object[] arguments = {script, line, column};
            Object answer = ((JSObject) loading.get(question)).call(Undefined.UNDEFINED, arguments);
            return answer == Undefined.UNDEFINED ? null : answer.toString();
        } catch (JSThrow broken) {
            return null; // a map that makes no sense is no reason to lose the stack
        } finally {
            reading = false;
        }
    }
}
