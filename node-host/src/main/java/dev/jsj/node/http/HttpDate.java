package dev.jsj.node.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The Date header's value, made once a second. Event loop's thread only. */
public final class HttpDate {
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private long second = -1;
    private String text = "";

    /** As in {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    public String now() {
        long current = System.currentTimeMillis() / 1000;
        if (current != second) {
            second = current;
            text = format(current);
        }
        return text;
    }

    private static String format(long second) {
        ZonedDateTime time = Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC);
        StringBuilder out = new StringBuilder(30);
        out.append(DAYS[time.getDayOfWeek().ordinal()]).append(", ");
        digits(out, time.getDayOfMonth()).append(' ');
        out.append(MONTHS[time.getMonthValue() - 1]).append(' ');
        out.append(time.getYear()).append(' ');
        digits(out, time.getHour()).append(':');
        digits(out, time.getMinute()).append(':');
        return digits(out, time.getSecond()).append(" GMT").toString();
    }

    private static StringBuilder digits(StringBuilder out, int value) {
        return out.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }
}
