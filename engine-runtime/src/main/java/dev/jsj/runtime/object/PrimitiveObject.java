package dev.jsj.runtime.object;

import java.math.BigInteger;

/**
 * An object around a primitive value: what {@code new Number(1)} and {@code Object(1n)} make. Its
 * [[BooleanData]], [[NumberData]], [[StringData]], [[SymbolData]] or [[BigIntData]] slot is told by
 * the type of {@link #primitiveValue}. String objects are the subclass {@link StringObject}.
 */
public class PrimitiveObject extends JSObject {
    private final Object primitiveValue;

    public PrimitiveObject(Shape shape, Object primitiveValue) {
        super(shape);
        this.primitiveValue = primitiveValue;
    }

    /** The wrapped value: a Boolean, Number, String, Symbol or BigInt. */
    public final Object primitiveValue() {
        return primitiveValue;
    }

    @Override
    public String builtinTag() {
        if (primitiveValue instanceof Boolean) {
            return "Boolean";
        }
        return primitiveValue instanceof Number && !(primitiveValue instanceof BigInteger)
                ? "Number"
                : "Object";
    }
}
