package dev.jsj.node.modules;

import java.util.List;
import java.util.Set;

/** The names of the modules that come with the runtime. */
public final class BuiltinModules {
    /** {@code module.builtinModules}: the modules that can be had without {@code node:}. */
    public static final List<String> NAMES =
            List.of(
                    "_http_agent",
                    "_http_client",
                    "_http_common",
                    "_http_incoming",
                    "_http_outgoing",
                    "_http_server",
                    "_stream_duplex",
                    "_stream_passthrough",
                    "_stream_readable",
                    "_stream_transform",
                    "_stream_wrap",
                    "_stream_writable",
                    "_tls_common",
                    "_tls_wrap",
                    "assert",
                    "assert/strict",
                    "async_hooks",
                    "buffer",
                    "child_process",
                    "cluster",
                    "console",
                    "constants",
                    "crypto",
                    "dgram",
                    "diagnostics_channel",
                    "dns",
                    "dns/promises",
                    "domain",
                    "events",
                    "fs",
                    "fs/promises",
                    "http",
                    "http2",
                    "https",
                    "inspector",
                    "inspector/promises",
                    "module",
                    "net",
                    "os",
                    "path",
                    "path/posix",
                    "path/win32",
                    "perf_hooks",
                    "process",
                    "punycode",
                    "querystring",
                    "readline",
                    "readline/promises",
                    "repl",
                    "stream",
                    "stream/consumers",
                    "stream/promises",
                    "stream/web",
                    "string_decoder",
                    "sys",
                    "timers",
                    "timers/promises",
                    "tls",
                    "trace_events",
                    "tty",
                    "url",
                    "util",
                    "util/types",
                    "v8",
                    "vm",
                    "wasi",
                    "worker_threads",
                    "zlib");

    private static final Set<String> SET = Set.copyOf(NAMES);

    /** Modules that exist only with their scheme. */
    private static final Set<String> WITH_SCHEME =
            Set.of(
                    "node:test",
                    "node:test/reporters",
                    "node:sea",
                    "node:sqlite",
                    "jsj:syntax",
                    "ant:syntax");

    private BuiltinModules() {}

    /** Whether a specifier, with or without {@code node:}, names such a module. */
    public static boolean isBuiltin(String specifier) {
        if (SET.contains(specifier) || WITH_SCHEME.contains(specifier)) {
            return true;
        }
        return (specifier.startsWith("node:") && SET.contains(specifier.substring(5)))
                || (specifier.startsWith("ant:") && SET.contains(specifier.substring(4)));
    }
}
