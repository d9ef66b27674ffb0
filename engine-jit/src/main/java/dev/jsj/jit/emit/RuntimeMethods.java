package dev.jsj.jit.emit;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The Java methods and classes that compiled code names, in one place. Compiled classes live in the
 * interpreter's package, so they may call its package-private helpers: the very ones that the
 * interpreter's slow paths use.
 */
final class RuntimeMethods {
    static final String INTERPRETER_PACKAGE = "dev/jsj/interp/interpreter/";
    static final String FRAME = INTERPRETER_PACKAGE + "Frame";
    static final String SCRIPT_CODE = INTERPRETER_PACKAGE + "ScriptCode";
    static final String COMPILED_CODE = INTERPRETER_PACKAGE + "CompiledCode";
    static final String JS_OBJECT = "dev/jsj/runtime/object/JSObject";
    static final String SCRIPT_FUNCTION = "dev/jsj/runtime/function/ScriptFunction";
    static final String ACTIVATION_DESCRIPTOR = "Ldev/jsj/runtime/realm/Activation;";
    static final String AGENT = "dev/jsj/runtime/realm/Agent";
    static final String SHAPE = "dev/jsj/runtime/object/Shape";
    static final String MUTABLE_DOUBLE = "dev/jsj/runtime/object/MutableDouble";
    static final String ELEMENTS = "dev/jsj/runtime/object/Elements";
    static final String TYPED_ARRAY = "dev/jsj/runtime/builtins/binary/JSTypedArray";
    static final String TYPED_ELEMENTS = "dev/jsj/runtime/builtins/binary/TypedElements";
    static final String ELEMENT_TYPE = "dev/jsj/runtime/builtins/binary/ElementType";
    static final String VALIDITY_CELL = "dev/jsj/runtime/object/ValidityCell";
    static final String GLOBAL_BINDING = "dev/jsj/runtime/realm/GlobalBinding";
    static final String GLOBAL_PROPERTY_CACHE = "dev/jsj/interp/feedback/GlobalPropertyCache";
    static final String MEGAMORPHIC_CACHE = "dev/jsj/interp/feedback/MegamorphicCache";
    static final String UNDEFINED = "dev/jsj/runtime/value/Undefined";
    static final String NULL = "dev/jsj/runtime/value/Null";

    private static final String OBJECT = "Ljava/lang/Object;";

    /** Calls a static helper of the interpreter's package. */
    void helper(MethodVisitor mv, String owner, String name, String descriptor) {
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC, INTERPRETER_PACKAGE + owner, name, descriptor, false);
    }

    /** Calls a static method. */
    void invokeStatic(MethodVisitor mv, String owner, String name, String descriptor) {
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }

    /** The descriptor of a helper that takes the frame, the pc and {@code objects} values. */
    static String descriptor(int objects, String result) {
        return "(L" + FRAME + ";I" + OBJECT.repeat(objects) + ")" + result;
    }

    void boxInt(MethodVisitor mv) {
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "java/lang/Integer",
                "valueOf",
                "(I)Ljava/lang/Integer;",
                false);
    }

    /** Boxes an integer that is exact as a double: as an Integer where it is an int32. */
    void boxLong(MethodVisitor mv) {
        invokeStatic(mv, "dev/jsj/runtime/value/JsNumber", "of", "(J)" + OBJECT);
    }

    void boxDouble(MethodVisitor mv) {
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "java/lang/Double",
                "valueOf",
                "(D)Ljava/lang/Double;",
                false);
    }

    /** Replaces the Integer on the stack by the int. */
    void unboxInt(MethodVisitor mv) {
        mv.visitTypeInsn(Opcodes.CHECKCAST, "java/lang/Integer");
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Integer", "intValue", "()I", false);
    }

    /** Replaces the Double on the stack by the double. */
    void unboxDouble(MethodVisitor mv) {
        mv.visitTypeInsn(Opcodes.CHECKCAST, "java/lang/Double");
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Double", "doubleValue", "()D", false);
    }

    static void pushUndefined(MethodVisitor mv) {
        mv.visitFieldInsn(Opcodes.GETSTATIC, UNDEFINED, "UNDEFINED", "L" + UNDEFINED + ";");
    }

    void pushNull(MethodVisitor mv) {
        mv.visitFieldInsn(Opcodes.GETSTATIC, NULL, "NULL", "L" + NULL + ";");
    }

    void pushBoolean(MethodVisitor mv, boolean value) {
        mv.visitFieldInsn(
                Opcodes.GETSTATIC,
                "java/lang/Boolean",
                value ? "TRUE" : "FALSE",
                "Ljava/lang/Boolean;");
    }

    /** Boxes the int 0 or 1 on the stack as a Boolean. */
    void boxBoolean(MethodVisitor mv) {
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "java/lang/Boolean",
                "valueOf",
                "(Z)Ljava/lang/Boolean;",
                false);
    }
}
