package dev.jsj.node.bindings;

import dev.jsj.node.http.ByteSink;
import dev.jsj.node.http.HeaderNames;
import dev.jsj.node.http.HttpDate;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The headers of a message that is to be sent, in order, and the head that they become. A name may
 * stand there more than once only where the program gave raw pairs.
 */
final class OutgoingHead extends JSObject {
    // What the message wants; bits of the argument of compose.
    static final int SEND_DATE = 1;
    static final int KEEP_ALIVE = 2;
    static final int CHUNKED_BY_DEFAULT = 4;
    static final int HAS_BODY = 8;
    static final int REMOVED_CONNECTION = 16;
    static final int REMOVED_LENGTH = 32;
    static final int REMOVED_ENCODING = 64;
    static final int AGENT = 128;
    static final int LAST_REQUEST = 256;
    static final int NO_CHUNKS = 512;
    static final int DEFAULT_KEEP_ALIVE = 1024;

    // What came out; bits of the answer of compose.
    static final int CHUNKED = 1;
    static final int LAST = 2;
    static final int HAS_LENGTH = 4;
    static final int FORCE_KEEP_ALIVE = 8;

    private static final int INITIAL = 8;

    private String[] names = new String[INITIAL];
    private String[] keys = new String[INITIAL];
    private Object[] values = new Object[INITIAL];
    private int count;
    private byte @Nullable [] composed;
    private long declaredLength = -1;

    OutgoingHead(Realm realm) {
        super(realm.agent().root(null));
    }

    private int find(String key) {
        for (int i = 0; i < count; i++) {
            if (keys[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    void set(String name, Object value) {
        String key = HeaderNames.lowerCase(name);
        int index = find(key);
        if (index < 0) {
            add(name, key, value);
        } else {
            names[index] = name;
            values[index] = value;
        }
    }

    private void add(String name, String key, Object value) {
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
            keys = Arrays.copyOf(keys, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        names[count] = name;
        keys[count] = key;
        values[count] = value;
        count++;
    }

    /** Adds a header whether or not there is one with that name. */
    void addRaw(String name, Object value) {
        add(name, HeaderNames.lowerCase(name), value);
    }

    /** Adds a value to those that a name has. */
    void append(Realm realm, String name, Object value) {
        String key = HeaderNames.lowerCase(name);
        int index = find(key);
        if (index < 0) {
            add(name, key, value);
            return;
        }
        List<Object> all = new ArrayList<>(list(values[index]));
        all.addAll(list(value));
        values[index] = realm.newArray(all.toArray());
    }

    private static List<Object> list(Object value) {
        return value instanceof JSArray array
                ? Arrays.asList(ObjectOperations.createListFromArrayLike(array))
                : List.of(value);
    }

    Object get(String name) {
        int index = find(HeaderNames.lowerCase(name));
        return index < 0 ? Undefined.UNDEFINED : values[index];
    }

    boolean has(String name) {
        return find(HeaderNames.lowerCase(name)) >= 0;
    }

    boolean remove(String name) {
        int index = find(HeaderNames.lowerCase(name));
        if (index < 0) {
            return false;
        }
        count--;
        System.arraycopy(names, index + 1, names, index, count - index);
        System.arraycopy(keys, index + 1, keys, index, count - index);
        System.arraycopy(values, index + 1, values, index, count - index);
        return true;
    }

    /** The names, as they were given or in lower case. */
    Object names(Realm realm, boolean asGiven) {
        return realm.newArray(Arrays.copyOf(asGiven ? names : keys, count, Object[].class));
    }

    /** An object without prototype: lower-case name to value. */
    JSObject toObject(Realm realm) {
        JSObject object = new JSObject(realm.agent().root(null));
        for (int i = 0; i < count; i++) {
            object.defineOwn(TypeConversion.propertyKey(keys[i]), values[i], Property.DEFAULT);
        }
        return object;
    }

    // ---- the head

    /**
     * Writes the head after {@code firstLine} (which has no line end) into {@code out}.
     *
     * @param length of the body; -1 if it is not known
     */
    int compose(
            ByteSink out,
            HttpDate date,
            String firstLine,
            int wants,
            long length,
            int keepAliveSeconds,
            int maxRequests) {
        int result = 0;
        boolean connection = false;
        boolean hasLength = false;
        boolean encoding = false;
        boolean hasDate = false;
        boolean trailer = false;
        boolean keepAliveHeader = false;
        int start = out.length();
        out.latin1(firstLine).crlf();
        for (int i = 0; i < count; i++) {
            String key = keys[i];
            String value = writeHeader(out, i);
            switch (key) {
                case "connection" -> {
                    connection = true;
                    wants &= ~REMOVED_CONNECTION;
                    if (mentions(value, "close")) {
                        result |= LAST;
                    } else {
                        result |= FORCE_KEEP_ALIVE;
                        wants |= KEEP_ALIVE;
                    }
                }
                case "content-length" -> {
                    hasLength = true;
                    wants &= ~REMOVED_LENGTH;
                    declaredLength = (long) TypeConversion.toNumber(value);
                }
                case "transfer-encoding" -> {
                    encoding = true;
                    wants &= ~REMOVED_ENCODING;
                    if (mentions(value, "chunked")) {
                        result |= CHUNKED;
                    }
                }
                case "date" -> hasDate = true;
                case "trailer" -> trailer = true;
                case "keep-alive" -> keepAliveHeader = true;
                default -> hasDate |= false;
            }
        }
        if ((wants & SEND_DATE) != 0 && !hasDate) {
            out.latin1("Date: ").latin1(date.now()).crlf();
        }
        if ((wants & NO_CHUNKS) != 0 && (result & CHUNKED) != 0) {
            result &= ~CHUNKED; // 204 and 304 have no body, whatever the headers say
            wants &= ~KEEP_ALIVE;
        }
        if ((wants & REMOVED_CONNECTION) != 0) {
            if ((wants & KEEP_ALIVE) == 0) {
                result |= LAST;
            }
        } else if (!connection) {
            boolean keepAlive =
                    (wants & KEEP_ALIVE) != 0
                            && (hasLength || (wants & (CHUNKED_BY_DEFAULT | AGENT)) != 0);
            if (!keepAlive || (wants & LAST_REQUEST) != 0) {
                out.latin1("Connection: close\r\n");
                if (!keepAlive) {
                    result |= LAST;
                }
            } else {
                out.latin1("Connection: keep-alive\r\n");
                if (keepAliveSeconds >= 0
                        && (wants & DEFAULT_KEEP_ALIVE) != 0
                        && !keepAliveHeader) {
                    out.latin1("Keep-Alive: timeout=").decimal(keepAliveSeconds);
                    if (maxRequests > 0) {
                        out.latin1(", max=").decimal(maxRequests);
                    }
                    out.crlf();
                }
            }
        }
        if (!hasLength && !encoding) {
            if ((wants & HAS_BODY) == 0) {
                result &= ~CHUNKED;
            } else if ((wants & CHUNKED_BY_DEFAULT) == 0) {
                result |= LAST;
            } else if (!trailer && (wants & REMOVED_LENGTH) == 0 && length >= 0) {
                out.latin1("Content-Length: ").decimal(length).crlf();
                hasLength = true;
                declaredLength = length;
            } else if ((wants & REMOVED_ENCODING) == 0) {
                out.latin1("Transfer-Encoding: chunked\r\n");
                result |= CHUNKED;
            } else {
                result |= LAST;
            }
        }
        out.crlf();
        composed = Arrays.copyOfRange(out.array(), start, out.length());
        return result | (hasLength ? HAS_LENGTH : 0);
    }

    /**
     * Writes one header, as several lines where it has several values.
     *
     * @return the (last) value as text
     */
    private String writeHeader(ByteSink out, int index) {
        Object value = values[index];
        if (!(value instanceof JSArray array)) {
            String text = TypeConversion.toJavaString(value);
            line(out, names[index], text);
            return text;
        }
        Object[] parts = ObjectOperations.createListFromArrayLike(array);
        if (keys[index].equals("cookie") && parts.length > 1) {
            StringBuilder joined = new StringBuilder();
            for (Object part : parts) {
                joined.append(joined.isEmpty() ? "" : "; ");
                joined.append(TypeConversion.toJavaString(part));
            }
            line(out, names[index], joined.toString());
            return joined.toString();
        }
        String last = "";
        for (Object part : parts) {
            last = TypeConversion.toJavaString(part);
            line(out, names[index], last);
        }
        return last;
    }

    private static void line(ByteSink out, String name, String value) {
        out.latin1(name).latin1(": ").latin1(value).crlf();
    }

    /** Whether a word stands in the text in any case, as a whole. */
    private static boolean mentions(String text, String word) {
        String lower = HeaderNames.lowerCase(text);
        for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
            if (begins
                    && (end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** The head as bytes; empty before it is composed. */
    byte[] bytes() {
        byte[] known = composed;
        return known == null ? new byte[0] : known;
    }

    String text() {
        return new String(bytes(), StandardCharsets.ISO_8859_1);
    }

    /** What Content-Length says; -1 without. */
    long declaredLength() {
        return declaredLength;
    }
}
