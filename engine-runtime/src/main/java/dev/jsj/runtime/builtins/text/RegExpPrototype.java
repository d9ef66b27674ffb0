package dev.jsj.runtime.builtins.text;

import dev.jsj.parser.regexp.RegExpFlags;
import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * 22.2.6 Properties of the RegExp Prototype Object, and B.2.4. The methods for strings are in
 * {@link RegExpSearching} and {@link RegExpReplacement}.
 */
final class RegExpPrototype extends BuiltinTable {
    private static final int EXEC = 0;
    private static final int TEST = 1;
    private static final int TO_STRING = 2;
    private static final int COMPILE = 3;
    private static final int FLAGS = 4;
    private static final int SOURCE = 5;
    private static final int MATCH = 6;
    private static final int MATCH_ALL = 7;
    private static final int REPLACE = 8;
    private static final int SEARCH = 9;
    private static final int SPLIT = 10;

    /**
     * The rows from here on are the getters of single flags, in the order of {@link #FLAG_NAMES}.
     */
    private static final int FIRST_FLAG = 11;

    private static final String[] FLAG_NAMES = {
        "hasIndices",
        "global",
        "ignoreCase",
        "multiline",
        "dotAll",
        "unicode",
        "unicodeSets",
        "sticky"
    };
    private static final int[] FLAG_BITS = {
        RegExpFlags.HAS_INDICES,
        RegExpFlags.GLOBAL,
        RegExpFlags.IGNORE_CASE,
        RegExpFlags.MULTILINE,
        RegExpFlags.DOT_ALL,
        RegExpFlags.UNICODE,
        RegExpFlags.UNICODE_SETS,
        RegExpFlags.STICKY
    };
    private static final String FLAG_LETTERS = "dgimsuvy";

    /** The row of every property with a function, for the guards of the fast paths. */
    private static final Map<Object, Integer> ROWS = new HashMap<>();

    private static final RegExpPrototype TABLE = new RegExpPrototype();

    private RegExpPrototype() {
        intrinsic("constructor", Intrinsic.REGEXP, Property.HIDDEN);
        row(EXEC, "exec", 1);
        flagGetter(4);
        getter(FLAGS, "flags");
        ROWS.put("flags", FLAGS);
        for (int flag : new int[] {1, 0, 2, 3}) {
            flagGetter(flag);
        }
        getter(SOURCE, "source");
        ROWS.put("source", SOURCE);
        flagGetter(7);
        flagGetter(5);
        row(COMPILE, "compile", 2);
        row(TO_STRING, "toString", 0);
        row(TEST, "test", 1);
        row(MATCH, Symbol.MATCH, 1);
        row(MATCH_ALL, Symbol.MATCH_ALL, 1);
        row(REPLACE, Symbol.REPLACE, 2);
        row(SEARCH, Symbol.SEARCH, 1);
        row(SPLIT, Symbol.SPLIT, 2);
        flagGetter(6);
    }

    private void row(int id, Object key, int length) {
        method(id, key, length);
        ROWS.put(key, id);
    }

    private void flagGetter(int flag) {
        getter(FIRST_FLAG + flag, FLAG_NAMES[flag]);
        ROWS.put(FLAG_NAMES[flag], FIRST_FLAG + flag);
    }

    static JSObject create(Realm realm) {
        JSObject prototype = new RegExpRealm.PrototypeObject(realm);
        realm.setIntrinsic(Intrinsic.REGEXP_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        return prototype;
    }

    /** Whether a function is the one that this table puts under a key. */
    static boolean isRow(Object function, Object key) {
        return function instanceof BuiltinFunction builtin
                && builtin.table() == TABLE
                && ROWS.get(key) == builtin.id();
    }

    /** Whether this table makes the property of that key an accessor. */
    static boolean isAccessor(Object key) {
        Integer id = ROWS.get(key);
        return id != null && (id == FLAGS || id == SOURCE || id >= FIRST_FLAG);
    }

    @Override
    protected boolean isInStackTraces(int id) {
        return id == REPLACE;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case EXEC -> exec(realm, self, arg(arguments, 0));
            case TEST -> test(realm, self, arg(arguments, 0));
            case TO_STRING -> toString(self);
            case COMPILE -> compile(realm, self, arg(arguments, 0), arg(arguments, 1));
            case FLAGS -> flags(self);
            case SOURCE -> source(realm, self);
            case MATCH ->
                    RegExpSearching.match(realm, receiver(self, "@@match"), arg(arguments, 0));
            case MATCH_ALL ->
                    RegExpSearching.matchAll(
                            realm, receiver(self, "@@matchAll"), arg(arguments, 0));
            case REPLACE ->
                    RegExpReplacement.replace(
                            realm,
                            receiver(self, "@@replace"),
                            arg(arguments, 0),
                            arg(arguments, 1));
            case SEARCH ->
                    RegExpSearching.search(realm, receiver(self, "@@search"), arg(arguments, 0));
            case SPLIT ->
                    RegExpSearching.split(
                            realm, receiver(self, "@@split"), arg(arguments, 0), arg(arguments, 1));
            default -> flag(realm, self, id - FIRST_FLAG);
        };
    }

    /** The this value, which must be an object. */
    private static JSObject receiver(Object self, String method) {
        if (self instanceof JSObject object) {
            return object;
        }
        throw RegExpExecution.incompatible(method, self);
    }

    /** 22.2.6.2 RegExp.prototype.exec ( string ). */
    private static Object exec(Realm realm, Object self, Object string) {
        if (!(self instanceof JSRegExp regExp)) {
            throw RegExpExecution.incompatible("exec", self); // 2
        }
        return RegExpExecution.regExpBuiltinExec(
                realm, regExp, TypeConversion.toString(string)); // 3, 4
    }

    /** 22.2.6.16 RegExp.prototype.test ( S ). */
    private static Object test(Realm realm, Object self, Object string) {
        JSObject regExp = receiver(self, "test"); // 1, 2
        CharSequence text = TypeConversion.toString(string); // 3
        if (RegExpRealm.of(realm).isPristine(regExp)) {
            return RegExpExecution.test(realm, (JSRegExp) regExp, text); // FAST PATH: no array
        }
        return RegExpExecution.regExpExec(realm, regExp, text, "test") != Null.NULL; // 4, 5
    }

    /** 22.2.6.17 RegExp.prototype.toString ( ). */
    private static Object toString(Object self) {
        JSObject regExp = receiver(self, "toString"); // 1, 2
        String pattern = TypeConversion.toJavaString(regExp.get("source", regExp)); // 3
        return "/" + pattern + "/" + TypeConversion.toString(regExp.get("flags", regExp)); // 4 - 6
    }

    /** B.2.4.1 RegExp.prototype.compile ( pattern, flags ). */
    private static Object compile(Realm realm, Object self, Object pattern, Object flags) {
        if (!(self instanceof JSRegExp regExp)
                || regExp.realm() != realm
                || !regExp.legacyFeaturesEnabled()) {
            throw RegExpExecution.incompatible(
                    "compile", self); // 2, and the legacy features proposal
        }
        CompiledPattern compiled;
        if (pattern instanceof JSRegExp other) { // 3
            if (flags != Undefined.UNDEFINED) {
                throw Errors.typeError("Invalid flags supplied to RegExp constructor");
            }
            compiled = other.pattern();
        } else {
            compiled = RegExpConstructor.initialize(realm, pattern, flags); // 4, 5
        }
        regExp.setPattern(compiled);
        regExp.setLastIndex(0);
        return regExp;
    }

    /** 22.2.6.4 get RegExp.prototype.flags. */
    private static Object flags(Object self) {
        if (!(self instanceof JSObject regExp)) {
            throw Errors.typeError(
                    "RegExp.prototype.flags getter called on non-object "
                            + ErrorText.of(self)); // 2
        }
        StringBuilder letters = new StringBuilder(FLAG_LETTERS.length()); // 3
        for (int flag = 0; flag < FLAG_NAMES.length; flag++) { // 4 - 19
            if (TypeConversion.toBoolean(regExp.get(FLAG_NAMES[flag], regExp))) {
                letters.append(FLAG_LETTERS.charAt(flag));
            }
        }
        return letters.toString();
    }

    /** 22.2.6.4.1 RegExpHasFlag ( R, codeUnit ). */
    private static Object flag(Realm realm, Object self, int flag) {
        if (self instanceof JSRegExp regExp) {
            return (regExp.flags().bits() & FLAG_BITS[flag]) != 0; // 3 - 5
        }
        if (self == realm.intrinsic(Intrinsic.REGEXP_PROTOTYPE)) {
            return Undefined.UNDEFINED; // 2.a
        }
        throw Errors.typeError(
                "RegExp.prototype."
                        + FLAG_NAMES[flag]
                        + " getter called on non-RegExp object"); // 1, 2.b
    }

    /** 22.2.6.13 get RegExp.prototype.source. */
    private static Object source(Realm realm, Object self) {
        if (self instanceof JSRegExp regExp) {
            return regExp.escapedSource(); // 4 - 7
        }
        if (self == realm.intrinsic(Intrinsic.REGEXP_PROTOTYPE)) {
            return "(?:)"; // 3.a
        }
        throw Errors.typeError(
                "RegExp.prototype.source getter called on non-RegExp object"); // 2, 3.b
    }
}
