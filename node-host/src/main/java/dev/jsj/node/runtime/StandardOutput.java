package dev.jsj.node.runtime;

import dev.jsj.node.text.Utf8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * Standard output or standard error, written to at once; a reader that has gone away is no error.
 */
public final class StandardOutput {
    private final FileOutputStream stream;

    private StandardOutput(FileDescriptor descriptor) {
        stream = new FileOutputStream(descriptor);
    }

    public static StandardOutput output() {
        return new StandardOutput(FileDescriptor.out);
    }

    public static StandardOutput error() {
        return new StandardOutput(FileDescriptor.err);
    }

    public void print(String text) {
        try {
            stream.write(Utf8.encode(text));
        } catch (IOException closed) {
            return; // nobody reads it any more
        }
    }
}
