package dev.jsj.node.http;

/** A message that is not HTTP, with llhttp's code and reason for it. */
public final class HttpParseException extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    HttpParseException(String code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    /** As in {@code HPE_INVALID_METHOD}. */
    public String code() {
        return code;
    }
}
