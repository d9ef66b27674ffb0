package dev.jsj.interp.bytecode;

import dev.jsj.runtime.operations.NumberConversion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes the expression that computed a register the way V8 does in error messages ("a.b(...).c is
 * not a function"). Reconstructs it from the instructions before, so that running code carries
 * nothing for it.
 */
public final class ExpressionText {

    private static final String INTERMEDIATE = "(intermediate value)";
    private static final int MAX_DEPTH = 50;

    private final CodeUnit unit;
    private final int[] code;
    private final Object[] scope;
    private final int[] offsets;

    private ExpressionText(CodeUnit unit, int pc, Object[] scope) {
        this.unit = unit;
        this.code = unit.code();
        this.scope = scope;
        List<Integer> list = new ArrayList<>();
        for (int offset = 0; offset < pc; offset += Op.of(code[offset]).length()) {
            list.add(offset);
        }
        this.offsets = list.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The expression whose value is in the register at the instruction.
     *
     * @param scope the frame's current scope, for the names of captured variables; null for none
     */
    public static String of(CodeUnit unit, int pc, int register, Object[] scope) {
        ExpressionText text = new ExpressionText(unit, pc, scope);
        return text.register(register, text.offsets.length, pc, MAX_DEPTH);
    }

    /** The register's expression as seen by the instruction number {@code index}, at {@code pc}. */
    private String register(int register, int index, int pc, int depth) {
        if (depth == 0) {
            return INTERMEDIATE;
        }
        String variable = unit.registerName(register, pc);
        if (variable != null) {
            return variable.startsWith("super") ? INTERMEDIATE : variable;
        }
        int writer = index - 1;
        while (writer >= 0 && !writes(offsets[writer], register)) {
            writer--;
        }
        if (writer < 0) {
            return register < unit.parameterCount() ? "undefined" : INTERMEDIATE;
        }
        String choice = choice(register, writer, pc, depth);
        return choice != null ? choice : instruction(writer, register, depth - 1);
    }

    /**
     * The text of {@code a || b} and the like, if a jump over the writer leads to the pc; else
     * null.
     */
    private String choice(int register, int writer, int pc, int depth) {
        for (int i = writer - 1; i >= 0 && i >= writer - 12; i--) {
            int offset = offsets[i];
            Op op = Op.of(code[offset]);
            int target = op.operandKinds().indexOf(Operand.TARGET);
            if (target < 0
                    || code[offset + 1 + target] <= offsets[writer]
                    || code[offset + 1 + target] > pc) {
                continue;
            }
            String operator =
                    switch (op) {
                        case JUMP_IF_TRUE -> " || ";
                        case JUMP_IF_FALSE -> " && ";
                        case JUMP_IF_NOT_NULLISH -> " ?? ";
                        default -> null;
                    };
            if (op == Op.JUMP) {
                return INTERMEDIATE + INTERMEDIATE + INTERMEDIATE;
            }
            if (operator != null && code[offset + 1] == register) {
                String left = register(register, i, offset, depth - 1);
                return "(" + left + operator + instruction(writer, register, depth - 1) + ")";
            }
        }
        return null;
    }

    private boolean writes(int offset, int register) {
        List<Operand> kinds = Op.of(code[offset]).operandKinds();
        for (int i = 0; i < kinds.size(); i++) {
            int first = code[offset + 1 + i];
            int count =
                    switch (kinds.get(i)) {
                        case DST -> 1;
                        case DST_PAIR -> 2;
                        case DST_RANGE -> code[offset + 2 + i];
                        default -> 0;
                    };
            if (register >= first && register < first + count) {
                return true;
            }
        }
        return false;
    }

    private String instruction(int index, int register, int depth) {
        int offset = offsets[index];
        int first = operand(offset, 1);
        return switch (Op.of(code[offset])) {
            case MOVE -> register(first, index, offset, depth);
            case LOAD_INT -> Integer.toString(first);
            case LOAD_CONSTANT -> literal(constant(first));
            case LOAD_UNDEFINED, LOAD_UNDEFINED_RANGE -> "undefined";
            case LOAD_NULL -> "null";
            case LOAD_TRUE -> "true";
            case LOAD_FALSE -> "false";
            case LOAD_THIS, LOAD_THIS_SLOPPY -> "this";
            case GET_GLOBAL, GET_NAME -> constant(first).toString();
            case GET_NAME_FOR_CALL ->
                    register == operand(offset, 0) ? constant(first).toString() : INTERMEDIATE;
            case GET_SCOPED, GET_SCOPED_CHECKED, GET_IMPORT ->
                    scopedName(first, operand(offset, 2));
            case GET_PROPERTY, GET_SUPER_PROPERTY ->
                    object(first, index, depth) + "." + constant(operand(offset, 2));
            case GET_LENGTH -> object(first, index, depth) + ".length";
            case GET_ELEMENT_INT -> object(first, index, depth) + "[" + operand(offset, 2) + "]";
            case GET_ELEMENT, GET_PRIVATE ->
                    object(first, index, depth)
                            + "["
                            + register(operand(offset, 2), index, offset, depth)
                            + "]";
            case CALL0,
                    CALL1,
                    CALL2,
                    CALL3,
                    CALL_N,
                    CALL_SPREAD,
                    CALL_EVAL,
                    CALL_METHOD0,
                    CALL_METHOD1,
                    CALL_METHOD2,
                    CALL_METHOD3,
                    CALL_METHOD_N ->
                    register(first, index, offset, depth) + "(...)";
            case CREATE_EMPTY_OBJECT -> "{}";
            case CREATE_OBJECT -> "{" + INTERMEDIATE + "}";
            case CREATE_ARRAY -> array(index, first, operand(offset, 2), depth);
            case CREATE_CONSTANT_ARRAY -> constantArray(constant(first));
            default -> INTERMEDIATE;
        };
    }

    private int operand(int offset, int index) {
        return index + 1 < Op.of(code[offset]).length() ? code[offset + 1 + index] : 0;
    }

    private Object constant(int index) {
        return unit.constants()[index];
    }

    /** The object of a property access, with the question mark if it is optional. */
    private String object(int register, int index, int depth) {
        String text = register(register, index, offsets[index], depth);
        if (index > 0) {
            int before = offsets[index - 1];
            if (Op.of(code[before]) == Op.JUMP_IF_NULLISH && code[before + 1] == register) {
                return text + "?";
            }
        }
        return text;
    }

    private String array(int index, int first, int count, int depth) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",")
                    .append(register(first + i, index, offsets[index], depth));
        }
        return text.append("]").toString();
    }

    private static String constantArray(Object elements) {
        Stream<?> values =
                switch (elements) {
                    case int[] ints -> IntStream.of(ints).boxed();
                    case double[] doubles -> DoubleStream.of(doubles).boxed();
                    default -> Stream.of((Object[]) elements);
                };
        return values.map(ExpressionText::literal).collect(Collectors.joining(",", "[", "]"));
    }

    private static String literal(Object value) {
        if (value instanceof String text) {
            return "\"" + text + "\"";
        }
        if (value instanceof Double number) {
            return NumberConversion.toString(number);
        }
        return value.toString();
    }

    private String scopedName(int depth, int slot) {
        Object[] each = scope;
        for (int i = 0; i < depth && each != null; i++) {
            each = (Object[]) each[0];
        }
        if (each != null && each[1] instanceof ScopeInfo info && slot < info.length()) {
            String name = info.name(slot);
            if (name != null) {
                return name;
            }
        }
        return INTERMEDIATE;
    }
}
