package dev.jsj.conformance.fuzz;

import java.util.List;
import java.util.Random;

/** Makes a new source from existing ones: the same seed gives the same source. */
final class Mutator {

    private static final String[] FRAGMENTS = {
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        "`",
        "${",
        "'",
        "\"",
        "/",
        "/*",
        "*/",
        "//",
        "\n",
        ";",
        ",",
        "=>",
        "...",
        "?.",
        "??=",
        "**",
        ">>>=",
        "#x",
        "@",
        "\\u{110000}",
        "\\u0041",
        "\u2028",
        "\ud800",
        "\0",
        "0x",
        "1e999",
        "0b2",
        "08",
        "1_0",
        "10n",
        "-0",
        "NaN",
        "/(?<a>.)\\k<a>/u",
        "/[\\p{L}--[a-z]]/v",
        "/(a*)*b/",
        "async ",
        "await ",
        "yield ",
        "yield* ",
        "static ",
        "get ",
        "set ",
        "class A extends ",
        "super()",
        "super.x",
        "new.target",
        "import.meta",
        "import('x')",
        "export default ",
        "let ",
        "var ",
        "const ",
        "function* ",
        "with(Math)",
        "eval('var x')",
        "arguments",
        "this",
        "null",
        "undefined",
        "try{",
        "}catch{",
        "}finally{",
        "label:",
        "break label;",
        "continue;",
        "return ",
        "throw ",
        "delete ",
        "typeof ",
        "void ",
        "in ",
        "instanceof ",
        "of ",
        "debugger;",
        "switch(0){case ",
        "default:",
        "using ",
        "<!--",
        "-->",
        "#!",
        "__proto__:",
        "constructor",
        "Symbol.iterator",
        "new Proxy({},{})",
        "Array(1e9)",
        "'x'.repeat(1e8)",
        "Reflect.construct",
        "Object.freeze",
        ".length=0",
        ".constructor.prototype",
        "(function f(){f()})()",
        "[].sort.call",
        "new Array(-1)",
        "while(1){break}",
        "for(;;){break}",
        "JSON.stringify",
        "structuredClone"
    };

    private final List<String> corpus;
    private final Random random;

    Mutator(List<String> corpus, long seed) {
        this.corpus = corpus;
        this.random = new Random(seed);
    }

    String next() {
        int kind = random.nextInt(20);
        if (kind == 0) {
            return noise();
        }
        if (kind == 1) {
            return nested();
        }
        StringBuilder source = new StringBuilder(pick());
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            change(source);
        }
        return source.toString();
    }

    private String pick() {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private void change(StringBuilder source) {
        int length = source.length();
        int at = random.nextInt(length + 1);
        int end = Math.min(length, at + random.nextInt(30));
        switch (random.nextInt(7)) {
            case 0 -> source.delete(at, end);
            case 1 -> source.insert(at, fragment());
            case 2 -> source.replace(at, end, fragment());
            case 3 -> source.insert(at, source.substring(at, end));
            case 4 -> source.insert(random.nextInt(length + 1), source.substring(at, end));
            case 5 -> {
                String other = pick();
                int from = random.nextInt(other.length() + 1);
                source.insert(at, other, from, Math.min(other.length(), from + random.nextInt(80)));
            }
            default -> source.setLength(at);
        }
    }

    private String fragment() {
        return FRAGMENTS[random.nextInt(FRAGMENTS.length)];
    }

    /** Fragments one after the other. */
    private String noise() {
        StringBuilder source = new StringBuilder();
        int count = 1 + random.nextInt(60);
        for (int i = 0; i < count; i++) {
            source.append(fragment());
        }
        return source.toString();
    }

    /** A deep nesting of one or two fragments. */
    private String nested() {
        String opening = fragment() + (random.nextBoolean() ? fragment() : "");
        int depth = 1 << (4 + random.nextInt(13));
        String source = opening.repeat(Math.min(depth, 400_000 / opening.length()));
        return random.nextBoolean() ? source : source + "1" + ")".repeat(random.nextInt(depth));
    }
}
