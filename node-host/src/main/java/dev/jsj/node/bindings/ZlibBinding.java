package dev.jsj.node.bindings;

import dev.jsj.node.bindings.Arguments.Bytes;
import dev.jsj.node.compression.Compressor;
import dev.jsj.node.compression.Decompressor;
import dev.jsj.node.compression.ZlibException;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * {@code zlib}: compression in steps. A failure is answered as an array: error name and message.
 */
final class ZlibBinding extends BindingTable {
    private static final String[] NAMES = {"open", "step", "flush", "params", "crc32"};

    static final ZlibBinding TABLE = new ZlibBinding();

    private ZlibBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    /** A stream in progress: one of the two is there. */
    private static final class StreamObject extends JSObject {
        final @Nullable Compressor compressor;
        final @Nullable Decompressor decompressor;

        StreamObject(
                Realm realm, @Nullable Compressor compressor, @Nullable Decompressor decompressor) {
            super(realm.agent().root(null));
            this.compressor = compressor;
            this.decompressor = decompressor;
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        try {
            return switch (NAMES[id]) {
                case "open" -> open(realm, arguments);
                case "step" -> {
                    byte[] input = copy(Arguments.bytes(arguments, 1));
                    yield JSArrayBuffer.of(
                            realm,
                            step(
                                    (StreamObject) arguments[0],
                                    input,
                                    Arguments.truth(arguments, 2)));
                }
                case "flush" -> {
                    Compressor compressor = ((StreamObject) arguments[0]).compressor;
                    yield JSArrayBuffer.of(
                            realm, compressor == null ? new byte[0] : compressor.flush());
                }
                case "params" -> {
                    Compressor compressor = ((StreamObject) arguments[0]).compressor;
                    if (compressor != null) {
                        compressor.setParameters(
                                Arguments.integer(arguments, 1), Arguments.integer(arguments, 2));
                    }
                    yield Undefined.UNDEFINED;
                }
                case "crc32" ->
                        crc32(Arguments.bytes(arguments, 0), Arguments.longInteger(arguments, 1));
                default -> throw new AssertionError("No row " + id);
            };
        } catch (ZlibException failure) {
            return realm.newArray(new Object[] {failure.code(), failure.getMessage()});
        }
    }

    private static byte[] copy(Bytes bytes) {
        return Arrays.copyOfRange(bytes.array(), bytes.offset(), bytes.offset() + bytes.length());
    }

    /** (mode, level, strategy, dictionary). */
    private static Object open(Realm realm, Object[] arguments) {
        int mode = Arguments.integer(arguments, 0);
        byte[] dictionary =
                Arguments.isMissing(arguments, 3) ? null : copy(Arguments.bytes(arguments, 3));
        return switch (mode) {
            case 1, 3, 5 ->
                    new StreamObject(
                            realm,
                            new Compressor(
                                    mode == 1
                                            ? Compressor.Format.ZLIB
                                            : mode == 3
                                                    ? Compressor.Format.GZIP
                                                    : Compressor.Format.RAW,
                                    Arguments.integer(arguments, 1),
                                    Arguments.integer(arguments, 2),
                                    dictionary),
                            null);
            case 2 ->
                    new StreamObject(
                            realm, null, new Decompressor(Decompressor.Format.ZLIB, dictionary));
            case 4 ->
                    new StreamObject(
                            realm, null, new Decompressor(Decompressor.Format.GZIP, dictionary));
            case 6 ->
                    new StreamObject(
                            realm, null, new Decompressor(Decompressor.Format.RAW, dictionary));
            default ->
                    new StreamObject(
                            realm, null, new Decompressor(Decompressor.Format.ANY, dictionary));
        };
    }

    private static byte[] step(StreamObject stream, byte[] input, boolean last)
            throws ZlibException {
        if (stream.compressor != null) {
            return stream.compressor.step(input, last);
        }
        return stream.decompressor == null ? new byte[0] : stream.decompressor.step(input, last);
    }

    /**
     * Continues a checksum: CRC-32 is linear, so the JDK's class, which cannot be seeded, is enough
     * only from zero.
     */
    private static Object crc32(Bytes bytes, long seed) {
        if (seed == 0) {
            CRC32 crc = new CRC32();
            crc.update(bytes.array(), bytes.offset(), bytes.length());
            return Arguments.number(crc.getValue());
        }
        int crc = ~(int) seed;
        for (int i = 0; i < bytes.length(); i++) {
            crc ^= bytes.array()[bytes.offset() + i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xEDB88320 : crc >>> 1;
            }
        }
        return Arguments.number(~crc & 0xFFFFFFFFL);
    }
}
