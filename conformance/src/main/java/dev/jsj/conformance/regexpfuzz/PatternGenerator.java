package dev.jsj.conformance.regexpfuzz;

import java.util.Random;

/** Makes random patterns, flags and inputs over a small alphabet, so that matches are likely. */
final class PatternGenerator {
    private static final String[] CHARACTERS = {
        "a",
        "b",
        "c",
        "A",
        "B",
        "x",
        "1",
        "2",
        "_",
        " ",
        "\\n",
        "-",
        "\\u017f",
        "\\u212a",
        "\\xe9",
        "\\u0130",
        "\\ud83d\\ude00",
        "\\ud83d",
        "\\ude00",
        "\\u4e2d"
    };
    private static final String[] INPUTS = {
        "a",
        "a",
        "a",
        "b",
        "b",
        "c",
        "A",
        "B",
        "x",
        "1",
        "2",
        "_",
        " ",
        "\n",
        "-",
        "\u017f",
        "\u212a",
        "\u00e9",
        "\u0130",
        "\ud83d\ude00",
        "\ud83d\ude00",
        "\ud83d",
        "\ude00",
        "\u4e2d",
        "s",
        "k",
        "ab",
        "abc",
        "aaaa",
        "GET",
        "POST"
    };
    private static final String[] CLASSES = {
        "\\d",
        "\\w",
        "\\s",
        "\\D",
        "\\W",
        "\\S",
        ".",
        ".",
        "[^]",
        "[]",
        "[ab]",
        "[^a]",
        "[a-c]",
        "[^a-c1]",
        "[A-Za-z_]",
        "[\\w-]",
        "[^\\s]",
        "[\\u0100-\\uffff]",
        "[^\\x00-\\x7f]",
        "[\\d\\u212a]",
        "[aeiou]",
        "[^\\n]",
        "[ac1_]"
    };
    private static final String[] UNICODE_CLASSES = {
        "\\p{L}",
        "\\P{L}",
        "\\p{Lu}",
        "[\\p{L}\\d]",
        "[^\\p{Lu}]",
        "\\u{1f600}",
        "[\\u{1f600}-\\u{1f64f}]",
        "[^\\u{1f600}]",
        "\\p{Script=Han}"
    };
    private static final String[] SETS = {
        "[\\q{ab|abc|a}]", "[[a-c]--[b]]", "[\\w&&[a-z]]", "[\\q{aa|b|}x]", "[^[a-c]&&\\w]"
    };
    private static final String[] QUANTIFIERS = {
        "*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{0,2}?", "{2,}", "{3,}?", "{0}", "{1,30}",
        "{4}"
    };
    private static final String[] TEXTS = {
        "GET|POST|PUT|DELETE|PATCH", "a|ab|abc|b", "foo|bar|aaa|aab|ab", "ab|ac|aa|bb|x"
    };

    private final Random random;
    private final boolean unicode;
    private final boolean unicodeSets;
    private int groups;
    private int names;

    /** How many terms may still come. */
    private int terms;

    private PatternGenerator(Random random, String flags) {
        this.random = random;
        terms = 2 + random.nextInt(random.nextInt(20) == 0 ? 80 : 16);
        unicodeSets = flags.indexOf('v') >= 0;
        unicode = unicodeSets || flags.indexOf('u') >= 0;
    }

    /** A pattern, its flags, and what it is tried on; the pattern need not be valid. */
    record Sample(String pattern, String flags, String[] inputs) {}

    static Sample sample(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + 17);
        StringBuilder flags = new StringBuilder();
        for (char flag : new char[] {'d', 'g', 'i', 'm', 's', 'y'}) {
            if (random.nextInt(flag == 'i' || flag == 'm' ? 3 : 6) == 0) {
                flags.append(flag);
            }
        }
        int mode = random.nextInt(5);
        if (mode < 2) {
            flags.append(mode == 0 ? 'u' : 'v');
        }
        PatternGenerator generator = new PatternGenerator(random, flags.toString());
        String pattern = generator.disjunction(3);
        String[] inputs = new String[6];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = generator.input();
        }
        return new Sample(pattern, flags.toString(), inputs);
    }

    private String input() {
        StringBuilder text = new StringBuilder();
        boolean latin1 = random.nextBoolean();
        int length = random.nextInt(random.nextInt(4) == 0 ? 40 : 12);
        for (int i = 0; i < length; i++) {
            text.append(INPUTS[random.nextInt(latin1 ? 15 : INPUTS.length)]);
        }
        return text.toString();
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private String disjunction(int depth) {
        StringBuilder text = new StringBuilder(sequence(depth));
        int more = random.nextInt(3) == 0 ? 1 + random.nextInt(random.nextInt(4) == 0 ? 5 : 2) : 0;
        for (int i = 0; i < more && terms > 0; i++) {
            text.append('|').append(sequence(depth));
        }
        return text.toString();
    }

    private String sequence(int depth) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(4) + (random.nextInt(8) == 0 ? 0 : 1);
        for (int i = 0; i < length && terms > 0; i++) {
            terms--;
            text.append(term(depth));
        }
        return text.toString();
    }

    private String term(int depth) {
        int kind = random.nextInt(depth > 0 ? 24 : 12);
        if (kind < 6) {
            return quantified(pick(CHARACTERS), 3);
        }
        if (kind < 10) {
            return quantified(characterClass(), 2);
        }
        if (kind < 12) {
            return assertion();
        }
        return switch (kind) {
            case 12, 13, 14 -> {
                groups++;
                yield quantified("(" + disjunction(depth - 1) + ")", 2);
            }
            case 15, 16 -> quantified("(?:" + disjunction(depth - 1) + ")", 2);
            case 17 -> {
                groups++;
                String name = "n" + names++;
                yield quantified(group(name, disjunction(depth - 1)), 3)
                        + (random.nextBoolean() ? "\\k<" + name + ">" : "");
            }
            case 18, 19 -> look(depth);
            case 20 -> "\\" + (1 + random.nextInt(groups + 1));
            case 21 ->
                    "(?"
                            + pick(new String[] {"i", "-i", "s", "m", "i-s"})
                            + ":"
                            + disjunction(depth - 1)
                            + ")";
            case 22 -> quantified("(?:" + pick(TEXTS) + ")", 3);
            default -> duplicates(depth);
        };
    }

    private String duplicates(int depth) {
        groups += 2;
        String name = "d" + names++;
        String either = group(name, sequence(depth - 1)) + "|" + group(name, sequence(depth - 1));
        return "(?:" + either + ")\\k<" + name + ">";
    }

    private static String group(String name, String body) {
        return "(?<" + name + ">" + body + ")";
    }

    private String characterClass() {
        int kind = random.nextInt(4);
        if (unicodeSets && kind == 0) {
            return pick(SETS);
        }
        return unicode && kind == 1 ? pick(UNICODE_CLASSES) : pick(CLASSES);
    }

    private String look(int depth) {
        String look =
                pick(new String[] {"(?=", "(?!", "(?<=", "(?<!"}) + disjunction(depth - 1) + ")";
        return !unicode && look.charAt(2) != '<' ? quantified(look, 6) : look;
    }

    private String assertion() {
        return pick(new String[] {"^", "$", "\\b", "\\B"});
    }

    private String quantified(String atom, int oneIn) {
        return random.nextInt(oneIn) == 0 ? atom + pick(QUANTIFIERS) : atom;
    }
}
