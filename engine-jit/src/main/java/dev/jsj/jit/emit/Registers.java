package dev.jsj.jit.emit;

import dev.jsj.jit.ir.Activation;
import dev.jsj.jit.ir.Body;
import dev.jsj.jit.ir.ValueType;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Where the value of each bytecode register is at the current point of emission: in an int, a long,
 * a double or an Object local of the JVM method (or several of them, holding the same value), and
 * whether the frame's register array holds it too.
 */
final class Registers {
    private static final int INT = 1;
    private static final int DOUBLE = 2;
    private static final int ANY = 4;
    private static final int MEMORY = 8;

    /** ToInt32 of the value, beside the value. */
    private static final int INT32 = 16;

    private static final int LONG = 32;

    private final MethodVisitor mv;
    private final RuntimeMethods runtime;
    private final Body body;
    private final ActivationEmitter activations;
    private final int[] intLocals;
    private final int[] longLocals;
    private final int[] doubleLocals;
    private final int[] anyLocals;
    private final int[] int32Locals;
    private final int[] scratch = new int[8];
    private int nextLocal;

    /** Bit set of valid places, by register. */
    private int[] valid;

    /**
     * Registers whose values an exception handler may read after the current instruction: what
     * defines them puts the value into the frame, too.
     */
    private BitSet handled = new BitSet();

    /** What is known of the values. */
    final ValueFacts facts;

    Registers(MethodVisitor mv, RuntimeMethods runtime, Body body, ActivationEmitter activations) {
        int count = body.unit().registerCount();
        this.mv = mv;
        this.runtime = runtime;
        this.body = body;
        this.activations = activations;
        this.nextLocal = activations.endLocal();
        facts = new ValueFacts(count);
        intLocals = new int[count];
        longLocals = new int[count];
        doubleLocals = new int[count];
        anyLocals = new int[count];
        int32Locals = new int[count];
        Arrays.fill(intLocals, -1);
        Arrays.fill(longLocals, -1);
        Arrays.fill(doubleLocals, -1);
        Arrays.fill(anyLocals, -1);
        Arrays.fill(int32Locals, -1);
        valid = new int[count];
    }

    /** A JVM local for temporary use from here on. */
    int newLocal(int size) {
        int local = nextLocal;
        nextLocal += size;
        return local;
    }

    /** One of a few locals of any type for use within one instruction. */
    int scratch(int number) {
        if (scratch[number] == 0) {
            scratch[number] = newLocal(2);
        }
        return scratch[number];
    }

    private int intLocal(int register) {
        if (intLocals[register] < 0) {
            intLocals[register] = newLocal(1);
        }
        return intLocals[register];
    }

    private int longLocal(int register) {
        if (longLocals[register] < 0) {
            longLocals[register] = newLocal(2);
        }
        return longLocals[register];
    }

    private int doubleLocal(int register) {
        if (doubleLocals[register] < 0) {
            doubleLocals[register] = newLocal(2);
        }
        return doubleLocals[register];
    }

    private int int32Local(int register) {
        if (int32Locals[register] < 0) {
            int32Locals[register] = newLocal(1);
        }
        return int32Locals[register];
    }

    /** The local for the boxed value of a register, whether it holds it now or not. */
    int anyLocal(int register) {
        if (anyLocals[register] < 0) {
            anyLocals[register] = newLocal(1);
        }
        return anyLocals[register];
    }

    // ---- the state

    /** The state for a later exit. */
    int[] snapshot() {
        return valid.clone();
    }

    void restore(int[] state) {
        valid = state.clone();
    }

    /**
     * The state at the start of a block: each register in the one place that its type says.
     *
     * @param known what was known where the block is entered from; null for nothing
     */
    void enterBlock(
            ValueType[] types,
            BitSet live,
            BitSet handled,
            @Nullable List<ValueFacts.State> known) {
        Arrays.fill(valid, 0);
        facts.enterBlock(known, live);
        for (int register = live.nextSetBit(0);
                register >= 0;
                register = live.nextSetBit(register + 1)) {
            valid[register] = place(types[register]) | (handled.get(register) ? MEMORY : 0);
        }
    }

    private boolean isAt(int register, ValueType type) {
        return (valid[register] & place(type)) != 0;
    }

    private static int place(ValueType type) {
        return switch (type) {
            case INT -> INT;
            case LONG -> LONG;
            case DOUBLE -> DOUBLE;
            case ANY -> ANY;
        };
    }

    boolean hasInt(int register) {
        return (valid[register] & INT) != 0;
    }

    boolean hasLong(int register) {
        return (valid[register] & LONG) != 0;
    }

    boolean hasDouble(int register) {
        return (valid[register] & DOUBLE) != 0;
    }

    boolean hasAny(int register) {
        return (valid[register] & ANY) != 0;
    }

    /** Whether the value is known to be a Number that is kept unboxed. */
    boolean isNumber(int register) {
        return (valid[register] & (INT | LONG | DOUBLE)) != 0;
    }

    BitSet handled() {
        return handled;
    }

    /** Begins an instruction after which handlers may read these registers. */
    void setHandled(BitSet registers) {
        handled = registers;
    }

    // ---- reading

    /** Pushes the value boxed. */
    void pushAny(int register) {
        int places = valid[register];
        if ((places & ANY) != 0) {
            mv.visitVarInsn(Opcodes.ALOAD, anyLocal(register));
        } else if ((places & INT) != 0) {
            mv.visitVarInsn(Opcodes.ILOAD, intLocal(register));
            runtime.boxInt(mv);
            keepAny(register);
        } else if ((places & LONG) != 0) {
            mv.visitVarInsn(Opcodes.LLOAD, longLocal(register));
            runtime.boxLong(mv);
            keepAny(register);
        } else if ((places & DOUBLE) != 0) {
            mv.visitVarInsn(Opcodes.DLOAD, doubleLocal(register));
            runtime.boxDouble(mv);
            keepAny(register);
        } else {
            pushFromFrame(register);
            keepAny(register);
        }
    }

    /** Pushes the boxed value, which is known to be of a Java class. */
    void pushAs(int register, String type) {
        pushAny(register);
        mv.visitTypeInsn(Opcodes.CHECKCAST, type);
    }

    /** Jumps where the value is of a Java class. */
    void jumpIf(int register, String type, Label target) {
        pushAny(register);
        mv.visitTypeInsn(Opcodes.INSTANCEOF, type);
        mv.visitJumpInsn(Opcodes.IFNE, target);
    }

    /** Jumps where the value is not of a Java class. */
    void jumpUnless(int register, String type, Label target) {
        pushAny(register);
        mv.visitTypeInsn(Opcodes.INSTANCEOF, type);
        mv.visitJumpInsn(Opcodes.IFEQ, target);
    }

    /** Makes the boxed value available. */
    void box(int register) {
        if (!hasAny(register)) {
            pushAny(register);
            mv.visitInsn(Opcodes.POP);
        }
    }

    private void keepAny(int register) {
        mv.visitInsn(Opcodes.DUP);
        mv.visitVarInsn(Opcodes.ASTORE, anyLocal(register));
        valid[register] |= ANY;
    }

    /** Pushes what the frame's register array holds. */
    void pushFromFrame(int register) {
        pushPlaceInFrame(register);
        mv.visitInsn(Opcodes.AALOAD);
    }

    /** Pushes the register array of the frame that a register is in, and its place there. */
    private void pushPlaceInFrame(int register) {
        Activation activation = body.activationOf(register);
        mv.visitVarInsn(Opcodes.ALOAD, activations.arrayLocal(activation));
        Code.pushInt(mv, register - activation.firstRegister());
    }

    /** Pushes the int; {@link #ensureInt} has made it valid. */
    void pushInt(int register) {
        mv.visitVarInsn(Opcodes.ILOAD, intLocal(register));
    }

    /** Pushes the int or long as a long. */
    void pushLong(int register) {
        if (hasLong(register)) {
            mv.visitVarInsn(Opcodes.LLOAD, longLocal(register));
        } else {
            pushInt(register);
            mv.visitInsn(Opcodes.I2L);
        }
    }

    /** Pushes the value as a double; {@link #ensureNumber} has made it valid. */
    void pushDouble(int register) {
        if ((valid[register] & DOUBLE) != 0) {
            mv.visitVarInsn(Opcodes.DLOAD, doubleLocal(register));
        } else if (hasLong(register)) {
            pushLong(register);
            mv.visitInsn(Opcodes.L2D);
        } else {
            mv.visitVarInsn(Opcodes.ILOAD, intLocal(register));
            mv.visitInsn(Opcodes.I2D);
        }
    }

    /**
     * Pushes ToInt32 of an unboxed number, which must be on the common path: it is kept for the
     * next one who asks.
     */
    void pushInt32(int register) {
        if (hasInt(register)) {
            pushInt(register);
            return;
        }
        if ((valid[register] & INT32) == 0) {
            if (hasLong(register)) {
                pushLong(register);
                mv.visitInsn(Opcodes.L2I);
            } else {
                pushDouble(register);
                runtime.invokeStatic(
                        mv, "dev/jsj/runtime/operations/TypeConversion", "toInt32", "(D)I");
            }
            keepInt32(register);
        }
        mv.visitVarInsn(Opcodes.ILOAD, int32Local(register));
    }

    /** Keeps the int on the stack as ToInt32 of the register's value. */
    void keepInt32(int register) {
        mv.visitVarInsn(Opcodes.ISTORE, int32Local(register));
        valid[register] |= INT32;
    }

    /**
     * Makes sure that the int is in its local; jumps to {@code exit} for any other value. The
     * operand stack must be empty.
     */
    void ensureInt(int register, Label exit) {
        if ((valid[register] & INT) != 0) {
            return;
        }
        jumpUnless(register, "java/lang/Integer", exit);
        pushAny(register);
        runtime.unboxInt(mv);
        mv.visitVarInsn(Opcodes.ISTORE, intLocal(register));
        valid[register] |= INT;
    }

    /**
     * Makes sure that the value is in the int, the long or the double local; jumps to {@code exit}
     * where it is no Number.
     */
    void ensureNumber(int register, Label exit) {
        if (isNumber(register)) {
            return;
        }
        Label isDouble = new Label();
        Label done = new Label();
        int local = doubleLocal(register);
        jumpIf(register, "java/lang/Double", isDouble);
        jumpUnless(register, "java/lang/Integer", exit);
        pushAny(register);
        runtime.unboxInt(mv);
        mv.visitInsn(Opcodes.I2D);
        mv.visitVarInsn(Opcodes.DSTORE, local);
        mv.visitJumpInsn(Opcodes.GOTO, done);
        mv.visitLabel(isDouble);
        pushAny(register);
        runtime.unboxDouble(mv);
        mv.visitVarInsn(Opcodes.DSTORE, local);
        mv.visitLabel(done);
        valid[register] |= DOUBLE;
    }

    // ---- writing

    /** Stores the int on the stack as the new value. */
    void storeInt(int register) {
        mv.visitVarInsn(Opcodes.ISTORE, intLocal(register));
        defined(register, INT);
    }

    void storeLong(int register) {
        mv.visitVarInsn(Opcodes.LSTORE, longLocal(register));
        defined(register, LONG);
    }

    void storeDouble(int register) {
        mv.visitVarInsn(Opcodes.DSTORE, doubleLocal(register));
        defined(register, DOUBLE);
    }

    void storeAny(int register) {
        mv.visitVarInsn(Opcodes.ASTORE, anyLocal(register));
        storedAny(register);
    }

    /** Stores what a JVM local holds as the new value. */
    void storeFrom(int local, int register) {
        mv.visitVarInsn(Opcodes.ALOAD, local);
        storeAny(register);
    }

    /** The new value of a register has been stored in its {@link #anyLocal}. */
    void storedAny(int register) {
        defined(register, ANY);
    }

    /** Stores what is on the stack, of this type. */
    void store(int register, ValueType type) {
        switch (type) {
            case INT -> storeInt(register);
            case LONG -> storeLong(register);
            case DOUBLE -> storeDouble(register);
            case ANY -> storeAny(register);
        }
    }

    private void defined(int register, int place) {
        valid[register] = place;
        facts.redefined(register);
        if (handled.get(register)) {
            spill(register);
        }
    }

    /** A helper has stored a new value in the frame's register array. */
    void definedInFrame(int register) {
        pushFromFrame(register);
        mv.visitVarInsn(Opcodes.ASTORE, anyLocal(register));
        valid[register] = ANY | MEMORY;
        facts.redefined(register);
    }

    /** Copies a register the way {@code type} keeps it. */
    void move(int target, int source, ValueType type) {
        if (type == ValueType.INT && hasInt(source)) {
            pushInt(source);
            storeInt(target);
        } else if (type == ValueType.DOUBLE && isNumber(source)) {
            pushDouble(source);
            storeDouble(target);
            if ((valid[source] & INT32) != 0) {
                mv.visitVarInsn(Opcodes.ILOAD, int32Local(source));
                mv.visitVarInsn(Opcodes.ISTORE, int32Local(target));
                valid[target] |= INT32;
            }
        } else {
            pushAny(source);
            storeAny(target);
        }
        facts.copied(target, source);
    }

    // ---- the frame

    /** Makes the frame's register array hold the value. */
    void spill(int register) {
        if ((valid[register] & MEMORY) == 0) {
            spillFrom(register, valid);
            valid[register] |= MEMORY;
        }
    }

    /** Stores all live registers into the frame, in the state of a snapshot. */
    void spillAll(BitSet live, int[] state) {
        for (int register = live.nextSetBit(0);
                register >= 0;
                register = live.nextSetBit(register + 1)) {
            if ((state[register] & MEMORY) == 0 && state[register] != 0) {
                spillFrom(register, state);
            }
        }
    }

    /** The live registers that the frame does not hold yet, in the state of a snapshot. */
    List<ExitMethods.Argument> unsaved(BitSet live, int[] state) {
        List<ExitMethods.Argument> arguments = new ArrayList<>();
        for (int register = live.nextSetBit(0);
                register >= 0;
                register = live.nextSetBit(register + 1)) {
            int places = state[register];
            if ((places & MEMORY) == 0 && places != 0) {
                arguments.add(new ExitMethods.Argument(register, descriptor(places)));
            }
        }
        return arguments;
    }

    /** How the value is handed over. */
    private static String descriptor(int places) {
        if ((places & ANY) != 0) {
            return "Ljava/lang/Object;";
        }
        if ((places & INT) != 0) {
            return "I";
        }
        return (places & LONG) != 0 ? "J" : "D";
    }

    /** Pushes the values of {@link #unsaved}. */
    void push(List<ExitMethods.Argument> arguments) {
        for (ExitMethods.Argument argument : arguments) {
            int register = argument.register();
            mv.visitVarInsn(
                    argument.load(),
                    switch (argument.descriptor()) {
                        case "I" -> intLocal(register);
                        case "J" -> longLocal(register);
                        case "D" -> doubleLocal(register);
                        default -> anyLocal(register);
                    });
        }
    }

    private void spillFrom(int register, int[] state) {
        pushPlaceInFrame(register);
        if ((state[register] & ANY) != 0) {
            mv.visitVarInsn(Opcodes.ALOAD, anyLocal(register));
        } else if ((state[register] & INT) != 0) {
            mv.visitVarInsn(Opcodes.ILOAD, intLocal(register));
            runtime.boxInt(mv);
        } else if ((state[register] & LONG) != 0) {
            mv.visitVarInsn(Opcodes.LLOAD, longLocal(register));
            runtime.boxLong(mv);
        } else {
            mv.visitVarInsn(Opcodes.DLOAD, doubleLocal(register));
            runtime.boxDouble(mv);
        }
        mv.visitInsn(Opcodes.AASTORE);
    }

    /**
     * Loads a register from the frame at an entry, as the block wants it; jumps to {@code mismatch}
     * for a value of another type.
     */
    void loadAtEntry(int register, ValueType type, Label mismatch) {
        pushFromFrame(register);
        mv.visitVarInsn(Opcodes.ASTORE, anyLocal(register));
        valid[register] = ANY;
        switch (type) {
            case INT -> ensureInt(register, mismatch);
            case DOUBLE -> ensureNumber(register, mismatch);
            case ANY -> {}
            case LONG -> throw wronglyInferred(register, type);
        }
    }

    private static AssertionError wronglyInferred(int register, ValueType type) {
        return new AssertionError("Register " + register + " was inferred to be " + type);
    }

    /** Whether an edge to a block with these types needs no conversion code. */
    boolean matches(ValueType[] types, BitSet live) {
        for (int register = live.nextSetBit(0);
                register >= 0;
                register = live.nextSetBit(register + 1)) {
            if (!isAt(register, types[register])) {
                return false;
            }
        }
        return true;
    }

    /** Brings every live register into the place that a successor block expects. */
    void convert(ValueType[] types, BitSet live) {
        for (int register = live.nextSetBit(0);
                register >= 0;
                register = live.nextSetBit(register + 1)) {
            if (isAt(register, types[register])) {
                continue;
            }
            switch (types[register]) {
                case ANY -> box(register);
                case DOUBLE -> {
                    pushDouble(register);
                    mv.visitVarInsn(Opcodes.DSTORE, doubleLocal(register));
                    valid[register] |= DOUBLE;
                }
                case INT, LONG -> throw wronglyInferred(register, types[register]);
            }
        }
    }
}
