package dev.jsj.runtime.regexp;

import com.ibm.icu.lang.CharacterProperties;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the resource of {@link UnicodeTables} from ICU4J; the argument is the file. Needs the
 * ICU4J release of that Unicode version.
 */
final class UnicodeTablesGenerator {
    private static final String BINARY =
            "ASCII_Hex_Digit Alphabetic Bidi_Control Bidi_Mirrored Case_Ignorable Cased"
                + " Changes_When_Casefolded Changes_When_Casemapped Changes_When_Lowercased"
                + " Changes_When_NFKC_Casefolded Changes_When_Titlecased Changes_When_Uppercased"
                + " Dash Default_Ignorable_Code_Point Deprecated Diacritic Emoji Emoji_Component"
                + " Emoji_Modifier Emoji_Modifier_Base Emoji_Presentation Extended_Pictographic"
                + " Extender Grapheme_Base Grapheme_Extend Hex_Digit IDS_Binary_Operator"
                + " IDS_Trinary_Operator ID_Continue ID_Start Ideographic Join_Control"
                + " Logical_Order_Exception Lowercase Math Noncharacter_Code_Point Pattern_Syntax"
                + " Pattern_White_Space Quotation_Mark Radical Regional_Indicator Sentence_Terminal"
                + " Soft_Dotted Terminal_Punctuation Unified_Ideograph Uppercase Variation_Selector"
                + " White_Space XID_Continue XID_Start";
    private static final String OF_STRINGS =
            "Basic_Emoji Emoji_Keycap_Sequence RGI_Emoji_Modifier_Sequence RGI_Emoji_Flag_Sequence"
                    + " RGI_Emoji_Tag_Sequence RGI_Emoji_ZWJ_Sequence";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]), new UnicodeTablesGenerator().generate());
    }

    byte[] generate() {
        for (String name : BINARY.split(" ")) {
            section(
                    name,
                    set(
                            CharacterProperties.getBinaryPropertySet(
                                    UCharacter.getPropertyEnum(name))));
        }
        for (int value = 0;
                value <= UCharacter.getIntPropertyMaxValue(UProperty.GENERAL_CATEGORY);
                value++) {
            UnicodeSet set =
                    new UnicodeSet().applyIntPropertyValue(UProperty.GENERAL_CATEGORY, value);
            section("gc=" + longName(UProperty.GENERAL_CATEGORY, value), set(set));
        }
        for (int value = 0; value <= UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT); value++) {
            UnicodeSet script = new UnicodeSet().applyIntPropertyValue(UProperty.SCRIPT, value);
            String name = longName(UProperty.SCRIPT, value);
            if (!script.isEmpty() || name.equals("Katakana_Or_Hiragana")) {
                section("sc=" + name, set(script));
                section("scx=" + name, set(new UnicodeSet().applyPropertyAlias("scx", name)));
            }
        }
        for (String name : OF_STRINGS.split(" ")) {
            section(
                    name,
                    strings(
                            CharacterProperties.getBinaryPropertySet(
                                    UCharacter.getPropertyEnum(name))));
        }
        section("scf", foldings());
        return out.toByteArray();
    }

    private static String longName(int property, int value) {
        return UCharacter.getPropertyValueName(property, value, UProperty.NameChoice.LONG);
    }

    private void section(String name, byte[] body) {
        byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
        number(out, nameBytes.length);
        out.writeBytes(nameBytes);
        number(out, body.length);
        out.writeBytes(body);
    }

    private static void number(ByteArrayOutputStream target, int value) {
        int rest = value;
        for (; rest >= 0x80; rest >>= 7) {
            target.write(rest & 0x7F | 0x80);
        }
        target.write(rest);
    }

    private static byte[] set(UnicodeSet set) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        number(body, set.getRangeCount());
        int end = 0;
        for (int i = 0; i < set.getRangeCount(); i++) {
            number(body, set.getRangeStart(i) - end);
            number(body, set.getRangeEnd(i) + 1 - set.getRangeStart(i));
            end = set.getRangeEnd(i) + 1;
        }
        return body.toByteArray();
    }

    private static byte[] strings(UnicodeSet set) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(set(set));
        number(body, set.strings().size());
        for (String string : set.strings()) {
            int[] codePoints = string.codePoints().toArray();
            number(body, codePoints.length);
            for (int codePoint : codePoints) {
                number(body, codePoint);
            }
        }
        return body.toByteArray();
    }

    private static byte[] foldings() {
        List<Integer> folding = new ArrayList<>();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (UCharacter.foldCase(codePoint, true) != codePoint) {
                folding.add(codePoint);
            }
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        number(body, folding.size());
        int last = 0;
        for (int codePoint : folding) {
            number(body, codePoint - last);
            int difference = UCharacter.foldCase(codePoint, true) - codePoint;
            number(body, difference < 0 ? -difference << 1 | 1 : difference << 1);
            last = codePoint;
        }
        return body.toByteArray();
    }
}
