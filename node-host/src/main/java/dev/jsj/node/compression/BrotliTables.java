package dev.jsj.node.compression;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;

/**
 * The large tables of brotli's format (RFC 7932): its dictionary, the ways to transform words (8,
 * appendices A and B), and the contexts of literals (7.1). They are those of {@code
 * org.brotli:dec}, which does not publish them: its decoder cannot be used, as it wants 4 KB at a
 * time.
 */
final class BrotliTables {
    static final int SHORTEST_WORD = 4;
    static final int LONGEST_WORD = 24;

    /** Room for the longest word with what transforms put around it. */
    static final int LONGEST_TRANSFORMED = 64;

    private static final String LIBRARY = "org.brotli.dec.";
    private static final int[] CONTEXTS = (int[]) value("Context", "LOOKUP");
    private static final int[] CONTEXT_OFFSETS = (int[]) value("Context", "LOOKUP_OFFSETS");

    private BrotliTables() {}

    /** The dictionary, loaded when the first word is asked for. */
    private static final class Words {
        static final byte[] DATA = (byte[]) call(method("Dictionary", "getData"));
        static final int[] OFFSETS = (int[]) value("Dictionary", "OFFSETS_BY_LENGTH");
        static final int[] SIZE_BITS = (int[]) value("Dictionary", "SIZE_BITS_BY_LENGTH");
        static final Object[] TRANSFORMS = (Object[]) value("Transform", "TRANSFORMS");
        static final Method TRANSFORM = method("Transform", "transformDictionaryWord");

        private Words() {}
    }

    /**
     * Writes a word of the dictionary.
     *
     * @param length of the word, within the bounds above
     * @param number of word and transform
     * @return the length of the transformed word; -1 if there is no such transform
     */
    static int writeWord(byte[] target, int at, int length, int number) {
        int bits = Words.SIZE_BITS[length];
        int transform = number >> bits;
        if (transform >= Words.TRANSFORMS.length) {
            return -1;
        }
        int offset = Words.OFFSETS[length] + (number & (1 << bits) - 1) * length;
        Object[] arguments = {target, at, Words.DATA, offset, length, Words.TRANSFORMS[transform]};
        return (int) call(Words.TRANSFORM, arguments);
    }

    /** The context of a literal after two others, in one of the four modes. */
    static int literalContext(int mode, int last, int beforeLast) {
        return CONTEXTS[CONTEXT_OFFSETS[2 * mode] + last]
                | CONTEXTS[CONTEXT_OFFSETS[2 * mode + 1] + beforeLast];
    }

    private static Object value(String type, String name) {
        try {
            Field field = Class.forName(LIBRARY + type).getDeclaredField(name);
            return open(field).get(null);
        } catch (ReflectiveOperationException missing) {
            throw new AssertionError("The library is not the version it should be", missing);
        }
    }

    private static Method method(String type, String name) {
        try {
            for (Method method : Class.forName(LIBRARY + type).getDeclaredMethods()) {
                if (method.getName().equals(name)) {
                    return open(method);
                }
            }
            throw new AssertionError("The library has no " + name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError("The library is not the version it should be", missing);
        }
    }

    private static <T extends AccessibleObject & Member> T open(T member) {
        member.setAccessible(true);
        return member;
    }

    private static Object call(Method method, Object... arguments) {
        try {
            return method.invoke(null, arguments);
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError("The library is not the version it should be", failure);
        }
    }
}
