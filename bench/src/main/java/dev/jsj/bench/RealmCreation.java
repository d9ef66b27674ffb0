package dev.jsj.bench;

import dev.jsj.interp.Engine;
import dev.jsj.runtime.realm.HostHooks;

import java.util.Arrays;

/**
 * Times making an agent with one realm, once cold and then warm: what every worker, {@code vm}
 * context and embedded engine pays. The goal is 5 ms, warm.
 */
public final class RealmCreation {
    private static final int WARM_UP = 200;
    private static final int ROUNDS = 101;

    private RealmCreation() {}

    /** Prints the first time and the median of the warm ones, in microseconds. */
    public static void main(String[] arguments) {
        long first = time();
        for (int i = 0; i < WARM_UP; i++) {
            time();
        }
        long[] times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            times[i] = time();
        }
        Arrays.sort(times);
        System.out.println(
                "first realm: " + first / 1000 + " us, warm: " + times[ROUNDS / 2] / 1000 + " us");
    }

    private static long time() {
        long start = System.nanoTime();
        Engine engine = new Engine(HostHooks.NONE);
        if (engine.newRealm().globalObject() == null) {
            throw new AssertionError("A realm has a global object.");
        }
        return System.nanoTime() - start;
    }
}
