package dev.jsj.conformance.test262;

/** A Java failure in one line: class, message and where in the engine it came from. */
final class CrashText {

    private CrashText() {}

    static String of(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.getClass().getSimpleName());
        if (failure.getMessage() != null) {
            text.append(": ").append(failure.getMessage());
        }
        String at = "";
        for (StackTraceElement element : failure.getStackTrace()) {
            if (element.getClassName().startsWith("dev.jsj.")) {
                at = element.getFileName() + ":" + element.getLineNumber();
                break;
            }
        }
        return at.isEmpty() ? text.toString() : text.append(" at ").append(at).toString();
    }
}
