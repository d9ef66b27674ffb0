package dev.jsj.jit.emit;

import dev.jsj.runtime.object.Shape;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * What the guards emitted so far in a block have proved about the values in registers: that an
 * object has a certain shape (until something may change it), that a value is a certain constant.
 * Facts belong to values, which MOVE and LOAD_THIS give to several registers.
 */
final class ValueFacts {
    private static final int THIS = 0;

    private final int[] values;
    private int nextValue = THIS + 1;
    private final Map<Integer, Shape> shapes = new HashMap<>();
    private final Map<Integer, Object> constants = new HashMap<>();

    ValueFacts(int registerCount) {
        values = new int[registerCount];
    }

    /** Nothing is known at the start of a block. */
    void enterBlock() {
        for (int register = 0; register < values.length; register++) {
            values[register] = nextValue++;
        }
        shapes.clear();
        constants.clear();
    }

    /** The register has got a value of its own. */
    void redefined(int register) {
        values[register] = nextValue++;
    }

    void copied(int target, int source) {
        values[target] = values[source];
    }

    /** The register holds the {@code this} value of the frame. */
    void isThis(int register) {
        values[register] = THIS;
    }

    /** The shape that the register's object is known to have, or null. */
    @Nullable Shape shape(int register) {
        return shapes.get(values[register]);
    }

    void learnShape(int register, Shape shape) {
        shapes.put(values[register], shape);
    }

    /**
     * The register's object goes from one shape to another; other registers may hold the same
     * object.
     */
    void changeShape(int register, Shape from, Shape to) {
        shapes.values().removeIf(shape -> shape == from);
        shapes.put(values[register], to);
    }

    /** Code has run that may have changed any object. */
    void forgetShapes() {
        shapes.clear();
    }

    /** The object that the register is known to hold, or null. */
    @Nullable Object constant(int register) {
        return constants.get(values[register]);
    }

    void learnConstant(int register, Object constant) {
        constants.put(values[register], constant);
    }
}
