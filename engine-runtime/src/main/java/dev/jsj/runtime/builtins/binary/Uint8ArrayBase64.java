package dev.jsj.runtime.builtins.binary;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;

/**
 * 23.3 Uint8Array objects: conversion from and to base64 and hexadecimal text. Also the prototype
 * table of Uint8Array.
 */
final class Uint8ArrayBase64 extends BuiltinTable {
    static final Uint8ArrayBase64 TABLE = new Uint8ArrayBase64();

    static final int FROM_BASE64 = 1;
    static final int FROM_HEX = 2;
    private static final int SET_FROM_BASE64 = 3;
    private static final int SET_FROM_HEX = 4;
    private static final int TO_BASE64 = 5;
    private static final int TO_HEX = 6;

    private Uint8ArrayBase64() {
        intrinsic("constructor", Intrinsic.UINT8_ARRAY, Property.HIDDEN);
        value("BYTES_PER_ELEMENT", 1, Property.FROZEN);
        method(SET_FROM_BASE64, "setFromBase64", 1);
        method(SET_FROM_HEX, "setFromHex", 1);
        method(TO_BASE64, "toBase64", 0);
        method(TO_HEX, "toHex", 0);
    }

    /**
     * What decoding gives: how many characters were read, the bytes, and an error that ended it
     * early.
     */
    private record Decoded(int read, byte[] bytes, @Nullable JSThrow error) {}

    static Object callStatic(int id, Realm realm, Object[] arguments) {
        String text = string(arg(arguments, 0));
        Decoded decoded =
                id == FROM_HEX
                        ? decodeHex(text, Integer.MAX_VALUE)
                        : decodeBase64(text, options(arg(arguments, 1)), Integer.MAX_VALUE);
        if (decoded.error != null) {
            throw decoded.error;
        }
        JSArrayBuffer buffer = JSArrayBuffer.of(realm, decoded.bytes);
        JSObject prototype = realm.intrinsic(Intrinsic.UINT8_ARRAY_PROTOTYPE);
        return JSTypedArray.create(prototype, ElementType.UINT8, buffer, 0, decoded.bytes.length);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (!(self instanceof JSTypedArray array) || array.type() != ElementType.UINT8) {
            throw Errors.typeError("Receiver should be a Uint8Array, not " + ErrorText.of(self));
        }
        return switch (id) {
            case SET_FROM_BASE64 -> {
                String text = string(arg(arguments, 0));
                Options options = options(arg(arguments, 1));
                requireAttached(array);
                yield store(realm, array, decodeBase64(text, options, array.length()));
            }
            case SET_FROM_HEX -> {
                String text = string(arg(arguments, 0));
                requireAttached(array);
                yield store(realm, array, decodeHex(text, array.length()));
            }
            case TO_BASE64 -> toBase64(array, arg(arguments, 0));
            case TO_HEX -> {
                requireAttached(array);
                yield HexFormat.of().formatHex(bytes(array));
            }
            default -> throw new AssertionError(id);
        };
    }

    private static String string(Object value) {
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        throw Errors.typeError("Input must be a string, not " + ErrorText.of(value));
    }

    private static void requireAttached(JSTypedArray array) {
        if (array.isOutOfBounds()) {
            throw Errors.typeError("Cannot perform the operation on a detached ArrayBuffer");
        }
    }

    private static byte[] bytes(JSTypedArray array) {
        int from = array.byteOffset();
        return java.util.Arrays.copyOfRange(array.buffer().bytes, from, from + array.length());
    }

    private record Options(boolean url, String lastChunk) {}

    private static Options options(Object value) {
        JSObject options = optionsObject(value);
        boolean url = alphabet(options);
        Object lastChunk = options == null ? Undefined.UNDEFINED : options.get("lastChunkHandling");
        String handling = lastChunk == Undefined.UNDEFINED ? "loose" : lastChunk.toString();
        boolean known =
                handling.equals("loose")
                        || handling.equals("strict")
                        || handling.equals("stop-before-partial");
        if (lastChunk != Undefined.UNDEFINED && !(lastChunk instanceof CharSequence) || !known) {
            throw Errors.typeError(
                    "lastChunkHandling must be 'loose', 'strict', or 'stop-before-partial'");
        }
        return new Options(url, handling);
    }

    private static @Nullable JSObject optionsObject(Object value) {
        if (value == Undefined.UNDEFINED) {
            return null;
        }
        if (value instanceof JSObject object) {
            return object;
        }
        throw Errors.typeError("options must be an object, not " + ErrorText.of(value));
    }

    private static boolean alphabet(@Nullable JSObject options) {
        Object alphabet = options == null ? Undefined.UNDEFINED : options.get("alphabet");
        if (alphabet == Undefined.UNDEFINED) {
            return false;
        }
        if (alphabet instanceof CharSequence name) {
            if (name.toString().equals("base64url")) {
                return true;
            }
            if (name.toString().equals("base64")) {
                return false;
            }
        }
        throw Errors.typeError("alphabet must be 'base64' or 'base64url'");
    }

    /** 23.3.2.3 Uint8Array.prototype.toBase64 ( [ options ] ). */
    private static Object toBase64(JSTypedArray array, Object optionsArgument) {
        JSObject options = optionsObject(optionsArgument);
        boolean url = alphabet(options);
        boolean omitPadding =
                options != null && TypeConversion.toBoolean(options.get("omitPadding"));
        requireAttached(array);
        Base64.Encoder encoder = url ? Base64.getUrlEncoder() : Base64.getEncoder();
        return (omitPadding ? encoder.withoutPadding() : encoder).encodeToString(bytes(array));
    }

    private static Object store(Realm realm, JSTypedArray array, Decoded decoded) {
        int count = Math.min(decoded.bytes.length, array.length());
        System.arraycopy(decoded.bytes, 0, array.buffer().bytes, array.byteOffset(), count);
        if (decoded.error != null) {
            throw decoded.error;
        }
        JSObject result = realm.newObject();
        ObjectOperations.createDataPropertyOrThrow(result, "read", decoded.read);
        ObjectOperations.createDataPropertyOrThrow(result, "written", count);
        return result;
    }

    /** 23.3.3.8 FromHex ( string [ , maxLength ] ). */
    private static Decoded decodeHex(String text, int maxLength) {
        if (text.length() % 2 != 0) {
            return new Decoded(
                    0,
                    new byte[0],
                    Errors.syntaxError("Hex string must have an even number of characters"));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = 0;
        for (; at < text.length() && bytes.size() < maxLength; at += 2) {
            int high = hexDigit(text.charAt(at));
            int low = hexDigit(text.charAt(at + 1));
            if (high < 0 || low < 0) {
                return new Decoded(
                        at, bytes.toByteArray(), Errors.syntaxError("Invalid hex character"));
            }
            bytes.write(high << 4 | low);
        }
        return new Decoded(at, bytes.toByteArray(), null);
    }

    private static int hexDigit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private static int base64Digit(char c, boolean url) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        if (c == (url ? '-' : '+')) {
            return 62;
        }
        return c == (url ? '_' : '/') ? 63 : -1;
    }

    private static int skipWhiteSpace(String text, int index) {
        int at = index;
        while (at < text.length() && "\t\n\f\r ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** 23.3.3.7 FromBase64 ( string, alphabet, lastChunkHandling [ , maxLength ] ). */
    private static Decoded decodeBase64(String text, Options options, int maxLength) {
        if (maxLength == 0) {
            return new Decoded(0, new byte[0], null);
        }
        return new Base64Reader(text, options, maxLength).read();
    }

    /** The state of the algorithm: whole chunks decoded, and the characters of the current one. */
    private static final class Base64Reader {
        private final String text;
        private final Options options;
        private final int maxLength;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int[] chunk = new int[4];
        private int chunkLength;
        private int read;
        private int index;

        Base64Reader(String text, Options options, int maxLength) {
            this.text = text;
            this.options = options;
            this.maxLength = maxLength;
        }

        Decoded read() {
            while (true) {
                index = skipWhiteSpace(text, index);
                if (index == text.length()) {
                    return atEnd();
                }
                char c = text.charAt(index++);
                if (c == '=') {
                    return atPadding();
                }
                int digit = base64Digit(c, options.url);
                if (digit < 0) {
                    return failed(
                            "Found a character that cannot be part of a valid base64 string.");
                }
                int remaining = maxLength - bytes.size();
                if (remaining == 1 && chunkLength == 2 || remaining == 2 && chunkLength == 3) {
                    return new Decoded(read, bytes.toByteArray(), null);
                }
                chunk[chunkLength++] = digit;
                if (chunkLength == 4) {
                    flush(3);
                    read = index;
                    if (bytes.size() == maxLength) {
                        return new Decoded(read, bytes.toByteArray(), null);
                    }
                }
            }
        }

        private Decoded atEnd() {
            if (chunkLength > 0) {
                if (options.lastChunk.equals("stop-before-partial")) {
                    return new Decoded(read, bytes.toByteArray(), null);
                }
                if (options.lastChunk.equals("strict") || chunkLength == 1) {
                    return failed(
                            "The base64 input terminates with a single character, excluding"
                                    + " padding.");
                }
                flush(chunkLength - 1);
            }
            return new Decoded(text.length(), bytes.toByteArray(), null);
        }

        private Decoded atPadding() {
            if (chunkLength < 2) {
                return failed("Invalid padding in base64 string.");
            }
            index = skipWhiteSpace(text, index);
            if (chunkLength == 2) {
                if (index == text.length()) {
                    return options.lastChunk.equals("stop-before-partial")
                            ? new Decoded(read, bytes.toByteArray(), null)
                            : failed("Invalid padding in base64 string.");
                }
                if (text.charAt(index) == '=') {
                    index = skipWhiteSpace(text, index + 1);
                }
            }
            if (index < text.length()) {
                return failed("Invalid padding in base64 string.");
            }
            int last = chunk[chunkLength - 1];
            boolean extraBits = (last & (chunkLength == 2 ? 15 : 3)) != 0;
            if (options.lastChunk.equals("strict") && extraBits) {
                return failed("Extra bits in base64 string.");
            }
            flush(chunkLength - 1);
            return new Decoded(text.length(), bytes.toByteArray(), null);
        }

        /** Decodes the current chunk to {@code count} bytes. */
        private void flush(int count) {
            for (int i = chunkLength; i < 4; i++) {
                chunk[i] = 0;
            }
            int bits = chunk[0] << 18 | chunk[1] << 12 | chunk[2] << 6 | chunk[3];
            for (int i = 0; i < count; i++) {
                bytes.write(bits >> 16 - 8 * i);
            }
            chunkLength = 0;
        }

        private Decoded failed(String message) {
            return new Decoded(read, bytes.toByteArray(), Errors.syntaxError(message));
        }
    }
}
