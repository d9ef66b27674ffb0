package dev.jsj.bench;

import dev.jsj.parser.Parser;
import dev.jsj.parser.Source;
import dev.jsj.parser.ast.Program;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * How fast a large script is loaded: parsed with all early errors, the bodies of inner functions
 * only pre-parsed. The counter {@code megabytes} is megabytes of source per second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xss64m")
public class ParserBenchmark {

    @Param("conformance/npm/node_modules/typescript/lib/typescript.js")
    public String file;

    private String text;
    private double size;

    /** Reads the file. */
    @Setup
    public void read() throws IOException {
        Path path = Path.of(file);
        text = Files.readString(path);
        size = Files.size(path) / 1e6;
    }

    /** The megabytes parsed. */
    @State(Scope.Thread)
    @AuxCounters
    public static class Volume {
        public double megabytes;
    }

    /** Parses the file as {@code require} does before it runs it. */
    @Benchmark
    public Program parse(Volume volume) {
        Program program = new Parser().parseScript(new Source(file, text));
        volume.megabytes += size;
        return program;
    }
}
