package dev.jsj.node.net;

import dev.jsj.node.fs.SystemError;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Finds the system error behind an exception of the JDK's, which has it in its text only. */
public final class SocketErrors {
    private record Text(String part, SystemError error) {}

    private static final Text[] TEXTS = {
        new Text("Connection refused", SystemError.ECONNREFUSED),
        new Text("Connection reset", SystemError.ECONNRESET),
        new Text("Broken pipe", SystemError.EPIPE),
        new Text("timed out", SystemError.ETIMEDOUT),
        new Text("Address already in use", SystemError.EADDRINUSE),
        new Text("assign requested address", SystemError.EADDRNOTAVAIL),
        new Text("Address not available", SystemError.EADDRNOTAVAIL),
        new Text("Permission denied", SystemError.EACCES),
        new Text("Network is unreachable", SystemError.ENETUNREACH),
        new Text("No route to host", SystemError.EHOSTUNREACH),
        new Text("Host is down", SystemError.EHOSTDOWN),
        new Text("No such file", SystemError.ENOENT),
        new Text("Not a directory", SystemError.ENOTDIR),
        new Text("Too many open files", SystemError.EMFILE),
        new Text("not supported by protocol", SystemError.EAFNOSUPPORT),
        new Text("Protocol family unavailable", SystemError.EAFNOSUPPORT),
        new Text("Message too long", SystemError.EMSGSIZE),
        new Text("Invalid argument", SystemError.EINVAL),
        new Text("not connected", SystemError.ENOTCONN),
        new Text("too long", SystemError.ENAMETOOLONG),
        new Text("Operation not permitted", SystemError.EPERM),
        new Text("Software caused connection abort", SystemError.ECONNABORTED),
        new Text("No buffer space", SystemError.ENOBUFS),
    };

    private SocketErrors() {}

    /** The error that the system reported. */
    public static SystemError of(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        for (Text text : TEXTS) {
            if (message.contains(text.part)) {
                return text.error;
            }
        }
        return switch (failure) {
            case ConnectException refused -> SystemError.ECONNREFUSED;
            case NoRouteToHostException unreachable -> SystemError.EHOSTUNREACH;
            case NoSuchFileException missing -> SystemError.ENOENT;
            case AccessDeniedException denied -> SystemError.EACCES;
            case ClosedChannelException closed -> SystemError.EBADF;
            default -> SystemError.UNKNOWN;
        };
    }

    /** The error behind an address that a channel did not accept. */
    public static SystemError of(IllegalArgumentException refused) {
        return switch (refused) {
            case UnresolvedAddressException unknown -> SystemError.EINVAL;
            case UnsupportedAddressTypeException other -> SystemError.EAFNOSUPPORT;
            default -> SystemError.EINVAL;
        };
    }
}
