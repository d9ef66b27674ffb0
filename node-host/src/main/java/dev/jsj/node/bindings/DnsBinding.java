package dev.jsj.node.bindings;

import dev.jsj.node.fs.SystemError;
import dev.jsj.node.net.Addresses;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.runtime.Permissions;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** {@code dns}: names to addresses and back, as the system does it. */
final class DnsBinding extends BindingTable {
    private static final int LOOKUP = 0;
    private static final int REVERSE = 1;

    static final DnsBinding TABLE = new DnsBinding();

    private DnsBinding() {
        if (System.getProperty("java.net.preferIPv6Addresses") == null) {
            System.setProperty("java.net.preferIPv6Addresses", "system"); // the system's own order
        }
        method(LOOKUP, "lookup", 3);
        method(REVERSE, "reverse", 2);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        runtime.requireAccess(Permissions.Scope.NET, Arguments.string(arguments, 0));
        switch (id) {
            case LOOKUP ->
                    lookup(
                            runtime,
                            Arguments.string(arguments, 0),
                            Arguments.integer(arguments, 1),
                            (JSObject) arguments[2]);
            case REVERSE ->
                    reverse(runtime, Arguments.string(arguments, 0), (JSObject) arguments[1]);
            default -> throw new AssertionError("No row " + id);
        }
        return Undefined.UNDEFINED;
    }

    /** (host, family or 0, done(error number, or [address...])). */
    private static void lookup(NodeRuntime runtime, String host, int family, JSObject done) {
        Object operation = runtime.startOperation("GETADDRINFOREQWRAP", null);
        List<String> found = new ArrayList<>();
        runtime.pool()
                .submit(
                        () -> find(host, family, found),
                        () -> {
                            runtime.enterOperation(operation);
                            runtime.endOperation(operation);
                            done.call1(
                                    Undefined.UNDEFINED,
                                    found.isEmpty()
                                            ? SystemError.EAI_NONAME.errno()
                                            : Arguments.array(runtime.realm(), found));
                        });
    }

    private static void find(String host, int family, List<String> found) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                int kind = address instanceof Inet4Address ? 4 : 6;
                String text = Addresses.format(address, false);
                if ((family == 0 || family == kind) && !found.contains(text)) {
                    found.add(text);
                }
            }
        } catch (UnknownHostException unknown) {
            found.clear();
        }
    }

    /** (address, done(name or undefined)). */
    private static void reverse(NodeRuntime runtime, String address, JSObject done) {
        Object operation = runtime.startOperation("GETNAMEINFOREQWRAP", null);
        String[] name = {null};
        runtime.pool()
                .submit(
                        () -> {
                            InetAddress parsed = Addresses.parse(address);
                            String host = parsed == null ? address : parsed.getCanonicalHostName();
                            name[0] = host.equals(address) ? null : host;
                        },
                        () -> {
                            runtime.enterOperation(operation);
                            runtime.endOperation(operation);
                            done.call1(
                                    Undefined.UNDEFINED,
                                    name[0] == null ? Undefined.UNDEFINED : name[0]);
                        });
    }
}
