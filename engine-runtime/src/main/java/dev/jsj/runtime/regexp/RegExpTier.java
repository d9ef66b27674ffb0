package dev.jsj.runtime.regexp;

/**
 * What turns hot patterns into JVM classes: the optimizing tier plugs itself in here. Called on the
 * agent's thread only.
 */
public interface RegExpTier {
    /**
     * How much work a program does in the matcher before {@link #onHot} is told: calls, attempts
     * and steps back, counted together.
     */
    int budget();

    /**
     * The program has used up its budget. Called once; the tier answers, now or later, with {@link
     * RegExpProgram#offer}.
     */
    void onHot(RegExpProgram program);
}
