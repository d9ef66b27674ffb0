package dev.jsj.interp.bytecode;

/** What {@code typeof} can answer; the ordinal is an operand of {@link Op#JUMP_IF_TYPEOF}. */
public enum TypeofName {
    UNDEFINED("undefined"),
    OBJECT("object"),
    BOOLEAN("boolean"),
    NUMBER("number"),
    BIGINT("bigint"),
    STRING("string"),
    SYMBOL("symbol"),
    FUNCTION("function");

    private static final TypeofName[] VALUES = values();

    private final String text;

    TypeofName(String text) {
        this.text = text;
    }

    /** The string typeof gives. */
    public String text() {
        return text;
    }

    public static TypeofName of(int ordinal) {
        return VALUES[ordinal];
    }

    /** The name with this text, or null if typeof never gives it. */
    public static TypeofName of(String text) {
        for (TypeofName name : VALUES) {
            if (name.text.equals(text)) {
                return name;
            }
        }
        return null;
    }
}
