package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.BytecodeBuilder;
import dev.jsj.interp.bytecode.RegisterVariable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The registers of a function: parameters, then a stack of variables and temporaries. Whoever
 * allocates takes a {@link #mark} first and releases to it.
 */
final class Registers {

    private final BytecodeBuilder code;
    private final List<RegisterVariable> variables = new ArrayList<>();
    private final Deque<RegisterVariable> live = new ArrayDeque<>();
    private boolean[] isVariable = new boolean[16];
    private int next;
    private int count;

    Registers(BytecodeBuilder code) {
        this.code = code;
    }

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
        name(register, name);
        return register;
    }

    /** Makes a register that is allocated already (a parameter) the home of a variable. */
    void name(int register, String name) {
        isVariable[register] = true;
        live.push(new RegisterVariable(register, name, code.offset(), Integer.MAX_VALUE));
    }

    /** Whether the register is the home of a variable at the moment. */
    boolean isVariable(int register) {
        return isVariable[register];
    }

    private void reserve(int howMany) {
        next += howMany;
        if (next > count) {
            count = next;
            if (count > isVariable.length) {
                isVariable = Arrays.copyOf(isVariable, Math.max(count, isVariable.length * 2));
            }
        }
    }

    int mark() {
        return next;
    }

    void release(int mark) {
        next = mark;
        while (!live.isEmpty() && live.peek().register() >= mark) {
            RegisterVariable ended = live.pop();
            variables.add(
                    new RegisterVariable(
                            ended.register(), ended.name(), ended.start(), code.offset()));
        }
    }

    /** How many registers the function needs. */
    int count() {
        return count;
    }

    /** The variables that live in registers, with the code they live in. */
    List<RegisterVariable> variables() {
        variables.addAll(live);
        live.clear();
        return variables;
    }
}
