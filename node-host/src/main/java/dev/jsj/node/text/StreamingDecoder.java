package dev.jsj.node.text;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes bytes that arrive in pieces, as TextDecoder does. */
public final class StreamingDecoder {
    private final CharsetDecoder decoder;
    private final boolean keepMark;
    private byte[] waiting = {};
    private boolean atStart = true;

    public StreamingDecoder(Charset charset, boolean fatal, boolean keepMark) {
        CodingErrorAction action = fatal ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        decoder = charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
        this.keepMark = keepMark;
    }

    /**
     * Decodes a piece; without {@code more}, it is the last.
     *
     * @return null for malformed bytes, where that is fatal
     */
    public @Nullable String decode(byte[] bytes, int offset, int length, boolean more) {
        ByteBuffer input = ByteBuffer.allocate(waiting.length + length);
        input.put(waiting).put(bytes, offset, length).flip();
        CharBuffer output =
                CharBuffer.allocate(
                        (int) (input.remaining() * (double) decoder.maxCharsPerByte()) + 4);
        CoderResult result = decoder.decode(input, output, !more);
        if (result.isError()) {
            return null;
        }
        if (more) {
            waiting = new byte[input.remaining()];
            input.get(waiting);
        } else {
            decoder.flush(output);
        }
        String text = output.flip().toString();
        if (atStart && !text.isEmpty()) {
            atStart = false;
            if (!keepMark && text.charAt(0) == '\uFEFF') {
                return text.substring(1);
            }
        }
        return text;
    }
}
