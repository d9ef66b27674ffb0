package dev.jsj.runtime.builtins.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DateTest {
    private static String parsed(String text) {
        double time = DateParser.parse(text);
        return time != time ? "NaN" : DateFormat.isoString(time);
    }

    @Test
    void readsTheStandardFormat() {
        assertEquals("2020-01-01T00:00:00.000Z", parsed("2020"));
        assertEquals("2011-10-05T12:48:00.123Z", parsed("2011-10-05T14:48:00.1234+02:00"));
        assertEquals("+275760-09-13T00:00:00.000Z", parsed("+275760-09-13T00:00:00Z"));
        assertEquals("NaN", parsed("+275760-09-13T00:00:00.001Z"));
        assertEquals("NaN", parsed("-000000-01-01T00:00:00Z"));
        assertEquals("1970-01-02T00:00:00.000Z", parsed("1970-01-01T24:00:00Z"));
    }

    @Test
    void readsWhatV8Reads() {
        assertEquals("1995-12-25T13:30:00.000Z", parsed("Mon, 25 Dec 1995 13:30:00 GMT"));
        assertEquals("2022-03-01T17:06:00.000Z", parsed("Tue Mar 01 2022 5:06 pm UTC (a comment)"));
        assertEquals("2019-10-05T19:34:56.000Z", parsed("Sat, 5 Oct 2019 12:34:56 -0700"));
        assertEquals("2024-11-05T14:05:01.000Z", parsed("11/5/24 9:5:1 AM EST"));
        assertEquals("NaN", parsed("13/1/2000 UTC"));
        assertEquals("NaN", parsed("hello"));
    }

    @Test
    void computesDaysInBothDirections() {
        for (double day = -400_000; day < 400_000; day += 97) {
            DateMath.CivilDate date = DateMath.civilDate(day * DateMath.MS_PER_DAY);
            assertEquals(day, DateMath.makeDay(date.year(), date.month(), date.date()));
        }
        assertEquals(DateMath.makeDay(2021, 0, 31), DateMath.makeDay(2020, 12, 31));
        assertEquals(Double.NaN, DateMath.makeDay(Double.POSITIVE_INFINITY, 0, 1));
    }

    @Test
    void writesYearsOfAnySign() {
        assertEquals("Thu, 31 Dec -0002 23:59:59 GMT", DateFormat.utcString(-62198755200001.0));
        assertEquals("-000002-12-31T23:59:59.999Z", DateFormat.isoString(-62198755200001.0));
    }
}
