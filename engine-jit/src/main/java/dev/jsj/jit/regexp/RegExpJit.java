package dev.jsj.jit.regexp;

import dev.jsj.jit.regexp.PatternEmitter.EmittedPattern;
import dev.jsj.jit.trace.Diagnostics;
import dev.jsj.jit.trace.TierTrace;
import dev.jsj.runtime.regexp.CompiledMatcher;
import dev.jsj.runtime.regexp.RegExpProgram;
import dev.jsj.runtime.regexp.RegExpTier;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodTooLargeException;

import java.util.concurrent.Executor;

/**
 * Compiles the hot patterns of one agent: on the thread of the optimizing tier, installed at the
 * next match, or at once. Compiled patterns need no guards, so they stay.
 */
public final class RegExpJit implements RegExpTier {
    /** The work of the matcher after which a class pays: see docs/performance/regexps.md. */
    private static final int BUDGET = 20_000;

    /**
     * C1 runs out of virtual registers for methods that are much larger, and they stay in HotSpot's
     * own interpreter until C2 has come to them: our matcher is faster than that.
     */
    private static final int MAX_CODE_SIZE = 6000;

    private static final int MAX_PROGRAM_LENGTH = 20_000;

    private final @Nullable Executor compilerThread;
    private final boolean atOnce;
    private final TierTrace trace;
    private final Diagnostics diagnostics;

    /**
     * @param compilerThread where patterns are compiled; null for the agent's own
     * @param atOnce whether every pattern is compiled at its first match
     */
    public RegExpJit(
            @Nullable Executor compilerThread,
            boolean atOnce,
            TierTrace trace,
            Diagnostics diagnostics) {
        this.compilerThread = compilerThread;
        this.atOnce = atOnce;
        this.trace = trace;
        this.diagnostics = diagnostics;
    }

    @Override
    public int budget() {
        return atOnce ? 0 : BUDGET;
    }

    @Override
    public void onHot(RegExpProgram program) {
        trace.patternMarked(program.toString());
        if (compilerThread == null) {
            compile(program);
        } else {
            compilerThread.execute(() -> compile(program));
        }
    }

    private void compile(RegExpProgram program) {
        long start = System.nanoTime();
        String pattern = program.toString();
        String failure = "pattern too large";
        if (program.code().length <= MAX_PROGRAM_LENGTH) {
            try {
                EmittedPattern emitted = PatternEmitter.emit(program);
                diagnostics.dump(pattern, emitted.bytes());
                if (emitted.codeSize() <= MAX_CODE_SIZE) {
                    CompiledMatcher matcher = emitted.define();
                    long nanoseconds = System.nanoTime() - start;
                    program.offer(
                            () -> {
                                program.install(matcher);
                                trace.patternCompiled(pattern, nanoseconds, emitted.codeSize());
                            });
                    return;
                }
                failure = "generated method too large for the JVM's compilers";
            } catch (IndexOutOfBoundsException problem) {
                // A catch of the library's class would load it, and its kin, when the JVM starts.
                if (!(problem instanceof MethodTooLargeException)) {
                    throw problem;
                }
                failure = "generated method too large for a class file";
            }
        }
        String reason = failure;
        program.offer(() -> trace.patternAborted(pattern, reason));
    }
}
