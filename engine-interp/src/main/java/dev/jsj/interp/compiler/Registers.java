package dev.jsj.interp.compiler;

import java.util.Arrays;

/**
 * The registers of a function: parameters, then a stack of variables and temporaries. Whoever allocates takes a {@link
 * #mark} first and releases to it.
 */
final class Registers {

    private String[] names = new String[16];
    private boolean[] isVariable = new boolean[16];
    private int next;
    private int count;

    /** A register for an intermediate value. */
    int temporary() {
        int register = next;
        reserve(1);
        isVariable[register] = false;
        return register;
    }

    /** The first of consecutive registers for intermediate values. */
    int temporaries(int howMany) {
        int first = next;
        reserve(howMany);
        Arrays.fill(isVariable, first, next, false);
        return first;
    }

    /** A register that is the home of a variable. */
    int variable(String name) {
        int register = next;
        reserve(1);
        names[register] = name;
        isVariable[register] = true;
        return register;
    }

    /** Makes a register that is allocated already (a parameter) the home of a variable. */
    void name(int register, String name) {
        names[register] = name;
        isVariable[register] = true;
    }

    /** Whether the register is the home of a variable at the moment. */
    boolean isVariable(int register) {
        return isVariable[register];
    }

    private void reserve(int howMany) {
        next += howMany;
        if (next > count) {
            count = next;
            if (count > names.length) {
                int capacity = Math.max(count, names.length * 2);
                names = Arrays.copyOf(names, capacity);
                isVariable = Arrays.copyOf(isVariable, capacity);
            }
        }
    }

    int mark() {
        return next;
    }

    void release(int mark) {
        next = mark;
    }

    /** How many registers the function needs. */
    int count() {
        return count;
    }

    /** The names of variables by register, for the disassembler and the debugger. */
    String[] names() {
        return Arrays.copyOf(names, count);
    }
}
