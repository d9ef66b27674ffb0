package dev.jsj.node.runtime;

import dev.jsj.node.runtime.SourceCompiler.SourceLocation;
import dev.jsj.runtime.builtins.structured.JsonPlace;
import dev.jsj.runtime.object.JSError;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.StackFrame;
import dev.jsj.runtime.operations.StackTrace;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What happens to an exception that nothing caught: the program's own handler, or Node's message
 * and exit code 1.
 */
final class UncaughtErrors {
    private static final int UNCAUGHT = 1;
    private static final int HANDLER_FAILED = 7;

    private final NodeRuntime runtime;

    UncaughtErrors(NodeRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * @param place where it was thrown; null when unknown
     */
    void report(Object error, String origin, @Nullable Object place) {
        try {
            if (Boolean.TRUE.equals(runtime.callProcessHook("uncaughtException", error, origin))) {
                return;
            }
        } catch (JSThrow failed) {
            print(runtime.agent().services().thrownValue(failed, runtime.realm()), failed.origin());
            throw runtime.exit(HANDLER_FAILED);
        }
        if (runtime.isWorker()) {
            throw failWorker(error, place == null ? null : sourceLocation(error, place));
        }
        print(error, place);
        runtime.setExitCode(UNCAUGHT);
        int code = UNCAUGHT;
        try {
            Object chosen = runtime.callProcessHook("exit", UNCAUGHT);
            code = chosen instanceof Number number ? number.intValue() : UNCAUGHT;
        } catch (JSThrow failed) {
            print(runtime.agent().services().thrownValue(failed, runtime.realm()), failed.origin());
        }
        throw runtime.exit(code);
    }

    /** A worker's error is its parent's "error" event. */
    private ProgramExit failWorker(Object error, @Nullable String location) {
        try {
            runtime.callProcessHook("exit", UNCAUGHT);
        } catch (JSThrow failed) {
            runtime.setExitCode(UNCAUGHT); // the first error is the one that counts
        }
        JSObject worker = runtime.modules().require("internal/worker/main");
        ((JSObject) worker.get("reportError"))
                .call2(
                        Undefined.UNDEFINED,
                        error,
                        location == null ? Undefined.UNDEFINED : location);
        return runtime.exit(UNCAUGHT);
    }

    /** Source line, caret, the error as {@code util.inspect} shows it, the version. */
    private void print(Object error, @Nullable Object place) {
        StringBuilder text = new StringBuilder();
        String location = sourceLocation(error, place);
        if (location != null
                && !(error instanceof JSObject object && object.hasProperty("stack"))) {
            text.append('\n').append(location, 0, location.length() - 1); // as Node spaces it
        } else if (location != null) {
            text.append(location);
        } else {
            text.append("Uncaught:\n");
        }
        text.append(describe(error)).append('\n');
        if (!(error instanceof JSObject)) {
            text.append(
                    "(Use `node --trace-uncaught ...` to show where the exception was thrown)\n");
        }
        text.append("\nNode.js ").append(NodeVersion.VERSION).append('\n');
        runtime.standardError().print(text.toString());
    }

    private String describe(Object error) {
        try {
            JSObject formatter = runtime.modules().require("internal/process/fatal");
            return ((JSObject) formatter.get("describe"))
                    .call1(Undefined.UNDEFINED, error)
                    .toString();
        } catch (JSThrow | ClassCastException broken) {
            return String.valueOf(error);
        }
    }

    private @Nullable String sourceLocation(Object error, @Nullable Object place) {
        if (place instanceof JsonPlace json) {
            return locationInJson(json);
        }
        SourceLocation location = runtime.compiler().syntaxErrorLocation(error);
        List<StackFrame> trace =
                error instanceof JSError jsError && jsError.stack() instanceof StackTrace captured
                        ? captured.frames()
                        : List.of();
        // The place of the throw, unless that is in the runtime's own JavaScript while the error
        // was made in the program's.
        boolean own = place instanceof StackFrame frame && frame.scriptName().startsWith("node:");
        boolean madeByProgram =
                !trace.isEmpty() && !trace.getFirst().scriptName().startsWith("node:");
        if (location == null && place instanceof StackFrame frame && !(own && madeByProgram)) {
            location = locationOf(List.of(frame));
        }
        if (location == null) {
            location = locationOf(trace);
        }
        if (location == null) {
            return null;
        }
        String original =
                SourceMaps.of(runtime)
                        .originalLine(location.fileName(), location.line(), location.column());
        if (original != null) {
            return original;
        }
        String line = runtime.compiler().sourceLine(location.fileName(), location.line());
        if (line == null) {
            return null;
        }
        StringBuilder caret = spaceBefore(line, location.column() - 1);
        caret.append(
                "^"
                        .repeat(
                                Math.clamp(
                                        location.length(),
                                        1,
                                        Math.max(1, line.length() - caret.length()))));
        return location.fileName() + ":" + location.line() + "\n" + line + "\n" + caret + "\n\n";
    }

    private static String locationInJson(JsonPlace place) {
        String line = place.lineText();
        String caret =
                place.column() < line.length()
                        ? spaceBefore(line, place.column()).append("^\n").toString()
                        : "";
        return "<anonymous_script>:" + place.line() + "\n" + line + "\n" + caret + "\n";
    }

    private static StringBuilder spaceBefore(String line, int column) {
        StringBuilder space = new StringBuilder();
        for (int i = 0; i < column && i < line.length(); i++) {
            space.append(line.charAt(i) == '\t' ? '\t' : ' ');
        }
        return space;
    }

    /** The first frame whose source is at hand. */
    private @Nullable SourceLocation locationOf(List<StackFrame> frames) {
        for (StackFrame frame : frames) {
            int line = frame.position().line();
            if (!frame.isNative()
                    && runtime.compiler().sourceLine(frame.scriptName(), line) != null) {
                return new SourceLocation(frame.scriptName(), line, frame.position().column(), 1);
            }
        }
        return null;
    }
}
