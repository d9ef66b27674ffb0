package dev.jsj.interp.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opcodes is generated from Op: run with -Dgolden.update=true to write it anew. */
class OpcodesTest {

    @Test
    void opcodesAreFresh() throws IOException {
        Path file = sourceOf("Opcodes.java");
        String expected = generate();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, expected);
        }
        assertEquals(expected, Files.readString(file), "run with -Dgolden.update=true");
    }

    @Test
    void operandsFitTogether() {
        for (Op op : Op.values()) {
            var kinds = op.operandKinds();
            for (int i = 0; i < kinds.size(); i++) {
                if (kinds.get(i) == Operand.RANGE) {
                    assertTrue(kinds.get(i + 1) == Operand.COUNT, op + ": COUNT follows RANGE");
                }
            }
            boolean hasSlot = kinds.contains(Operand.FEEDBACK);
            assertEquals(
                    hasSlot, op.feedback() != null, op + ": FEEDBACK operand and feedback kind");
            assertTrue(
                    !hasSlot || kinds.getLast() == Operand.FEEDBACK, op + ": FEEDBACK comes last");
        }
    }

    static Path sourceOf(String fileName) {
        Path path = Path.of("src/main/java/dev/jsj/interp/bytecode", fileName);
        return Files.exists(path.getParent()) ? path : Path.of("engine-interp").resolve(path);
    }

    private static String generate() {
        StringBuilder text =
                new StringBuilder(
                        """
                        package dev.jsj.interp.bytecode;

                        /** The opcodes as compile-time constants for switches; generated from {@link Op} by OpcodesTest. */
                        public final class Opcodes {

                        """);
        for (Op op : Op.values()) {
            text.append("    public static final int ")
                    .append(op)
                    .append(" = ")
                    .append(op.opcode())
                    .append(";\n");
        }
        return text.append("\n    private Opcodes() {}\n}\n").toString();
    }
}
