package dev.jsj.runtime.value;

/** Strings of one code unit; those of Latin-1 are made once. */
public final class SingleCharacters {
    private static final String[] LATIN1 = new String[256];

    static {
        for (int c = 0; c < LATIN1.length; c++) {
            LATIN1[c] = String.valueOf((char) c).intern();
        }
    }

    private SingleCharacters() {}

    /** The string of the code unit {@code c}. */
    public static String of(char c) {
        return c < LATIN1.length ? LATIN1[c] : String.valueOf(c);
    }
}
