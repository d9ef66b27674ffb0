package dev.jsj.node.bindings;

import dev.jsj.node.runtime.InternalModules;
import dev.jsj.runtime.realm.Realm;

/** Knows the native half of each module by name. */
public final class BindingRegistry implements InternalModules.Bindings {
    @Override
    public Object create(String name, Realm realm) {
        BindingTable table =
                switch (name) {
                    case "async_context" -> AsyncContextBinding.TABLE;
                    case "buffer" -> BufferBinding.TABLE;
                    case "call_source" -> CallSourceBinding.TABLE;
                    case "child_process" -> ChildProcessBinding.TABLE;
                    case "console" -> ConsoleBinding.TABLE;
                    case "crypto" -> CryptoBinding.TABLE;
                    case "dgram" -> DatagramBinding.TABLE;
                    case "crypto_cipher" -> CipherBinding.TABLE;
                    case "crypto_keys" -> KeysBinding.TABLE;
                    case "dns" -> DnsBinding.TABLE;
                    case "encoding" -> EncodingBinding.TABLE;
                    case "fs" -> FsBinding.TABLE;
                    case "histogram" -> HistogramBinding.TABLE;
                    case "messaging" -> MessagingBinding.TABLE;
                    case "http" -> HttpBinding.TABLE;
                    case "fs_event" -> FsEventBinding.TABLE;
                    case "modules" -> ModulesBinding.TABLE;
                    case "module_graph" -> ModuleGraphBinding.TABLE;
                    case "net" -> NetBinding.TABLE;
                    case "os" -> OsBinding.TABLE;
                    case "performance" -> PerformanceBinding.TABLE;
                    case "process" -> ProcessBinding.TABLE;
                    case "repl" -> ReplBinding.TABLE;
                    case "serdes" -> SerdesBinding.TABLE;
                    case "syntax" -> SyntaxBinding.TABLE;
                    case "timers" -> TimersBinding.TABLE;
                    case "tls" -> TlsBinding.TABLE;
                    case "types" -> TypesBinding.TABLE;
                    case "url" -> UrlBinding.TABLE;
                    case "util" -> UtilBinding.TABLE;
                    case "uv" -> UvBinding.TABLE;
                    case "vm" -> VmBinding.TABLE;
                    case "vm_modules" -> VmModulesBinding.TABLE;
                    case "worker" -> WorkerBinding.TABLE;
                    case "zlib" -> ZlibBinding.TABLE;
                    default -> throw new AssertionError("There is no binding " + name);
                };
        return table.create(realm);
    }
}
