package dev.jsj.runtime.builtins.numbers;

import dev.jsj.runtime.operations.TypeConversion;

/**
 * 21.4.1 Time values and their parts. A time value is a double: milliseconds since 1970 in UTC, or
 * NaN.
 */
final class DateMath {
    static final double MS_PER_SECOND = 1000;
    static final double MS_PER_MINUTE = 60_000;
    static final double MS_PER_HOUR = 3_600_000;
    static final long MS_PER_DAY = 86_400_000;

    /** The largest magnitude of a time value. */
    static final double MAX_TIME = 8.64e15;

    private static final int DAYS_PER_ERA = 146_097;
    private static final int DAYS_TO_1970 = 719_468;
    private static final double MAX_YEAR = 1e9;

    private DateMath() {}

    /**
     * A day in the proleptic Gregorian calendar.
     *
     * @param month 0 to 11
     */
    record CivilDate(int year, int month, int date) {}

    /** Day(t), for a finite t. */
    static long day(double t) {
        return Math.floorDiv((long) t, MS_PER_DAY);
    }

    /** TimeWithinDay(t), for a finite t. */
    static int timeWithinDay(double t) {
        return (int) Math.floorMod((long) t, MS_PER_DAY);
    }

    /** WeekDay(t), for a finite t: 0 is Sunday. */
    static int weekDay(double t) {
        return (int) Math.floorMod(day(t) + 4, 7L);
    }

    static int hour(double t) {
        return timeWithinDay(t) / 3_600_000;
    }

    static int minute(double t) {
        return timeWithinDay(t) / 60_000 % 60;
    }

    static int second(double t) {
        return timeWithinDay(t) / 1000 % 60;
    }

    static int millisecond(double t) {
        return timeWithinDay(t) % 1000;
    }

    /**
     * YearFromTime, MonthFromTime and DateFromTime in one: years begin in March within eras of 400
     * years, so that the leap day is the last of its year.
     */
    static CivilDate civilDate(double t) {
        long days = day(t) + DAYS_TO_1970;
        long era = Math.floorDiv(days, DAYS_PER_ERA);
        int dayOfEra = (int) Math.floorMod(days, (long) DAYS_PER_ERA);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int date = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        int month = marchMonth < 10 ? marchMonth + 2 : marchMonth - 10;
        long year = era * 400 + yearOfEra + (month <= 1 ? 1 : 0);
        return new CivilDate((int) year, month, date);
    }

    /** The number of days from 1970 to the first of a month. */
    private static long daysToMonth(long year, int month) {
        long marchYear = month <= 1 ? year - 1 : year;
        long era = Math.floorDiv(marchYear, 400L);
        long yearOfEra = marchYear - era * 400;
        int dayOfYear = (153 * (month + (month > 1 ? -2 : 10)) + 2) / 5;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970;
    }

    /** 21.4.1.28 MakeTime ( hour, min, sec, ms ). */
    static double makeTime(double hour, double minute, double second, double ms) {
        if (!Double.isFinite(hour)
                || !Double.isFinite(minute)
                || !Double.isFinite(second)
                || !Double.isFinite(ms)) {
            return Double.NaN;
        }
        return integer(hour) * MS_PER_HOUR
                + integer(minute) * MS_PER_MINUTE
                + integer(second) * MS_PER_SECOND
                + integer(ms);
    }

    /** 21.4.1.29 MakeDay ( year, month, date ). */
    static double makeDay(double year, double month, double date) {
        if (!Double.isFinite(year) || !Double.isFinite(month) || !Double.isFinite(date)) {
            return Double.NaN;
        }
        double wholeMonth = integer(month);
        double yearOfMonth = integer(year) + Math.floor(wholeMonth / 12); // 5
        if (Math.abs(yearOfMonth) > MAX_YEAR) {
            return Double.NaN; // 6
        }
        int monthOfYear = (int) (wholeMonth - Math.floor(wholeMonth / 12) * 12); // 7
        return daysToMonth((long) yearOfMonth, monthOfYear) + integer(date) - 1; // 8 - 10
    }

    /** 21.4.1.30 MakeDate ( day, time ). */
    static double makeDate(double day, double time) {
        double date = day * MS_PER_DAY + time;
        return Double.isFinite(date) ? date : Double.NaN;
    }

    /** 21.4.1.31 MakeFullYear ( year ). */
    static double makeFullYear(double year) {
        if (year != year) {
            return year;
        }
        double truncated = integer(year);
        return truncated >= 0 && truncated <= 99 ? 1900 + truncated : truncated;
    }

    /** 21.4.1.32 TimeClip ( time ). */
    static double timeClip(double time) {
        return Math.abs(time) <= MAX_TIME ? integer(time) : Double.NaN;
    }

    private static double integer(double value) {
        return TypeConversion.integerOrInfinity(value);
    }
}
