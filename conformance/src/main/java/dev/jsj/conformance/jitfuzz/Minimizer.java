package dev.jsj.conformance.jitfuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a failing program smaller: removes lines and whole blocks, unwraps blocks, then replaces
 * parenthesised expressions by constants, as long as the program goes on failing.
 */
final class Minimizer {
    private final Predicate<String> fails;
    private List<String> lines;

    private Minimizer(String program, Predicate<String> fails) {
        this.fails = fails;
        lines = new ArrayList<>(List.of(program.split("\n")));
    }

    /** A smaller program for which {@code fails} holds, as it does for {@code program}. */
    static String minimize(String program, Predicate<String> fails) {
        return new Minimizer(program, fails).run();
    }

    private String run() {
        int before;
        do {
            before = String.join("\n", lines).length();
            for (int size = lines.size() / 2; size > 1; size /= 2) {
                removeChunks(size);
            }
            removeBlocks();
            removeChunks(1);
            simplifyExpressions();
        } while (String.join("\n", lines).length() < before);
        return String.join("\n", lines) + "\n";
    }

    private boolean keepIfFailing(List<String> candidate) {
        if (fails.test(String.join("\n", candidate))) {
            lines = candidate;
            return true;
        }
        return false;
    }

    /** Removes runs of lines with balanced braces. */
    private void removeChunks(int size) {
        for (int start = lines.size() - size; start >= 0; start -= Math.max(1, size / 2)) {
            if (start + size <= lines.size() && isBalanced(lines.subList(start, start + size))) {
                List<String> candidate = new ArrayList<>(lines);
                candidate.subList(start, start + size).clear();
                keepIfFailing(candidate);
            }
        }
    }

    private static boolean isBalanced(List<String> part) {
        int open = 0;
        for (String line : part) {
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                open += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (open < 0) {
                    return false;
                }
            }
        }
        return open == 0;
    }

    /** Removes each block with its head, or only the head and the closing brace. */
    private void removeBlocks() {
        for (int start = lines.size() - 1; start >= 0; start--) {
            if (start >= lines.size() || !lines.get(start).endsWith("{")) {
                continue;
            }
            for (int end = start + 1; end < lines.size(); end++) {
                if (!isBalanced(lines.subList(start, end + 1))) {
                    continue;
                }
                List<String> without = new ArrayList<>(lines);
                without.subList(start, end + 1).clear();
                if (!keepIfFailing(without)) {
                    List<String> unwrapped = new ArrayList<>(lines);
                    unwrapped.remove(end);
                    unwrapped.remove(start);
                    keepIfFailing(unwrapped);
                }
                break;
            }
        }
    }

    /**
     * Replaces parenthesised parts of lines by 1, by 0.5, by nothing, or by their first operand.
     */
    private void simplifyExpressions() {
        for (int line = 0; line < lines.size(); line++) {
            for (int open = 0; open < lines.get(line).length(); open++) {
                String text = lines.get(line);
                if (text.charAt(open) != '(') {
                    continue;
                }
                int close = closing(text, open);
                if (close < 0 || close == open + 1) {
                    continue;
                }
                String inner = text.substring(open + 1, close);
                for (String simple : List.of("", "1", "undefined", firstOperand(inner))) {
                    if (simple.length() < inner.length() && replace(line, open, close, simple)) {
                        break;
                    }
                }
            }
        }
    }

    private boolean replace(int line, int open, int close, String simple) {
        String text = lines.get(line);
        List<String> candidate = new ArrayList<>(lines);
        candidate.set(line, text.substring(0, open + 1) + simple + text.substring(close));
        return keepIfFailing(candidate);
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The part before the first space or comma outside parentheses. */
    private static String firstOperand(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0 && (c == ' ' || c == ',')) {
                return text.substring(0, i);
            }
        }
        return text;
    }
}
