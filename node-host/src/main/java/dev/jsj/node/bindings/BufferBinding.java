package dev.jsj.node.bindings;

import dev.jsj.node.bindings.Arguments.Bytes;
import dev.jsj.node.text.Base64;
import dev.jsj.node.text.Utf8;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * {@code buffer}: encodings, comparison and search. Slices are (buffer, start, end), writes
 * (buffer, text, offset, length).
 */
final class BufferBinding extends BindingTable {
    private static final int UTF8_SLICE = 0;
    private static final int LATIN1_SLICE = 1;
    private static final int ASCII_SLICE = 2;
    private static final int UCS2_SLICE = 3;
    private static final int HEX_SLICE = 4;
    private static final int BASE64_SLICE = 5;
    private static final int BASE64URL_SLICE = 6;
    private static final int UTF8_WRITE = 7;
    private static final int LATIN1_WRITE = 8;
    private static final int UCS2_WRITE = 9;
    private static final int HEX_WRITE = 10;
    private static final int BASE64_WRITE = 11;
    private static final int BYTE_LENGTH_UTF8 = 12;
    private static final int COMPARE = 13;
    private static final int FILL_BYTES = 14;
    private static final int INDEX_OF_NUMBER = 15;
    private static final int INDEX_OF_BUFFER = 16;
    private static final int IS_UTF8 = 17;

    /** What Node reports; no JVM array is that long, but no program counts on reaching it. */
    private static final double MAX_LENGTH = 4294967296.0;

    private static final int MAX_STRING_LENGTH = 536870888;

    static final BufferBinding TABLE = new BufferBinding();

    private BufferBinding() {
        method(UTF8_SLICE, "utf8Slice", 3);
        method(LATIN1_SLICE, "latin1Slice", 3);
        method(ASCII_SLICE, "asciiSlice", 3);
        method(UCS2_SLICE, "ucs2Slice", 3);
        method(HEX_SLICE, "hexSlice", 3);
        method(BASE64_SLICE, "base64Slice", 3);
        method(BASE64URL_SLICE, "base64urlSlice", 3);
        method(UTF8_WRITE, "utf8Write", 4);
        method(LATIN1_WRITE, "latin1Write", 4);
        method(UCS2_WRITE, "ucs2Write", 4);
        method(HEX_WRITE, "hexWrite", 4);
        method(BASE64_WRITE, "base64Write", 4);
        method(BYTE_LENGTH_UTF8, "byteLengthUtf8", 1);
        method(COMPARE, "compare", 2);
        method(FILL_BYTES, "fillBytes", 4);
        method(INDEX_OF_NUMBER, "indexOfNumber", 4);
        method(INDEX_OF_BUFFER, "indexOfBuffer", 5);
        method(IS_UTF8, "isUtf8", 1);
        value("kMaxLength", MAX_LENGTH, Property.DEFAULT);
        value("kStringMaxLength", MAX_STRING_LENGTH, Property.DEFAULT);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case UTF8_SLICE,
                    LATIN1_SLICE,
                    ASCII_SLICE,
                    UCS2_SLICE,
                    HEX_SLICE,
                    BASE64_SLICE,
                    BASE64URL_SLICE ->
                    slice(id, arguments);
            case UTF8_WRITE, LATIN1_WRITE, UCS2_WRITE, HEX_WRITE, BASE64_WRITE ->
                    write(id, arguments);
            case BYTE_LENGTH_UTF8 -> Utf8.length(Arguments.string(arguments, 0));
            case COMPARE -> compare(Arguments.bytes(arguments, 0), Arguments.bytes(arguments, 1));
            case FILL_BYTES -> fill(arguments);
            case INDEX_OF_NUMBER -> indexOfNumber(arguments);
            case INDEX_OF_BUFFER -> indexOfBuffer(arguments);
            case IS_UTF8 -> {
                Bytes bytes = Arguments.bytes(arguments, 0);
                yield Utf8.isValid(bytes.array(), bytes.offset(), bytes.length());
            }
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static Object slice(int id, Object[] arguments) {
        Bytes bytes = Arguments.bytes(arguments, 0);
        int start = Math.clamp(Arguments.integer(arguments, 1), 0, bytes.length());
        int end = Math.clamp(Arguments.longInteger(arguments, 2), start, bytes.length());
        byte[] array = bytes.array();
        int from = bytes.offset() + start;
        int length = end - start;
        return switch (id) {
            case UTF8_SLICE -> Utf8.decode(array, from, length);
            case LATIN1_SLICE -> new String(array, from, length, StandardCharsets.ISO_8859_1);
            case ASCII_SLICE -> ascii(array, from, length);
            case UCS2_SLICE -> utf16(array, from, length);
            case HEX_SLICE -> HexFormat.of().formatHex(array, from, from + length);
            case BASE64_SLICE -> Base64.encode(array, from, length, false);
            default -> Base64.encode(array, from, length, true);
        };
    }

    private static String ascii(byte[] array, int from, int length) {
        byte[] masked = Arrays.copyOfRange(array, from, from + length);
        for (int i = 0; i < length; i++) {
            masked[i] &= 0x7F;
        }
        return new String(masked, StandardCharsets.ISO_8859_1);
    }

    private static String utf16(byte[] array, int from, int length) {
        char[] units = new char[length / 2];
        for (int i = 0; i < units.length; i++) {
            units[i] = (char) (array[from + 2 * i] & 0xFF | (array[from + 2 * i + 1] & 0xFF) << 8);
        }
        return new String(units);
    }

    private static Object write(int id, Object[] arguments) {
        Bytes bytes = Arguments.bytes(arguments, 0);
        String text = Arguments.string(arguments, 1);
        int offset = Math.clamp(Arguments.longInteger(arguments, 2), 0, bytes.length());
        int room = Math.clamp(Arguments.longInteger(arguments, 3), 0, bytes.length() - offset);
        byte[] array = bytes.array();
        int at = bytes.offset() + offset;
        return switch (id) {
            case UTF8_WRITE -> Utf8.encode(text, array, at, room);
            case LATIN1_WRITE -> writeLatin1(text, array, at, room);
            case UCS2_WRITE -> writeUtf16(text, array, at, room);
            case HEX_WRITE -> writeHex(text, array, at, room);
            default -> Base64.decode(text, array, at, room);
        };
    }

    private static int writeLatin1(String text, byte[] array, int at, int room) {
        int count = Math.min(text.length(), room);
        for (int i = 0; i < count; i++) {
            array[at + i] = (byte) text.charAt(i);
        }
        return count;
    }

    private static int writeUtf16(String text, byte[] array, int at, int room) {
        int count = Math.min(text.length(), room / 2);
        for (int i = 0; i < count; i++) {
            array[at + 2 * i] = (byte) text.charAt(i);
            array[at + 2 * i + 1] = (byte) (text.charAt(i) >> 8);
        }
        return 2 * count;
    }

    /** Stops at the first pair that is not hexadecimal. */
    private static int writeHex(String text, byte[] array, int at, int room) {
        int count = Math.min(text.length() / 2, room);
        for (int i = 0; i < count; i++) {
            int high = hexDigit(text.charAt(2 * i));
            int low = hexDigit(text.charAt(2 * i + 1));
            if (high < 0 || low < 0) {
                return i;
            }
            array[at + i] = (byte) (high * 16 + low);
        }
        return count;
    }

    private static int hexDigit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private static Object compare(Bytes a, Bytes b) {
        int order =
                Arrays.compareUnsigned(
                        a.array(),
                        a.offset(),
                        a.offset() + a.length(),
                        b.array(),
                        b.offset(),
                        b.offset() + b.length());
        return Integer.signum(order);
    }

    /** (buffer, bytes, start, end): repeats the bytes. */
    private static Object fill(Object[] arguments) {
        Bytes target = Arguments.bytes(arguments, 0);
        Bytes source = Arguments.bytes(arguments, 1);
        byte[] pattern =
                Arrays.copyOfRange(
                        source.array(), source.offset(), source.offset() + source.length());
        int start = Math.clamp(Arguments.longInteger(arguments, 2), 0, target.length());
        int end = Math.clamp(Arguments.longInteger(arguments, 3), start, target.length());
        for (int at = start; at < end; at += pattern.length) {
            int count = Math.min(pattern.length, end - at);
            System.arraycopy(pattern, 0, target.array(), target.offset() + at, count);
        }
        return Undefined.UNDEFINED;
    }

    /**
     * Where a search begins: a negative offset counts from the end.
     *
     * @return -1 where nothing can be found
     */
    private static long startOf(double offset, int length, int needle, boolean forward) {
        double start = offset < 0 ? offset + length : offset;
        if (start < 0) {
            if (!forward) {
                return -1;
            }
            start = 0;
        }
        if (forward) {
            return start > length - needle ? -1 : (long) start;
        }
        return (long) Math.min(start, (double) length - needle);
    }

    /** (buffer, number, offset, forward). */
    private static Object indexOfNumber(Object[] arguments) {
        Bytes bytes = Arguments.bytes(arguments, 0);
        byte wanted = (byte) Arguments.integer(arguments, 1);
        boolean forward = Arguments.truth(arguments, 3);
        long start = startOf(TypeConversion.toNumber(arguments[2]), bytes.length(), 1, forward);
        for (long i = start; i >= 0 && i < bytes.length(); i += forward ? 1 : -1) {
            if (bytes.array()[bytes.offset() + (int) i] == wanted) {
                return (int) i;
            }
        }
        return -1;
    }

    /** (buffer, bytes, offset, step, forward): step 2 finds whole UTF-16 units only. */
    private static Object indexOfBuffer(Object[] arguments) {
        Bytes bytes = Arguments.bytes(arguments, 0);
        Bytes wanted = Arguments.bytes(arguments, 1);
        int step = Arguments.integer(arguments, 3);
        boolean forward = Arguments.truth(arguments, 4);
        double offset = TypeConversion.toNumber(arguments[2]);
        if (wanted.length() == 0) {
            return emptySearch(offset, bytes.length(), forward);
        }
        long start = startOf(offset, bytes.length(), wanted.length(), forward);
        if (start >= 0 && step == 2 && start % 2 != 0) {
            start += forward ? 1 : -1;
        }
        int last = bytes.length() - wanted.length();
        for (long i = start; i >= 0 && i <= last; i += forward ? step : -step) {
            int at = bytes.offset() + (int) i;
            boolean found =
                    Arrays.equals(
                            bytes.array(),
                            at,
                            at + wanted.length(),
                            wanted.array(),
                            wanted.offset(),
                            wanted.offset() + wanted.length());
            if (found) {
                return (int) i;
            }
        }
        return -1;
    }

    private static Object emptySearch(double offset, int length, boolean forward) {
        double start = offset < 0 ? offset + length : offset;
        if (start < 0) {
            return forward ? 0 : -1;
        }
        return (int) Math.min(start, length);
    }
}
