package dev.jsj.runtime.regexp;

import java.util.List;

/**
 * The lowered form of a pattern: flags are applied, classes are sets closed under case, and every
 * node knows, read forwards,
 *
 * <ul>
 *   <li>{@code own}: the characters that the first one it consumes can be,
 *   <li>{@code through}: when it can match without consuming, what must come next for that; else
 *       null,
 *   <li>{@code minLength}: the least number of code units it consumes,
 *   <li>{@code cost}: about how many instructions it becomes.
 * </ul>
 */
abstract sealed class MatchNode {
    private static final int MAX_LENGTH = 1 << 20;

    final CodePointSet own;
    final First through;
    final int minLength;
    final int cost;

    private MatchNode(CodePointSet own, First through, long minLength, long cost) {
        this.own = own;
        this.through = through;
        this.minLength = (int) Math.min(minLength, MAX_LENGTH);
        this.cost = (int) Math.min(cost, MAX_LENGTH);
    }

    /** Whether this can match without consuming anything. */
    final boolean isNullable() {
        return through != null;
    }

    /** What may come next where this stands before something that {@code follow} describes. */
    final First firstBefore(First follow) {
        if (through == null) {
            return First.of(own);
        }
        First after = through.intersect(follow);
        return new First(own.union(after.characters()), after.end());
    }

    /** Matches without consuming. */
    static final class Empty extends MatchNode {
        static final Empty INSTANCE = new Empty();

        private Empty() {
            super(CodePointSet.EMPTY, First.ANYTHING, 0, 0);
        }
    }

    /** One character of a set. */
    static final class Characters extends MatchNode {
        final CodePointSet set;

        Characters(CodePointSet set) {
            super(set, null, 1, 1);
            this.set = set;
        }
    }

    /** As many characters of a set as there are, at least one, and never fewer. */
    static final class Run extends MatchNode {
        final CodePointSet set;

        Run(CodePointSet set) {
            super(set, null, 1, 1);
            this.set = set;
        }
    }

    /** These characters, one after the other. */
    static final class Text extends MatchNode {
        final String text;

        Text(String text, boolean unicodeMode) {
            super(
                    CodePointSet.of(unicodeMode ? text.codePointAt(0) : text.charAt(0)),
                    null,
                    text.length(),
                    1);
            this.text = text;
        }
    }

    /** The first of these texts that lets the rest match. */
    static final class Texts extends MatchNode {
        final List<String> texts;

        Texts(List<String> texts, boolean unicodeMode) {
            super(firstCharacters(texts, unicodeMode), null, shortest(texts), 1);
            this.texts = texts;
        }

        private static CodePointSet firstCharacters(List<String> texts, boolean unicodeMode) {
            CodePointSet.Builder first = new CodePointSet.Builder();
            for (String text : texts) {
                first.add(unicodeMode ? text.codePointAt(0) : text.charAt(0));
            }
            return first.build();
        }

        private static int shortest(List<String> texts) {
            int length = Integer.MAX_VALUE;
            for (String text : texts) {
                length = Math.min(length, text.length());
            }
            return length;
        }
    }

    /** All of these, one after the other. */
    static final class Sequence extends MatchNode {
        final List<MatchNode> nodes;

        private Sequence(
                List<MatchNode> nodes, CodePointSet own, First through, long minLength, long cost) {
            super(own, through, minLength, cost);
            this.nodes = nodes;
        }

        static Sequence of(List<MatchNode> nodes) {
            CodePointSet own = CodePointSet.EMPTY;
            First through = First.ANYTHING;
            long minLength = 0;
            long cost = 0;
            for (MatchNode node : nodes.reversed()) {
                if (node.through == null) {
                    own = node.own;
                    through = null;
                } else {
                    own =
                            node.own.union(
                                    node.through == First.ANYTHING
                                            ? own
                                            : node.through.characters().intersect(own));
                    through = through == null ? null : node.through.intersect(through);
                }
                minLength += node.minLength;
                cost += node.cost;
            }
            return new Sequence(nodes, own, through, minLength, cost);
        }
    }

    /** The first of these that lets the rest match. */
    static final class Choice extends MatchNode {
        final List<MatchNode> alternatives;

        private Choice(
                List<MatchNode> alternatives,
                CodePointSet own,
                First through,
                long minLength,
                long cost) {
            super(own, through, minLength, cost);
            this.alternatives = alternatives;
        }

        static Choice of(List<MatchNode> alternatives) {
            CodePointSet.Builder own = new CodePointSet.Builder();
            First through = null;
            long minLength = MAX_LENGTH;
            long cost = 0;
            for (MatchNode alternative : alternatives) {
                own.addAll(alternative.own);
                if (alternative.through != null) {
                    through =
                            through == null
                                    ? alternative.through
                                    : through.union(alternative.through);
                }
                minLength = Math.min(minLength, alternative.minLength);
                cost += alternative.cost + 2;
            }
            return new Choice(alternatives, own.build(), through, minLength, cost);
        }
    }

    /**
     * {@code body} from {@code min} to {@code max} times; the captures {@code [firstCapture,
     * endCapture)} are in the body.
     */
    static final class Repeat extends MatchNode {
        /**
         * Bodies up to this cost, all copies taken together, are written out instead of counted.
         */
        private static final int UNROLL_LIMIT = 24;

        static final int UNBOUNDED = Integer.MAX_VALUE;

        final MatchNode body;
        final int min;
        final int max;
        final boolean greedy;
        final int firstCapture;
        final int endCapture;

        Repeat(MatchNode body, int min, int max, boolean greedy, int firstCapture, int endCapture) {
            super(
                    body.own,
                    min == 0 ? First.ANYTHING : body.through,
                    (long) body.minLength * min,
                    isUnrolled(body, min, max)
                            ? (long) (body.cost + 2) * copies(min, max)
                            : body.cost + 4L);
            this.body = body;
            this.min = min;
            this.max = max;
            this.greedy = greedy;
            this.firstCapture = firstCapture;
            this.endCapture = endCapture;
        }

        boolean isUnrolled() {
            return isUnrolled(body, min, max);
        }

        private static boolean isUnrolled(MatchNode body, int min, int max) {
            int copies = copies(min, max);
            return copies <= 1
                    || copies <= UNROLL_LIMIT && (body.cost + 2) * copies <= UNROLL_LIMIT;
        }

        private static int copies(int min, int max) {
            return max == UNBOUNDED ? min == UNBOUNDED ? UNBOUNDED : min + 1 : max;
        }
    }

    /** Remembers what {@code body} matches. */
    static final class Capture extends MatchNode {
        final int capture;
        final MatchNode body;

        Capture(int capture, MatchNode body) {
            super(body.own, body.through, body.minLength, body.cost + 2L);
            this.capture = capture;
            this.body = body;
        }
    }

    /** What the one of these groups that took part has matched. */
    static final class BackReference extends MatchNode {
        final int[] captures;
        final boolean ignoreCase;

        BackReference(int[] captures, boolean ignoreCase) {
            super(CodePointSet.ALL, First.ANYTHING, 0, 1);
            this.captures = captures;
            this.ignoreCase = ignoreCase;
        }
    }

    /** The tests of one place of the input. */
    enum AssertionKind {
        INPUT_START,
        INPUT_END,
        LINE_START,
        LINE_END,
        WORD_BOUNDARY,
        NOT_WORD_BOUNDARY
    }

    /** A test that consumes nothing; {@code wordCharacters} are those of the word boundaries. */
    static final class Assertion extends MatchNode {
        private static final First LINE_END = new First(ClassResolver.LINE_TERMINATORS, true);

        final AssertionKind kind;
        final CodePointSet wordCharacters;

        Assertion(AssertionKind kind, CodePointSet wordCharacters) {
            super(CodePointSet.EMPTY, through(kind), 0, 1);
            this.kind = kind;
            this.wordCharacters = wordCharacters;
        }

        private static First through(AssertionKind kind) {
            return switch (kind) {
                case INPUT_END -> First.END;
                case LINE_END -> LINE_END;
                case INPUT_START, LINE_START, WORD_BOUNDARY, NOT_WORD_BOUNDARY -> First.ANYTHING;
            };
        }
    }

    /** Tests what comes next, or what came before. */
    static final class Look extends MatchNode {
        final boolean behind;
        final boolean negative;
        final MatchNode body;

        Look(boolean behind, boolean negative, MatchNode body) {
            super(
                    CodePointSet.EMPTY,
                    behind || negative ? First.ANYTHING : body.firstBefore(First.ANYTHING),
                    0,
                    body.cost + 2L);
            this.behind = behind;
            this.negative = negative;
            this.body = body;
        }
    }
}
