package dev.jsj.node.processes;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A program that {@link PosixSpawn} started; a thread waits for its end. */
public final class SpawnedProcess extends Process {
    private final int pid;
    private final Map<Integer, SocketChannel> channels;
    private final CompletableFuture<Integer> status = new CompletableFuture<>();

    SpawnedProcess(int pid, Map<Integer, SocketChannel> channels) {
        this.pid = pid;
        this.channels = channels;
        Thread.ofPlatform().daemon().name("wait-" + pid).start(() -> status.complete(await(pid)));
    }

    /** Its exit status, or 128 and the number of the signal that ended it. */
    private static int await(int pid) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment status = arena.allocate(ValueLayout.JAVA_INT);
            PosixCalls.call("waitpid", pid, status, 0);
            int value = status.get(ValueLayout.JAVA_INT, 0);
            int signal = value & 0x7F;
            return signal == 0 ? value >> 8 & 0xFF : 128 + signal;
        }
    }

    /** This program's end of the pipe that is a descriptor of the program. */
    public SocketChannel channel(int descriptor) {
        return channels.get(descriptor);
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public CompletableFuture<Process> onExit() {
        return status.thenApply(value -> this);
    }

    @Override
    public int waitFor() throws InterruptedException {
        return status.join();
    }

    @Override
    public int exitValue() {
        if (!status.isDone()) {
            throw new IllegalThreadStateException("The program is still running.");
        }
        return status.join();
    }

    @Override
    public void destroy() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    }

    @Override
    public Process destroyForcibly() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        return this;
    }

    @Override
    public OutputStream getOutputStream() {
        return channels.containsKey(0)
                ? Channels.newOutputStream(channels.get(0))
                : OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
        return inputStream(1);
    }

    @Override
    public InputStream getErrorStream() {
        return inputStream(2);
    }

    /** What the program writes to one of its descriptors; nothing, if that is no pipe. */
    public InputStream inputStream(int descriptor) {
        return channels.containsKey(descriptor)
                ? Channels.newInputStream(channels.get(descriptor))
                : InputStream.nullInputStream();
    }
}
