package dev.jsj.parser.regexp;

/**
 * Looks ahead over the whole pattern for its capture groups: the meaning of {@code \1} and {@code
 * \k} depends on groups that may come later. Runs only when such an escape is met.
 */
final class GroupScanner {
    private final String pattern;
    private boolean scanned;
    private int count;
    private boolean named;

    GroupScanner(String pattern) {
        this.pattern = pattern;
    }

    int count() {
        scan();
        return count;
    }

    boolean hasNames() {
        scan();
        return named;
    }

    private void scan() {
        if (scanned) {
            return;
        }
        scanned = true;
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                case '(' -> {
                    if (!inClass) {
                        scanGroup(i);
                    }
                }
                default -> {}
            }
        }
    }

    private void scanGroup(int open) {
        if (!pattern.startsWith("?", open + 1)) {
            count++;
        } else if (pattern.startsWith("<", open + 2)
                && !pattern.startsWith("=", open + 3)
                && !pattern.startsWith("!", open + 3)) {
            count++;
            named = true;
        }
    }
}
