package dev.jsj.node.bindings;

import dev.jsj.node.bindings.Arguments.Bytes;
import dev.jsj.node.compression.BrotliEncoder;
import dev.jsj.node.compression.BrotliReader;
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
    private static final String[] NAMES = {"open", "step", "surplus", "params", "crc32"};

    /** Z_FINISH, and what brotli calls the same. */
    private static final int FINISH = 4;

    private static final int BROTLI_FINISH = 2;

    static final ZlibBinding TABLE = new ZlibBinding();

    private ZlibBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    /** A stream in progress: one of the classes of the package {@code compression}. */
    private static final class StreamObject extends JSObject {
        final Object codec;

        StreamObject(Realm realm, Object codec) {
            super(realm.agent().root(null));
            this.codec = codec;
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
                                    Arguments.handle(arguments, 0, StreamObject.class),
                                    input,
                                    Arguments.integer(arguments, 2)));
                }
                case "surplus" -> {
                    int surplus =
                            switch (Arguments.handle(arguments, 0, StreamObject.class).codec) {
                                case Decompressor reader -> reader.surplus();
                                case BrotliReader reader -> reader.surplus();
                                default -> -1;
                            };
                    yield surplus < 0 ? Undefined.UNDEFINED : (Object) surplus;
                }
                case "params" -> {
                    if (Arguments.handle(arguments, 0, StreamObject.class).codec
                            instanceof Compressor compressor) {
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

    /** (mode, level, strategy, dictionary); for writing brotli (mode, quality, window bits). */
    private static Object open(Realm realm, Object[] arguments) {
        int mode = Arguments.integer(arguments, 0);
        byte[] dictionary =
                Arguments.isMissing(arguments, 3) ? null : copy(Arguments.bytes(arguments, 3));
        return new StreamObject(
                realm,
                switch (mode) {
                    case 1, 3, 5 ->
                            new Compressor(
                                    mode == 1
                                            ? Compressor.Format.ZLIB
                                            : mode == 3
                                                    ? Compressor.Format.GZIP
                                                    : Compressor.Format.RAW,
                                    Arguments.integer(arguments, 1),
                                    Arguments.integer(arguments, 2),
                                    dictionary);
                    case 2 -> new Decompressor(Decompressor.Format.ZLIB, dictionary);
                    case 4 -> new Decompressor(Decompressor.Format.GZIP, dictionary);
                    case 6 -> new Decompressor(Decompressor.Format.RAW, dictionary);
                    case 8 -> new BrotliReader();
                    case 9 ->
                            new BrotliEncoder(
                                    Arguments.integer(arguments, 1),
                                    Arguments.integer(arguments, 2));
                    default -> new Decompressor(Decompressor.Format.ANY, dictionary);
                });
    }

    private static byte[] step(StreamObject stream, byte[] input, int flush) throws ZlibException {
        return switch (stream.codec) {
            case Compressor compressor -> compressor.step(input, Compressor.Flush.of(flush));
            case Decompressor reader -> reader.step(input, flush == FINISH);
            case BrotliEncoder encoder -> encoder.step(input, BrotliEncoder.Operation.of(flush));
            case BrotliReader reader ->
                    reader.step(input, flush == FINISH || flush == BROTLI_FINISH);
            default -> throw new AssertionError("No codec " + stream.codec);
        };
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
