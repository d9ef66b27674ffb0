package dev.jsj.node.net;

import org.jspecify.annotations.Nullable;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Numeric IP addresses as Node writes them. */
public final class Addresses {
    private static final int GROUPS = 8;
    private static final Pattern IPV4 =
            Pattern.compile(
                    "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");

    private Addresses() {}

    /** 4, 6, or 0 for what is no address. */
    public static int family(String text) {
        if (isIpv4(text)) {
            return 4;
        }
        return isIpv6(text) ? 6 : 0;
    }

    private static boolean isIpv4(String text) {
        if (!IPV4.matcher(text).matches()) {
            return false;
        }
        for (String part : text.split("\\.", -1)) {
            if (part.length() > 1 && part.charAt(0) == '0') {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv6(String text) {
        int zone = text.indexOf('%');
        if (zone >= 0 && !isZone(text.substring(zone + 1))) {
            return false;
        }
        String address = zone < 0 ? text : text.substring(0, zone);
        int gap = address.indexOf("::");
        if (gap < 0) {
            return groups(address, true) == GROUPS;
        }
        String head = address.substring(0, gap);
        String tail = address.substring(gap + 2);
        int before = head.isEmpty() ? 0 : groups(head, false);
        int after = tail.isEmpty() ? 0 : groups(tail, true);
        return before >= 0 && after >= 0 && before + after < GROUPS;
    }

    private static boolean isZone(String zone) {
        if (zone.isEmpty()) {
            return false;
        }
        for (int i = 0; i < zone.length(); i++) {
            char c = zone.charAt(i);
            if (c > 'z' || !(Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == ':')) {
                return false;
            }
        }
        return true;
    }

    /** How many 16-bit groups the text has; -1 if something else is in it. */
    private static int groups(String text, boolean mayEndInIpv4) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (mayEndInIpv4 && i == parts.length - 1 && part.indexOf('.') >= 0) {
                if (!isIpv4(part)) {
                    return -1;
                }
                count += 2;
            } else if (isGroup(part)) {
                count++;
            } else {
                return -1;
            }
        }
        return count;
    }

    private static boolean isGroup(String part) {
        if (part.isEmpty() || part.length() > 4) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            if (Character.digit(part.charAt(i), 16) < 0 || part.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    /** The address that a numeric text stands for; null for other texts. */
    public static @Nullable InetAddress parse(String text) {
        if (family(text) == 0) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException noSuchZone) {
            return null;
        }
    }

    /** The 4 or 16 bytes of a numeric address as it is written; null for other texts. */
    public static byte @Nullable [] bytes(String text) {
        InetAddress address = parse(text);
        if (address == null) {
            return null;
        }
        byte[] bytes = address.getAddress();
        if (bytes.length == 4 && text.indexOf(':') >= 0) { // the JDK unwraps mapped addresses
            byte[] mapped = new byte[16];
            mapped[10] = (byte) 0xFF;
            mapped[11] = (byte) 0xFF;
            System.arraycopy(bytes, 0, mapped, 12, 4);
            return mapped;
        }
        return bytes;
    }

    /**
     * The address as text.
     *
     * @param inIpv6Socket whether an IPv4 address is shown as the IPv6 socket that it was seen
     *     through shows it
     */
    public static String format(InetAddress address, boolean inIpv6Socket) {
        return switch (address) {
            case Inet4Address ipv4 ->
                    ipv4.isAnyLocalAddress() && inIpv6Socket
                            ? "::"
                            : (inIpv6Socket ? "::ffff:" : "") + ipv4.getHostAddress();
            case Inet6Address ipv6 -> formatIpv6(ipv6);
            default -> address.getHostAddress();
        };
    }

    /** RFC 5952: the longest run of zero groups is left out. */
    private static String formatIpv6(Inet6Address address) {
        byte[] bytes = address.getAddress();
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF;
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
                continue;
            }
            if (i > 0 && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        if (address.getScopeId() != 0 && address.isLinkLocalAddress()) {
            String zone = address.getHostAddress();
            text.append(zone.substring(zone.indexOf('%')));
        }
        return text.toString();
    }
}
