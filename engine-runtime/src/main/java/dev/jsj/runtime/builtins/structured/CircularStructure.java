package dev.jsj.runtime.builtins.structured;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;

/** The TypeError of JSON.stringify for a cycle, which shows the way around it as V8 does. */
final class CircularStructure {
    private static final int FIRST_LINES = 2;
    private static final int LAST_LINES = 1;

    private CircularStructure() {}

    /**
     * @param path the objects being written
     * @param keys the key of each of them
     * @param start the index of the object that comes again
     * @param end where the path ends
     * @param closingKey the key under which it comes again
     */
    static JSThrow error(JSObject[] path, Object[] keys, int start, int end, Object closingKey) {
        StringBuilder text = new StringBuilder("Converting circular structure to JSON");
        text.append("\n    --> starting at ").append(describe(path[start]));
        int index = start + 1;
        for (; index < Math.min(end, start + 1 + FIRST_LINES); index++) {
            line(text, keys[index], path[index]);
        }
        if (end > index + LAST_LINES) {
            text.append("\n    |     ...");
        }
        for (index = Math.max(index, end - LAST_LINES); index < end; index++) {
            line(text, keys[index], path[index]);
        }
        text.append("\n    --- ").append(describeKey(closingKey)).append(" closes the circle");
        return Errors.typeError(text.toString());
    }

    private static void line(StringBuilder text, Object key, JSObject object) {
        text.append("\n    |     ")
                .append(describeKey(key))
                .append(" -> ")
                .append(describe(object));
    }

    private static String describe(JSObject object) {
        String name = ErrorText.constructorName(object);
        return "object with constructor '" + (name.isEmpty() ? "Object" : name) + "'";
    }

    private static String describeKey(Object key) {
        return key instanceof Integer ? "index " + key : "property '" + key + "'";
    }
}
