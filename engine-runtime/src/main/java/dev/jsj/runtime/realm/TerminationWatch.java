package dev.jsj.runtime.realm;

/**
 * What loops of compiled code ask at every turn. As long as no agent of the process was ever asked
 * to terminate, this class has no subclass loaded: HotSpot knows that the answer is no, and the
 * question costs nothing, and keeps no other memory access in its place. The first request loads
 * {@link Awake}; that makes HotSpot throw away the code that relied on it.
 */
class TerminationWatch {
    /** The one in use; not volatile, for the sake of the loops. */
    static TerminationWatch current = new TerminationWatch();

    /** Whether the agent is to terminate. */
    boolean sees(Agent agent) {
        return false;
    }

    /** Makes all loops look at their agent from now on. */
    static void wake() {
        if (current.getClass() == TerminationWatch.class) {
            current = new Awake();
        }
    }

    /** Looks at the agent. */
    private static final class Awake extends TerminationWatch {
        @Override
        boolean sees(Agent agent) {
            return agent.isTerminationRequested();
        }
    }
}
