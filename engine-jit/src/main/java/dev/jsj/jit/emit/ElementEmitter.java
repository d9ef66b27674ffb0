package dev.jsj.jit.emit;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.feedback.ElementFeedback;
import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.jit.deopt.DeoptReason;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.jit.ir.ValueType;
import dev.jsj.runtime.object.Elements;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Elements of arrays and strings, those of typed arrays through {@link TypedElementEmitter}, and
 * {@code length}. The kinds of elements that a site has met are read and written inline, unboxed
 * where the storage is; everything else goes through the interpreter's helper, or leaves compiled
 * code where the result was promised to be a number.
 */
final class ElementEmitter {
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String FRAME_AND_PC = "(L" + RuntimeMethods.FRAME + ";I";

    // Scratch locals
    private static final int INDEX = 0;
    private static final int STORAGE = 1;
    private static final int RESULT = 2;

    private final FunctionEmitter f;
    private final TypedElementEmitter typed;
    private final MegamorphicAccess megamorphic;
    private final MethodVisitor mv;

    ElementEmitter(FunctionEmitter f) {
        this.f = f;
        this.typed = new TypedElementEmitter(f);
        this.megamorphic = new MegamorphicAccess(f, "ElementOps");
        this.mv = f.mv;
    }

    private int kinds(Instruction instruction) {
        return ElementFeedback.kinds(f.caches[instruction.feedback()]);
    }

    /** Whether the site is worth inline code. */
    private static boolean isKnown(int kinds) {
        return kinds != 0
                && (kinds & ElementFeedback.OTHER) == 0
                && (kinds & ~ElementFeedback.ABSENT) != 0;
    }

    // ---- loads

    /** GET_ELEMENT dst, object, key, fb; GET_ELEMENT_INT dst, object, index, fb. */
    void get(Instruction instruction) {
        int kinds = kinds(instruction);
        ValueType type = f.types.typeOf(instruction, f.current);
        if (!isKnown(kinds)) {
            getGenerically(instruction);
            f.registers.storeAny(instruction.operand(0));
            return;
        }
        boolean leaves =
                type != ValueType.ANY || f.types.speculates() && kinds == ElementFeedback.OBJECTS;
        Label miss = leaves ? f.exit(instruction, DeoptReason.WRONG_ELEMENTS) : new Label();
        Label done = new Label();
        int base = instruction.operand(1);
        f.registers.box(base); // boxes before the branches
        Runnable index = index(instruction, 2, miss);
        typed.get(base, kinds, type, index, from -> keepResult(from, type, done));
        if ((kinds & ElementFeedback.STRING) != 0) {
            getCharacter(base, index, done);
        }
        getFromStorage(base, kinds, type, index, miss, done);
        if (leaves) {
            f.keepShapes();
        } else {
            int[] state = f.registers.snapshot();
            mv.visitLabel(miss);
            getGenerically(instruction);
            mv.visitVarInsn(Opcodes.ASTORE, f.registers.scratch(RESULT));
            f.registers.restore(state);
        }
        mv.visitLabel(done);
        loadResult(type);
        f.registers.store(instruction.operand(0), type);
    }

    private void getGenerically(Instruction instruction) {
        Label known = new Label();
        if (mayHaveName(instruction, 2)) {
            int key = instruction.operand(2);
            megamorphic.get(instruction.operand(1), () -> f.registers.pushAny(key));
            mv.visitInsn(Opcodes.DUP);
            mv.visitJumpInsn(Opcodes.IFNONNULL, known);
            mv.visitInsn(Opcodes.POP);
        }
        f.activation.pushFrameAndPc(instruction);
        f.registers.pushAny(instruction.operand(1));
        boolean index = pushKey(instruction, 2);
        f.runtime.helper(
                mv,
                "CompiledCode",
                "getElement",
                FRAME_AND_PC + OBJECT + (index ? "I" : OBJECT) + ")" + OBJECT);
        mv.visitLabel(known);
    }

    /** Whether the site has met keys that are no index. */
    private boolean mayHaveName(Instruction instruction, int key) {
        return instruction.op() != Op.GET_ELEMENT_INT
                && !f.registers.isNumber(instruction.operand(key))
                && (ElementFeedback.kinds(f.caches[instruction.feedback()]) & ElementFeedback.OTHER)
                        != 0;
    }

    /** Pushes the key of a helper: as an int where it is one. */
    private boolean pushKey(Instruction instruction, int operand) {
        int key = instruction.operand(operand);
        if (instruction.op() == Op.GET_ELEMENT_INT) {
            Code.pushInt(mv, key);
            return true;
        }
        if (f.registers.hasInt(key)) {
            f.registers.pushInt(key);
            return true;
        }
        f.registers.pushAny(key);
        return false;
    }

    /** Code that pushes the key as an index, negative where it is none. */
    private Runnable index(Instruction instruction, int operand, Label miss) {
        int key = instruction.operand(operand);
        if (instruction.op() == Op.GET_ELEMENT_INT) {
            return () -> Code.pushInt(mv, key);
        }
        if (f.registers.hasInt(key)) {
            return () -> f.registers.pushInt(key);
        }
        int local = f.registers.scratch(INDEX);
        if (f.registers.isNumber(key)) {
            f.registers.pushDouble(key);
            mv.visitInsn(Opcodes.D2I);
            mv.visitVarInsn(Opcodes.ISTORE, local);
            mv.visitVarInsn(Opcodes.ILOAD, local);
            mv.visitInsn(Opcodes.I2D);
            f.registers.pushDouble(key);
            mv.visitInsn(Opcodes.DCMPL);
            mv.visitJumpInsn(Opcodes.IFNE, miss);
        } else {
            f.registers.pushAny(key);
            f.runtime.helper(mv, "CompiledCode", "index", "(" + OBJECT + ")I");
            mv.visitVarInsn(Opcodes.ISTORE, local);
        }
        return () -> mv.visitVarInsn(Opcodes.ILOAD, local);
    }

    /**
     * With a value of type {@code from} on the stack: keeps it as the result, of type {@code to}.
     */
    private void keepResult(ValueType from, ValueType to, Label done) {
        int local = f.registers.scratch(RESULT);
        switch (to) {
            case INT -> mv.visitVarInsn(Opcodes.ISTORE, local);
            case LONG -> {
                if (from == ValueType.INT) {
                    mv.visitInsn(Opcodes.I2L);
                }
                mv.visitVarInsn(Opcodes.LSTORE, local);
            }
            case DOUBLE -> {
                if (from == ValueType.INT) {
                    mv.visitInsn(Opcodes.I2D);
                }
                mv.visitVarInsn(Opcodes.DSTORE, local);
            }
            default -> {
                if (from == ValueType.INT) {
                    f.runtime.boxInt(mv);
                } else if (from == ValueType.DOUBLE) {
                    f.runtime.boxDouble(mv);
                }
                mv.visitVarInsn(Opcodes.ASTORE, local);
            }
        }
        mv.visitJumpInsn(Opcodes.GOTO, done);
    }

    private void loadResult(ValueType type) {
        int local = f.registers.scratch(RESULT);
        mv.visitVarInsn(
                switch (type) {
                    case INT -> Opcodes.ILOAD;
                    case LONG -> Opcodes.LLOAD;
                    case DOUBLE -> Opcodes.DLOAD;
                    default -> Opcodes.ALOAD;
                },
                local);
    }

    private void getCharacter(int base, Runnable index, Label done) {
        f.registers.pushAny(base);
        index.run();
        f.runtime.helper(mv, "CompiledCode", "characterAt", "(" + OBJECT + "I)" + OBJECT);
        Code.keep(mv, f.registers.scratch(RESULT), Opcodes.IFNONNULL, done);
    }

    /**
     * Keeps the object's elements in a local; jumps to {@code miss} where the base is no object.
     */
    private void loadStorage(int base, Label miss) {
        f.registers.jumpUnless(base, RuntimeMethods.JS_OBJECT, miss);
        f.registers.pushAs(base, RuntimeMethods.JS_OBJECT);
        mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.JS_OBJECT, "elements", OBJECT);
        mv.visitVarInsn(Opcodes.ASTORE, f.registers.scratch(STORAGE));
    }

    private void pushStorage(String arrayType) {
        mv.visitVarInsn(Opcodes.ALOAD, f.registers.scratch(STORAGE));
        mv.visitTypeInsn(Opcodes.CHECKCAST, arrayType);
    }

    /** Jumps to {@code next} for storage of another type, to {@code miss} out of its bounds. */
    private void checkBounds(String arrayType, Runnable index, Label next, Label miss) {
        mv.visitVarInsn(Opcodes.ALOAD, f.registers.scratch(STORAGE));
        mv.visitTypeInsn(Opcodes.INSTANCEOF, arrayType);
        mv.visitJumpInsn(Opcodes.IFEQ, next);
        index.run();
        mv.visitJumpInsn(Opcodes.IFLT, miss);
        index.run();
        pushStorage(arrayType);
        mv.visitInsn(Opcodes.ARRAYLENGTH);
        mv.visitJumpInsn(Opcodes.IF_ICMPGE, miss);
    }

    private static final int STORAGE_KINDS =
            ElementFeedback.INTS | ElementFeedback.DOUBLES | ElementFeedback.OBJECTS;

    private void getFromStorage(
            int base, int kinds, ValueType type, Runnable index, Label miss, Label done) {
        int left = kinds & STORAGE_KINDS;
        if (left == 0) {
            mv.visitJumpInsn(Opcodes.GOTO, miss);
            return;
        }
        loadStorage(base, miss);
        int value = f.registers.scratch(RESULT + 1);
        while (left != 0) {
            int kind = Integer.lowestOneBit(left);
            left &= ~kind;
            Label next = left == 0 ? miss : new Label();
            String arrayType = arrayType(kind);
            checkBounds(arrayType, index, next, miss);
            pushStorage(arrayType);
            index.run();
            switch (kind) {
                case ElementFeedback.INTS -> {
                    mv.visitInsn(Opcodes.IALOAD);
                    mv.visitVarInsn(Opcodes.ISTORE, value);
                    mv.visitVarInsn(Opcodes.ILOAD, value);
                    Code.pushInt(mv, Elements.INT_HOLE);
                    mv.visitJumpInsn(Opcodes.IF_ICMPEQ, miss);
                    mv.visitVarInsn(Opcodes.ILOAD, value);
                    keepResult(ValueType.INT, type, done);
                }
                case ElementFeedback.DOUBLES -> {
                    mv.visitInsn(Opcodes.DALOAD);
                    mv.visitVarInsn(Opcodes.DSTORE, value);
                    mv.visitVarInsn(Opcodes.DLOAD, value);
                    f.runtime.invokeStatic(mv, RuntimeMethods.ELEMENTS, "isHole", "(D)Z");
                    mv.visitJumpInsn(Opcodes.IFNE, miss);
                    mv.visitVarInsn(Opcodes.DLOAD, value);
                    keepResult(ValueType.DOUBLE, type, done);
                }
                default -> {
                    mv.visitInsn(Opcodes.AALOAD);
                    Code.keep(mv, value, Opcodes.IFNULL, miss);
                    mv.visitVarInsn(Opcodes.ALOAD, value);
                    keepResult(ValueType.ANY, type, done);
                }
            }
            if (left != 0) {
                mv.visitLabel(next);
            }
        }
    }

    private static String arrayType(int kind) {
        return switch (kind) {
            case ElementFeedback.INTS -> "[I";
            case ElementFeedback.DOUBLES -> "[D";
            default -> "[" + OBJECT;
        };
    }

    // ---- stores

    /** SET_ELEMENT object, key, value, strict, fb. */
    void set(Instruction instruction) {
        int kinds = kinds(instruction);
        if (!isKnown(kinds)) {
            setGenerically(instruction);
            return;
        }
        int base = instruction.operand(0);
        int value = instruction.operand(2);
        Label miss = new Label();
        Label done = new Label();
        f.registers.box(base);
        if ((kinds & ElementFeedback.OBJECTS) != 0) {
            f.registers.box(value); // boxes before the branches
        }
        Runnable index = index(instruction, 1, miss);
        typed.set(base, value, kinds, index, miss, done);
        setInStorage(base, value, kinds, index, miss, done);
        int[] state = f.registers.snapshot();
        mv.visitLabel(miss);
        setGenerically(instruction);
        f.registers.restore(state);
        mv.visitLabel(done);
    }

    private void setGenerically(Instruction instruction) {
        Label stored = new Label();
        if (mayHaveName(instruction, 1)) {
            int key = instruction.operand(1);
            int value = instruction.operand(2);
            f.registers.box(value);
            megamorphic.set(instruction.operand(0), () -> f.registers.pushAny(key), value);
            mv.visitJumpInsn(Opcodes.IFNE, stored);
        }
        f.activation.pushFrameAndPc(instruction);
        f.registers.pushAny(instruction.operand(0));
        boolean index = pushKey(instruction, 1);
        f.registers.pushAny(instruction.operand(2));
        f.runtime.helper(
                mv,
                "CompiledCode",
                "setElement",
                FRAME_AND_PC + OBJECT + (index ? "I" : OBJECT) + OBJECT + ")V");
        mv.visitLabel(stored);
    }

    private void setInStorage(
            int base, int value, int kinds, Runnable index, Label miss, Label done) {
        int left = kinds & STORAGE_KINDS;
        if (left == 0) {
            mv.visitJumpInsn(Opcodes.GOTO, miss);
            return;
        }
        loadStorage(base, miss);
        while (left != 0) {
            int kind = Integer.lowestOneBit(left);
            left &= ~kind;
            Label next = left == 0 ? miss : new Label();
            checkBounds(arrayType(kind), index, next, miss);
            switch (kind) {
                case ElementFeedback.INTS -> setInt(value, index, miss);
                case ElementFeedback.DOUBLES -> setDouble(value, index, miss);
                default -> setObject(value, index, miss);
            }
            mv.visitJumpInsn(Opcodes.GOTO, done);
            if (left != 0) {
                mv.visitLabel(next);
            }
        }
    }

    private void setInt(int value, Runnable index, Label miss) {
        pushStorage("[I");
        index.run();
        mv.visitInsn(Opcodes.IALOAD);
        Code.pushInt(mv, Elements.INT_HOLE);
        mv.visitJumpInsn(Opcodes.IF_ICMPEQ, miss);
        int number = f.registers.scratch(RESULT);
        if (f.registers.hasInt(value)) {
            f.registers.pushInt(value);
        } else if (f.registers.isNumber(value)) {
            mv.visitJumpInsn(Opcodes.GOTO, miss);
            return;
        } else {
            f.registers.jumpUnless(value, "java/lang/Integer", miss);
            f.registers.pushAny(value);
            f.runtime.unboxInt(mv);
        }
        mv.visitVarInsn(Opcodes.ISTORE, number);
        mv.visitVarInsn(Opcodes.ILOAD, number);
        Code.pushInt(mv, Elements.INT_HOLE);
        mv.visitJumpInsn(Opcodes.IF_ICMPEQ, miss);
        pushStorage("[I");
        index.run();
        mv.visitVarInsn(Opcodes.ILOAD, number);
        mv.visitInsn(Opcodes.IASTORE);
    }

    private void setDouble(int value, Runnable index, Label miss) {
        pushStorage("[D");
        index.run();
        mv.visitInsn(Opcodes.DALOAD);
        f.runtime.invokeStatic(mv, RuntimeMethods.ELEMENTS, "isHole", "(D)Z");
        mv.visitJumpInsn(Opcodes.IFNE, miss);
        if (!f.registers.isNumber(value)) {
            f.registers.jumpUnless(value, "java/lang/Double", miss);
        }
        pushStorage("[D");
        index.run();
        if (f.registers.isNumber(value)) {
            f.registers.pushDouble(value);
        } else {
            f.registers.pushAny(value);
            f.runtime.unboxDouble(mv);
        }
        f.runtime.invokeStatic(mv, RuntimeMethods.ELEMENTS, "canonical", "(D)D");
        mv.visitInsn(Opcodes.DASTORE);
    }

    private void setObject(int value, Runnable index, Label miss) {
        pushStorage("[" + OBJECT);
        index.run();
        mv.visitInsn(Opcodes.AALOAD);
        mv.visitJumpInsn(Opcodes.IFNULL, miss);
        pushStorage("[" + OBJECT);
        index.run();
        f.registers.pushAny(value);
        mv.visitInsn(Opcodes.AASTORE);
    }

    // ---- length and keys

    /** GET_LENGTH dst, object, fb. */
    void getLength(Instruction instruction) {
        int base = instruction.operand(1);
        if (f.types.typeOf(instruction, f.current) != ValueType.INT) {
            f.activation.pushFrameAndPc(instruction);
            f.registers.pushAny(base);
            f.pushFeedbackSlot(instruction);
            f.runtime.helper(mv, "PropertyOps", "length", FRAME_AND_PC + OBJECT + "I)" + OBJECT);
            f.registers.storeAny(instruction.operand(0));
            return;
        }
        Label exit = f.exit(instruction, DeoptReason.WRONG_LENGTH);
        Label done = new Label();
        f.registers.box(base);
        int result = f.registers.scratch(RESULT);
        if (f.caches[instruction.feedback()] instanceof PropertyCache cache) {
            typed.length(base, cache, result, done);
        }
        f.registers.pushAny(base);
        f.runtime.helper(mv, "CompiledCode", "lengthOf", "(" + OBJECT + ")I");
        mv.visitVarInsn(Opcodes.ISTORE, result);
        mv.visitVarInsn(Opcodes.ILOAD, result);
        mv.visitJumpInsn(Opcodes.IFLT, exit);
        f.keepShapes();
        mv.visitLabel(done);
        mv.visitVarInsn(Opcodes.ILOAD, result);
        f.registers.storeInt(instruction.operand(0));
    }

    /**
     * TO_ELEMENT_KEY dst, object, key: a number stays as it is.
     *
     * @return false where nothing was emitted: the key may be anything
     */
    boolean toKey(Instruction instruction) {
        int key = instruction.operand(2);
        if (!f.registers.isNumber(key)) {
            return false;
        }
        Label nullish = new Label();
        Label done = new Label();
        f.registers.pushAny(instruction.operand(1));
        f.runtime.helper(mv, "CompiledCode", "isNullish", "(" + OBJECT + ")Z");
        mv.visitJumpInsn(Opcodes.IFNE, nullish);
        mv.visitLabel(done);
        f.sharedLater(instruction, nullish, done);
        f.registers.move(
                instruction.operand(0),
                key,
                f.registers.hasInt(key) ? ValueType.INT : ValueType.DOUBLE);
        return true;
    }
}
