package dev.jsj.bench;

import dev.jsj.interp.Engine;
import dev.jsj.jit.Jit;
import dev.jsj.jit.JitOptions;
import dev.jsj.parser.Source;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.HostHooks;
import dev.jsj.runtime.value.Undefined;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/**
 * A JavaScript kernel in an engine with both tiers and no host: a script whose value is a function
 * that does {@link #OPERATIONS} operations of one kind and gives a number that depends on all of
 * them. The figure is nanoseconds per operation, the loop's share included.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:-DontCompileHugeMethods",
            "-XX:-ClipInlining",
            "-Djsj.hugeMethods=true",
            "--sun-misc-unsafe-memory-access=allow"
        })
public abstract class KernelBenchmark {
    static final int OPERATIONS = 1000;

    private JSObject function;

    /** The script, in which {@code N} is {@link #OPERATIONS}. */
    abstract String script();

    /** Makes the engine and the function. */
    @Setup
    public void makeKernel() {
        Engine engine = new Engine(HostHooks.NONE);
        engine.setOptimizingTier(new Jit(JitOptions.defaults(System.out)));
        Source source = new Source("kernel.js", "const N = " + OPERATIONS + ";\n" + script());
        function = (JSObject) engine.evaluateScript(engine.newRealm(), source);
    }

    /** Runs the kernel. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public Object run() {
        return function.call0(Undefined.UNDEFINED);
    }
}
