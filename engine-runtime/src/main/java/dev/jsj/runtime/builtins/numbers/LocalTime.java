package dev.jsj.runtime.builtins.numbers;

import dev.jsj.runtime.builtins.numbers.DateMath.CivilDate;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;

/** 21.4.1.20 to 21.4.1.26: the system time zone, which {@code TZ} or the machine sets. */
final class LocalTime {
    /** A local time this far outside the range of time values is no time in any zone. */
    private static final double MAX_LOCAL_TIME = DateMath.MAX_TIME + DateMath.MS_PER_DAY;

    private static final Set<String> UTC_NAMES =
            Set.of("UTC", "Etc/UTC", "Etc/UCT", "UCT", "Z", "Zulu", "Etc/Zulu", "Universal");

    private LocalTime() {}

    /** Offset of local time from UTC at the UTC time {@code t}, in milliseconds. */
    static int offset(double t) {
        ZoneRules rules = ZoneId.systemDefault().getRules();
        return 1000 * rules.getOffset(Instant.ofEpochMilli((long) t)).getTotalSeconds();
    }

    /** LocalTime ( t ), for a finite t. */
    static double localTime(double t) {
        return t + offset(t);
    }

    /** UTC ( t ): of a skipped or repeated local time, with the offset before the transition. */
    static double utc(double t) {
        if (!(Math.abs(t) <= MAX_LOCAL_TIME)) {
            return Double.NaN;
        }
        ZoneRules rules = ZoneId.systemDefault().getRules();
        ZoneOffset offset;
        if (rules.isFixedOffset()) {
            offset = rules.getOffset(Instant.EPOCH);
        } else {
            long seconds = Math.floorDiv((long) t, 1000L);
            int nanos = (int) Math.floorMod((long) t, 1000L) * 1_000_000;
            offset = rules.getOffset(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC));
        }
        return t - offset.getTotalSeconds() * 1000.0;
    }

    /** The zone's long English name at the UTC time {@code t}, such as "India Standard Time". */
    static String zoneName(double t) {
        ZoneId zone = ZoneId.systemDefault();
        if (UTC_NAMES.contains(zone.getId())) {
            return "Coordinated Universal Time"; // without loading locale data
        }
        if (zone instanceof ZoneOffset || zone.getId().startsWith("Etc/GMT") && offset(t) != 0) {
            return "GMT" + DateFormat.offset(offset(t), ":");
        }
        Instant instant = Instant.ofEpochMilli((long) recentTime(t));
        boolean daylight = zone.getRules().isDaylightSavings(instant);
        String name = TimeZone.getTimeZone(zone).getDisplayName(daylight, TimeZone.LONG, Locale.US);
        return name.isEmpty() ? zone.getDisplayName(TextStyle.FULL, Locale.US) : name;
    }

    /**
     * Outside 1970 to 2038 V8 names the zone as at the same date of a like year, one from 2008 to
     * 2035 that starts on the same day of the week and has as many days.
     */
    private static double recentTime(double t) {
        if (t >= 0 && t <= Integer.MAX_VALUE * 1000.0) {
            return t;
        }
        CivilDate date = DateMath.civilDate(t);
        double newYear = DateMath.makeDay(date.year(), 0, 1);
        boolean leap = DateMath.makeDay(date.year() + 1, 0, 1) - newYear == 366;
        int weekDay = DateMath.weekDay(newYear * DateMath.MS_PER_DAY);
        int likeYear = (leap ? 1956 : 1967) + weekDay * 12 % 28;
        int year = 2008 + (likeYear + 3 * 28 - 2008) % 28;
        return DateMath.makeDate(
                DateMath.makeDay(year, date.month(), date.date()), DateMath.timeWithinDay(t));
    }
}
