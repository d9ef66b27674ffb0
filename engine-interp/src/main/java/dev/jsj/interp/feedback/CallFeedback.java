package dev.jsj.interp.feedback;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.FunctionCode;
import dev.jsj.runtime.function.ScriptFunction;

import org.jspecify.annotations.Nullable;

/**
 * The targets of one call site, as states of its cache entry: null (never called), a function
 * object (always that one; an {@link Unspecialized} one perhaps), a {@link FunctionCode} (several
 * closures of one literal), a {@code FunctionCode[]} of up to {@value #MAX_TARGETS} literals, or
 * {@link #MEGAMORPHIC}.
 */
public final class CallFeedback {
    /** Too many targets to tell apart, or targets that are no script functions. */
    public static final Object MEGAMORPHIC = "megamorphic";

    private static final int MAX_TARGETS = 4;

    /**
     * State of a site that always calls the same function, for which code specialised on its
     * arguments has failed.
     */
    public record Unspecialized(Object target, int failures) {}

    private CallFeedback() {}

    /** Notes a call of {@code callee} at the site {@code caches[slot]}. */
    public static void note(Object[] caches, int slot, Object callee) {
        if (caches[slot] != callee) {
            record(caches, slot, callee);
        }
    }

    /** The one function that the site has called, or null. */
    public static @Nullable Object onlyTarget(@Nullable Object entry) {
        return entry instanceof Unspecialized failed ? failed.target() : entry;
    }

    /** Notes that code specialised on the arguments of the site's one target has failed. */
    public static void noteFailedGuard(Object[] caches, int slot) {
        if (caches[slot] instanceof BuiltinFunction function) {
            caches[slot] = new Unspecialized(function, 1);
        } else if (caches[slot] instanceof Unspecialized known) {
            caches[slot] = new Unspecialized(known.target(), known.failures() + 1);
        }
    }

    private static void record(Object[] caches, int slot, Object callee) {
        Object seen = caches[slot];
        if (seen != MEGAMORPHIC) {
            caches[slot] = next(seen, callee);
        }
    }

    private static Object next(Object seen, Object callee) {
        if (seen == null) {
            return callee;
        }
        if (seen instanceof Unspecialized failed && failed.target() == callee) {
            return failed;
        }
        if (!(callee instanceof ScriptFunction function)) {
            return MEGAMORPHIC;
        }
        FunctionCode code = function.code();
        if (seen instanceof ScriptFunction first) {
            return first.code() == code ? code : new FunctionCode[] {first.code(), code};
        }
        if (seen instanceof FunctionCode first) {
            return first == code ? first : new FunctionCode[] {first, code};
        }
        if (!(seen instanceof FunctionCode[] codes)) {
            return MEGAMORPHIC;
        }
        for (FunctionCode known : codes) {
            if (known == code) {
                return codes;
            }
        }
        if (codes.length == MAX_TARGETS) {
            return MEGAMORPHIC;
        }
        FunctionCode[] grown = java.util.Arrays.copyOf(codes, codes.length + 1);
        grown[codes.length] = code;
        return grown;
    }
}
