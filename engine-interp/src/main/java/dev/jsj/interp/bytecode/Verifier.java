package dev.jsj.interp.bytecode;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Checks that a code unit is well formed: operands in range and of the right kind, jumps to
 * instructions, feedback slots used once. Tests run it on everything they compile. Throws an
 * AssertionError that says what is wrong.
 */
public final class Verifier {

    /** The classes of the constants that ops insist on; others take primitive values. */
    private static final Map<Op, Class<?>> CONSTANT_TYPES =
            Map.ofEntries(
                    Map.entry(Op.GET_PROPERTY, String.class),
                    Map.entry(Op.SET_PROPERTY, String.class),
                    Map.entry(Op.GET_GLOBAL, String.class),
                    Map.entry(Op.SET_GLOBAL, String.class),
                    Map.entry(Op.CHECK_INITIALIZED, String.class),
                    Map.entry(Op.PUSH_SCOPE, ScopeInfo.class),
                    Map.entry(Op.CREATE_OBJECT, ObjectBoilerplate.class),
                    Map.entry(Op.GET_TEMPLATE_OBJECT, TemplateLiteralSite.class),
                    Map.entry(Op.SWITCH_INT, int[].class),
                    Map.entry(Op.SWITCH_STRING, StringSwitch.class),
                    Map.entry(Op.CALL_EVAL, EvalSite.class),
                    Map.entry(Op.CREATE_MAPPED_ARGUMENTS, int[].class),
                    Map.entry(Op.DECLARE_GLOBALS, Declarations.class),
                    Map.entry(Op.DECLARE_EVAL_VARIABLES, Declarations.class));

    private final CodeUnit unit;
    private final int[] code;
    private final BitSet starts = new BitSet();
    private final BitSet counters = new BitSet();
    private final BitSet caches = new BitSet();

    private Verifier(CodeUnit unit) {
        this.unit = unit;
        this.code = unit.code();
    }

    /** Throws an AssertionError unless the unit is well formed. */
    public static void verify(CodeUnit unit) {
        new Verifier(unit).run();
    }

    private void run() {
        int last = -1;
        int offset = 0;
        while (offset < code.length) {
            check(code[offset] >= 0 && code[offset] < Op.values().length, offset, "unknown opcode");
            starts.set(offset);
            last = offset;
            offset += Op.of(code[offset]).length();
        }
        check(offset == code.length, last, "the last instruction is cut off");
        check(
                last >= 0 && Op.of(code[last]).has(OpTrait.Effect.TERMINATES),
                last,
                "the code runs off its end");
        for (int start = starts.nextSetBit(0); start >= 0; start = starts.nextSetBit(start + 1)) {
            instruction(start);
        }
        for (ExceptionHandler handler : unit.handlers()) {
            check(
                    starts.get(handler.start()),
                    handler.start(),
                    "a handler's region starts inside an instruction");
            check(
                    handler.end() == code.length || starts.get(handler.end()),
                    handler.end(),
                    "a handler's region ends inside an instruction");
            check(starts.get(handler.handler()), handler.handler(), "a handler is no instruction");
            register(handler.register(), 1, handler.handler());
        }
    }

    private void instruction(int offset) {
        Op op = Op.of(code[offset]);
        List<Operand> kinds = op.operandKinds();
        for (int i = 0; i < kinds.size(); i++) {
            int value = code[offset + 1 + i];
            switch (kinds.get(i)) {
                case DST, SRC -> register(value, 1, offset);
                case DST_PAIR -> register(value, 2, offset);
                case RANGE, DST_RANGE -> {
                    int count = code[offset + 2 + i];
                    check(count >= 0, offset, "a negative count");
                    if (count > 0) {
                        register(value, count, offset);
                    }
                }
                case COUNT, INT, FLAG -> {}
                case CONSTANT -> constant(op, value, offset);
                case FUNCTION ->
                        check(
                                value >= 0 && value < unit.functions().length,
                                offset,
                                "no such function");
                case DEPTH -> check(value >= 0, offset, "a negative depth");
                case SLOT -> check(value >= ScopeInfo.FIRST_SLOT, offset, "no variable's slot");
                case TARGET -> target(op, value, offset);
                case FEEDBACK -> feedback(op.feedback(), value, offset);
            }
        }
    }

    private void register(int register, int count, int offset) {
        check(
                register >= 0 && register + count <= unit.registerCount(),
                offset,
                "no such register");
    }

    private void constant(Op op, int index, int offset) {
        check(index >= 0 && index < unit.constants().length, offset, "no such constant");
        Object constant = unit.constants()[index];
        Class<?> type = CONSTANT_TYPES.get(op);
        check(type == null || type.isInstance(constant), offset, "a constant of the wrong kind");
        if (op == Op.SWITCH_INT) {
            for (int target : (int[]) constant) {
                check(
                        target == 0 || target > offset && starts.get(target),
                        offset,
                        "a case that is no instruction");
            }
        } else if (op == Op.SWITCH_STRING) {
            for (int target : ((StringSwitch) constant).targets().values()) {
                check(
                        target > offset && starts.get(target),
                        offset,
                        "a case that is no instruction");
            }
        }
    }

    private void target(Op op, int target, int offset) {
        check(
                target >= 0 && target < code.length && starts.get(target),
                offset,
                "a jump to no instruction");
        boolean isBackward =
                op.feedback() == FeedbackKind.LOOP || op.feedback() == FeedbackKind.COMPARE_LOOP;
        check(isBackward == target <= offset, offset, "a jump in the wrong direction");
    }

    private void feedback(FeedbackKind kind, int slot, int offset) {
        boolean isCounter = kind.storage() == FeedbackKind.Storage.COUNTERS;
        BitSet used = isCounter ? counters : caches;
        int count = isCounter ? unit.counterCount() : unit.cacheCount();
        check(slot >= 0 && slot + kind.width() <= count, offset, "no such feedback slot");
        check(
                (isCounter ? unit.counterKind(slot) : unit.cacheKind(slot)) == kind,
                offset,
                "a slot of another kind");
        check(!used.get(slot), offset, "a feedback slot used twice");
        used.set(slot);
    }

    private void check(boolean ok, int offset, String problem) {
        if (!ok) {
            throw new AssertionError(
                    "Bad bytecode of '"
                            + unit.function().name()
                            + "' at "
                            + offset
                            + ": "
                            + problem);
        }
    }
}
