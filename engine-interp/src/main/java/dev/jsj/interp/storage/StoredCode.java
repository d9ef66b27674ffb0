package dev.jsj.interp.storage;

/**
 * The format of stored bytecode: a function literal with all literals inside it.
 *
 * <p>Big-endian words first, then the bytes of the strings. The words are, in order: {@link
 * #VERSION}, how many words there are, how many strings, scopes and functions; for each string
 * where it ends in the bytes (twice that, plus one if it has two bytes per character); for each
 * scope and then for each function at which word its record begins; the records. Function 0 is the
 * outermost. A record is read when it is first needed, so that functions nobody calls cost nothing.
 *
 * <p>Scopes are numbered for the whole file, since code finds its scope by the identity of its
 * description.
 */
final class StoredCode {
    /** Changes with the format. */
    static final int VERSION = 3;

    static final int WORD_COUNT = 1;
    static final int STRING_COUNT = 2;
    static final int SCOPE_COUNT = 3;
    static final int FUNCTION_COUNT = 4;
    static final int HEADER = 5;

    /** Flags of a function. */
    static final int STRICT = 1;

    static final int ASYNC = 2;
    static final int GENERATOR = 4;
    static final int USES_SUPER = 8;

    /** Flags of a scope. */
    static final int VARIABLE_SCOPE = 1;

    static final int EVAL_VARIABLES = 2;

    /** Stands for no string. */
    static final int NO_STRING = -1;

    /** What a constant is; its content follows. */
    static final int NOTHING = 0;

    static final int STRING = 1;
    static final int INT = 2;
    static final int DOUBLE = 3;
    static final int BIG_INT = 4;
    static final int UNDEFINED = 5;
    static final int NULL = 6;
    static final int TRUE = 7;
    static final int FALSE = 8;
    static final int SCOPE = 9;
    static final int BOILERPLATE = 10;
    static final int STRING_SWITCH = 11;
    static final int TEMPLATE = 12;
    static final int INT_ARRAY = 13;
    static final int DOUBLE_ARRAY = 14;
    static final int ARRAY = 15;

    private StoredCode() {}
}
