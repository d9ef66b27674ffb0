package dev.jsj.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.interp.Engine;
import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.interp.tiering.TierPolicy;
import dev.jsj.jit.trace.Diagnostics;
import dev.jsj.parser.Source;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.HostHooks;
import dev.jsj.runtime.realm.Realm;

import org.junit.jupiter.api.Test;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Functions that die take their classes, feedback and code with them. */
final class CodeReleaseTest {
    private static final int FUNCTIONS = 10_000;
    private static final int SAMPLED_EVERY = 100;

    /** A program that makes functions, compiles each by calling it, and keeps the last one only. */
    private static final String PROGRAM =
            """
            let last;
            function make(i) {
              last = new Function('o', 'n', `let s = ${i}; for (let k = 0; k < n; k++) s += o.x + k; return s;`);
              last({ x: i }, 40);
              return last({ x: i }, 40);
            }
            """;

    @Test
    void tenThousandCompiledFunctionsAreReleased() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Engine engine = new Engine(HostHooks.NONE);
        engine.setOptimizingTier(
                new Jit(
                        new JitOptions(
                                new TierPolicy(10), 0, false, 0, Diagnostics.none(nowhere))));
        Realm realm = engine.newRealm();
        engine.evaluateScript(realm, new Source("make.js", PROGRAM));
        JSObject make = (JSObject) engine.evaluateScript(realm, new Source("get.js", "make"));
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        int before = classes.getLoadedClassCount();
        long unloadedBefore = classes.getUnloadedClassCount();
        List<WeakReference<Object>> codes = new ArrayList<>();
        int compiled = 0;
        for (int i = 0; i < FUNCTIONS; i++) {
            make.call1(realm.globalObject(), i);
            if (i % SAMPLED_EVERY == 0) {
                ScriptCode code = lastFunction(engine, realm);
                compiled += code.compiled() != null ? 1 : 0;
                codes.add(new WeakReference<>(code));
                codes.add(new WeakReference<>(code.counters()));
            }
        }
        assertEquals(FUNCTIONS / SAMPLED_EVERY, compiled, "functions were not compiled");
        make.call1(realm.globalObject(), FUNCTIONS);
        collectUntil(() -> alive(codes) == 0);
        assertEquals(0, alive(codes), "of " + codes.size() + " are alive");
        // HotSpot's compiler threads keep the last classes they looked at for a moment longer.
        collectUntil(() -> classes.getLoadedClassCount() - before < FUNCTIONS / 10);
        assertTrue(
                classes.getUnloadedClassCount() - unloadedBefore >= FUNCTIONS,
                "classes were not unloaded");
        assertTrue(
                classes.getLoadedClassCount() - before < FUNCTIONS / 10,
                "classes loaded: " + (classes.getLoadedClassCount() - before));
    }

    private static ScriptCode lastFunction(Engine engine, Realm realm) {
        ScriptFunction function =
                (ScriptFunction) engine.evaluateScript(realm, new Source("get.js", "last"));
        return (ScriptCode) function.code();
    }

    private static void collectUntil(BooleanSupplier done) {
        for (int i = 0; i < 20 && !done.getAsBoolean(); i++) {
            System.gc();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10L * i));
        }
    }

    private static long alive(List<WeakReference<Object>> references) {
        return references.stream().filter(reference -> reference.get() != null).count();
    }
}
