package dev.jsj.interp.bytecode;

import java.util.EnumSet;
import java.util.Set;

/**
 * Something an {@link Op} declares about itself besides its operands: an effect, its feedback, its
 * spec clause.
 */
public sealed interface OpTrait permits OpTrait.Effect, FeedbackKind, OpTrait.Spec {

    /** What executing an op may do; an op without effects only reads and writes registers. */
    enum Effect implements OpTrait {
        /** May complete abruptly with a JS exception, which the handler table routes. */
        MAY_THROW,
        /**
         * May run arbitrary JS code (getters, proxies, conversions, calls); implies throwing,
         * reading and writing.
         */
        CALLS_USER_CODE,
        /** Reads objects or scopes. */
        READS_HEAP,
        /** Writes objects or scopes that existed before. */
        WRITES_HEAP,
        /** Creates an object whose identity matters. */
        ALLOCATES,
        /** Replaces the frame's current scope. */
        CHANGES_SCOPE,
        /** Never falls through to the next op. */
        TERMINATES,
        /** Leaves the frame; execution continues with the next op when the frame is resumed. */
        SUSPENDS;

        /** This effect and those that come with it. */
        Set<Effect> implied() {
            return this == CALLS_USER_CODE
                    ? EnumSet.of(CALLS_USER_CODE, MAY_THROW, READS_HEAP, WRITES_HEAP)
                    : EnumSet.of(this);
        }
    }

    /** The ECMA-262 clause an op implements, as the anchor of the multi-page specification. */
    record Spec(String anchor) implements OpTrait {
        static final Spec ARITHMETIC = new Spec("sec-applystringornumericbinaryoperator");
        static final Spec RELATIONAL = new Spec("sec-islessthan");
        static final Spec LOOSE_EQUALITY = new Spec("sec-islooselyequal");
        static final Spec STRICT_EQUALITY = new Spec("sec-isstrictlyequal");
    }

    static Spec spec(String anchor) {
        return new Spec(anchor);
    }
}
