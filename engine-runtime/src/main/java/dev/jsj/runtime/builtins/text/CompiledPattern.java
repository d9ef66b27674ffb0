package dev.jsj.runtime.builtins.text;

import dev.jsj.parser.regexp.RegExpFlags;
import dev.jsj.parser.regexp.RegExpPattern;
import dev.jsj.parser.regexp.RegExpPattern.GroupName;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.ExecutionTerminated;
import dev.jsj.runtime.regexp.BacktrackLimitException;
import dev.jsj.runtime.regexp.RegExpCompiler;
import dev.jsj.runtime.regexp.RegExpProgram;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Rope;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What RegExp objects with the same source and flags share within a realm: [[OriginalSource]],
 * [[OriginalFlags]], [[RegExpMatcher]].
 */
final class CompiledPattern {
    private final Agent agent;
    private final RegExpPattern syntax;
    private @Nullable RegExpProgram program;
    private Shape @Nullable [] groupsShapes;
    private int @Nullable [][] namedCaptures;
    private @Nullable String escapedSource;
    private @Nullable String flagsText;

    CompiledPattern(Agent agent, RegExpPattern syntax) {
        this.agent = agent;
        this.syntax = syntax;
    }

    String source() {
        return syntax.source();
    }

    RegExpFlags flags() {
        return syntax.flags();
    }

    String flagsText() {
        String text = flagsText;
        if (text == null) {
            text = flags().toString();
            flagsText = text;
        }
        return text;
    }

    List<GroupName> groupNames() {
        return syntax.groupNames();
    }

    /** The numbers of the groups of each name. */
    int[][] namedCaptures() {
        int[][] numbers = namedCaptures;
        if (numbers == null) {
            numbers = new int[groupNames().size()][];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = groupNames().get(i).captures();
            }
            namedCaptures = numbers;
        }
        return numbers;
    }

    /** Whether lastIndex means anything. */
    boolean usesLastIndex() {
        return (flags().bits() & (RegExpFlags.GLOBAL | RegExpFlags.STICKY)) != 0;
    }

    RegExpProgram program() {
        RegExpProgram made = program;
        if (made == null) {
            // Only when first matched: many patterns of a program never are.
            made = RegExpCompiler.compile(syntax);
            made.setPoll(this::endIfTerminated);
            made.setTier(agent.regExpTier());
            program = made;
        }
        return made;
    }

    private void endIfTerminated() {
        if (agent.isTerminationRequested()) {
            throw new ExecutionTerminated();
        }
    }

    /** Looks for a match; the captures are in the program then. */
    boolean find(CharSequence text, int lastIndex, boolean sticky) {
        try {
            String base = Rope.base(text);
            int begin = Rope.start(text);
            return program().find(base, begin, begin + text.length(), lastIndex, sticky);
        } catch (BacktrackLimitException limit) {
            throw Errors.stackOverflow();
        }
    }

    /**
     * The shapes of {@code groups} objects: the empty one without a prototype, then with one name
     * more each.
     */
    Shape[] groupsShapes() {
        Shape[] shapes = groupsShapes;
        if (shapes == null) {
            shapes = new Shape[groupNames().size() + 1];
            shapes[0] = agent.root(null);
            for (int i = 1; i < shapes.length; i++) {
                String name = groupNames().get(i - 1).name().intern();
                shapes[i] = shapes[i - 1].addProperty(name, Property.DEFAULT);
            }
            groupsShapes = shapes;
        }
        return shapes;
    }

    /** 22.2.6.13.1 EscapeRegExpPattern: the source as it could stand between slashes. */
    String escapedSource() {
        String text = escapedSource;
        if (text == null) {
            text = source().isEmpty() ? "(?:)" : escape(source());
            escapedSource = text;
        }
        return text;
    }

    private static String escape(String source) {
        StringBuilder escaped = new StringBuilder(source.length() + 4);
        boolean inClass = false;
        boolean afterBackslash = false;
        for (int i = 0; i < source.length(); i++) {
            char unit = source.charAt(i);
            String terminator = lineTerminator(unit);
            if (terminator != null) {
                escaped.append(afterBackslash ? terminator.substring(1) : terminator);
            } else {
                if (unit == '/' && !inClass && !afterBackslash) {
                    escaped.append('\\');
                }
                escaped.append(unit);
            }
            if (!afterBackslash) {
                inClass = unit == '[' || inClass && unit != ']';
            }
            afterBackslash = unit == '\\' && !afterBackslash;
        }
        return escaped.toString();
    }

    private static @Nullable String lineTerminator(char unit) {
        return switch (unit) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case 0x2028 -> "\\u2028";
            case 0x2029 -> "\\u2029";
            default -> null;
        };
    }
}
