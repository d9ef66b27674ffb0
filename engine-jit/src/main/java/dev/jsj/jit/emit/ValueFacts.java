package dev.jsj.jit.emit;

import dev.jsj.runtime.object.Shape;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the guards on the way to a place have proved about the values in registers: that an object
 * has a certain shape (until something may change it), that a value is a certain constant. Facts
 * belong to values, which MOVE and LOAD_THIS give to several registers; each constant is one value
 * wherever it comes from.
 */
final class ValueFacts {
    private static final int THIS = 0;

    private final int[] values;
    private int nextValue = THIS + 1;
    private final Map<Integer, Shape> shapes = new HashMap<>();
    private final Map<Integer, Object> constants = new HashMap<>();
    private final Map<Object, Integer> valueOfConstant = new IdentityHashMap<>();

    ValueFacts(int registerCount) {
        values = new int[registerCount];
    }

    /** What is known at one place. */
    record State(int[] values, Map<Integer, Shape> shapes, Map<Integer, Object> constants) {}

    State state() {
        return new State(values.clone(), Map.copyOf(shapes), Map.copyOf(constants));
    }

    /**
     * At the start of a block that is kept which is known wherever it is entered from.
     *
     * @param states null, or none, for nothing
     * @param live the registers that may still be read: of others nothing is kept
     */
    void enterBlock(@Nullable List<State> states, BitSet live) {
        shapes.clear();
        constants.clear();
        for (int register = 0; register < values.length; register++) {
            values[register] = nextValue++;
        }
        if (states != null && states.size() == 1) {
            take(states.get(0), live);
        } else if (states != null && !states.isEmpty()) {
            merge(states, live);
        }
        if (states != null && !states.isEmpty()) {
            valueOfConstant.values().forEach(value -> keepCommonShape(states, value));
        }
    }

    /** Shapes of constants are known of objects, whether or not a register holds them. */
    private void keepCommonShape(List<State> states, int constant) {
        Shape shape = states.get(0).shapes().get(constant);
        if (shape != null
                && states.stream().allMatch(state -> state.shapes().get(constant) == shape)) {
            shapes.put(constant, shape);
        }
    }

    private void take(State state, BitSet live) {
        take(state, THIS);
        for (int register = live.nextSetBit(0);
                register >= 0;
                register = live.nextSetBit(register + 1)) {
            values[register] = state.values()[register];
            take(state, values[register]);
        }
    }

    private void take(State state, int value) {
        keep(value, state.shapes().get(value), state.constants().get(value));
    }

    /** Registers that hold one value in every state hold one value. */
    private void merge(List<State> states, BitSet live) {
        Map<List<Integer>, Integer> merged = new HashMap<>();
        merged.put(Collections.nCopies(states.size(), THIS), THIS);
        for (int register = live.nextSetBit(0);
                register >= 0;
                register = live.nextSetBit(register + 1)) {
            int own = values[register];
            values[register] =
                    merged.computeIfAbsent(
                            valuesOf(register, states),
                            each -> isOneConstant(each) ? each.get(0) : own);
        }
        merged.forEach((each, value) -> keepCommon(states, each, value));
    }

    private boolean isOneConstant(List<Integer> each) {
        int first = each.get(0);
        return valueOfConstant.containsValue(first)
                && each.stream().allMatch(value -> value == first);
    }

    private static List<Integer> valuesOf(int register, List<State> states) {
        return states.stream().map(state -> state.values()[register]).toList();
    }

    private void keepCommon(List<State> states, List<Integer> each, int value) {
        State first = states.get(0);
        Shape shape = first.shapes().get(each.get(0));
        Object constant = first.constants().get(each.get(0));
        for (int i = 1; i < states.size(); i++) {
            if (states.get(i).shapes().get(each.get(i)) != shape) {
                shape = null;
            }
            if (states.get(i).constants().get(each.get(i)) != constant) {
                constant = null;
            }
        }
        keep(value, shape, constant);
    }

    private void keep(int value, @Nullable Shape shape, @Nullable Object constant) {
        if (shape != null) {
            shapes.put(value, shape);
        }
        if (constant != null) {
            constants.put(value, constant);
        }
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
        int known = values[register];
        int value = valueOfConstant.computeIfAbsent(constant, each -> nextValue++);
        for (int other = 0; other < values.length; other++) {
            if (values[other] == known) {
                values[other] = value;
            }
        }
        keep(value, shapes.get(known), constant);
    }
}
