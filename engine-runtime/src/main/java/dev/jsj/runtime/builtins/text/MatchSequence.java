package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.regexp.RegExpProgram;

/**
 * FAST PATH of the global methods: the matches of a pristine regular expression one after the
 * other, from the start of a text.
 */
final class MatchSequence {
    private final Realm realm;
    private final JSRegExp regExp;
    private final CompiledPattern pattern;
    private final CharSequence text;
    private long position;
    private int[] last = NONE;

    private static final int[] NONE = {};

    MatchSequence(Realm realm, JSRegExp regExp, CharSequence text) {
        this.realm = realm;
        this.regExp = regExp;
        this.pattern = regExp.pattern();
        this.text = text;
        regExp.setLastIndex(0);
    }

    /**
     * Goes to the next match; at the end gives false, and leaves the realm and the regular
     * expression as their exec would.
     */
    boolean next() {
        if (position <= text.length()
                && pattern.find(text, (int) position, pattern.flags().sticky())) {
            RegExpProgram program = pattern.program();
            last = program.captures(last);
            position =
                    last[1] == last[0]
                            ? RegExpExecution.advanceStringIndex(
                                    text, last[1], pattern.flags().eitherUnicode())
                            : last[1];
            return true;
        }
        if (last != NONE) {
            RegExpExecution.noteMatch(realm, regExp, text, last);
        }
        return false;
    }

    int start() {
        return last[0];
    }

    int end() {
        return last[1];
    }

    /** Start and end of the match and its groups, in an array that is not changed later. */
    int[] captures() {
        return last.clone();
    }
}
