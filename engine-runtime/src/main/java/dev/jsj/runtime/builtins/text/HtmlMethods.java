package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.operations.TypeConversion;

/** B.2.2.2 to B.2.2.14: the String methods that put a string into an HTML element. */
enum HtmlMethods {
    ANCHOR("a", "name"),
    BIG("big", ""),
    BLINK("blink", ""),
    BOLD("b", ""),
    FIXED("tt", ""),
    FONTCOLOR("font", "color"),
    FONTSIZE("font", "size"),
    ITALICS("i", ""),
    LINK("a", "href"),
    SMALL("small", ""),
    STRIKE("strike", ""),
    SUB("sub", ""),
    SUP("sup", "");

    private static final HtmlMethods[] ALL = values();

    private final String tag;
    private final String attribute;

    HtmlMethods(String tag, String attribute) {
        this.tag = tag;
        this.attribute = attribute;
    }

    /** Takes the description of a method. */
    interface Visitor {
        void visit(int index, String name, int length);
    }

    static void forEach(Visitor visitor) {
        for (HtmlMethods method : ALL) {
            visitor.visit(
                    method.ordinal(), method.methodName(), method.attribute.isEmpty() ? 0 : 1);
        }
    }

    private String methodName() {
        return name().toLowerCase(java.util.Locale.ROOT).intern();
    }

    static Object call(int index, Object self, Object value) {
        return ALL[index].createHtml(self, value);
    }

    /** B.2.2.2.1 CreateHTML ( string, tag, attribute, value ). */
    private String createHtml(Object self, Object value) {
        String text = StringPrototype.thisString(self, "String.prototype." + methodName()); // 1, 2
        StringBuilder html = new StringBuilder("<").append(tag); // 3
        if (!attribute.isEmpty()) { // 4
            String escaped = TypeConversion.toJavaString(value).replace("\"", "&quot;");
            html.append(' ').append(attribute).append("=\"").append(escaped).append('"');
        }
        return html.append('>')
                .append(text)
                .append("</")
                .append(tag)
                .append('>')
                .toString(); // 5 - 8
    }
}
