package dev.jsj.jit.trace;

import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.jit.ir.Activation;
import dev.jsj.jit.trace.TierEvent.Kind;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Passes the tier's events on to those who asked for them, on the agent's thread. Does nothing
 * where nobody did.
 */
public final class TierTrace {
    private final boolean traceOpt;
    private final boolean traceDeopt;
    private final boolean traceIc;
    private final boolean traceInlining;
    private final PrintStream output;
    private final @Nullable TracePage page;

    public TierTrace(Diagnostics diagnostics) {
        traceOpt = diagnostics.traceOpt();
        traceDeopt = diagnostics.traceDeopt();
        traceIc = diagnostics.traceIc();
        traceInlining = diagnostics.traceInlining();
        output = diagnostics.output();
        Path file = diagnostics.page();
        page = file == null ? null : TracePage.writtenAtExit(file);
    }

    /** A compilation was requested, of a loop where {@code loop} is not negative. */
    public void marked(ScriptCode code, int loop) {
        if (traceIc) {
            FeedbackText.inlineCaches(code).forEach(output::println);
        }
        if (traceOpt || page != null) {
            tell(TierEvent.of(Kind.MARKED, code, loop, "hot and stable"));
        }
    }

    /** Code was installed. */
    public void compiled(ScriptCode code, int loop, long nanoseconds, int codeSize) {
        TierEvent event =
                new TierEvent(
                        System.nanoTime(), Kind.COMPILED, code, loop, "", nanoseconds, codeSize);
        FlightRecorderEvents.commit(event);
        if (traceOpt || page != null) {
            tell(event);
        }
    }

    /** The functions of installed code: one that was compiled, the others inlined into it. */
    public void inlined(List<Activation> activations) {
        if (!traceInlining && page == null) {
            return;
        }
        for (Activation activation : activations) {
            if (activation.caller() != null) {
                int call = activation.call().pc();
                ScriptCode callee = activation.code();
                String detail = callee + " " + callee.location();
                tell(TierEvent.of(Kind.INLINED, activation.caller().code(), call, detail));
            }
        }
    }

    /** The function stays interpreted. */
    public void aborted(ScriptCode code, String reason) {
        if (traceOpt || page != null) {
            tell(TierEvent.of(Kind.ABORTED, code, -1, reason));
        }
    }

    /** A guard failed at {@code pc}. */
    public void deoptimized(ScriptCode code, int pc, String reason) {
        TierEvent event = TierEvent.of(Kind.DEOPTIMIZED, code, pc, reason);
        FlightRecorderEvents.commit(event);
        if (traceDeopt || page != null) {
            tell(event);
        }
    }

    /** Code was thrown away because of what it depends on. */
    public void invalidated(ScriptCode code, String reason) {
        TierEvent event = TierEvent.of(Kind.INVALIDATED, code, -1, reason);
        FlightRecorderEvents.commit(event);
        if (traceDeopt || page != null) {
            tell(event);
        }
    }

    /** The compilation of a pattern was requested. */
    public void patternMarked(String pattern) {
        if (traceOpt) {
            output.println("[marking " + regExp(pattern) + "for optimization, reason: hot]");
        }
    }

    /** The class of a pattern was installed. */
    public void patternCompiled(String pattern, long nanoseconds, int codeSize) {
        FlightRecorderEvents.commitPattern(pattern, nanoseconds, codeSize);
        if (traceOpt) {
            output.println(completed(regExp(pattern), nanoseconds, codeSize));
        }
    }

    /** The pattern stays interpreted. */
    public void patternAborted(String pattern, String reason) {
        if (traceOpt) {
            output.println("[aborted optimizing " + regExp(pattern) + "because: " + reason + "]");
        }
    }

    private static String regExp(String pattern) {
        return "<JSRegExp " + pattern + "> (target OPT) ";
    }

    private static String completed(String target, long nanoseconds, int codeSize) {
        return "[completed optimizing %s- took %.3f ms, %d bytes]"
                .formatted(target, nanoseconds / 1e6, codeSize);
    }

    private void tell(TierEvent event) {
        boolean wanted =
                switch (event.kind()) {
                    case MARKED, COMPILED, ABORTED -> traceOpt;
                    case INLINED -> traceInlining;
                    case DEOPTIMIZED, INVALIDATED -> traceDeopt;
                };
        if (wanted) {
            output.println(text(event));
        }
        if (page != null) {
            page.add(event);
        }
    }

    private static String text(TierEvent event) {
        String target = event.function() + " (target OPT) ";
        String osr = event.pc() < 0 ? "" : "(OSR at loop offset " + event.pc() + ") ";
        return switch (event.kind()) {
            case MARKED ->
                    "[marking "
                            + target
                            + (event.pc() < 0
                                    ? "for optimization"
                                    : "for OSR at loop offset " + event.pc())
                            + ", reason: "
                            + event.detail()
                            + "]";
            case COMPILED -> completed(target + osr, event.nanoseconds(), event.codeSize());
            case INLINED ->
                    "Inlining <JSFunction "
                            + event.detail()
                            + "> into "
                            + event.function()
                            + ", at "
                            + event.position();
            case ABORTED -> "[aborted optimizing " + target + "because: " + event.detail() + "]";
            case DEOPTIMIZED ->
                    "[bailout (kind: deopt-eager, reason: "
                            + event.detail()
                            + "): begin. deoptimizing "
                            + event.function()
                            + ", bytecode offset "
                            + event.pc()
                            + ", at "
                            + event.position()
                            + "]";
            case INVALIDATED ->
                    "[bailout (kind: deopt-lazy, reason: "
                            + event.detail()
                            + "): begin. deoptimizing "
                            + event.function()
                            + "]";
        };
    }
}
