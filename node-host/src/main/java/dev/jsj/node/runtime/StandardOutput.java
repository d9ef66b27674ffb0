package dev.jsj.node.runtime;

import dev.jsj.node.text.Utf8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Standard output or standard error, written to at once; a reader that has gone away is no error. A
 * worker's output goes to the agent that started it.
 */
public final class StandardOutput {
    private final Consumer<byte[]> sink;

    /** Output that goes somewhere else. */
    public StandardOutput(Consumer<byte[]> sink) {
        this.sink = sink;
    }

    private static StandardOutput to(FileDescriptor descriptor) {
        FileOutputStream stream = new FileOutputStream(descriptor);
        return new StandardOutput(
                bytes -> {
                    try {
                        stream.write(bytes);
                    } catch (IOException closed) {
                        return; // nobody reads it any more
                    }
                });
    }

    public static StandardOutput output() {
        return to(FileDescriptor.out);
    }

    public static StandardOutput error() {
        return to(FileDescriptor.err);
    }

    public void print(String text) {
        write(Utf8.encode(text));
    }

    public void write(byte[] bytes) {
        sink.accept(bytes);
    }
}
