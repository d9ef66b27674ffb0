package dev.jsj.interp.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.parser.Source;

import org.junit.jupiter.api.Test;

import java.util.List;

class VerifierTest {

    private final BytecodeBuilder builder = new BytecodeBuilder();

    private CodeUnit build(int registers) {
        FunctionInfo function =
                new FunctionInfo(
                        FunctionInfo.Kind.NORMAL,
                        "f",
                        0,
                        false,
                        false,
                        false,
                        false,
                        new Source("f.js", ""),
                        0,
                        0,
                        null);
        return builder.build(function, registers, 0, false, List.of());
    }

    @Test
    void acceptsWellFormedCode() {
        Label start = new Label();
        builder.emit(Op.LOAD_INT, 0, 1);
        builder.bind(start);
        builder.emit(Op.ADD_INT, 0, 0, 1);
        builder.emitJump(Op.LOOP_IF_LESS_INT, start, 0, 10);
        builder.emit(Op.RETURN, 0);
        Verifier.verify(build(1));
    }

    @Test
    void rejectsMissingRegisters() {
        builder.emit(Op.RETURN, 3);
        assertProblem("no such register", build(3));
    }

    @Test
    void rejectsCodeThatRunsOffItsEnd() {
        builder.emit(Op.LOAD_NULL, 0);
        assertProblem("runs off its end", build(1));
    }

    @Test
    void rejectsForwardJumpsThatGoBack() {
        Label start = new Label();
        builder.bind(start);
        builder.emitJump(Op.JUMP_IF_TRUE, start, 0);
        builder.emit(Op.RETURN, 0);
        assertProblem("wrong direction", build(1));
    }

    @Test
    void rejectsConstantsOfTheWrongKind() {
        builder.emit(Op.GET_GLOBAL, 0, builder.constant(1));
        builder.emit(Op.RETURN, 0);
        assertProblem("a constant of the wrong kind", build(1));
    }

    @Test
    void unreachableCodeIsNotEmitted() {
        builder.emit(Op.RETURN, 0);
        builder.emit(Op.LOAD_NULL, 0);
        assertEquals(2, build(1).code().length);
    }

    private static void assertProblem(String problem, CodeUnit unit) {
        AssertionError error = assertThrows(AssertionError.class, () -> Verifier.verify(unit));
        assertTrue(error.getMessage().contains(problem), error.getMessage());
    }
}
