package dev.jsj.parser.tools;

import dev.jsj.parser.Parser;
import dev.jsj.parser.Source;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.Node;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Visits all nodes of a tree, and those of lazy functions after parsing them. */
public final class TreeWalker {
    private TreeWalker() {}

    /** Visits the node and all nodes below it, in no particular order. */
    public static void walk(Parser parser, Source source, Node root, Consumer<Node> visitor) {
        Deque<Object> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Object each = open.pop();
            if (each instanceof Node node && !(node instanceof FunctionNode f && f.isLazy())) {
                visitor.accept(node);
            }
            if (each instanceof FunctionNode function && function.isLazy()) {
                open.push(parser.parseLazy(source, function));
            } else if (each instanceof List<?> list) {
                list.forEach(
                        element -> {
                            if (element != null) {
                                open.push(element);
                            }
                        });
            } else if (each instanceof Record record
                    && each.getClass().getPackage() == Node.class.getPackage()) {
                pushComponents(record, open);
            }
        }
    }

    private static void pushComponents(Record record, Deque<Object> open) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getType().isPrimitive() || component.getName().equals("functions")) {
                continue;
            }
            try {
                Object value = component.getAccessor().invoke(record);
                if (value != null) {
                    open.push(value);
                }
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new AssertionError(e);
            }
        }
    }
}
