package dev.jsj.runtime.builtins.numbers;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JsNumber;

import org.jspecify.annotations.Nullable;

/** 21.4.2 and 21.4.3 the Date constructor. */
final class DateConstructor extends BuiltinTable {
    private static final DateConstructor TABLE = new DateConstructor();

    private static final int DATE = 0;
    private static final int NOW = 1;
    private static final int PARSE = 2;
    private static final int UTC = 3;

    private DateConstructor() {
        method(NOW, "now", 0);
        method(PARSE, "parse", 1);
        method(UTC, "UTC", 7);
    }

    static JSObject create(Realm realm) {
        return BuiltinFunction.constructor(
                realm,
                TABLE,
                DATE,
                "Date",
                7,
                Intrinsic.DATE,
                Intrinsic.FUNCTION_PROTOTYPE,
                Intrinsic.DATE_PROTOTYPE);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case DATE ->
                    newTarget == null
                            ? DateFormat.toDateString(now())
                            : construct(arguments, newTarget);
            case NOW -> JsNumber.of(now());
            case PARSE ->
                    JsNumber.of(DateParser.parse(TypeConversion.toJavaString(arg(arguments, 0))));
            case UTC -> JsNumber.of(DateMath.timeClip(fromParts(arguments)));
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static double now() {
        return System.currentTimeMillis();
    }

    /** 21.4.2.1 Date ( ...values ), steps 2 to 6. */
    private static Object construct(Object[] arguments, JSObject newTarget) {
        double time =
                switch (arguments.length) {
                    case 0 -> now(); // 3
                    case 1 -> fromValue(arguments[0]); // 4
                    default -> DateMath.timeClip(LocalTime.utc(fromParts(arguments))); // 5
                };
        return new JSDate(
                Constructors.shapeFromConstructor(
                        newTarget, Intrinsic.DATE_PROTOTYPE, ObjectKind.ORDINARY),
                time);
    }

    /** Step 4. */
    private static double fromValue(Object value) {
        if (value instanceof JSDate date) {
            return date.time(); // b
        }
        Object primitive = TypeConversion.toPrimitive(value); // c.i
        return primitive instanceof CharSequence text
                ? DateParser.parse(text.toString()) // c.ii
                : DateMath.timeClip(TypeConversion.toNumber(primitive)); // c.iii
    }

    /** Step 5, and 21.4.3.4 Date.UTC: the time made from year, month, date and so on. */
    private static double fromParts(Object[] arguments) {
        double[] parts = {Double.NaN, 0, 1, 0, 0, 0, 0};
        for (int i = 0; i < parts.length && i < arguments.length; i++) {
            parts[i] = TypeConversion.toNumber(arguments[i]);
        }
        double year = DateMath.makeFullYear(parts[0]);
        return DateMath.makeDate(
                DateMath.makeDay(year, parts[1], parts[2]),
                DateMath.makeTime(parts[3], parts[4], parts[5], parts[6]));
    }
}
