package dev.jsj.runtime.builtins.numbers;

import dev.jsj.runtime.builtins.numbers.DateMath.CivilDate;

/** 21.4.4.41 and others: the texts of a finite time value. */
final class DateFormat {
    private static final String DAYS = "SunMonTueWedThuFriSat";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private DateFormat() {}

    /** 21.4.4.41.4 ToDateString ( tv ): {@code Thu Jan 01 1970 00:00:00 GMT+0000 (Zone)}. */
    static String toDateString(double time) {
        double local = LocalTime.localTime(time);
        StringBuilder text = new StringBuilder(64);
        appendDate(text, local);
        text.append(' ');
        appendTime(text, local);
        appendZone(text, time);
        return text.toString();
    }

    /** Date.prototype.toDateString: {@code Thu Jan 01 1970}. */
    static String dateString(double time) {
        StringBuilder text = new StringBuilder();
        appendDate(text, LocalTime.localTime(time));
        return text.toString();
    }

    /** Date.prototype.toTimeString: {@code 00:00:00 GMT+0000 (Zone)}. */
    static String timeString(double time) {
        StringBuilder text = new StringBuilder();
        appendTime(text, LocalTime.localTime(time));
        appendZone(text, time);
        return text.toString();
    }

    /** Date.prototype.toUTCString: {@code Thu, 01 Jan 1970 00:00:00 GMT}. */
    static String utcString(double time) {
        StringBuilder text = new StringBuilder();
        CivilDate date = DateMath.civilDate(time);
        name(text, DAYS, DateMath.weekDay(time));
        text.append(", ");
        digits(text, date.date(), 2).append(' ');
        name(text, MONTHS, date.month());
        text.append(' ');
        year(text, date.year());
        text.append(' ');
        appendTime(text, time);
        return text.append(" GMT").toString();
    }

    /** 21.4.1.33 the date time string format: {@code 1970-01-01T00:00:00.000Z}. */
    static String isoString(double time) {
        StringBuilder text = new StringBuilder(27);
        CivilDate date = DateMath.civilDate(time);
        int year = date.year();
        if (year >= 0 && year <= 9999) {
            digits(text, year, 4);
        } else {
            digits(text.append(year < 0 ? '-' : '+'), Math.abs(year), 6);
        }
        digits(text.append('-'), date.month() + 1, 2);
        digits(text.append('-'), date.date(), 2);
        text.append('T');
        appendTime(text, time);
        digits(text.append('.'), DateMath.millisecond(time), 3);
        return text.append('Z').toString();
    }

    /** {@code 1/5/2024}, as en-US writes a date. */
    static String localeDate(double time) {
        CivilDate date = DateMath.civilDate(LocalTime.localTime(time));
        int year = date.year() > 0 ? date.year() : 1 - date.year(); // years before Christ
        return (date.month() + 1) + "/" + date.date() + "/" + year;
    }

    /** {@code 3:04:05 AM}, as en-US writes a time. */
    static String localeTime(double time) {
        double local = LocalTime.localTime(time);
        int hour = DateMath.hour(local);
        StringBuilder text = new StringBuilder();
        text.append(hour % 12 == 0 ? 12 : hour % 12).append(':');
        digits(text, DateMath.minute(local), 2).append(':');
        digits(text, DateMath.second(local), 2);
        return text.append(hour < 12 ? " AM" : " PM").toString();
    }

    /** {@code +hhmm}, with a separator between the parts. */
    static String offset(int milliseconds, String separator) {
        StringBuilder text = new StringBuilder();
        text.append(milliseconds < 0 ? '-' : '+');
        int minutes = Math.abs(milliseconds) / 60_000;
        digits(text, minutes / 60, 2).append(separator);
        return digits(text, minutes % 60, 2).toString();
    }

    private static void appendDate(StringBuilder text, double local) {
        CivilDate date = DateMath.civilDate(local);
        name(text, DAYS, DateMath.weekDay(local));
        text.append(' ');
        name(text, MONTHS, date.month());
        text.append(' ');
        digits(text, date.date(), 2).append(' ');
        year(text, date.year());
    }

    private static void appendTime(StringBuilder text, double local) {
        digits(text, DateMath.hour(local), 2).append(':');
        digits(text, DateMath.minute(local), 2).append(':');
        digits(text, DateMath.second(local), 2);
    }

    private static void appendZone(StringBuilder text, double time) {
        text.append(" GMT").append(offset(LocalTime.offset(time), ""));
        text.append(" (").append(LocalTime.zoneName(time)).append(')');
    }

    private static void name(StringBuilder text, String names, int index) {
        text.append(names, index * 3, index * 3 + 3);
    }

    private static void year(StringBuilder text, int year) {
        if (year < 0) {
            text.append('-');
        }
        digits(text, Math.abs(year), 4);
    }

    private static StringBuilder digits(StringBuilder text, int value, int width) {
        String digits = Integer.toString(value);
        return text.repeat('0', Math.max(0, width - digits.length())).append(digits);
    }
}
