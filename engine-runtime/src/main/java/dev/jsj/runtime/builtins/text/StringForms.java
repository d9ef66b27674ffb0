package dev.jsj.runtime.builtins.text;

import static dev.jsj.runtime.builtins.text.StringPrototype.thisString;

import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.operations.WhiteSpace;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Undefined;

import java.text.Normalizer;
import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * The methods of {@code String.prototype} that give another form of the string: case,
 * normalization, padding and the like.
 */
final class StringForms {
    private StringForms() {}

    private static Object argument(Object[] arguments, int index) {
        return index < arguments.length ? arguments[index] : Undefined.UNDEFINED;
    }

    /** 22.1.3.10 String.prototype.isWellFormed ( ). */
    static Object isWellFormed(Object self) {
        return loneSurrogate(thisString(self, "String.prototype.isWellFormed"), 0) < 0;
    }

    /** 22.1.3.33 String.prototype.toWellFormed ( ). */
    static Object toWellFormed(Object self) {
        String text = thisString(self, "String.prototype.toWellFormed"); // 1, 2
        int lone = loneSurrogate(text, 0);
        if (lone < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder(text);
        for (; lone >= 0; lone = loneSurrogate(text, lone + 1)) {
            result.setCharAt(lone, '\uFFFD');
        }
        return result.toString();
    }

    /** The index of the first surrogate from {@code start} on that is not part of a pair, or -1. */
    private static int loneSurrogate(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                if (Character.isLowSurrogate(unit)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    /** 22.1.3.12 String.prototype.localeCompare ( that ), in the order of the root locale. */
    static Object localeCompare(Object self, Object[] arguments) {
        String text = thisString(self, "String.prototype.localeCompare"); // 1, 2
        String other = TypeConversion.toJavaString(argument(arguments, 0)); // 3
        requestedLocale(argument(arguments, 1));
        return Integer.signum(LocaleOrder.compare(text, other)); // 4
    }

    /** 22.1.3.15 String.prototype.normalize ( form ). */
    static Object normalize(Object self, Object form) {
        String text = thisString(self, "String.prototype.normalize"); // 1, 2
        String name =
                form == Undefined.UNDEFINED ? "NFC" : TypeConversion.toJavaString(form); // 3, 4
        Normalizer.Form target =
                switch (name) {
                    case "NFC" -> Normalizer.Form.NFC;
                    case "NFD" -> Normalizer.Form.NFD;
                    case "NFKC" -> Normalizer.Form.NFKC;
                    case "NFKD" -> Normalizer.Form.NFKD;
                    default ->
                            throw Errors.rangeError(
                                    "The normalization form should be one of NFC, NFD, NFKC,"
                                            + " NFKD."); // 5
                };
        return Normalizer.normalize(text, target); // 6
    }

    /** 22.1.3.16 String.prototype.padEnd ( maxLength, fillString ). */
    static Object padEnd(Object self, Object[] arguments) {
        String text = thisString(self, "String.prototype.padEnd");
        return text.concat(padding(text, arguments));
    }

    /** 22.1.3.17 String.prototype.padStart ( maxLength, fillString ). */
    static Object padStart(Object self, Object[] arguments) {
        String text = thisString(self, "String.prototype.padStart");
        return padding(text, arguments).concat(text);
    }

    /** 22.1.3.17.1 StringPaddingBuiltinsImpl: what to add. */
    private static String padding(String text, Object[] arguments) {
        long maxLength = TypeConversion.toLength(argument(arguments, 0)); // 2
        if (maxLength <= text.length()) {
            return ""; // 4
        }
        Object fill = argument(arguments, 1);
        String filler =
                fill == Undefined.UNDEFINED ? " " : TypeConversion.toJavaString(fill); // 5, 6
        if (filler.isEmpty()) {
            return ""; // 22.1.3.17.2 StringPad, 4
        }
        checkLength(maxLength);
        int length = (int) maxLength - text.length();
        int whole = length / filler.length();
        return filler.repeat(whole) + filler.substring(0, length - whole * filler.length());
    }

    /** 22.1.3.18 String.prototype.repeat ( count ). */
    static Object repeat(Object self, Object count) {
        String text = thisString(self, "String.prototype.repeat"); // 1, 2
        double n = TypeConversion.toIntegerOrInfinity(count); // 3
        if (n < 0 || n == Double.POSITIVE_INFINITY) {
            throw Errors.rangeError("Invalid count value: " + TypeConversion.toString(count)); // 4
        }
        if (n == 0 || text.isEmpty()) {
            return ""; // 5
        }
        checkLength(text.length() * n);
        return text.repeat((int) n); // 6
    }

    private static void checkLength(double length) {
        if (length > Rope.MAX_LENGTH) {
            throw Errors.rangeError("Invalid string length");
        }
    }

    /** 22.1.3.28 String.prototype.toLowerCase ( ). */
    static Object toLowerCase(Object self) {
        return LowerCase.of(thisString(self, "String.prototype.toLowerCase"), Locale.ROOT);
    }

    /** 22.1.3.30 String.prototype.toUpperCase ( ). */
    static Object toUpperCase(Object self) {
        return thisString(self, "String.prototype.toUpperCase").toUpperCase(Locale.ROOT);
    }

    /** 22.1.3.26 String.prototype.toLocaleLowerCase ( ). */
    static Object toLocaleLowerCase(Object self, Object locales) {
        String text = thisString(self, "String.prototype.toLocaleLowerCase");
        return LowerCase.of(text, requestedLocale(locales));
    }

    /** 22.1.3.27 String.prototype.toLocaleUpperCase ( ). */
    static Object toLocaleUpperCase(Object self, Object locales) {
        String text = thisString(self, "String.prototype.toLocaleUpperCase");
        return text.toUpperCase(requestedLocale(locales));
    }

    /** The first locale that is asked for; the root locale where there is none. */
    private static Locale requestedLocale(Object locales) {
        Object first = locales instanceof JSArray list ? list.get(0) : locales;
        if (first == Undefined.UNDEFINED) {
            return Locale.ROOT;
        }
        try {
            return new Locale.Builder().setLanguageTag(TypeConversion.toJavaString(first)).build();
        } catch (IllformedLocaleException malformed) {
            throw Errors.rangeError("Incorrect locale information provided");
        }
    }

    /** 22.1.3.32 String.prototype.trim ( ). */
    static Object trim(Object self) {
        CharSequence text = StringPrototype.thisText(self, "String.prototype.trim");
        int start = WhiteSpace.skip(text, 0, text.length());
        return Rope.part(text, start, WhiteSpace.skipBackward(text, start, text.length()));
    }

    /** 22.1.3.33 String.prototype.trimEnd ( ). */
    static Object trimEnd(Object self) {
        CharSequence text = StringPrototype.thisText(self, "String.prototype.trimRight");
        return Rope.part(text, 0, WhiteSpace.skipBackward(text, 0, text.length()));
    }

    /** 22.1.3.34 String.prototype.trimStart ( ). */
    static Object trimStart(Object self) {
        CharSequence text = StringPrototype.thisText(self, "String.prototype.trimLeft");
        return Rope.part(text, WhiteSpace.skip(text, 0, text.length()), text.length());
    }
}
