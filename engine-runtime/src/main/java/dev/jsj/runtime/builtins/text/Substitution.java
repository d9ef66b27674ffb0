package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.value.Rope;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * 22.1.3.19.1 GetSubstitution ( matched, str, position, captures, namedCaptures,
 * replacementTemplate ).
 */
final class Substitution {
    private Substitution() {}

    /** The captures of a match. */
    interface Captures {
        Captures NONE =
                new Captures() {
                    @Override
                    public int count() {
                        return 0;
                    }

                    @Override
                    public void append(int group, StringBuilder result) {}
                };

        /** The number of groups. */
        int count();

        /** Appends what a group, counted from 1, has matched: nothing where it took no part. */
        void append(int group, StringBuilder result);
    }

    /**
     * Appends what replaces a match.
     *
     * @param matched null where the match is {@code text[position, end)}; {@code end} may lie
     *     beyond the text
     */
    static void append(
            StringBuilder result,
            String template,
            @Nullable String matched,
            CharSequence text,
            int position,
            int end,
            Captures captures,
            @Nullable JSObject namedCaptures) {
        int copied = 0;
        for (int dollar;
                (dollar = template.indexOf('$', copied)) >= 0 && dollar + 1 < template.length(); ) {
            result.append(template, copied, dollar);
            char next = template.charAt(dollar + 1);
            copied = dollar + 2;
            switch (next) {
                case '$' -> result.append('$');
                case '&' -> {
                    if (matched != null) {
                        result.append(matched);
                    } else {
                        Rope.append(result, text, position, end);
                    }
                }
                case '`' -> Rope.append(result, text, 0, position);
                case '\'' -> {
                    if (end < text.length()) {
                        Rope.append(result, text, end, text.length());
                    }
                }
                case '<' -> {
                    int close = namedCaptures == null ? -1 : template.indexOf('>', copied);
                    if (close < 0) {
                        result.append("$<");
                    } else {
                        Object capture =
                                namedCaptures.get(
                                        TypeConversion.propertyKey(
                                                template.substring(copied, close)),
                                        namedCaptures);
                        if (capture != Undefined.UNDEFINED) {
                            Rope.append(result, TypeConversion.toString(capture));
                        }
                        copied = close + 1;
                    }
                }
                default -> copied = appendNumbered(result, template, dollar, captures);
            }
        }
        result.append(template, copied, template.length());
    }

    /**
     * {@code $n} or {@code $nn}; gives the index behind it, or behind a dollar that means nothing.
     */
    private static int appendNumbered(
            StringBuilder result, String template, int dollar, Captures captures) {
        int first = digit(template, dollar + 1);
        if (first >= 0) {
            int second = digit(template, dollar + 2);
            int twoDigits = first * 10 + second;
            if (second >= 0 && twoDigits >= 1 && twoDigits <= captures.count()) {
                captures.append(twoDigits, result);
                return dollar + 3;
            }
            if (first >= 1 && first <= captures.count()) {
                captures.append(first, result);
                return dollar + 2;
            }
        }
        result.append('$');
        return dollar + 1;
    }

    private static int digit(String template, int index) {
        int digit = index < template.length() ? template.charAt(index) - '0' : -1;
        return digit <= 9 ? digit : -1;
    }
}
