package dev.jsj.runtime.regexp;

import dev.jsj.parser.regexp.UnicodeProperty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The Unicode data that patterns need, read from the resource {@code unicode-17.bin}, which {@code
 * UnicodeTablesGenerator} (in the tests) makes from ICU4J. A resource of our own because the
 * properties of {@code java.lang.Character} are fewer and those of ICU4J cost 200 ms to start; this
 * costs one.
 *
 * <p>The resource is a list of sections: a name and a body, each a length byte or number and that
 * many bytes. Numbers are written seven bits to a byte, low bits first, the high bit set on all but
 * the last. A set is the number of its ranges, then for each the distance from the last one's end
 * and its size. A string is its length and its code points.
 */
final class UnicodeTables {
    /**
     * What a property of strings holds for: code points, and strings of at least two code points.
     */
    record StringSet(CodePointSet characters, List<int[]> strings) {}

    private static final String RESOURCE = "unicode-17.bin";

    private static final String[] RGI_EMOJI_PARTS = {
        "Basic_Emoji",
        "Emoji_Keycap_Sequence",
        "RGI_Emoji_Modifier_Sequence",
        "RGI_Emoji_Flag_Sequence",
        "RGI_Emoji_Tag_Sequence",
        "RGI_Emoji_ZWJ_Sequence"
    };

    private UnicodeTables() {}

    /** Loaded at the first use and immutable after that. */
    private static final class Data {
        static final byte[] BYTES = load();

        private static byte[] load() {
            try (InputStream stream = UnicodeTables.class.getResourceAsStream(RESOURCE)) {
                return stream.readAllBytes();
            } catch (IOException failure) {
                throw new UncheckedIOException(
                        "The resource " + RESOURCE + " of the engine cannot be read.", failure);
            }
        }
    }

    /** A position in the data. */
    private static final class Reader {
        int position;

        Reader(int position) {
            this.position = position;
        }

        int number() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = Data.BYTES[position++];
                value |= (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        CodePointSet set() {
            CodePointSet.Builder builder = new CodePointSet.Builder();
            int end = 0;
            for (int ranges = number(); ranges > 0; ranges--) {
                int first = end + number();
                end = first + number();
                builder.add(first, end - 1);
            }
            return builder.build();
        }
    }

    private static Reader section(String name) {
        byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
        Reader reader = new Reader(0);
        while (reader.position < Data.BYTES.length) {
            int nameLength = reader.number();
            boolean found = nameLength == wanted.length;
            for (int i = 0; found && i < nameLength; i++) {
                found = Data.BYTES[reader.position + i] == wanted[i];
            }
            reader.position += nameLength;
            int length = reader.number();
            if (found) {
                return reader;
            }
            reader.position += length;
        }
        throw new AssertionError("There is no Unicode data called " + name + ".");
    }

    /** The code points that have a property, which is not one of strings. */
    static CodePointSet characters(UnicodeProperty property) {
        return switch (property.kind()) {
            case GENERAL_CATEGORY -> generalCategory(property.name());
            case SCRIPT -> section("sc=" + property.name()).set();
            case SCRIPT_EXTENSIONS -> section("scx=" + property.name()).set();
            case BINARY ->
                    switch (property.name()) {
                        case "Any" -> CodePointSet.ALL;
                        case "ASCII" -> CodePointSet.range(0, 0x7F);
                        case "Assigned" -> section("gc=Unassigned").set().complement();
                        default -> section(property.name()).set();
                    };
            case OF_STRINGS -> strings(property).characters;
        };
    }

    private static CodePointSet generalCategory(String name) {
        return switch (name) {
            case "Cased_Letter" ->
                    categories("Uppercase_Letter", "Lowercase_Letter", "Titlecase_Letter");
            case "Letter" ->
                    categories(
                            "Uppercase_Letter",
                            "Lowercase_Letter",
                            "Titlecase_Letter",
                            "Modifier_Letter",
                            "Other_Letter");
            case "Mark" -> categories("Nonspacing_Mark", "Spacing_Mark", "Enclosing_Mark");
            case "Number" -> categories("Decimal_Number", "Letter_Number", "Other_Number");
            case "Other" ->
                    categories("Control", "Format", "Surrogate", "Private_Use", "Unassigned");
            case "Punctuation" ->
                    categories(
                            "Connector_Punctuation",
                            "Dash_Punctuation",
                            "Open_Punctuation",
                            "Close_Punctuation",
                            "Initial_Punctuation",
                            "Final_Punctuation",
                            "Other_Punctuation");
            case "Separator" ->
                    categories("Space_Separator", "Line_Separator", "Paragraph_Separator");
            case "Symbol" ->
                    categories("Math_Symbol", "Currency_Symbol", "Modifier_Symbol", "Other_Symbol");
            default -> section("gc=" + name).set();
        };
    }

    private static CodePointSet categories(String... names) {
        CodePointSet.Builder builder = new CodePointSet.Builder();
        for (String name : names) {
            builder.addAll(section("gc=" + name).set());
        }
        return builder.build();
    }

    /** The members of a property of strings. */
    static StringSet strings(UnicodeProperty property) {
        String[] parts =
                property.name().equals("RGI_Emoji")
                        ? RGI_EMOJI_PARTS
                        : new String[] {property.name()};
        CodePointSet characters = CodePointSet.EMPTY;
        List<int[]> strings = new ArrayList<>();
        for (String part : parts) {
            Reader reader = section(part);
            characters = characters.union(reader.set());
            for (int count = reader.number(); count > 0; count--) {
                int[] string = new int[reader.number()];
                for (int i = 0; i < string.length; i++) {
                    string[i] = reader.number();
                }
                strings.add(string);
            }
        }
        return new StringSet(characters, strings);
    }

    /**
     * The simple case foldings: pairs of a code point and what it folds to, in the order of the
     * former.
     */
    static int[] simpleCaseFoldings() {
        Reader reader = section("scf");
        int[] pairs = new int[reader.number() * 2];
        int last = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            last += reader.number();
            int difference = reader.number();
            pairs[i] = last;
            pairs[i + 1] = last + ((difference & 1) == 0 ? difference >> 1 : -(difference >> 1));
        }
        return pairs;
    }
}
