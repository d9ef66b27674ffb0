package dev.jsj.runtime.value;

import org.jspecify.annotations.Nullable;

/**
 * A JavaScript throw completion in flight. It carries either the thrown value, or the type and
 * message of a native error whose object is made on first need, in the realm of the running
 * function (see {@code ErrorObjects.thrownValue}): operations can throw without knowing a realm. It
 * has no Java stack trace: throwing is cheap, and JavaScript's stack is recorded by the error
 * object.
 */
public final class JSThrow extends RuntimeException {
    private static final long serialVersionUID = 1;

    private transient @Nullable Object value;
    private final @Nullable ErrorType type;
    private transient @Nullable Object origin;

    /** Throws an existing JavaScript value. */
    public JSThrow(Object value) {
        super(null, null, false, false);
        this.value = value;
        this.type = null;
    }

    /** Throws a native error that is not made yet. */
    public JSThrow(ErrorType type, String message) {
        super(message, null, false, false);
        this.type = type;
    }

    /** Throws a native error that is not made yet; the cause tells the host more about it. */
    public JSThrow(ErrorType type, String message, Throwable cause) {
        super(message, cause, false, false);
        this.type = type;
    }

    /** The thrown value, or null while the native error has not been made. */
    public @Nullable Object valueOrNull() {
        return value;
    }

    /**
     * The type of a native error that has not been made yet (or was made from it); null where a
     * value was thrown.
     */
    public @Nullable ErrorType type() {
        return type;
    }

    /** Stores the error object made for {@link #type()} and the message. */
    public void setValue(Object value) {
        this.value = value;
    }

    /**
     * Where it was thrown, as the tier that runs code notes it (opaque here); null when unknown.
     */
    public @Nullable Object origin() {
        return origin;
    }

    /** Notes where it was thrown; the first note stays. */
    public void setOrigin(@Nullable Object place) {
        if (origin == null) {
            origin = place;
        }
    }
}
