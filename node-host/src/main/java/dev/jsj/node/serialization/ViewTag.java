package dev.jsj.node.serialization;

import dev.jsj.runtime.builtins.binary.ElementType;

import org.jspecify.annotations.Nullable;

/** Which class of view follows a {@link WireTag#ARRAY_BUFFER_VIEW}. */
final class ViewTag {
    static final int DATA_VIEW = '?';

    private ViewTag() {}

    static int of(ElementType type) {
        return switch (type) {
            case INT8 -> 'b';
            case UINT8 -> 'B';
            case UINT8_CLAMPED -> 'C';
            case INT16 -> 'w';
            case UINT16 -> 'W';
            case INT32 -> 'd';
            case UINT32 -> 'D';
            case FLOAT16 -> 'h';
            case FLOAT32 -> 'f';
            case FLOAT64 -> 'F';
            case BIGINT64 -> 'q';
            case BIGUINT64 -> 'Q';
        };
    }

    /** Null for a tag that names none. */
    static @Nullable ElementType typeOf(int tag) {
        for (ElementType type : ElementType.values()) {
            if (of(type) == tag) {
                return type;
            }
        }
        return null;
    }
}
