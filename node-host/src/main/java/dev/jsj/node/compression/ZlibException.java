package dev.jsj.node.compression;

/** Input that is not what it should be, with zlib's name for the error and Node's text. */
public final class ZlibException extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    ZlibException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Input that is not brotli, with brotli's name for what is wrong. */
    static ZlibException malformedBrotli(String name) {
        return new ZlibException("ERR__ERROR_FORMAT_" + name, "Decompression failed");
    }

    /** Such as {@code Z_DATA_ERROR}. */
    public String code() {
        return code;
    }
}
