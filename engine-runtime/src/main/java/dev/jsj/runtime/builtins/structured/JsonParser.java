package dev.jsj.runtime.builtins.structured;

import dev.jsj.runtime.object.Elements;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.NumberConversion;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Null;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;

/**
 * 25.5.1.1 ParseJSON ( text ): makes values straight from the text. Nesting is kept on a stack of
 * its own, so depth costs memory only. Objects of the same form follow known shape transitions.
 *
 * <p>On request it also records where each value came from (a tree of {@link JsonRecord}), for the
 * reviver's source text access.
 */
public final class JsonParser {
    private static final int SMALL_TEXT = 2048;
    private static final int SMALL_KEY_CACHE = 16;
    private static final int LARGE_KEY_CACHE = 512;
    private static final int MAX_CACHED_KEY = 32;

    private final Realm realm;
    private final String source;
    private final char[] text;
    private final boolean recording;
    private int position;

    /** The containers that are open, outermost first: an object, or null for an array. */
    private @Nullable JSObject[] open = new JSObject[4];

    /**
     * For an open object the key whose value is being read; for an array where its values begin.
     */
    private Object[] pending = new Object[4];

    private int depth;

    /** The values of the open arrays, one behind the other. */
    private Object[] values = new Object[16];

    private int valueCount;
    private final String[] keyCache;
    private final ArrayList<JsonRecord> openRecords = new ArrayList<>();
    private @Nullable JsonRecord lastRecord;
    private int valueStart;

    private JsonParser(Realm realm, String source, boolean recording) {
        this.realm = realm;
        this.source = source;
        this.text = source.toCharArray();
        this.recording = recording;
        this.keyCache =
                new String[source.length() < SMALL_TEXT ? SMALL_KEY_CACHE : LARGE_KEY_CACHE];
    }

    /** The value of a JSON text; a SyntaxError where it is none. */
    public static Object parse(Realm realm, String text) {
        return new JsonParser(realm, text, false).parseText();
    }

    /** The value of a JSON text with its record. */
    static JsonRecord parseRecording(Realm realm, String text) {
        JsonParser parser = new JsonParser(realm, text, true);
        parser.parseText();
        return parser.lastRecord;
    }

    private Object parseText() {
        while (true) {
            Object value = parseValueOrOpen();
            while (value != null) {
                if (depth == 0) {
                    if (skipWhiteSpace() != END) {
                        throw error("Unexpected non-whitespace character after JSON", position);
                    }
                    return value;
                }
                value = addToContainer(value);
            }
        }
    }

    // ---- containers

    /** Reads a primitive or an empty container, or opens a container and returns null. */
    private @Nullable Object parseValueOrOpen() {
        int c = skipWhiteSpace();
        valueStart = position;
        switch (c) {
            case '{' -> {
                position++;
                JSObject object = realm.newObject();
                if (skipWhiteSpace() == '}') {
                    position++;
                    return completed(object);
                }
                if (text.length == position || text[position] != '"') {
                    throw error("Expected property name or '}' in JSON", position);
                }
                push(object, parseKey());
                return null;
            }
            case '[' -> {
                position++;
                if (skipWhiteSpace() == ']') {
                    position++;
                    return completed(realm.newArray());
                }
                push(null, valueCount);
                return null;
            }
            default -> {
                return completed(parsePrimitive(c));
            }
        }
    }

    private Object completed(Object value) {
        if (recording) {
            lastRecord = new JsonRecord(value, source.substring(valueStart, position));
        }
        return value;
    }

    private void push(@Nullable JSObject object, Object keyOrStart) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
            pending = Arrays.copyOf(pending, depth * 2);
        }
        open[depth] = object;
        pending[depth++] = keyOrStart;
        if (recording) {
            openRecords.add(new JsonRecord(object == null ? Null.NULL : object, ""));
        }
    }

    /**
     * Adds a value to the innermost container; the container itself where that ends it, else null.
     */
    private @Nullable Object addToContainer(Object value) {
        JSObject object = open[depth - 1];
        return object == null ? addElement(value) : addProperty(object, value);
    }

    private @Nullable Object addElement(Object value) {
        if (valueCount == values.length) {
            values = Arrays.copyOf(values, valueCount * 2);
        }
        values[valueCount++] = value;
        if (recording) {
            openRecords.getLast().addElement(lastRecord);
        }
        int c = skipWhiteSpace();
        if (c == ',') {
            position++;
            return null;
        }
        if (c != ']') {
            throw error("Expected ',' or ']' after array element in JSON", position);
        }
        position++;
        int start = (Integer) pending[--depth];
        JSArray array = makeArray(start);
        valueCount = start;
        return closed(array);
    }

    private @Nullable Object addProperty(JSObject object, Object value) {
        Object key = pending[depth - 1];
        put(object, key, value);
        if (recording) {
            openRecords.getLast().addEntry(key, lastRecord);
        }
        int c = skipWhiteSpace();
        if (c == ',') {
            position++;
            if (skipWhiteSpace() != '"') {
                throw error("Expected double-quoted property name in JSON", position);
            }
            pending[depth - 1] = parseKey();
            return null;
        }
        if (c != '}') {
            throw error("Expected ',' or '}' after property value in JSON", position);
        }
        position++;
        depth--;
        return closed(object);
    }

    private Object closed(Object container) {
        if (recording) {
            lastRecord = openRecords.removeLast();
            lastRecord.setValue(container);
        }
        return container;
    }

    private static void put(JSObject object, Object key, Object value) {
        if (key instanceof String name) {
            // FAST PATH: the step that an earlier object of this form has taken
            Shape next = object.shape().knownSuccessor(name);
            if (next != null) {
                object.addSlot(next, next.lastProperty().slot(), value);
                return;
            }
        }
        object.defineOwn(key, value, Property.DEFAULT);
    }

    /**
     * An array over the values from {@code start} on, with the narrowest storage that holds them.
     */
    private JSArray makeArray(int start) {
        int length = valueCount - start;
        boolean ints = true;
        for (int i = start; i < valueCount; i++) {
            Object value = values[i];
            if (value instanceof Integer number && number != Elements.INT_HOLE) {
                continue;
            }
            ints = false;
            if (!JsNumber.isNumber(value)) {
                return realm.newArray(Arrays.copyOfRange(values, start, valueCount));
            }
        }
        Object elements;
        if (ints) {
            int[] numbers = new int[length];
            for (int i = 0; i < length; i++) {
                numbers[i] = (Integer) values[start + i];
            }
            elements = numbers;
        } else {
            double[] numbers = new double[length];
            for (int i = 0; i < length; i++) {
                numbers[i] = ((Number) values[start + i]).doubleValue();
            }
            elements = numbers;
        }
        return new JSArray(realm.arrayShape(), elements, length);
    }

    // ---- tokens

    private static final int END = -1;

    /** The next character that is no white space, without taking it, or {@link #END}. */
    private int skipWhiteSpace() {
        char[] chars = text;
        int at = position;
        while (at < chars.length) {
            char c = chars[at];
            if (c > ' ' || c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                position = at;
                return c;
            }
            at++;
        }
        position = at;
        return END;
    }

    private Object parsePrimitive(int c) {
        return switch (c) {
            case '"' -> parseString();
            case 't' -> literal("true", Boolean.TRUE);
            case 'f' -> literal("false", Boolean.FALSE);
            case 'n' -> literal("null", Null.NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> parseNumber();
            default -> throw unexpectedToken(position);
        };
    }

    private Object literal(String word, Object value) {
        for (int i = 1; i < word.length(); i++) {
            int at = position + i;
            if (at >= text.length || text[at] != word.charAt(i)) {
                throw unexpectedToken(at);
            }
        }
        position += word.length();
        return value;
    }

    private boolean isDigit(int at) {
        return at < text.length && text[at] >= '0' && text[at] <= '9';
    }

    private Object parseNumber() {
        int start = position;
        boolean negative = text[start] == '-';
        int at = negative ? start + 1 : start;
        if (!isDigit(at)) {
            throw error("No number after minus sign in JSON", at);
        }
        int first = at;
        int value = 0;
        if (text[at] == '0') {
            at++;
            if (isDigit(at)) {
                throw error("Unexpected number in JSON", at);
            }
        } else {
            while (isDigit(at)) {
                value = value * 10 + text[at++] - '0';
            }
        }
        boolean fraction = at < text.length && (text[at] == '.' || (text[at] | 0x20) == 'e');
        if (!fraction && at - first <= 9 && (value != 0 || !negative)) {
            position = at; // FAST PATH: a small integer
            return negative ? -value : value;
        }
        if (at < text.length && text[at] == '.') {
            at++;
            if (!isDigit(at)) {
                throw error("Unterminated fractional number in JSON", at);
            }
            while (isDigit(at)) {
                at++;
            }
        }
        if (at < text.length && (text[at] | 0x20) == 'e') {
            at++;
            if (at < text.length && (text[at] == '+' || text[at] == '-')) {
                at++;
            }
            if (!isDigit(at)) {
                throw error("Exponent part is missing a number in JSON", at);
            }
            while (isDigit(at)) {
                at++;
            }
        }
        position = at;
        return JsNumber.of(NumberConversion.parseDecimal(source, start, at));
    }

    /** Reads a string at its opening quote. */
    private String parseString() {
        int start = ++position;
        int at = plainEnd(start);
        if (at < text.length && text[at] == '"') {
            position = at + 1;
            return new String(text, start, at - start); // FAST PATH: no escapes
        }
        return parseEscapedString(start, at);
    }

    /** The index of the first quote, backslash or control character. */
    private int plainEnd(int start) {
        char[] chars = text;
        int at = start;
        while (at < chars.length) {
            char c = chars[at];
            if (c == '"' || c == '\\' || c < ' ') {
                break;
            }
            at++;
        }
        return at;
    }

    private String parseEscapedString(int start, int firstSpecial) {
        StringBuilder result = new StringBuilder();
        int from = start;
        int at = firstSpecial;
        while (true) {
            if (at >= text.length) {
                throw error("Unterminated string in JSON", at);
            }
            result.append(text, from, at - from);
            char c = text[at];
            if (c == '"') {
                position = at + 1;
                return result.toString();
            }
            if (c != '\\') {
                throw error("Bad control character in string literal in JSON", at);
            }
            from = appendEscape(result, at + 1);
            at = plainEnd(from);
        }
    }

    /** Appends what an escape stands for; the index behind it. */
    private int appendEscape(StringBuilder result, int at) {
        if (at >= text.length) {
            throw unexpectedToken(at);
        }
        switch (text[at]) {
            case '"', '\\', '/' -> result.append(text[at]);
            case 'b' -> result.append('\b');
            case 'f' -> result.append('\f');
            case 'n' -> result.append('\n');
            case 'r' -> result.append('\r');
            case 't' -> result.append('\t');
            case 'u' -> {
                int unit = 0;
                for (int i = at + 1; i <= at + 4; i++) {
                    int digit =
                            i < text.length && text[i] < 128 ? Character.digit(text[i], 16) : -1;
                    if (digit < 0) {
                        throw error("Bad Unicode escape in JSON", i);
                    }
                    unit = unit * 16 + digit;
                }
                result.append((char) unit);
                return at + 5;
            }
            default -> throw error("Bad escaped character in JSON", at);
        }
        return at + 1;
    }

    /** Reads a property name at its opening quote, and the colon. */
    private Object parseKey() {
        int start = position + 1;
        int end = plainEnd(start);
        Object key;
        if (end < text.length && text[end] == '"' && end - start <= MAX_CACHED_KEY) {
            position = end + 1;
            key = cachedKey(start, end);
        } else {
            key = TypeConversion.propertyKey(parseString());
        }
        if (skipWhiteSpace() != ':') {
            throw error("Expected ':' after property name in JSON", position);
        }
        position++;
        return key;
    }

    /** FAST PATH: short keys recur; interned, they match the keys in shapes by identity. */
    private Object cachedKey(int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text[i];
        }
        int bucket = (hash ^ hash >>> 15) & keyCache.length - 1;
        String cached = keyCache[bucket];
        if (cached != null && isTextAt(cached, start, end)) {
            return cached;
        }
        String name = new String(text, start, end - start);
        Object key = TypeConversion.propertyKey(name);
        if (key instanceof Integer) {
            return key;
        }
        if (cached != null) {
            return name; // many different keys: an object used as a map
        }
        name = name.intern();
        keyCache[bucket] = name;
        return name;
    }

    private boolean isTextAt(String candidate, int start, int end) {
        if (candidate.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (candidate.charAt(i - start) != text[i]) {
                return false;
            }
        }
        return true;
    }

    // ---- errors

    private JSThrow error(String message, int at) {
        return JsonErrors.at(message, source, at);
    }

    private JSThrow unexpectedToken(int at) {
        return JsonErrors.unexpectedToken(source, at);
    }
}
