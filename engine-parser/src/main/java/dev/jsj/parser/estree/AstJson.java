package dev.jsj.parser.estree;

import dev.jsj.parser.Parser;
import dev.jsj.parser.ParserStackOverflow;
import dev.jsj.parser.Source;
import dev.jsj.parser.ast.Program;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes ESTree as JSON, or in a compact form that only shows the types. */
public final class AstJson {
    /** Names, as opposed to what a program computes, do not show in the compact form. */
    private static final Set<String> NAMES = Set.of("id", "params", "key", "label");

    private final StringBuilder out = new StringBuilder();

    private AstJson() {}

    /** The ESTree of a source, as nested maps and lists. */
    public static Map<String, @Nullable Object> parse(Source source, boolean module) {
        Parser parser = new Parser(Parser.DEFAULT_MAX_DEPTH, false);
        Program program = module ? parser.parseModule(source) : parser.parseScript(source);
        try {
            return Estree.convert(source, program);
        } catch (StackOverflowError e) {
            throw new ParserStackOverflow();
        }
    }

    /** The ESTree of a source as indented JSON. */
    public static String json(Source source, boolean module) {
        AstJson json = new AstJson();
        try {
            json.write(parse(source, module), 0);
        } catch (StackOverflowError e) {
            throw new ParserStackOverflow();
        }
        return json.out.toString();
    }

    /**
     * The types of the nodes on one line: {@code >} leads to the child, or to the children in
     * parentheses.
     */
    public static String compact(Source source, boolean module) {
        AstJson line = new AstJson();
        try {
            line.writeCompact(parse(source, module));
        } catch (StackOverflowError e) {
            throw new ParserStackOverflow();
        }
        return line.out.toString();
    }

    private void write(@Nullable Object value, int depth) {
        switch (value) {
            case Map<?, ?> map -> writeMap(map, depth);
            case List<?> list -> writeList(list, depth);
            case String string -> writeString(string);
            case Double number -> writeNumber(number);
            case null, default -> out.append(value);
        }
    }

    private void writeNumber(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            out.append((long) number);
        } else if (Double.isInfinite(number)) {
            out.append("1e999");
        } else {
            out.append(number);
        }
    }

    private void writeMap(Map<?, ?> map, int depth) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            indent(depth + 1);
            writeString((String) entry.getKey());
            out.append(": ");
            write(entry.getValue(), depth + 1);
            separator = ",";
        }
        indent(depth);
        out.append('}');
    }

    private void writeList(List<?> list, int depth) {
        if (list.isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        String separator = "";
        for (Object each : list) {
            out.append(separator);
            indent(depth + 1);
            write(each, depth + 1);
            separator = ",";
        }
        indent(depth);
        out.append(']');
    }

    private void indent(int depth) {
        out.append('\n').repeat("  ", depth);
    }

    private void writeString(String string) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private void writeCompact(Map<?, ?> node) {
        out.append(node.get("type"));
        List<Map<?, ?>> children = new ArrayList<>();
        for (Map.Entry<?, ?> entry : node.entrySet()) {
            if (!NAMES.contains(entry.getKey())) {
                collect(entry.getValue(), children);
            }
        }
        if (children.isEmpty()) {
            return;
        }
        out.append('>');
        if (children.size() == 1) {
            writeCompact(children.get(0));
            return;
        }
        String separator = "(";
        for (Map<?, ?> child : children) {
            out.append(separator);
            writeCompact(child);
            separator = ", ";
        }
        out.append(')');
    }

    private static void collect(@Nullable Object value, List<Map<?, ?>> children) {
        if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, children));
        } else if (value instanceof Map<?, ?> map && map.containsKey("type")) {
            children.add(map);
        }
    }
}
