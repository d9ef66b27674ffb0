package dev.jsj.jit.emit;

import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects that compiled code refers to (shapes, strings, cells): class data of the hidden
 * class, read through static final fields, which HotSpot treats as constants.
 */
public final class ConstantTable {
    private static final Handle CLASS_DATA_AT =
            new Handle(
                    Opcodes.H_INVOKESTATIC,
                    "java/lang/invoke/MethodHandles",
                    "classDataAt",
                    "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;I)Ljava/lang/Object;",
                    false);

    private final List<Object> values = new ArrayList<>();
    private final Map<Object, Integer> indexes = new IdentityHashMap<>();

    /**
     * Pushes an object as a constant of its type ({@code internalName}, or an array's descriptor).
     */
    public void push(MethodVisitor mv, Object value, String internalName) {
        int index = indexes.computeIfAbsent(value, v -> add(v));
        String descriptor = internalName.startsWith("[") ? internalName : "L" + internalName + ";";
        mv.visitLdcInsn(new ConstantDynamic("_", descriptor, CLASS_DATA_AT, index));
    }

    private int add(Object value) {
        values.add(value);
        return values.size() - 1;
    }

    /** The class data; never empty, as a hidden class demands. */
    public List<Object> values() {
        return values.isEmpty() ? List.of("none") : List.copyOf(values);
    }
}
