package dev.jsj.parser.regexp;

/** The set of flags of a regular expression. */
public record RegExpFlags(int bits) {
    public static final int HAS_INDICES = 1;
    public static final int GLOBAL = 1 << 1;
    public static final int IGNORE_CASE = 1 << 2;
    public static final int MULTILINE = 1 << 3;
    public static final int DOT_ALL = 1 << 4;
    public static final int UNICODE = 1 << 5;
    public static final int UNICODE_SETS = 1 << 6;
    public static final int STICKY = 1 << 7;

    /**
     * The letters in the order of the bits, which is also the order of {@code
     * RegExp.prototype.flags}.
     */
    private static final String LETTERS = "dgimsuvy";

    /**
     * Reads a flags string; gives null when a letter is unknown or repeated, or {@code u} and
     * {@code v} come together.
     */
    public static RegExpFlags parse(String text) {
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            int letter = LETTERS.indexOf(text.charAt(i));
            if (letter < 0 || (bits & 1 << letter) != 0) {
                return null;
            }
            bits |= 1 << letter;
        }
        return (bits & (UNICODE | UNICODE_SETS)) == (UNICODE | UNICODE_SETS)
                ? null
                : new RegExpFlags(bits);
    }

    public boolean hasIndices() {
        return (bits & HAS_INDICES) != 0;
    }

    public boolean global() {
        return (bits & GLOBAL) != 0;
    }

    public boolean ignoreCase() {
        return (bits & IGNORE_CASE) != 0;
    }

    public boolean multiline() {
        return (bits & MULTILINE) != 0;
    }

    public boolean dotAll() {
        return (bits & DOT_ALL) != 0;
    }

    public boolean unicode() {
        return (bits & UNICODE) != 0;
    }

    public boolean unicodeSets() {
        return (bits & UNICODE_SETS) != 0;
    }

    public boolean sticky() {
        return (bits & STICKY) != 0;
    }

    /** HasEitherUnicodeFlag: the pattern and its input are sequences of code points. */
    public boolean eitherUnicode() {
        return (bits & (UNICODE | UNICODE_SETS)) != 0;
    }

    /** The flag letters in alphabetical order. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(8);
        for (int i = 0; i < LETTERS.length(); i++) {
            if ((bits & 1 << i) != 0) {
                text.append(LETTERS.charAt(i));
            }
        }
        return text.toString();
    }

    /** The bit of a flag letter, or 0 when there is no such flag. */
    static int bitOf(int letter) {
        int index = LETTERS.indexOf(letter);
        return index < 0 ? 0 : 1 << index;
    }
}
