package dev.jsj.node.processes;

import dev.jsj.node.fs.SystemError;
import dev.jsj.node.fs.SystemException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Starts a program that has more than the three standard streams, which {@link ProcessBuilder}
 * cannot: with {@code posix_spawn} of the C library. As in Node, a pipe is a pair of connected
 * sockets; this program's end comes from a listener of the JDK, the other one is made natively and
 * closed here when the program runs. The numbers and sizes are those of Linux.
 */
final class PosixSpawn implements AutoCloseable {
    /** Larger than the C library's structures for actions and attributes. */
    private static final int STRUCTURE = 1024;

    private static final short SET_SIGNAL_MASK = 0x08;
    private static final short SET_SESSION = 0x80;
    private static final int READ_WRITE = 0x2;
    private static final int APPEND = 0x401;
    private static final int UNIX = 1;
    private static final int STREAM_CLOSE_ON_EXEC = 0x80001;
    private static final int SOCKET_PATH = 108;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment actions = arena.allocate(STRUCTURE);
    private final MemorySegment attributes = arena.allocate(STRUCTURE);
    private final Map<Integer, SocketChannel> channels = new TreeMap<>();
    private final Map<Integer, Integer> childEnds = new TreeMap<>();

    private PosixSpawn() {}

    /**
     * @param command with the path of the program
     */
    static SpawnedProcess start(Launch launch, List<String> command) throws SystemException {
        try (PosixSpawn spawn = new PosixSpawn()) {
            return spawn.run(launch, command);
        }
    }

    private SpawnedProcess run(Launch launch, List<String> command) throws SystemException {
        boolean started = false;
        try {
            openPipes(launch.stdio());
            int pid = spawn(launch, command);
            started = true;
            return new SpawnedProcess(pid, channels);
        } catch (IOException failure) {
            throw new SystemException(SystemError.EMFILE, "spawn", null, null);
        } finally {
            for (int end : childEnds.values()) {
                PosixCalls.call("close", end);
            }
            if (!started) {
                closeChannels();
            }
        }
    }

    private void closeChannels() throws SystemException {
        for (SocketChannel channel : channels.values()) {
            try {
                channel.close();
            } catch (IOException failure) {
                throw new SystemException(SystemError.EIO, "close", null, null);
            }
        }
    }

    // ---- pipes

    private void openPipes(List<String> stdio) throws IOException {
        Path folder = Files.createTempDirectory("jsj-spawn");
        Path path = folder.resolve("pipe");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(path));
            for (int i = 0; i < stdio.size(); i++) {
                if (stdio.get(i).equals("pipe")) {
                    childEnds.put(i, connect(path));
                    channels.put(i, listener.accept());
                }
            }
        } finally {
            Files.deleteIfExists(path);
            Files.deleteIfExists(folder);
        }
    }

    /** The descriptor of a socket connected to a path. */
    private int connect(Path path) throws IOException {
        int descriptor = PosixCalls.call("socket", UNIX, STREAM_CLOSE_ON_EXEC, 0).result();
        byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
        MemorySegment address = arena.allocate(2 + SOCKET_PATH);
        if (descriptor < 0 || name.length >= SOCKET_PATH) {
            throw new IOException("No socket can be made");
        }
        address.set(ValueLayout.JAVA_SHORT, 0, (short) UNIX);
        MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, 2, name.length);
        int length = (int) address.byteSize();
        if (PosixCalls.call("connect", descriptor, address, length).result() != 0) {
            throw new IOException("The socket cannot be connected");
        }
        return descriptor;
    }

    // ---- the program

    private int spawn(Launch launch, List<String> command) throws SystemException {
        call("posix_spawn_file_actions_init", actions);
        call("posix_spawnattr_init", attributes);
        try {
            addActions(launch);
            short flags =
                    launch.detached() ? (short) (SET_SIGNAL_MASK | SET_SESSION) : SET_SIGNAL_MASK;
            call("posix_spawnattr_setflags", attributes, flags);
            MemorySegment noSignals = arena.allocate(STRUCTURE);
            call("posix_spawnattr_setsigmask", attributes, noSignals);
            MemorySegment pid = arena.allocate(ValueLayout.JAVA_INT);
            call(
                    "posix_spawn",
                    pid,
                    arena.allocateFrom(command.getFirst()),
                    actions,
                    attributes,
                    strings(command),
                    strings(variables(launch.environment())));
            return pid.get(ValueLayout.JAVA_INT, 0);
        } finally {
            call("posix_spawn_file_actions_destroy", actions);
            call("posix_spawnattr_destroy", attributes);
        }
    }

    /**
     * Says what each descriptor is. All are made beyond the numbers that matter first, so that none
     * takes the place of another that is still needed.
     */
    private void addActions(Launch launch) throws SystemException {
        List<String> stdio = launch.stdio();
        int base = stdio.size();
        for (int end : childEnds.values()) {
            base = Math.max(base, end + 1);
        }
        for (int i = 0; i < stdio.size(); i++) {
            addSource(stdio.get(i), i, base + i);
        }
        for (int i = 0; i < stdio.size(); i++) {
            if (i > 2 && stdio.get(i).equals("ignore")) {
                call("posix_spawn_file_actions_addclose", actions, i);
            } else {
                call("posix_spawn_file_actions_adddup2", actions, base + i, i);
            }
        }
        call("posix_spawn_file_actions_addclosefrom_np", actions, stdio.size());
        MemorySegment directory = arena.allocateFrom(launch.directory().toString());
        call("posix_spawn_file_actions_addchdir_np", actions, directory);
    }

    private void addSource(String kind, int index, int target) throws SystemException {
        if (kind.equals("pipe")) {
            int end = childEnds.get(index);
            call("posix_spawn_file_actions_adddup2", actions, end, target);
        } else if (kind.equals("inherit") || kind.startsWith(Launch.STANDARD)) {
            int source =
                    kind.equals("inherit")
                            ? index
                            : Integer.parseInt(kind.substring(Launch.STANDARD.length()));
            call("posix_spawn_file_actions_adddup2", actions, source, target);
        } else if (kind.startsWith("fd:")) {
            String path = kind.substring("fd:".length());
            boolean writable = Files.isWritable(Path.of(path));
            int flags = index == 0 || !writable ? 0 : index < 3 ? APPEND : APPEND - 1 + READ_WRITE;
            addOpen(target, path, flags);
        } else if (index < 3) {
            addOpen(target, "/dev/null", READ_WRITE);
        }
    }

    private void addOpen(int target, String path, int flags) throws SystemException {
        MemorySegment name = arena.allocateFrom(path);
        call("posix_spawn_file_actions_addopen", actions, target, name, flags, 0);
    }

    private static List<String> variables(Map<String, String> environment) {
        return environment.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
    }

    /** An array of strings that ends with null. */
    private MemorySegment strings(List<String> texts) {
        MemorySegment array = arena.allocate(ValueLayout.ADDRESS, texts.size() + 1L);
        for (int i = 0; i < texts.size(); i++) {
            array.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(texts.get(i)));
        }
        return array;
    }

    /** These functions answer the error number. */
    private static void call(String name, Object... arguments) throws SystemException {
        int error = PosixCalls.call(name, arguments).result();
        if (error != 0) {
            throw new SystemException(
                    switch (error) {
                        case 2 -> SystemError.ENOENT;
                        case 7 -> SystemError.E2BIG;
                        case 20 -> SystemError.ENOTDIR;
                        case 24 -> SystemError.EMFILE;
                        default -> SystemError.EACCES;
                    },
                    "spawn",
                    null,
                    null);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
