package dev.jsj.runtime.builtins.text;

import static dev.jsj.runtime.builtins.text.StringPrototype.clampedIndex;
import static dev.jsj.runtime.builtins.text.StringPrototype.thisString;
import static dev.jsj.runtime.builtins.text.StringPrototype.thisText;

import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Undefined;

/** The methods of {@code String.prototype} that look for another string. */
final class StringSearch {
    private StringSearch() {}

    private static Object argument(Object[] arguments, int index) {
        return index < arguments.length ? arguments[index] : Undefined.UNDEFINED;
    }

    /** The string to look for, which must not be a regular expression. */
    private static String searchString(Object value, String method) {
        if (Comparison.isRegExp(value)) {
            throw Errors.typeError(
                    "First argument to " + method + " must not be a regular expression");
        }
        return TypeConversion.toJavaString(value);
    }

    /** 6.1.4.1 StringIndexOf ( string, searchValue, fromIndex ), -1 for NOT-FOUND. */
    static int indexOf(CharSequence text, String search, int from) {
        if (text instanceof String string) {
            return string.indexOf(search, from);
        }
        String base = Rope.base(text);
        int start = Rope.start(text);
        int index = base.indexOf(search, start + from, start + text.length());
        return index < 0 ? -1 : index - start;
    }

    private static boolean startsWith(CharSequence text, String search, int from) {
        if (text instanceof String string) {
            return string.startsWith(search, from);
        }
        String base = Rope.base(text);
        return from >= 0
                && from + search.length() <= text.length()
                && base.startsWith(search, Rope.start(text) + from);
    }

    /** 22.1.3.7 String.prototype.endsWith ( searchString, endPosition ). */
    static Object endsWith(Object self, Object[] arguments) {
        CharSequence text = thisText(self, "String.prototype.endsWith"); // 1, 2
        String search = searchString(argument(arguments, 0), "String.prototype.endsWith"); // 3 - 5
        int end = clampedIndex(argument(arguments, 1), text.length(), text.length()); // 7, 8
        return startsWith(text, search, end - search.length()); // 9 - 14
    }

    /** 22.1.3.8 String.prototype.includes ( searchString, position ). */
    static Object includes(Object self, Object[] arguments) {
        CharSequence text = thisText(self, "String.prototype.includes"); // 1, 2
        String search = searchString(argument(arguments, 0), "String.prototype.includes"); // 3 - 5
        int start = clampedIndex(argument(arguments, 1), text.length(), 0); // 6 - 9
        return indexOf(text, search, start) >= 0; // 10 - 12
    }

    /** 22.1.3.9 String.prototype.indexOf ( searchString, position ). */
    static Object indexOf(Object self, Object[] arguments) {
        CharSequence text = thisText(self, "String.prototype.indexOf"); // 1, 2
        String search = TypeConversion.toJavaString(argument(arguments, 0)); // 3
        int start = clampedIndex(argument(arguments, 1), text.length(), 0); // 4 - 7
        return indexOf(text, search, start); // 8 - 10
    }

    /** 22.1.3.11 String.prototype.lastIndexOf ( searchString, position ). */
    static Object lastIndexOf(Object self, Object[] arguments) {
        String text = thisString(self, "String.prototype.lastIndexOf"); // 1, 2
        String search = TypeConversion.toJavaString(argument(arguments, 0)); // 3
        double position = TypeConversion.toNumber(argument(arguments, 1)); // 4
        double limit =
                Double.isNaN(position)
                        ? Double.POSITIVE_INFINITY
                        : TypeConversion.integerOrInfinity(position); // 5
        return text.lastIndexOf(search, (int) Math.clamp(limit, 0, text.length())); // 6 - 10
    }

    /** 22.1.3.24 String.prototype.startsWith ( searchString, position ). */
    static Object startsWith(Object self, Object[] arguments) {
        CharSequence text = thisText(self, "String.prototype.startsWith"); // 1, 2
        String search =
                searchString(argument(arguments, 0), "String.prototype.startsWith"); // 3 - 5
        int start = clampedIndex(argument(arguments, 1), text.length(), 0); // 6 - 8
        return startsWith(text, search, start); // 9 - 13
    }
}
