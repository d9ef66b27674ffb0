package dev.jsj.node.processes;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits for a program's end while threads feed it and collect what it prints. */
public final class SynchronousRun {
    private static final int CHUNK = 64 * 1024;

    /** How long output may still come in after the program was ended from here. */
    private static final int GRACE_MILLIS = 200;

    private final Process process;
    private final long maxBuffer;
    private final Runnable kill;
    private final Collector output;
    private final Collector errors;
    private final List<Collector> others = new ArrayList<>();
    private volatile boolean overflown;
    private boolean timedOut;

    /**
     * @param streams how many streams the program has
     * @param maxBuffer bytes that each of its streams may print; negative for any number
     * @param kill ends the program
     */
    public SynchronousRun(
            Process process, int streams, byte @Nullable [] input, long maxBuffer, Runnable kill) {
        this.process = process;
        this.maxBuffer = maxBuffer;
        this.kill = kill;
        output = new Collector(process.getInputStream());
        errors = new Collector(process.getErrorStream());
        if (process instanceof SpawnedProcess spawned) {
            for (int i = 3; i < streams; i++) {
                others.add(new Collector(spawned.inputStream(i)));
            }
        }
        Thread.ofVirtual().start(() -> feed(process.getOutputStream(), input));
    }

    private static void feed(OutputStream stream, byte @Nullable [] input) {
        try (stream) {
            if (input != null) {
                stream.write(input);
            }
        } catch (IOException closed) {
            return; // the program does not want it
        }
    }

    /** Its exit status; above 128 for a signal. */
    public int await(long timeoutMillis) throws InterruptedException {
        if (timeoutMillis > 0 && !process.waitFor(timeoutMillis, TimeUnit.MILLISECONDS)) {
            timedOut = true;
            kill.run();
        }
        int status = process.waitFor();
        boolean ended = timedOut || overflown;
        output.await(ended);
        errors.await(ended);
        for (Collector other : others) {
            other.await(ended);
        }
        return status;
    }

    /** Whether it was ended because its time was over. */
    public boolean timedOut() {
        return timedOut;
    }

    /** Whether it was ended because it printed too much. */
    public boolean overflown() {
        return overflown;
    }

    /** What came from its standard output. */
    public byte[] output() {
        return output.bytes();
    }

    /** What came from its standard error. */
    public byte[] errors() {
        return errors.bytes();
    }

    /** What came from a stream beyond standard error. */
    public byte[] other(int descriptor) {
        return others.get(descriptor - 3).bytes();
    }

    /** Reads a stream to its end on a thread of its own. */
    private final class Collector {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Thread thread;

        Collector(InputStream stream) {
            thread = Thread.ofVirtual().start(() -> collect(stream));
        }

        private void collect(InputStream stream) {
            byte[] chunk = new byte[CHUNK];
            try {
                for (int count; (count = stream.read(chunk)) >= 0; ) {
                    add(chunk, count);
                }
            } catch (IOException closed) {
                return; // what has been read is what there is
            }
        }

        private void add(byte[] chunk, int count) {
            bytes.write(chunk, 0, count); // what has come is kept, as Node does
            if (maxBuffer >= 0 && bytes.size() > maxBuffer && !overflown) {
                overflown = true;
                kill.run();
            }
        }

        void await(boolean ended) throws InterruptedException {
            if (ended) {
                thread.join(GRACE_MILLIS);
            } else {
                thread.join();
            }
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
