package dev.jsj.node.bindings;

import dev.jsj.node.bindings.Arguments.Bytes;
import dev.jsj.node.text.StreamingDecoder;
import dev.jsj.node.text.TextEncodings;
import dev.jsj.node.text.Utf8;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Null;

import org.jspecify.annotations.Nullable;

/** {@code encoding}: TextEncoder and TextDecoder. */
final class EncodingBinding extends BindingTable {
    private static final int ENCODE_UTF8 = 0;
    private static final int ENCODING_FROM_LABEL = 1;
    private static final int CREATE_DECODER = 2;
    private static final int DECODE = 3;

    static final EncodingBinding TABLE = new EncodingBinding();

    private EncodingBinding() {
        method(ENCODE_UTF8, "encodeUtf8", 1);
        method(ENCODING_FROM_LABEL, "encodingFromLabel", 1);
        method(CREATE_DECODER, "createDecoder", 3);
        method(DECODE, "decode", 3);
    }

    /** A decoder as a value that JavaScript can hold on to. */
    private static final class DecoderObject extends JSObject {
        final StreamingDecoder decoder;

        DecoderObject(Realm realm, StreamingDecoder decoder) {
            super(realm.agent().root(null));
            this.decoder = decoder;
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case ENCODE_UTF8 ->
                    Arguments.uint8Array(realm, Utf8.encode(Arguments.string(arguments, 0)));
            case ENCODING_FROM_LABEL ->
                    orNull(TextEncodings.nameOf(Arguments.string(arguments, 0)));
            case CREATE_DECODER ->
                    new DecoderObject(
                            realm,
                            new StreamingDecoder(
                                    TextEncodings.charset(Arguments.string(arguments, 0)),
                                    Arguments.truth(arguments, 1),
                                    Arguments.truth(arguments, 2)));
            case DECODE -> {
                Bytes bytes = Arguments.bytes(arguments, 1);
                yield orNull(
                        Arguments.handle(arguments, 0, DecoderObject.class)
                                .decoder
                                .decode(
                                        bytes.array(),
                                        bytes.offset(),
                                        bytes.length(),
                                        Arguments.truth(arguments, 2)));
            }
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static Object orNull(@Nullable Object value) {
        return value == null ? Null.NULL : value;
    }
}
