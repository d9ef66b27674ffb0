package dev.jsj.runtime.builtins.numbers;

import dev.jsj.runtime.builtins.numbers.DateTokenizer.Kind;
import dev.jsj.runtime.builtins.numbers.DateTokenizer.Token;

import org.jspecify.annotations.Nullable;

/**
 * 21.4.3.2 Date.parse: the date time string format, and as a fallback everything that V8 reads:
 * numbers separated by almost anything, with month names, am and pm, zone names, UTC offsets and
 * comments in parentheses.
 *
 * <p>Both parts feed the same three composers, so a text that starts as an ISO date may go on as a
 * legacy one ({@code 2020-01-02 10:00}).
 */
final class DateParser {
    private static final int NONE = Integer.MIN_VALUE;

    private final DateTokenizer tokens;
    private final Day day = new Day();
    private final Time time = new Time();
    private final Zone zone = new Zone();

    private DateParser(String text) {
        tokens = new DateTokenizer(text);
    }

    /** The time value of a text, or NaN. */
    static double parse(String text) {
        return new DateParser(text).parse();
    }

    private double parse() {
        Token pending = isoDateTime();
        if (pending == null || !legacy(pending)) {
            return Double.NaN;
        }
        double days = day.value();
        double within = time.value();
        if (days != days || within != within) {
            return Double.NaN;
        }
        return DateMath.timeClip(zone.toUtc(DateMath.makeDate(days, within)));
    }

    // ---- 21.4.1.33 Date Time String Format

    /** The first token that is not part of an ISO date; null where the text can be no date. */
    private @Nullable Token isoDateTime() {
        if (tokens.peek().isSign()) {
            Token sign = tokens.next();
            if (!tokens.peek().isNumberOfLength(6)) {
                return sign;
            }
            int year = tokens.next().value();
            if (sign.isSymbol('-') && year == 0) {
                return sign;
            }
            day.add(sign.isSymbol('-') ? -year : year);
        } else if (tokens.peek().isNumberOfLength(4)) {
            day.add(tokens.next().value());
        } else {
            return tokens.next();
        }
        if (tokens.skipSymbol('-')) {
            if (!isTwoDigits(1, 12)) {
                return tokens.next();
            }
            day.add(tokens.next().value());
            if (tokens.skipSymbol('-')) {
                if (!isTwoDigits(1, 31)) {
                    return tokens.next();
                }
                day.add(tokens.next().value());
            }
        }
        if (tokens.peek().kind() != Kind.TIME_SEPARATOR) {
            if (!tokens.peek().isEnd()) {
                return tokens.next();
            }
            zone.set(0); // a date alone is in UTC
        } else {
            tokens.next();
            if (!isoTime() || !isoOffset() || !tokens.peek().isEnd()) {
                return null;
            }
        }
        day.isIso = true;
        return tokens.next();
    }

    private boolean isTwoDigits(int minimum, int maximum) {
        Token token = tokens.peek();
        return token.isNumberOfLength(2) && token.value() >= minimum && token.value() <= maximum;
    }

    private boolean isoTime() {
        if (!isTwoDigits(0, 24)) {
            return false;
        }
        int hour = tokens.next().value();
        int maximum = hour == 24 ? 0 : 59;
        time.add(hour);
        if (!tokens.skipSymbol(':') || !isTwoDigits(0, maximum)) {
            return false;
        }
        time.add(tokens.next().value());
        if (!tokens.skipSymbol(':')) {
            return true;
        }
        if (!isTwoDigits(0, maximum)) {
            return false;
        }
        time.add(tokens.next().value());
        if (!tokens.skipSymbol('.')) {
            return true;
        }
        if (!tokens.peek().isNumber() || hour == 24 && tokens.peek().value() > 0) {
            return false;
        }
        time.add(milliseconds(tokens.next()));
        return true;
    }

    private boolean isoOffset() {
        if (tokens.peek().isZ()) {
            tokens.next();
            zone.set(0);
            return true;
        }
        if (!tokens.peek().isSign()) {
            return true;
        }
        zone.sign = tokens.next().isSymbol('-') ? -1 : 1;
        if (tokens.peek().isNumberOfLength(4)) { // NON-STANDARD: hhmm
            int value = tokens.next().value();
            zone.hour = value / 100;
            zone.minute = value % 100;
            return zone.hour <= 23 && zone.minute <= 59;
        }
        if (!isTwoDigits(0, 23)) {
            return false;
        }
        zone.hour = tokens.next().value();
        if (!tokens.skipSymbol(':') || !isTwoDigits(0, 59)) {
            return false;
        }
        zone.minute = tokens.next().value();
        return true;
    }

    /** A fraction of a second in milliseconds; further digits are cut. */
    private static int milliseconds(Token number) {
        int length = Math.min(number.length(), 9);
        int value = number.value();
        for (; length < 3; length++) {
            value *= 10;
        }
        for (; length > 3; length--) {
            value /= 10;
        }
        return value;
    }

    // ---- NON-STANDARD: everything else

    private boolean legacy(Token first) {
        boolean hasReadNumber = !day.isEmpty();
        for (Token token = first; !token.isEnd(); token = tokens.next()) {
            switch (token.kind()) {
                case NUMBER -> {
                    hasReadNumber = true;
                    if (!number(token)) {
                        return false;
                    }
                }
                case MONTH -> {
                    day.namedMonth = token.value();
                    tokens.skipSymbol('-');
                }
                case AM_PM, ZONE, TIME_SEPARATOR, WORD -> {
                    if (token.kind() == Kind.AM_PM && !time.isEmpty()) {
                        time.hourOffset = token.value();
                    } else if (token.kind() == Kind.ZONE && hasReadNumber) {
                        zone.set(token.value());
                    } else if (hasReadNumber || tokens.peek().isNumber()) {
                        return false; // other words only before the numbers, and apart from them
                    }
                }
                case SYMBOL -> {
                    if (token.isSign() && (zone.isUtc() || !time.isEmpty())) {
                        if (!offset(token)) {
                            return false;
                        }
                        hasReadNumber = true;
                    } else if (hasReadNumber && (token.isSign() || token.isSymbol(')'))) {
                        return false;
                    }
                }
                case WHITE_SPACE, UNKNOWN, END -> {}
            }
        }
        return true;
    }

    private boolean number(Token token) {
        int value = token.value();
        if (tokens.skipSymbol(':')) {
            if (tokens.skipSymbol(':')) { // n::
                return time.isEmpty() && time.add(value) && time.add(0);
            }
            if (!time.add(value)) {
                return false;
            }
            tokens.skipSymbol('.');
            return true;
        }
        if (tokens.peek().isSymbol('.') && time.isExpecting(value)) {
            tokens.next();
            time.add(value);
            if (!tokens.peek().isNumber()) {
                return false;
            }
            time.addFinal(milliseconds(tokens.next()));
            return true;
        }
        tokens.skipSymbol('.');
        if (zone.isExpecting(value)) {
            zone.minute = value;
            return true;
        }
        if (time.isExpecting(value)) {
            time.addFinal(value);
            Token next = tokens.peek();
            return next.isEnd() || next.kind() == Kind.WHITE_SPACE || next.isZ() || next.isSign();
        }
        if (!day.add(value)) {
            return false;
        }
        tokens.skipSymbol('-');
        return true;
    }

    private boolean offset(Token sign) {
        zone.sign = sign.isSymbol('-') ? -1 : 1;
        int value = 0;
        int length = 0;
        if (tokens.peek().isNumber()) {
            Token number = tokens.next();
            value = number.value();
            length = number.length();
        }
        if (tokens.peek().isSymbol(':')) {
            zone.hour = value;
            zone.minute = NONE;
        } else if (length == 1 || length == 2) {
            zone.hour = value;
            zone.minute = 0;
        } else if (length == 3 || length == 4) {
            zone.hour = value / 100;
            zone.minute = value % 100;
        } else {
            return false;
        }
        return true;
    }

    // ---- the parts

    /** Collects up to three numbers and decides which is the year. */
    private static final class Day {
        private final int[] parts = {1, 1, 1};
        private int count;
        private int namedMonth = NONE;
        private boolean isIso;

        boolean add(int value) {
            if (count == parts.length) {
                return false;
            }
            parts[count++] = value;
            return true;
        }

        boolean isEmpty() {
            return count == 0;
        }

        private static boolean isDay(int value) {
            return value >= 1 && value <= 31;
        }

        /** MakeDay of the parts, or NaN. */
        double value() {
            if (count == 0) {
                return Double.NaN;
            }
            int year;
            int month;
            int date;
            if (namedMonth == NONE) {
                boolean yearFirst = isIso || !isDay(parts[0]);
                year = yearFirst ? parts[0] : parts[2];
                month = yearFirst ? parts[1] : parts[0];
                date = yearFirst ? parts[2] : parts[1];
            } else {
                month = namedMonth;
                boolean yearFirst = !isDay(parts[0]);
                year = yearFirst ? parts[0] : parts[1];
                date = yearFirst ? parts[1] : parts[0];
            }
            if (!isIso && year >= 0 && year <= 99) {
                year += year < 50 ? 2000 : 1900;
            }
            if (month < 1 || month > 12 || !isDay(date)) {
                return Double.NaN;
            }
            return DateMath.makeDay(year, month - 1, date);
        }
    }

    /** Collects hour, minute, second and millisecond. */
    private static final class Time {
        private static final int[] MAXIMA = {23, 59, 59, 999};
        private final int[] parts = new int[4];
        private int count;
        private int hourOffset = NONE;

        boolean add(int value) {
            if (count == parts.length) {
                return false;
            }
            parts[count++] = value;
            return true;
        }

        void addFinal(int value) {
            add(value);
            count = parts.length;
        }

        boolean isEmpty() {
            return count == 0;
        }

        boolean isExpecting(int value) {
            return count > 0 && count < parts.length && value <= MAXIMA[count];
        }

        /** MakeTime of the parts, or NaN. */
        double value() {
            int hour = parts[0];
            if (hourOffset != NONE) {
                if (hour > 12) {
                    return Double.NaN;
                }
                hour = hour % 12 + hourOffset;
            }
            boolean midnight = hour == 24 && parts[1] == 0 && parts[2] == 0 && parts[3] == 0;
            if (!midnight && (hour > 23 || parts[1] > 59 || parts[2] > 59 || parts[3] > 999)) {
                return Double.NaN;
            }
            return DateMath.makeTime(hour, parts[1], parts[2], parts[3]);
        }
    }

    /** The offset from UTC; local time where nothing was said. */
    private static final class Zone {
        private int sign = NONE;
        private int hour = NONE;
        private int minute = NONE;

        void set(int offsetInHours) {
            sign = offsetInHours < 0 ? -1 : 1;
            hour = Math.abs(offsetInHours);
            minute = 0;
        }

        boolean isUtc() {
            return hour == 0 && minute == 0;
        }

        boolean isExpecting(int value) {
            return hour != NONE && minute == NONE && value <= 59;
        }

        double toUtc(double local) {
            if (sign == NONE) {
                return LocalTime.utc(local);
            }
            double hours = hour == NONE ? 0 : hour;
            double minutes = minute == NONE ? 0 : minute;
            return local - sign * (hours * DateMath.MS_PER_HOUR + minutes * DateMath.MS_PER_MINUTE);
        }
    }
}
