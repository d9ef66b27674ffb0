package dev.jsj.interp.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.Disassembler;
import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.Verifier;
import dev.jsj.parser.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The bytecode of small programs, as recorded; run with -Dgolden.update=true to record it anew. */
class GoldenBytecodeTest {

    /** Ops that only code with unusual surroundings contains; other tests cover them. */
    private static final Set<Op> NOT_IN_SAMPLES =
            EnumSet.of(Op.DECLARE_EVAL_VARIABLES, Op.SET_VARIABLE, Op.JUMP_IF_EMPTY);

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> !file.toString().endsWith(".txt")).sorted().toList();
        }
    }

    private static Path folder() {
        Path folder = Path.of("src/test/golden/bytecode");
        return Files.exists(folder) ? folder : Path.of("engine-interp").resolve(folder);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bytecodeIsAsRecorded(Path sample) throws IOException {
        StringBuilder text = new StringBuilder();
        for (CodeUnit unit : allCode(compile(sample))) {
            text.append(Disassembler.disassemble(unit)).append('\n');
        }
        Path recorded = sample.resolveSibling(sample.getFileName() + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(recorded, text);
        }
        assertEquals(Files.readString(recorded), text.toString());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bytecodeIsWellFormed(Path sample) throws IOException {
        allCode(compile(sample)).forEach(Verifier::verify);
    }

    @Test
    void samplesContainEveryOp() throws IOException {
        Set<Op> missing = EnumSet.allOf(Op.class);
        for (Path sample : samples()) {
            for (CodeUnit unit : allCode(compile(sample))) {
                int[] code = unit.code();
                for (int offset = 0; offset < code.length; offset += Op.of(code[offset]).length()) {
                    missing.remove(Op.of(code[offset]));
                }
            }
        }
        missing.removeAll(NOT_IN_SAMPLES);
        missing.removeIf(Op::isOfInlining);
        assertTrue(missing.isEmpty(), "no sample of " + missing);
    }

    private static FunctionInfo compile(Path sample) throws IOException {
        Source source = new Source(sample.getFileName().toString(), Files.readString(sample));
        return sample.toString().endsWith(".mjs")
                ? Compiler.module(source).function()
                : Compiler.script(source);
    }

    /** The code of a function and of all inside it. */
    static List<CodeUnit> allCode(FunctionInfo function) {
        return Stream.concat(
                        Stream.of(function.code()),
                        Stream.of(function.code().functions()).flatMap(f -> allCode(f).stream()))
                .toList();
    }
}
