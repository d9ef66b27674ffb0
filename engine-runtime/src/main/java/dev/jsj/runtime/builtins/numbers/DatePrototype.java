package dev.jsj.runtime.builtins.numbers;

import dev.jsj.runtime.builtins.numbers.DateMath.CivilDate;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.operations.TypeConversion.Hint;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;

import org.jspecify.annotations.Nullable;

/**
 * 21.4.4 Properties of the Date Prototype Object, and B.2.3. The getters and setters of local time
 * and of UTC are pairs; those of UTC have odd numbers.
 */
final class DatePrototype extends BuiltinTable {
    private static final DatePrototype TABLE = new DatePrototype();

    private static final int GET_DATE = 0;
    private static final int GET_DAY = 2;
    private static final int GET_FULL_YEAR = 4;
    private static final int GET_HOURS = 6;
    private static final int GET_MILLISECONDS = 8;
    private static final int GET_MINUTES = 10;
    private static final int GET_MONTH = 12;
    private static final int GET_SECONDS = 14;
    private static final int SET_DATE = 16;
    private static final int SET_FULL_YEAR = 18;
    private static final int SET_HOURS = 20;
    private static final int SET_MILLISECONDS = 22;
    private static final int SET_MINUTES = 24;
    private static final int SET_MONTH = 26;
    private static final int SET_SECONDS = 28;
    private static final int TO_STRING = 30;
    private static final int TO_DATE_STRING = 31;
    private static final int TO_TIME_STRING = 32;
    private static final int TO_ISO_STRING = 33;
    private static final int TO_UTC_STRING = 34;
    private static final int TO_LOCALE_STRING = 35;
    private static final int TO_LOCALE_DATE_STRING = 36;
    private static final int TO_LOCALE_TIME_STRING = 37;
    private static final int GET_TIME = 38;
    private static final int VALUE_OF = 39;
    private static final int SET_TIME = 40;
    private static final int GET_TIMEZONE_OFFSET = 41;
    private static final int GET_YEAR = 42;
    private static final int SET_YEAR = 43;
    private static final int TO_JSON = 44;
    private static final int TO_PRIMITIVE = 45;

    private DatePrototype() {
        intrinsic("constructor", Intrinsic.DATE, Property.HIDDEN);
        method(TO_STRING, "toString", 0);
        method(TO_DATE_STRING, "toDateString", 0);
        method(TO_TIME_STRING, "toTimeString", 0);
        method(TO_ISO_STRING, "toISOString", 0);
        method(TO_UTC_STRING, "toUTCString", 0);
        alias("toGMTString", "toUTCString");
        for (int utc = 0; utc <= 1; utc++) {
            String get = utc == 0 ? "get" : "getUTC";
            String set = utc == 0 ? "set" : "setUTC";
            method(GET_DATE + utc, get + "Date", 0);
            method(SET_DATE + utc, set + "Date", 1);
            method(GET_DAY + utc, get + "Day", 0);
            method(GET_FULL_YEAR + utc, get + "FullYear", 0);
            method(SET_FULL_YEAR + utc, set + "FullYear", 3);
            method(GET_HOURS + utc, get + "Hours", 0);
            method(SET_HOURS + utc, set + "Hours", 4);
            method(GET_MILLISECONDS + utc, get + "Milliseconds", 0);
            method(SET_MILLISECONDS + utc, set + "Milliseconds", 1);
            method(GET_MINUTES + utc, get + "Minutes", 0);
            method(SET_MINUTES + utc, set + "Minutes", 3);
            method(GET_MONTH + utc, get + "Month", 0);
            method(SET_MONTH + utc, set + "Month", 2);
            method(GET_SECONDS + utc, get + "Seconds", 0);
            method(SET_SECONDS + utc, set + "Seconds", 2);
            if (utc == 0) {
                method(GET_TIME, "getTime", 0);
                method(SET_TIME, "setTime", 1);
                method(GET_TIMEZONE_OFFSET, "getTimezoneOffset", 0);
            }
        }
        method(VALUE_OF, "valueOf", 0);
        method(GET_YEAR, "getYear", 0);
        method(SET_YEAR, "setYear", 1);
        method(TO_JSON, "toJSON", 1);
        method(TO_LOCALE_STRING, "toLocaleString", 0);
        method(TO_LOCALE_DATE_STRING, "toLocaleDateString", 0);
        method(TO_LOCALE_TIME_STRING, "toLocaleTimeString", 0);
        method(TO_PRIMITIVE, Symbol.TO_PRIMITIVE, 1, Property.CONFIGURABLE);
    }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.newObject();
        realm.setIntrinsic(Intrinsic.DATE_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (id == TO_JSON) {
            return toJson(realm, self);
        }
        if (id == TO_PRIMITIVE) {
            return toPrimitive(self, arg(arguments, 0));
        }
        if (!(self instanceof JSDate date)) {
            throw Errors.typeError("this is not a Date object.");
        }
        if (id < SET_DATE) {
            return get(id & ~1, date.time(), (id & 1) != 0);
        }
        if (id < TO_STRING) {
            return set(id & ~1, date, arguments, (id & 1) != 0);
        }
        if (id <= TO_LOCALE_TIME_STRING) {
            return toText(id, date.time());
        }
        return switch (id) {
            case GET_TIME, VALUE_OF -> JsNumber.of(date.time());
            case SET_TIME ->
                    store(date, DateMath.timeClip(TypeConversion.toNumber(arg(arguments, 0))));
            case GET_TIMEZONE_OFFSET -> getTimezoneOffset(date.time());
            case GET_YEAR -> getYear(date.time());
            case SET_YEAR -> setYear(date, arg(arguments, 0));
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 21.4.4.2 to 21.4.4.19: a part of the local time or of UTC. */
    private static Object get(int id, double time, boolean utc) {
        if (time != time) {
            return JsNumber.NAN;
        }
        double t = utc ? time : LocalTime.localTime(time);
        return switch (id) {
            case GET_DATE -> DateMath.civilDate(t).date();
            case GET_DAY -> DateMath.weekDay(t);
            case GET_FULL_YEAR -> DateMath.civilDate(t).year();
            case GET_HOURS -> DateMath.hour(t);
            case GET_MILLISECONDS -> DateMath.millisecond(t);
            case GET_MINUTES -> DateMath.minute(t);
            case GET_MONTH -> DateMath.civilDate(t).month();
            case GET_SECONDS -> DateMath.second(t);
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** B.2.3.1 Date.prototype.getYear ( ). */
    private static Object getYear(double time) {
        return time != time
                ? JsNumber.NAN
                : (Object) (DateMath.civilDate(LocalTime.localTime(time)).year() - 1900);
    }

    /** 21.4.4.11 Date.prototype.getTimezoneOffset ( ). */
    private static Object getTimezoneOffset(double time) {
        return time != time ? JsNumber.NAN : (Object) (-LocalTime.offset(time) / 60_000);
    }

    /**
     * 21.4.4.20 to 21.4.4.34: replaces parts of the local time or of UTC. All arguments are
     * converted first, whether the date is valid or not.
     */
    private static Object set(int id, JSDate date, Object[] arguments, boolean utc) {
        double time = date.time();
        double[] given = new double[4];
        int count = Math.clamp(arguments.length, 1, maximumArguments(id));
        for (int i = 0; i < count; i++) {
            given[i] = TypeConversion.toNumber(arg(arguments, i));
        }
        double t = utc || time != time ? time : LocalTime.localTime(time);
        if (t != t) {
            if (id != SET_FULL_YEAR) {
                return JsNumber.NAN;
            }
            t = 0;
        }
        CivilDate day = DateMath.civilDate(t);
        double[] parts = {
            day.year(),
            day.month(),
            day.date(),
            DateMath.hour(t),
            DateMath.minute(t),
            DateMath.second(t),
            DateMath.millisecond(t)
        };
        System.arraycopy(given, 0, parts, firstPart(id), count);
        double changed =
                DateMath.makeDate(
                        DateMath.makeDay(parts[0], parts[1], parts[2]),
                        DateMath.makeTime(parts[3], parts[4], parts[5], parts[6]));
        return store(date, DateMath.timeClip(utc ? changed : LocalTime.utc(changed)));
    }

    private static int maximumArguments(int id) {
        return switch (id) {
            case SET_HOURS -> 4;
            case SET_FULL_YEAR, SET_MINUTES -> 3;
            case SET_MONTH, SET_SECONDS -> 2;
            default -> 1;
        };
    }

    /** Where the first argument goes among year, month, date, hour, minute, second, ms. */
    private static int firstPart(int id) {
        return switch (id) {
            case SET_FULL_YEAR -> 0;
            case SET_MONTH -> 1;
            case SET_DATE -> 2;
            case SET_HOURS -> 3;
            case SET_MINUTES -> 4;
            case SET_SECONDS -> 5;
            case SET_MILLISECONDS -> 6;
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static Object store(JSDate date, double time) {
        date.setTime(time);
        return JsNumber.of(time);
    }

    /** B.2.3.2 Date.prototype.setYear ( year ). */
    private static Object setYear(JSDate date, Object value) {
        double time = date.time(); // 3
        double year = TypeConversion.toNumber(value); // 4
        double t = time != time ? 0 : LocalTime.localTime(time); // 5
        if (year != year) {
            return store(date, Double.NaN); // 6
        }
        CivilDate day = DateMath.civilDate(t);
        double days = DateMath.makeDay(DateMath.makeFullYear(year), day.month(), day.date()); // 8
        double changed = DateMath.makeDate(days, DateMath.timeWithinDay(t)); // 9
        return store(date, DateMath.timeClip(LocalTime.utc(changed))); // 10 - 12
    }

    /** 21.4.4.35 to 21.4.4.43, except toJSON. */
    private static Object toText(int id, double time) {
        if (time != time) {
            if (id == TO_ISO_STRING) {
                throw Errors.rangeError("Invalid time value");
            }
            return "Invalid Date";
        }
        return switch (id) {
            case TO_STRING -> DateFormat.toDateString(time);
            case TO_DATE_STRING -> DateFormat.dateString(time);
            case TO_TIME_STRING -> DateFormat.timeString(time);
            case TO_ISO_STRING -> DateFormat.isoString(time);
            case TO_UTC_STRING -> DateFormat.utcString(time);
            case TO_LOCALE_STRING ->
                    DateFormat.localeDate(time) + ", " + DateFormat.localeTime(time);
            case TO_LOCALE_DATE_STRING -> DateFormat.localeDate(time);
            case TO_LOCALE_TIME_STRING -> DateFormat.localeTime(time);
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** 21.4.4.37 Date.prototype.toJSON ( key ). */
    private static Object toJson(Realm realm, Object self) {
        JSObject object = TypeConversion.toObject(realm, self); // 1
        Object value = TypeConversion.toPrimitive(object, Hint.NUMBER); // 2
        if (value instanceof Double number && !Double.isFinite(number)) {
            return Null.NULL; // 3
        }
        return ObjectOperations.invoke(realm, object, "toISOString"); // 4
    }

    /** 21.4.4.45 Date.prototype [ %Symbol.toPrimitive% ] ( hint ). */
    private static Object toPrimitive(Object self, Object hint) {
        if (!(self instanceof JSObject object)) { // 2
            throw Errors.typeError(
                    "Method Date.prototype [ @@toPrimitive ] called on incompatible receiver "
                            + ErrorText.of(self));
        }
        String name = hint instanceof CharSequence ? hint.toString() : "";
        return switch (name) {
            case "string", "default" -> TypeConversion.ordinaryToPrimitive(object, true); // 3
            case "number" -> TypeConversion.ordinaryToPrimitive(object, false); // 4
            default -> throw Errors.typeError("Invalid hint: " + ErrorText.of(hint)); // 5
        };
    }
}
