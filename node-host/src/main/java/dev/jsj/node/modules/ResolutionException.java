package dev.jsj.node.modules;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * A module that cannot be found, or may not be used. Becomes the JavaScript error with Node's code,
 * made from the code and the arguments of its message.
 */
public final class ResolutionException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<@Nullable Object> arguments;

    ResolutionException(String code, @Nullable Object... arguments) {
        super(code, null, false, false);
        this.arguments = Arrays.asList(arguments);
    }

    /** Node's error code. */
    public String code() {
        return getMessage();
    }

    /** Strings, booleans, JSON values and null (for undefined). */
    public List<@Nullable Object> arguments() {
        return arguments;
    }
}
