package dev.jsj.node.compression;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses data that arrives in pieces; gzip data may be several members one after the other.
 */
public final class Decompressor {
    private static final int CHUNK = 16 * 1024;
    private static final int GZIP_TRAILER = 8;

    private final byte @Nullable [] dictionary;
    private Format format;
    private @Nullable Inflater inflater;
    private byte[] waiting = {};
    private CRC32 checksum = new CRC32();
    private long length;
    private boolean finished;

    /** A gzip member has ended, and it is not known yet whether another follows. */
    private boolean betweenMembers;

    /** What stands around the deflated data; ANY is told by its first bytes. */
    public enum Format {
        ZLIB,
        GZIP,
        RAW,
        ANY
    }

    public Decompressor(Format format, byte @Nullable [] dictionary) {
        this.format = format;
        this.dictionary = dictionary;
    }

    /** Decompresses a piece; after the last one the data must be complete. */
    public byte[] step(byte[] input, boolean last) throws ZlibException {
        byte[] all = Arrays.copyOf(waiting, waiting.length + input.length);
        System.arraycopy(input, 0, all, waiting.length, input.length);
        waiting = all;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        while (!finished && advance(output)) {
            continue;
        }
        if (last && betweenMembers) {
            finished = true;
        }
        if (last && !finished) {
            throw new ZlibException("Z_BUF_ERROR", "unexpected end of file");
        }
        return output.toByteArray();
    }

    /** How many bytes of input follow the end of the data; -1 before the end. */
    public int surplus() {
        return finished ? waiting.length : -1;
    }

    /** Goes on as far as the input reaches; false when more is needed. */
    private boolean advance(ByteArrayOutputStream output) throws ZlibException {
        if (betweenMembers && !beginsMember()) {
            return false;
        }
        if (inflater == null && !open()) {
            return false;
        }
        inflate(output);
        if (!inflater.finished()) {
            return false;
        }
        if (format != Format.GZIP) {
            finished = true;
            return false;
        }
        return closeMember();
    }

    private boolean open() throws ZlibException {
        if (format == Format.ANY) {
            if (waiting.length < 2) {
                return false;
            }
            format = waiting[0] == 0x1F && waiting[1] == (byte) 0x8B ? Format.GZIP : Format.ZLIB;
        }
        if (format == Format.GZIP) {
            int header = gzipHeaderLength();
            if (header < 0) {
                return false;
            }
            waiting = Arrays.copyOfRange(waiting, header, waiting.length);
        }
        inflater = new Inflater(format != Format.ZLIB);
        checksum = new CRC32();
        length = 0;
        if (dictionary != null && format == Format.RAW) {
            inflater.setDictionary(dictionary);
        }
        return true;
    }

    /** The length of the header; -1 while it is not complete. */
    private int gzipHeaderLength() throws ZlibException {
        if (waiting.length > 0 && waiting[0] != 0x1F
                || waiting.length > 1 && waiting[1] != (byte) 0x8B) {
            throw new ZlibException("Z_DATA_ERROR", "incorrect header check");
        }
        if (waiting.length > 2 && waiting[2] != 8) {
            throw new ZlibException("Z_DATA_ERROR", "unknown compression method");
        }
        if (waiting.length < 10) {
            return -1;
        }
        int flags = waiting[3];
        int at = 10;
        if ((flags & 4) != 0) {
            if (waiting.length < at + 2) {
                return -1;
            }
            at += 2 + (waiting[at] & 0xFF) + (waiting[at + 1] & 0xFF) * 256;
        }
        for (int bit = 8; bit <= 16; bit *= 2) { // file name, comment
            if ((flags & bit) != 0) {
                while (at < waiting.length && waiting[at] != 0) {
                    at++;
                }
                at++;
            }
        }
        at += (flags & 2) != 0 ? 2 : 0;
        return at > waiting.length ? -1 : at;
    }

    private void inflate(ByteArrayOutputStream output) throws ZlibException {
        byte[] chunk = new byte[CHUNK];
        inflater.setInput(waiting);
        try {
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                checksum.update(chunk, 0, count);
                length += count;
                output.write(chunk, 0, count);
                if (count == 0 && inflater.needsDictionary()) {
                    if (dictionary == null) {
                        throw new ZlibException("Z_NEED_DICT", "Missing dictionary");
                    }
                    inflater.setDictionary(dictionary);
                } else if (count == 0) {
                    break;
                }
            }
        } catch (DataFormatException malformed) {
            throw new ZlibException("Z_DATA_ERROR", String.valueOf(malformed.getMessage()));
        } catch (IllegalArgumentException wrongDictionary) {
            throw new ZlibException("Z_DATA_ERROR", "Bad dictionary");
        }
        waiting =
                Arrays.copyOfRange(
                        waiting, waiting.length - inflater.getRemaining(), waiting.length);
    }

    /** Whether something follows that has to be another gzip member; zeros are padding. */
    private boolean beginsMember() {
        if (waiting.length == 0) {
            return false;
        }
        betweenMembers = false;
        finished = waiting[0] == 0;
        return !finished;
    }

    /** Checks a gzip member's trailer; true when it is there. */
    private boolean closeMember() throws ZlibException {
        if (waiting.length < GZIP_TRAILER) {
            return false;
        }
        if (readInt(0) != checksum.getValue()) {
            throw new ZlibException("Z_DATA_ERROR", "incorrect data check");
        }
        if (readInt(4) != (length & 0xFFFFFFFFL)) {
            throw new ZlibException("Z_DATA_ERROR", "incorrect length check");
        }
        waiting = Arrays.copyOfRange(waiting, GZIP_TRAILER, waiting.length);
        inflater.end();
        inflater = null;
        betweenMembers = true;
        return true;
    }

    private long readInt(int at) {
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | waiting[at + i] & 0xFF;
        }
        return value;
    }
}
