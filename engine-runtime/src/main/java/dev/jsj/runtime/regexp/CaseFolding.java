package dev.jsj.runtime.regexp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * 22.2.2.7.3 Canonicalize, in both its forms: simple case folding for patterns in Unicode mode, and
 * upper case of a single code unit otherwise. A pattern that ignores case is compiled with sets
 * that are closed under it, so that matching costs nothing more.
 */
enum CaseFolding {
    /** Two code points are equal when their simple case foldings are. */
    UNICODE {
        @Override
        int canonicalize(int codePoint) {
            if (codePoint < 0x80) {
                return codePoint >= 'A' && codePoint <= 'Z' ? codePoint | 0x20 : codePoint;
            }
            return UnicodeClasses.TABLE.canonicalize(codePoint);
        }

        @Override
        Classes classes() {
            return UnicodeClasses.TABLE;
        }

        @Override
        CodePointSet closeAscii(CodePointSet set) {
            CodePointSet.Builder result = new CodePointSet.Builder();
            addOtherAsciiCase(set, result);
            if (set.contains('k') || set.contains('K')) {
                result.add(0x212A); // the Kelvin sign
            }
            if (set.contains('s') || set.contains('S')) {
                result.add(0x17F); // the long s
            }
            return result.build();
        }
    },

    /**
     * Two code units are equal when their upper cases are; a non-ASCII unit never equals an ASCII
     * one.
     */
    LEGACY {
        @Override
        int canonicalize(int codeUnit) {
            if (codeUnit < 0x80) {
                return codeUnit >= 'a' && codeUnit <= 'z' ? codeUnit - 0x20 : codeUnit;
            }
            if (codeUnit > 0xFFFF || Character.toUpperCase(codeUnit) == codeUnit) {
                return codeUnit;
            }
            String upper = String.valueOf((char) codeUnit).toUpperCase(Locale.ROOT);
            return upper.length() == 1 && upper.charAt(0) >= 0x80 ? upper.charAt(0) : codeUnit;
        }

        @Override
        Classes classes() {
            return LegacyClasses.TABLE;
        }

        @Override
        CodePointSet closeAscii(CodePointSet set) {
            CodePointSet.Builder result = new CodePointSet.Builder();
            addOtherAsciiCase(set, result);
            return result.build();
        }
    };

    static CaseFolding of(boolean unicodeMode) {
        return unicodeMode ? UNICODE : LEGACY;
    }

    /** Characters are equal when case is ignored if this gives the same for both. */
    abstract int canonicalize(int character);

    abstract Classes classes();

    abstract CodePointSet closeAscii(CodePointSet set);

    /** The set of the characters that equal one of {@code set} when case is ignored. */
    final CodePointSet close(CodePointSet set) {
        if (set.isEmpty()) {
            return set;
        }
        if (set.last(set.rangeCount() - 1) < 0x80) {
            return closeAscii(set);
        }
        CodePointSet.Builder result = new CodePointSet.Builder();
        result.addAll(set);
        for (int[] members : classes().members) {
            for (int member : members) {
                if (set.contains(member)) {
                    for (int other : members) {
                        result.add(other);
                    }
                    break;
                }
            }
        }
        return result.build();
    }

    /** 22.2.2.9.6 MaybeSimpleCaseFolding: every member replaced by what represents its class. */
    final CodePointSet fold(CodePointSet set) {
        CodePointSet.Builder folded = new CodePointSet.Builder();
        CodePointSet.Builder unfolded = new CodePointSet.Builder();
        for (int[] members : classes().members) {
            for (int member : members) {
                if (member != members[0] && set.contains(member)) {
                    folded.add(members[0]);
                    unfolded.add(member);
                }
            }
        }
        return set.subtract(unfolded.build()).union(folded.build());
    }

    /** The code points that {@link #fold} leaves alone. */
    final CodePointSet foldedCharacters() {
        CodePointSet.Builder unfolded = new CodePointSet.Builder();
        for (int[] members : classes().members) {
            for (int i = 1; i < members.length; i++) {
                unfolded.add(members[i]);
            }
        }
        return unfolded.build().complement();
    }

    private static void addOtherAsciiCase(CodePointSet set, CodePointSet.Builder result) {
        result.addAll(set);
        for (int upper = 'A'; upper <= 'Z'; upper++) {
            if (set.contains(upper)) {
                result.add(upper | 0x20);
            } else if (set.contains(upper | 0x20)) {
                result.add(upper);
            }
        }
    }

    /**
     * The equivalence classes of more than one character; the first member represents the class.
     */
    static final class Classes {
        final int[][] members;

        /** Non-ASCII members in order, for the look-up of a single one. */
        private final int[] sortedMembers;

        private final int[] representatives;

        private Classes(Map<Integer, List<Integer>> byCanonical) {
            List<int[]> classes = new ArrayList<>();
            List<int[]> pairs = new ArrayList<>();
            byCanonical.forEach(
                    (canonical, characters) -> {
                        if (!characters.contains(canonical)) {
                            characters.add(canonical);
                        }
                        if (characters.size() > 1) {
                            characters.remove(canonical);
                            characters.addFirst(canonical);
                            classes.add(characters.stream().mapToInt(Integer::intValue).toArray());
                            characters.forEach(
                                    character -> pairs.add(new int[] {character, canonical}));
                        }
                    });
            members = classes.toArray(int[][]::new);
            pairs.sort((left, right) -> Integer.compare(left[0], right[0]));
            sortedMembers = pairs.stream().mapToInt(pair -> pair[0]).toArray();
            representatives = pairs.stream().mapToInt(pair -> pair[1]).toArray();
        }

        int canonicalize(int character) {
            int index = Arrays.binarySearch(sortedMembers, character);
            return index < 0 ? character : representatives[index];
        }
    }

    /** Made when the first pattern needs it. */
    private static final class UnicodeClasses {
        static final Classes TABLE = build();

        private static Classes build() {
            Map<Integer, List<Integer>> byFolding = new HashMap<>();
            int[] foldings = UnicodeTables.simpleCaseFoldings();
            for (int i = 0; i < foldings.length; i += 2) {
                byFolding
                        .computeIfAbsent(foldings[i + 1], key -> new ArrayList<>(4))
                        .add(foldings[i]);
            }
            return new Classes(byFolding);
        }
    }

    /** Made when the first pattern needs it. */
    private static final class LegacyClasses {
        static final Classes TABLE = build();

        private static Classes build() {
            Map<Integer, List<Integer>> byUpperCase = new HashMap<>();
            for (int unit = 0; unit <= 0xFFFF; unit++) {
                int canonical = LEGACY.canonicalize(unit);
                if (canonical != unit) {
                    byUpperCase.computeIfAbsent(canonical, key -> new ArrayList<>(4)).add(unit);
                }
            }
            return new Classes(byUpperCase);
        }
    }
}
