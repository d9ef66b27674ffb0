package dev.jsj.runtime.builtins.text;

import java.util.Locale;

/**
 * Lower case by the Unicode Default Case Conversion. Java's differs in one point: it decides with a
 * word iterator whether a sigma is the last letter of its word, where Unicode has a rule of its own
 * (Final_Sigma).
 */
final class LowerCase {
    private static final char CAPITAL_SIGMA = '\u03A3';
    private static final char FINAL_SIGMA = '\u03C2';

    /** Characters that are Case_Ignorable for their Word_Break property, not for their category. */
    private static final String WORD_MIDDLES =
            "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

    private LowerCase() {}

    static String of(String text, Locale locale) {
        int sigma = text.indexOf(CAPITAL_SIGMA);
        if (sigma < 0) {
            return text.toLowerCase(locale);
        }
        StringBuilder result = new StringBuilder(text.length());
        int copied = 0;
        for (; sigma >= 0; sigma = text.indexOf(CAPITAL_SIGMA, sigma + 1)) {
            result.append(text.substring(copied, sigma).toLowerCase(locale));
            result.append(isFinal(text, sigma) ? FINAL_SIGMA : '\u03C3');
            copied = sigma + 1;
        }
        return result.append(text.substring(copied).toLowerCase(locale)).toString();
    }

    /**
     * Final_Sigma: a cased letter comes before, none comes after, those that can be ignored left
     * out.
     */
    private static boolean isFinal(String text, int sigma) {
        int before = sigma;
        while (before > 0 && isCaseIgnorable(text.codePointBefore(before))) {
            before -= Character.charCount(text.codePointBefore(before));
        }
        if (before == 0 || !isCased(text.codePointBefore(before))) {
            return false;
        }
        int after = sigma + 1;
        while (after < text.length() && isCaseIgnorable(text.codePointAt(after))) {
            after += Character.charCount(text.codePointAt(after));
        }
        return after == text.length() || !isCased(text.codePointAt(after));
    }

    private static boolean isCased(int character) {
        return Character.isLowerCase(character)
                || Character.isUpperCase(character)
                || Character.isTitleCase(character);
    }

    private static boolean isCaseIgnorable(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL ->
                    true;
            default -> WORD_MIDDLES.indexOf(character) >= 0;
        };
    }
}
