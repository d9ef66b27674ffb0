package dev.jsj.node.processes;

import dev.jsj.node.fs.SystemError;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * What Java has no methods for: what a process may change about itself (the file mode mask, users
 * and groups), and programs with more than three streams. They are the C library's own functions,
 * called through {@code java.lang.foreign}; loaded when a program first asks.
 */
public final class PosixCalls {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private PosixCalls() {}

    /** Sets the file mode mask; answers what it was. */
    public static int umask(int mask) {
        return call("umask", mask).result;
    }

    /**
     * {@code setuid}, {@code seteuid}, {@code setgid} or {@code setegid}.
     *
     * @return null when done
     */
    public static @Nullable SystemError setId(String function, int id) {
        return call(function, id).error();
    }

    /** Sets the supplementary groups; null when done. */
    public static @Nullable SystemError setGroups(int[] groups) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment list =
                    arena.allocateFrom(
                            ValueLayout.JAVA_INT, groups.length == 0 ? new int[1] : groups);
            return call("setgroups", (long) groups.length, list).error();
        }
    }

    /** Makes the groups of a user the supplementary groups; null when done. */
    public static @Nullable SystemError initGroups(String user, int group) {
        try (Arena arena = Arena.ofConfined()) {
            return call("initgroups", arena.allocateFrom(user), group).error();
        }
    }

    /** What a function answered, and the error number it left. */
    record Outcome(int result, int errno) {
        @Nullable SystemError error() {
            return result == 0 ? null : errno == 1 ? SystemError.EPERM : SystemError.EINVAL;
        }
    }

    /**
     * Calls a function that answers an int.
     *
     * @param arguments Integer, Short, Long and MemorySegment, for int, short, long and a pointer
     */
    @SuppressWarnings("restricted") // calling native functions is what this is for
    static Outcome call(String name, Object... arguments) {
        MemorySegment address =
                LINKER.defaultLookup()
                        .find(name)
                        .orElseThrow(() -> new AssertionError("The C library has no " + name));
        MethodHandle function =
                LINKER.downcallHandle(
                        address, types(arguments), Linker.Option.captureCallState("errno"));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            Object[] all = new Object[arguments.length + 1];
            all[0] = state;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            int result = (int) function.invokeWithArguments(all);
            return new Outcome(result, (int) ERRNO.get(state, 0L));
        } catch (Throwable failure) {
            throw new AssertionError("The C library's " + name + " cannot be called", failure);
        }
    }

    private static FunctionDescriptor types(Object[] arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < layouts.length; i++) {
            layouts[i] =
                    switch (arguments[i]) {
                        case Integer _ -> ValueLayout.JAVA_INT;
                        case Short _ -> ValueLayout.JAVA_SHORT;
                        case Long _ -> ValueLayout.JAVA_LONG;
                        case MemorySegment _ -> ValueLayout.ADDRESS;
                        default -> throw new AssertionError("No type of C: " + arguments[i]);
                    };
        }
        return FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts);
    }
}
