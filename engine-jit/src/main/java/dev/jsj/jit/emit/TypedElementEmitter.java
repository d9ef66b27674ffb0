package dev.jsj.jit.emit;

import dev.jsj.interp.feedback.ElementFeedback;
import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.jit.ir.ValueType;
import dev.jsj.runtime.builtins.binary.ElementType;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Elements and length of typed arrays: for each type that a site has met, an access that HotSpot
 * sees. Code goes on behind where the base is something else.
 */
final class TypedElementEmitter {
    private static final String TYPED_ARRAY_DESCRIPTOR = "L" + RuntimeMethods.TYPED_ARRAY + ";";
    private static final String TYPE_DESCRIPTOR = "L" + RuntimeMethods.ELEMENT_TYPE + ";";

    private final FunctionEmitter f;
    private final MethodVisitor mv;

    TypedElementEmitter(FunctionEmitter f) {
        this.f = f;
        this.mv = f.mv;
    }

    /**
     * Loads an element.
     *
     * @param kinds what the site has met
     * @param type what the element is wanted as
     * @param index pushes the index
     * @param keep takes the number on the stack, of the type that it is given, and jumps
     */
    void get(int base, int kinds, ValueType type, Runnable index, Consumer<ValueType> keep) {
        forEachType(
                base,
                kinds,
                index,
                elements -> {
                    push(base);
                    index.run();
                    keep.accept(load(elements, type));
                });
    }

    /**
     * Loads the element of the array and at the index on the stack.
     *
     * @param wanted where it is a LONG, an unsigned int is loaded as one
     * @return the type that it is loaded as
     */
    private ValueType load(ElementType elements, ValueType wanted) {
        boolean isLong = elements == ElementType.UINT32 && wanted == ValueType.LONG;
        ValueType type =
                switch (elements) {
                    case UINT32 -> isLong ? ValueType.LONG : ValueType.DOUBLE;
                    case FLOAT16, FLOAT32, FLOAT64 -> ValueType.DOUBLE;
                    default -> ValueType.INT;
                };
        f.runtime.invokeStatic(
                mv,
                RuntimeMethods.TYPED_ELEMENTS,
                "get" + suffix(isLong ? ElementType.INT32 : elements),
                "(" + TYPED_ARRAY_DESCRIPTOR + "I)" + (type == ValueType.DOUBLE ? "D" : "I"));
        if (isLong) {
            Code.toUnsigned(mv);
        }
        return type;
    }

    /** Stores a register; jumps to {@code miss} for what is no Number, and behind the store. */
    void set(int base, int value, int kinds, Runnable index, Label miss, Label done) {
        forEachType(
                base,
                kinds,
                index,
                elements -> {
                    put(base, value, elements, index, miss);
                    mv.visitJumpInsn(Opcodes.GOTO, done);
                });
    }

    /** Emits an access, which jumps, for arrays of each type that has such an element. */
    private void forEachType(int base, int kinds, Runnable index, Consumer<ElementType> access) {
        List<ElementType> types =
                Arrays.stream(ElementType.values())
                        .filter(type -> !type.isBigInt())
                        .filter(type -> (kinds & ElementFeedback.typed(type)) != 0)
                        .toList();
        if (types.isEmpty()) {
            return;
        }
        Label notTyped = new Label();
        f.registers.jumpUnless(base, RuntimeMethods.TYPED_ARRAY, notTyped);
        for (ElementType type : types) {
            Label next = new Label();
            check(base, type, index, next);
            access.accept(type);
            mv.visitLabel(next);
        }
        mv.visitLabel(notTyped);
    }

    /** Jumps to {@code next} unless the base is a typed array of the type with such an element. */
    private void check(int base, ElementType type, Runnable index, Label next) {
        push(base);
        mv.visitFieldInsn(
                Opcodes.GETSTATIC, RuntimeMethods.ELEMENT_TYPE, type.name(), TYPE_DESCRIPTOR);
        index.run();
        f.runtime.invokeStatic(
                mv,
                RuntimeMethods.TYPED_ELEMENTS,
                "isValid",
                "(" + TYPED_ARRAY_DESCRIPTOR + TYPE_DESCRIPTOR + "I)Z");
        mv.visitJumpInsn(Opcodes.IFEQ, next);
    }

    private void push(int base) {
        f.registers.pushAs(base, RuntimeMethods.TYPED_ARRAY);
    }

    private static String suffix(ElementType type) {
        return switch (type) {
            case INT8 -> "Int8";
            case UINT8, UINT8_CLAMPED -> "Uint8";
            case INT16 -> "Int16";
            case UINT16 -> "Uint16";
            case INT32 -> "Int32";
            case UINT32 -> "Uint32";
            case FLOAT16 -> "Float16";
            case FLOAT32 -> "Float32";
            case FLOAT64 -> "Float64";
            case BIGINT64, BIGUINT64 -> throw new AssertionError("BigInts are not unboxed.");
        };
    }

    private void put(int base, int value, ElementType type, Runnable index, Label miss) {
        boolean asDouble =
                switch (type) {
                    case FLOAT16, FLOAT32, FLOAT64 -> true;
                    case UINT8_CLAMPED -> !f.registers.hasInt(value);
                    default -> false;
                };
        if (!f.registers.isNumber(value)) {
            f.registers.jumpUnless(value, "java/lang/Number", miss);
            f.registers.jumpIf(value, "java/math/BigInteger", miss);
        }
        push(base);
        index.run();
        pushNumber(value, asDouble);
        String name =
                switch (type) {
                    case INT8, UINT8 -> "putInt8";
                    case UINT8_CLAMPED -> "putUint8Clamped";
                    case INT16, UINT16 -> "putInt16";
                    case INT32, UINT32 -> "putInt32";
                    default -> "put" + suffix(type);
                };
        f.runtime.invokeStatic(
                mv,
                RuntimeMethods.TYPED_ELEMENTS,
                name,
                "(" + TYPED_ARRAY_DESCRIPTOR + "I" + (asDouble ? "D" : "I") + ")V");
    }

    /** Pushes a register that is known to hold a Number, as a double or by ToInt32. */
    private void pushNumber(int register, boolean asDouble) {
        if (f.registers.hasInt(register) && !asDouble) {
            f.registers.pushInt(register);
            return;
        }
        if (f.registers.isNumber(register)) {
            f.registers.pushDouble(register);
        } else {
            f.registers.pushAs(register, "java/lang/Number");
            mv.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, "java/lang/Number", "doubleValue", "()D", false);
        }
        if (!asDouble) {
            f.runtime.invokeStatic(
                    mv, "dev/jsj/runtime/operations/TypeConversion", "toInt32", "(D)I");
        }
    }

    /** Puts the length into a local, where the base is of a shape that a cache knows. */
    void length(int base, PropertyCache cache, int result, Label done) {
        Label notTyped = new Label();
        f.registers.jumpUnless(base, RuntimeMethods.TYPED_ARRAY, notTyped);
        for (PropertyCache entry = cache; entry != null; entry = entry.rest()) {
            if (!entry.isTypedArrayLength()) {
                continue;
            }
            Label next = new Label();
            push(base);
            mv.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    RuntimeMethods.TYPED_ARRAY,
                    "shape",
                    "()L" + RuntimeMethods.SHAPE + ";",
                    false);
            f.constants.push(mv, entry.shape, RuntimeMethods.SHAPE);
            mv.visitJumpInsn(Opcodes.IF_ACMPNE, next);
            f.objects.checkCell(entry, next);
            push(base);
            mv.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, RuntimeMethods.TYPED_ARRAY, "length", "()I", false);
            mv.visitVarInsn(Opcodes.ISTORE, result);
            mv.visitJumpInsn(Opcodes.GOTO, done);
            mv.visitLabel(next);
        }
        mv.visitLabel(notTyped);
    }
}
