package dev.jsj.runtime.builtins.binary;

/** Element copies between typed arrays, converting where the types differ. */
final class TypedArrayCopy {
    private TypedArrayCopy() {}

    /**
     * Copies elements as if all were read before the first is written. Content types must agree and
     * both ranges be valid.
     */
    static void copy(JSTypedArray source, int from, JSTypedArray target, int to, int count) {
        byte[] sourceBytes = source.buffer().bytes;
        byte[] targetBytes = target.buffer().bytes;
        int sourceAt = source.byteOffset() + from * source.type().size();
        int targetAt = target.byteOffset() + to * target.type().size();
        if (sameBytes(source.type(), target.type())) {
            System.arraycopy(
                    sourceBytes, sourceAt, targetBytes, targetAt, count * source.type().size());
            return;
        }
        if (sourceBytes == targetBytes) {
            sourceBytes =
                    java.util.Arrays.copyOfRange(
                            sourceBytes, sourceAt, sourceAt + count * source.type().size());
            sourceAt = 0;
        }
        for (int i = 0; i < count; i++) {
            Object value = source.type().read(sourceBytes, sourceAt);
            target.type().write(targetBytes, targetAt, value);
            sourceAt += source.type().size();
            targetAt += target.type().size();
        }
    }

    /** Whether elements can be copied as raw bytes. */
    private static boolean sameBytes(ElementType source, ElementType target) {
        return source == target
                || source == ElementType.UINT8_CLAMPED && target == ElementType.UINT8
                || source == ElementType.UINT8 && target == ElementType.UINT8_CLAMPED
                || source == ElementType.INT8 && target == ElementType.UINT8
                || source == ElementType.UINT8 && target == ElementType.INT8;
    }

    /** Compares two elements for sorting: numeric order, -0 before 0, NaN last (23.2.3.29.1). */
    static int compare(Object x, Object y) {
        if (x instanceof java.math.BigInteger a) {
            return a.compareTo((java.math.BigInteger) y);
        }
        return Double.compare(((Number) x).doubleValue(), ((Number) y).doubleValue());
    }
}
