package dev.jsj.runtime.operations;

import dev.jsj.runtime.object.JSError;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.LazySlots;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.HostHooks;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The frames that were running when an error was made, and the text of its {@code stack} property.
 *
 * <p>NON-STANDARD: V8's stack trace API: {@code Error.stackTraceLimit}, {@code
 * Error.prepareStackTrace(error, callSites)}. As in Node, the text is made when {@code stack} is
 * first read, from the name and message that the error has then.
 */
public final class StackTrace implements LazySlots {
    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 10_000;

    private final Realm realm;
    private final List<StackFrame> frames;

    private StackTrace(Realm realm, List<StackFrame> frames) {
        this.realm = realm;
        this.frames = frames;
    }

    /** The innermost frame first. */
    public List<StackFrame> frames() {
        return frames;
    }

    /**
     * The running stack, at most {@code Error.stackTraceLimit} entries; null where that is no
     * number.
     *
     * @param hiddenUntil frames up to and including this function's are left out, all of them where
     *     it is not running; null for none
     */
    public static @Nullable StackTrace capture(Realm realm, @Nullable JSObject hiddenUntil) {
        int limit = limit(realm);
        if (limit < 0) {
            return null;
        }
        List<StackFrame> frames = new ArrayList<>(Math.min(limit, DEFAULT_LIMIT));
        Activation activation = realm.agent().currentFrame;
        if (hiddenUntil != null) {
            while (activation != null && activation.function() != hiddenUntil) {
                activation = activation.caller;
            }
            activation = activation == null ? null : activation.caller;
        }
        for (; activation != null && frames.size() < limit; activation = activation.caller) {
            frames.add(StackFrame.of(activation));
            String method = activation.resumedBy();
            if (method != null && frames.size() < limit) {
                frames.add(StackFrame.ofBuiltin(method));
            }
        }
        return new StackTrace(realm, frames);
    }

    /** Defines the own {@code stack} property of a new error. */
    public static void install(Realm realm, JSError error, @Nullable JSObject hiddenUntil) {
        StackTrace trace = capture(realm, hiddenUntil);
        if (trace != null) {
            error.setStack(trace);
            error.defineOwn("stack", null, Property.HIDDEN);
        }
    }

    private static int limit(Realm realm) {
        if (!realm.hasIntrinsic(Intrinsic.ERROR)) {
            return DEFAULT_LIMIT;
        }
        JSObject constructor = realm.intrinsic(Intrinsic.ERROR);
        Property property = constructor.shape().lookup("stackTraceLimit");
        Object value = property == null ? Undefined.UNDEFINED : constructor.slotValue(property);
        if (!JsNumber.isNumber(value)) {
            return -1;
        }
        double limit = ((Number) value).doubleValue();
        return limit > 0 ? (int) Math.min(limit, MAX_LIMIT) : 0;
    }

    @Override
    public Object materialize(JSObject object, Property property) {
        return format(object);
    }

    /**
     * The value of {@code stack} for {@code error}; calls Error.prepareStackTrace if there is one.
     */
    public Object format(JSObject error) {
        JSObject constructor = realm.intrinsic(Intrinsic.ERROR);
        Agent agent = realm.agent();
        Object prepare = constructor.get("prepareStackTrace");
        if (prepare instanceof JSObject function
                && function.isCallable()
                && !agent.isPreparingStackTrace) {
            agent.isPreparingStackTrace = true;
            try {
                return function.call2(constructor, error, callSites());
            } finally {
                agent.isPreparingStackTrace = false;
            }
        }
        return text(error);
    }

    private JSObject callSites() {
        Object[] sites = new Object[frames.size()];
        JSObject prototype = realm.intrinsic(Intrinsic.CALL_SITE_PROTOTYPE);
        for (int i = 0; i < sites.length; i++) {
            sites[i] = new CallSite(realm.agent().root(prototype), frames.get(i));
        }
        return realm.newArray(sites);
    }

    /** The default text: the error's own text and one line per frame. */
    public String text(JSObject error) {
        StringBuilder text = new StringBuilder(ErrorText.errorText(error));
        HostHooks hooks = realm.agent().hostHooks();
        for (StackFrame frame : frames) {
            String original =
                    frame.isNative()
                            ? null
                            : hooks.originalLocation(
                                    frame.scriptName(),
                                    frame.position().line(),
                                    frame.position().column());
            text.append("\n    at ").append(original == null ? frame : frame.at(original));
        }
        return text.toString();
    }
}
