package dev.jsj.interp.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jsj.interp.bytecode.Op;

import org.junit.jupiter.api.Test;

/** Steps compute with opcodes of one kind: they must stand in one order. */
class OpOrderTest {
    @Test
    void immediateFormsFollowTheOrderOfTheirOps() {
        for (int i = 0; i <= Op.SHIFT_RIGHT_UNSIGNED.opcode() - Op.ADD.opcode(); i++) {
            assertEquals(name(Op.ADD, i) + "_INT", name(Op.ADD_INT, i));
        }
        for (int i = 0; i <= Op.JUMP_IF_STRICT_NOT_EQUAL.opcode() - Op.JUMP_IF_LESS.opcode(); i++) {
            assertEquals(name(Op.JUMP_IF_LESS, i) + "_INT", name(Op.JUMP_IF_LESS_INT, i));
        }
    }

    @Test
    void comparisonsStandInTheOrderOfTheirTests() {
        String[] relations = {"LESS", "LESS_EQUAL", "GREATER", "GREATER_EQUAL"};
        for (int i = 0; i < relations.length; i++) {
            assertEquals("JUMP_IF_" + relations[i], name(Op.JUMP_IF_LESS, 2 * i));
            assertEquals("JUMP_IF_NOT_" + relations[i], name(Op.JUMP_IF_LESS, 2 * i + 1));
            assertEquals("LOOP_IF_" + relations[i], name(Op.LOOP_IF_LESS, i));
            assertEquals("LOOP_IF_" + relations[i] + "_INT", name(Op.LOOP_IF_LESS_INT, i));
            assertEquals(relations[i], name(Op.EQUAL, 4 + i));
        }
        String[] equalities = {"EQUAL", "NOT_EQUAL", "STRICT_EQUAL", "STRICT_NOT_EQUAL"};
        for (int i = 0; i < equalities.length; i++) {
            assertEquals("JUMP_IF_" + equalities[i], name(Op.JUMP_IF_EQUAL, i));
            assertEquals(equalities[i], name(Op.EQUAL, i));
        }
        assertEquals("JUMP_IF_EQUAL", name(Op.JUMP_IF_LESS, 8));
        assertEquals("JUMP_IF_STRICT_EQUAL_CONSTANT", name(Op.JUMP_IF_STRICT_EQUAL_INT, 2));
        assertEquals("JUMP_IF_STRICT_NOT_EQUAL_CONSTANT", name(Op.JUMP_IF_STRICT_EQUAL_INT, 3));
        assertEquals("DEC", name(Op.INC, 1));
        assertEquals("SUB", name(Op.ADD, 1));
    }

    private static String name(Op first, int distance) {
        return Op.of(first.opcode() + distance).name();
    }
}
