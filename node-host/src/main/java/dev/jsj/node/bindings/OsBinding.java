package dev.jsj.node.bindings;

import dev.jsj.node.fs.SystemException;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** {@code os}: the machine. */
final class OsBinding extends BindingTable {
    private static final String[] NAMES = {
        "arch",
        "processors",
        "cpus",
        "memory",
        "userInfo",
        "hostname",
        "loadAverage",
        "networkInterfaces",
        "release",
        "type",
        "uptime",
        "version",
        "machine",
    };

    static final OsBinding TABLE = new OsBinding();

    private OsBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        return switch (NAMES[id]) {
            case "arch" -> architecture();
            case "processors" -> Runtime.getRuntime().availableProcessors();
            case "cpus" -> processors(realm, runtime);
            case "memory" -> memory(realm, runtime);
            case "userInfo" -> userInfo(realm, runtime);
            case "hostname" -> hostName(runtime);
            case "loadAverage" -> loadAverage(realm, runtime);
            case "networkInterfaces" -> networkInterfaces(realm);
            case "release" -> System.getProperty("os.version");
            case "type" -> System.getProperty("os.name");
            case "uptime" -> Double.parseDouble(words(runtime, "/proc/uptime", "0")[0]);
            case "version" -> kernelVersion(runtime);
            case "machine" ->
                    System.getProperty("os.arch").equals("amd64")
                            ? "x86_64"
                            : System.getProperty("os.arch");
            default -> throw new AssertionError("No row " + id);
        };
    }

    /** As Node names it. */
    static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64" -> "arm64";
            case "x86", "i386" -> "ia32";
            default -> System.getProperty("os.arch");
        };
    }

    /** As Node names it. */
    static String platform() {
        String name = System.getProperty("os.name");
        if (name.startsWith("Windows")) {
            return "win32";
        }
        return name.startsWith("Mac") ? "darwin" : name.toLowerCase(java.util.Locale.ROOT);
    }

    static String readText(NodeRuntime runtime, String path) {
        try {
            return new String(runtime.files().readFile(path), StandardCharsets.UTF_8);
        } catch (SystemException unavailable) {
            return "";
        }
    }

    private static String[] words(NodeRuntime runtime, String path, String otherwise) {
        String text = readText(runtime, path).strip();
        return (text.isEmpty() ? otherwise : text).split("\\s+");
    }

    private static Object kernelVersion(NodeRuntime runtime) {
        String text = readText(runtime, "/proc/sys/kernel/version").strip();
        return text.isEmpty() ? System.getProperty("os.version") : text;
    }

    private static Object hostName(NodeRuntime runtime) {
        String name = readText(runtime, "/proc/sys/kernel/hostname").strip();
        if (!name.isEmpty()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unknown) {
            return "localhost";
        }
    }

    /** One entry per processor; times in milliseconds. */
    private static Object processors(Realm realm, NodeRuntime runtime) {
        String model = "unknown";
        double speed = 0;
        for (String line : readText(runtime, "/proc/cpuinfo").split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.startsWith("model name")) {
                model = line.substring(colon + 1).strip();
            } else if (colon > 0 && line.startsWith("cpu MHz")) {
                speed = Double.parseDouble(line.substring(colon + 1).strip());
            }
        }
        List<Object> list = new ArrayList<>();
        for (String line : readText(runtime, "/proc/stat").split("\n")) {
            if (!line.matches("cpu\\d+ .*")) {
                continue;
            }
            String[] fields = line.split("\\s+");
            JSObject times =
                    Arguments.object(
                            realm,
                            "user",
                            ticks(fields[1]),
                            "nice",
                            ticks(fields[2]),
                            "sys",
                            ticks(fields[3]),
                            "idle",
                            ticks(fields[4]),
                            "irq",
                            ticks(fields[6]));
            list.add(Arguments.object(realm, "model", model, "speed", (int) speed, "times", times));
        }
        return Arguments.array(realm, list);
    }

    private static Object ticks(String hundredths) {
        return Arguments.number(Long.parseLong(hundredths) * 10);
    }

    /** [total, free] in bytes. */
    private static Object memory(Realm realm, NodeRuntime runtime) {
        long total = 0;
        long free = 0;
        for (String line : readText(runtime, "/proc/meminfo").split("\n")) {
            if (line.startsWith("MemTotal:")) {
                total = kilobytes(line);
            } else if (line.startsWith("MemAvailable:")) {
                free = kilobytes(line);
            }
        }
        return realm.newArray(new Object[] {Arguments.number(total), Arguments.number(free)});
    }

    private static long kilobytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }

    private static Object loadAverage(Realm realm, NodeRuntime runtime) {
        String[] words = words(runtime, "/proc/loadavg", "0 0 0");
        Object[] values = new Object[3];
        for (int i = 0; i < 3; i++) {
            values[i] = Double.parseDouble(words[i]);
        }
        return realm.newArray(values);
    }

    private static Object userInfo(Realm realm, NodeRuntime runtime) {
        String name = System.getProperty("user.name");
        Object uid = 0;
        Object gid = 0;
        String home = System.getProperty("user.home");
        String shell = "/bin/sh";
        for (String line : readText(runtime, "/etc/passwd").split("\n")) {
            String[] fields = line.split(":");
            if (fields.length >= 7 && fields[0].equals(name)) {
                uid = Integer.parseInt(fields[2]);
                gid = Integer.parseInt(fields[3]);
                home = fields[5];
                shell = fields[6];
            }
        }
        return Arguments.object(
                realm, "uid", uid, "gid", gid, "username", name, "homedir", home, "shell", shell);
    }

    /** Pairs [name, description]. */
    private static Object networkInterfaces(Realm realm) {
        List<Object> list = new ArrayList<>();
        try {
            for (NetworkInterface one : NetworkInterface.networkInterfaces().toList()) {
                for (InterfaceAddress address : one.getInterfaceAddresses()) {
                    list.add(
                            realm.newArray(
                                    new Object[] {one.getName(), describe(realm, one, address)}));
                }
            }
        } catch (SocketException unavailable) {
            return Arguments.array(realm, list);
        }
        return Arguments.array(realm, list);
    }

    private static Object describe(Realm realm, NetworkInterface one, InterfaceAddress address)
            throws SocketException {
        byte[] hardware = one.getHardwareAddress();
        String mac =
                hardware == null
                        ? "00:00:00:00:00:00"
                        : HexFormat.ofDelimiter(":").formatHex(hardware);
        boolean ipv4 = address.getAddress().getAddress().length == 4;
        String text = address.getAddress().getHostAddress().replaceAll("%.*", "");
        int prefix = address.getNetworkPrefixLength();
        JSObject description =
                Arguments.object(
                        realm,
                        "address",
                        text,
                        "netmask",
                        ipv4 ? ipv4Mask(prefix) : ipv6Mask(prefix),
                        "family",
                        ipv4 ? "IPv4" : "IPv6",
                        "mac",
                        mac,
                        "internal",
                        one.isLoopback(),
                        "cidr",
                        text + "/" + prefix);
        return description;
    }

    private static String ipv4Mask(int prefix) {
        long bits = prefix == 0 ? 0 : 0xFFFFFFFFL << (32 - prefix);
        return (bits >> 24 & 255)
                + "."
                + (bits >> 16 & 255)
                + "."
                + (bits >> 8 & 255)
                + "."
                + (bits & 255);
    }

    private static String ipv6Mask(int prefix) {
        StringBuilder mask = new StringBuilder();
        for (int i = 0; i < prefix / 16; i++) {
            mask.append(i == 0 ? "" : ":").append("ffff");
        }
        return prefix == 128 ? mask.toString() : mask.append("::").toString();
    }
}
