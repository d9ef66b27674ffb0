package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.PrimitiveObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.StringObject;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.SingleCharacters;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * 22.1.3 Properties of the String Prototype Object, and B.2.2. The methods about single places and
 * parts of a string are here.
 */
final class StringPrototype extends BuiltinTable {
    private static final StringPrototype TABLE = new StringPrototype();

    private static final int AT = 0;
    private static final int CHAR_AT = 1;
    private static final int CHAR_CODE_AT = 2;
    private static final int CODE_POINT_AT = 3;
    private static final int CONCAT = 4;
    private static final int ENDS_WITH = 5;
    private static final int INCLUDES = 6;
    private static final int INDEX_OF = 7;
    private static final int IS_WELL_FORMED = 8;
    private static final int LAST_INDEX_OF = 9;
    private static final int LOCALE_COMPARE = 10;
    private static final int MATCH = 11;
    private static final int MATCH_ALL = 12;
    private static final int NORMALIZE = 13;
    private static final int PAD_END = 14;
    private static final int PAD_START = 15;
    private static final int REPEAT = 16;
    private static final int REPLACE = 17;
    private static final int REPLACE_ALL = 18;
    private static final int SEARCH = 19;
    private static final int SLICE = 20;
    private static final int SPLIT = 21;
    private static final int STARTS_WITH = 22;
    private static final int SUBSTR = 23;
    private static final int SUBSTRING = 24;
    private static final int TO_LOCALE_LOWER_CASE = 25;
    private static final int TO_LOCALE_UPPER_CASE = 26;
    private static final int TO_LOWER_CASE = 27;
    private static final int TO_STRING = 28;
    private static final int TO_UPPER_CASE = 29;
    private static final int TO_WELL_FORMED = 30;
    private static final int TRIM = 31;
    private static final int TRIM_END = 32;
    private static final int TRIM_START = 33;
    private static final int VALUE_OF = 34;
    private static final int ITERATOR = 35;

    /** The rows from here on are those of {@link HtmlMethods}. */
    private static final int FIRST_HTML_METHOD = 36;

    private StringPrototype() {
        intrinsic("constructor", Intrinsic.STRING, Property.HIDDEN);
        HtmlMethods.forEach(
                (index, name, length) -> method(FIRST_HTML_METHOD + index, name, length));
        method(AT, "at", 1);
        method(CHAR_AT, "charAt", 1);
        method(CHAR_CODE_AT, "charCodeAt", 1);
        method(CODE_POINT_AT, "codePointAt", 1);
        method(CONCAT, "concat", 1);
        method(ENDS_WITH, "endsWith", 1);
        method(INCLUDES, "includes", 1);
        method(INDEX_OF, "indexOf", 1);
        method(IS_WELL_FORMED, "isWellFormed", 0);
        method(LAST_INDEX_OF, "lastIndexOf", 1);
        method(LOCALE_COMPARE, "localeCompare", 1);
        method(MATCH, "match", 1);
        method(MATCH_ALL, "matchAll", 1);
        method(NORMALIZE, "normalize", 0);
        method(PAD_END, "padEnd", 1);
        method(PAD_START, "padStart", 1);
        method(REPEAT, "repeat", 1);
        method(REPLACE, "replace", 2);
        method(REPLACE_ALL, "replaceAll", 2);
        method(SEARCH, "search", 1);
        method(SLICE, "slice", 2);
        method(SPLIT, "split", 2);
        method(SUBSTR, "substr", 2);
        method(SUBSTRING, "substring", 2);
        method(STARTS_WITH, "startsWith", 1);
        method(TO_STRING, "toString", 0);
        method(TO_WELL_FORMED, "toWellFormed", 0);
        method(TRIM, "trim", 0);
        method(TRIM_START, "trimStart", 0);
        alias("trimLeft", "trimStart");
        method(TRIM_END, "trimEnd", 0);
        alias("trimRight", "trimEnd");
        method(TO_LOCALE_LOWER_CASE, "toLocaleLowerCase", 0);
        method(TO_LOCALE_UPPER_CASE, "toLocaleUpperCase", 0);
        method(TO_LOWER_CASE, "toLowerCase", 0);
        method(TO_UPPER_CASE, "toUpperCase", 0);
        method(VALUE_OF, "valueOf", 0);
        method(ITERATOR, Symbol.ITERATOR, 0);
    }

    static JSObject create(Realm realm) {
        JSObject prototype = new StringObject(realm.agent(), "", realm.objectPrototype());
        realm.setIntrinsic(Intrinsic.STRING_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    protected boolean isInStackTraces(int id) {
        return id == REPLACE || id == REPLACE_ALL;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case AT -> at(self, arguments);
            case CHAR_AT -> charAt(self, arguments);
            case CHAR_CODE_AT -> charCodeAt(self, arguments);
            case CODE_POINT_AT -> codePointAt(self, arguments);
            case CONCAT -> concat(self, arguments);
            case ENDS_WITH -> StringSearch.endsWith(self, arguments);
            case INCLUDES -> StringSearch.includes(self, arguments);
            case INDEX_OF -> StringSearch.indexOf(self, arguments);
            case IS_WELL_FORMED -> StringForms.isWellFormed(self);
            case LAST_INDEX_OF -> StringSearch.lastIndexOf(self, arguments);
            case LOCALE_COMPARE -> StringForms.localeCompare(self, arguments);
            case MATCH -> StringPatterns.match(realm, self, arg(arguments, 0));
            case MATCH_ALL -> StringPatterns.matchAll(realm, self, arg(arguments, 0));
            case NORMALIZE -> StringForms.normalize(self, arg(arguments, 0));
            case PAD_END -> StringForms.padEnd(self, arguments);
            case PAD_START -> StringForms.padStart(self, arguments);
            case REPEAT -> StringForms.repeat(self, arg(arguments, 0));
            case REPLACE ->
                    StringPatterns.replace(realm, self, arg(arguments, 0), arg(arguments, 1));
            case REPLACE_ALL ->
                    StringPatterns.replaceAll(realm, self, arg(arguments, 0), arg(arguments, 1));
            case SEARCH -> StringPatterns.search(realm, self, arg(arguments, 0));
            case SLICE -> slice(self, arguments);
            case SPLIT -> StringPatterns.split(realm, self, arg(arguments, 0), arg(arguments, 1));
            case STARTS_WITH -> StringSearch.startsWith(self, arguments);
            case SUBSTR -> substr(self, arguments);
            case SUBSTRING -> substring(self, arguments);
            case TO_LOCALE_LOWER_CASE -> StringForms.toLocaleLowerCase(self, arg(arguments, 0));
            case TO_LOCALE_UPPER_CASE -> StringForms.toLocaleUpperCase(self, arg(arguments, 0));
            case TO_LOWER_CASE -> StringForms.toLowerCase(self);
            case TO_STRING -> thisStringValue(self, "toString"); // 22.1.3.29
            case TO_UPPER_CASE -> StringForms.toUpperCase(self);
            case TO_WELL_FORMED -> StringForms.toWellFormed(self);
            case TRIM -> StringForms.trim(self);
            case TRIM_END -> StringForms.trimEnd(self);
            case TRIM_START -> StringForms.trimStart(self);
            case VALUE_OF -> thisStringValue(self, "valueOf"); // 22.1.3.35
            case ITERATOR ->
                    new StringIterator(
                            realm,
                            thisString(self, "String.prototype[Symbol.iterator]")); // 22.1.3.36
            default -> HtmlMethods.call(id - FIRST_HTML_METHOD, self, arg(arguments, 0));
        };
    }

    /** As {@link #thisString}, for the methods that need no String. */
    static CharSequence thisText(Object self, String method) {
        if (self instanceof CharSequence text) {
            return text;
        }
        TypeConversion.requireObjectCoercible(self, method);
        return TypeConversion.toString(self);
    }

    /** ToString ( RequireObjectCoercible ( this value ) ), how nearly every method begins. */
    static String thisString(Object self, String method) {
        return thisText(self, method).toString();
    }

    /** 22.1.3.35.1 ThisStringValue ( value ). */
    private static Object thisStringValue(Object value, String method) {
        Object unwrapped =
                value instanceof PrimitiveObject wrapper ? wrapper.primitiveValue() : value;
        if (unwrapped instanceof CharSequence) {
            return unwrapped;
        }
        throw Errors.typeError("String.prototype." + method + " requires that 'this' be a String");
    }

    /**
     * An index argument as a place in a text of {@code length}: clamped, and counted from the end
     * when negative.
     */
    private static int relativeIndex(Object argument, int length, int ifUndefined) {
        if (argument instanceof Integer index) {
            return index >= 0 ? Math.min(index, length) : Math.max(length + index, 0); // FAST PATH
        }
        if (argument == Undefined.UNDEFINED) {
            return ifUndefined;
        }
        double index = TypeConversion.toIntegerOrInfinity(argument);
        return (int) (index >= 0 ? Math.min(index, length) : Math.max(length + index, 0));
    }

    /** An index argument clamped to the places in a text of {@code length}. */
    static int clampedIndex(Object argument, int length, int ifUndefined) {
        if (argument instanceof Integer index) {
            return Math.clamp(index, 0, length); // FAST PATH
        }
        if (argument == Undefined.UNDEFINED) {
            return ifUndefined;
        }
        return (int) Math.clamp(TypeConversion.toIntegerOrInfinity(argument), 0, length);
    }

    /** 22.1.3.1 String.prototype.at ( index ). */
    private static Object at(Object self, Object[] arguments) {
        CharSequence text = thisText(self, "String.prototype.at"); // 1, 2
        double relative = TypeConversion.toIntegerOrInfinity(arg(arguments, 0)); // 4
        double index = relative >= 0 ? relative : text.length() + relative; // 5, 6
        return index < 0 || index >= text.length()
                ? Undefined.UNDEFINED
                : SingleCharacters.of(text.charAt((int) index));
    }

    /** 22.1.3.2 String.prototype.charAt ( pos ). */
    private static Object charAt(Object self, Object[] arguments) {
        CharSequence text = thisText(self, "String.prototype.charAt"); // 1, 2
        int index = place(arg(arguments, 0), text.length());
        return index < 0 ? "" : SingleCharacters.of(text.charAt(index));
    }

    /** 22.1.3.3 String.prototype.charCodeAt ( pos ). */
    private static Object charCodeAt(Object self, Object[] arguments) {
        CharSequence text = thisText(self, "String.prototype.charCodeAt"); // 1, 2
        int index = place(arg(arguments, 0), text.length());
        return index < 0 ? (Object) JsNumber.NAN : (Object) (int) text.charAt(index);
    }

    /** 22.1.3.4 String.prototype.codePointAt ( pos ). */
    private static Object codePointAt(Object self, Object[] arguments) {
        CharSequence text = thisText(self, "String.prototype.codePointAt"); // 1, 2
        int index = place(arg(arguments, 0), text.length());
        return index < 0 ? Undefined.UNDEFINED : (Object) Character.codePointAt(text, index);
    }

    /** The index that an argument means, or -1 when it is outside of the text. */
    private static int place(Object argument, int length) {
        double index =
                argument instanceof Integer number
                        ? number
                        : TypeConversion.toIntegerOrInfinity(argument);
        return index >= 0 && index < length ? (int) index : -1;
    }

    /** 22.1.3.5 String.prototype.concat ( ...args ). */
    private static Object concat(Object self, Object[] arguments) {
        TypeConversion.requireObjectCoercible(self, "String.prototype.concat"); // 1
        CharSequence text = TypeConversion.toString(self); // 2
        for (Object next : arguments) { // 4
            text = Rope.concat(text, TypeConversion.toString(next));
        }
        return text;
    }

    /** 22.1.3.22 String.prototype.slice ( start, end ). */
    private static Object slice(Object self, Object[] arguments) {
        CharSequence text = thisText(self, "String.prototype.slice"); // 1, 2
        int length = text.length();
        int from = relativeIndex(arg(arguments, 0), length, 0); // 4 - 7
        int to = relativeIndex(arg(arguments, 1), length, length); // 8 - 11
        return from >= to ? "" : Rope.part(text, from, to);
    }

    /** 22.1.3.25 String.prototype.substring ( start, end ). */
    private static Object substring(Object self, Object[] arguments) {
        CharSequence text = thisText(self, "String.prototype.substring"); // 1, 2
        int length = text.length();
        int start = clampedIndex(arg(arguments, 0), length, 0); // 4, 6
        int end = clampedIndex(arg(arguments, 1), length, length); // 5, 7
        return Rope.part(text, Math.min(start, end), Math.max(start, end)); // 8 - 10
    }

    /** B.2.2.1 String.prototype.substr ( start, length ). */
    private static Object substr(Object self, Object[] arguments) {
        CharSequence text = thisText(self, "String.prototype.substr"); // 1, 2
        int size = text.length();
        int start = relativeIndex(arg(arguments, 0), size, 0); // 4 - 7
        int length = clampedIndex(arg(arguments, 1), size, size); // 8, 9
        int end = Math.min(start + length, size); // 10
        return start >= end ? "" : Rope.part(text, start, end);
    }
}
