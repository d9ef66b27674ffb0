package dev.jsj.conformance.jitfuzz;

import dev.jsj.interp.interpreter.CompiledCode;
import dev.jsj.interp.interpreter.Frame;
import dev.jsj.interp.interpreter.OptimizingTier;
import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.interp.tiering.TierPolicy;
import dev.jsj.runtime.regexp.RegExpTier;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * An optimizing tier that leaves the functions of the prelude that only describe values to the
 * interpreter. They are the same in all programs and the hottest of each, so a third of all
 * compilations were theirs.
 */
final class ReportAside implements OptimizingTier {
    /** The first line of what every generated program starts with. */
    static final String PRELUDE_MARK = "// What every generated program starts with";

    private static final Set<String> REPORTERS = Set.of("show", "fold", "caught", "where", "place");

    private final OptimizingTier tier;

    private ReportAside(OptimizingTier tier) {
        this.tier = tier;
    }

    /** The tier for a program: saved programs that lost the mark are compiled as a whole. */
    static OptimizingTier of(OptimizingTier tier, String program) {
        return program.contains(PRELUDE_MARK) ? new ReportAside(tier) : tier;
    }

    @Override
    public void onCall(ScriptCode code) {
        if (!setAside(code)) {
            tier.onCall(code);
        }
    }

    @Override
    public @Nullable CompiledCode onLoop(Frame frame) {
        return setAside(frame.code()) ? null : tier.onLoop(frame);
    }

    private boolean setAside(ScriptCode code) {
        if (!REPORTERS.contains(code.name())) {
            return false;
        }
        tier.neverOptimize(code);
        return true;
    }

    @Override
    public void optimize(ScriptCode code) {
        tier.optimize(code);
    }

    @Override
    public void deoptimize(ScriptCode code) {
        tier.deoptimize(code);
    }

    @Override
    public void neverOptimize(ScriptCode code) {
        tier.neverOptimize(code);
    }

    @Override
    public TierPolicy policy() {
        return tier.policy();
    }

    @Override
    public @Nullable RegExpTier regExpTier() {
        return tier.regExpTier();
    }

    @Override
    public void exited(ScriptCode code, CompiledCode compiled, int pc, int reason) {
        tier.exited(code, compiled, pc, reason);
    }

    @Override
    public void scopeChanged(ScriptCode code) {
        tier.scopeChanged(code);
    }
}
