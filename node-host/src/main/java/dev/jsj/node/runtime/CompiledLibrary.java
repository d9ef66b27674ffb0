package dev.jsj.node.runtime;

import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.compiler.Compiler;
import dev.jsj.interp.storage.CodeWriter;
import dev.jsj.parser.Source;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The bytecode of the runtime's own JavaScript, as the build compiled it: one resource, since
 * finding one costs more than reading it.
 *
 * <p>The resource is an index and the code of each module. The index says with which operations the
 * code was compiled, and for each module its name, the checksum of the text and where its code
 * begins.
 *
 * <p>In a jar, classes, code and text come from the same build. In folders of classes, where an
 * editor may have changed something since, code is used only if operations and checksum are right.
 */
final class CompiledLibrary {
    /** The name of the resource. */
    static final String RESOURCE = "/dev/jsj/node/library.bin";

    /**
     * Names a file with the content of the resource: for launchers, to start without a jar's
     * set-up.
     */
    private static final String FILE_PROPERTY = "jsj.library";

    private static final int HEADER = 3 * Integer.BYTES;

    private final @Nullable String file;
    private final byte[] bytes;
    private final boolean checked;
    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(int checksum, int start, int length) {}

    /**
     * @param file what has everything; null if the bytes have
     * @param bytes the whole, or no more than the index
     */
    private CompiledLibrary(@Nullable String file, byte[] bytes, boolean checked) {
        this.file = file;
        this.bytes = bytes;
        this.checked = checked;
        if (bytes.length > 0) {
            readIndex();
        }
    }

    /** The library of this build; empty in a build that has none. */
    static CompiledLibrary load() {
        String file = System.getProperty(FILE_PROPERTY);
        try {
            if (file != null) {
                int length = ByteBuffer.wrap(read(file, 0, Integer.BYTES)).getInt();
                return new CompiledLibrary(file, read(file, 0, length), false);
            }
            URL resource = CompiledLibrary.class.getResource(RESOURCE);
            if (resource == null) {
                return new CompiledLibrary(null, new byte[0], false);
            }
            try (InputStream stream = resource.openStream()) {
                boolean checked = resource.getProtocol().equals("file");
                return new CompiledLibrary(null, stream.readAllBytes(), checked);
            }
        } catch (IOException unreadable) {
            throw new AssertionError("The compiled library cannot be read", unreadable);
        }
    }

    private static byte[] read(String file, int start, int length) throws IOException {
        byte[] content = new byte[length];
        try (RandomAccessFile access = new RandomAccessFile(file, "r")) {
            access.seek(start);
            access.readFully(content);
        }
        return content;
    }

    private void readIndex() {
        ByteBuffer index = ByteBuffer.wrap(bytes);
        index.getInt(); // the length of the index
        int fingerprint = index.getInt();
        if (checked && fingerprint != CodeWriter.fingerprint()) {
            return;
        }
        int count = index.getInt();
        for (int i = 0; i < count; i++) {
            int length = index.getShort();
            int at = index.position();
            String id = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
            index.position(at + length);
            entries.put(id, new Entry(index.getInt(), index.getInt(), index.getInt()));
        }
    }

    /** Whether the build compiled a module of that name. */
    boolean contains(String id) {
        return entries.containsKey(id);
    }

    /** The code of a module; null if it has to be compiled. */
    byte @Nullable [] find(String id) {
        Entry entry = entries.get(id);
        if (entry == null || checked && entry.checksum != checksum(LibrarySource.read(id))) {
            return null;
        }
        if (file == null) {
            return Arrays.copyOfRange(bytes, entry.start, entry.start + entry.length);
        }
        try {
            return read(file, entry.start, entry.length);
        } catch (IOException unreadable) {
            throw new AssertionError("The compiled library cannot be read", unreadable);
        }
    }

    private static int checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) checksum.getValue();
    }

    // ---- the build

    /** Compiles modules to the content of the resource. */
    static byte[] compile(List<String> ids) {
        List<byte[]> code = new ArrayList<>();
        List<Integer> checksums = new ArrayList<>();
        int indexLength = HEADER;
        for (String id : ids) {
            String text = LibrarySource.read(id);
            checksums.add(checksum(text));
            code.add(CodeWriter.write(compile(id, text)));
            indexLength += Short.BYTES + id.length() + 3 * Integer.BYTES;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(whole)) {
            out.writeInt(indexLength);
            out.writeInt(CodeWriter.fingerprint());
            out.writeInt(ids.size());
            int start = indexLength;
            for (int i = 0; i < ids.size(); i++) {
                out.writeShort(ids.get(i).length());
                out.writeBytes(ids.get(i));
                out.writeInt(checksums.get(i));
                out.writeInt(start);
                out.writeInt(code.get(i).length);
                start += code.get(i).length;
            }
            for (byte[] module : code) {
                out.write(module);
            }
        } catch (IOException impossible) {
            throw new AssertionError("Writing to memory cannot fail.", impossible);
        }
        return whole.toByteArray();
    }

    private static FunctionInfo compile(String id, String text) {
        return Compiler.functionBody(
                new Source("node:" + id, text), LibrarySource.parameters(id, text));
    }
}
