package dev.jsj.jit.trace;

import dev.jsj.interp.bytecode.FeedbackKind;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.feedback.CallFeedback;
import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.runtime.function.FunctionCode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What a function's feedback says, in words. */
public final class FeedbackText {
    private static final String[] TYPES = {
        "double", "string", "bigint", "boolean", "undefined or null", "symbol", "object", "int32"
    };

    private FeedbackText() {}

    /** What the site of an instruction has seen; null for nothing, and for ops without feedback. */
    static @Nullable String of(ScriptCode code, Instruction instruction) {
        int slot = instruction.feedback();
        FeedbackKind kind = instruction.op().feedback();
        if (slot < 0 || kind == null) {
            return null;
        }
        return switch (kind) {
            case BINARY, COMPARE -> types(code.counters()[slot]);
            case COMPARE_BRANCH -> {
                int taken = code.counters()[slot + 1];
                int passed = code.counters()[slot + 2];
                yield taken + passed == 0 ? null : types(code.counters()[slot]);
            }
            case COMPARE_LOOP -> "loop, " + types(code.counters()[slot]);
            case LOOP -> "loop";
            case BRANCH -> null;
            case PROPERTY_LOAD, PROPERTY_STORE -> properties(code.caches()[slot]);
            case CALL, CONSTRUCT -> targets(code.caches()[slot]);
            default -> null;
        };
    }

    /** How often the back edge at the instruction was taken in the interpreter. */
    static int rounds(ScriptCode code, Instruction instruction) {
        FeedbackKind kind = instruction.op().feedback();
        return kind == FeedbackKind.LOOP
                ? code.counters()[instruction.feedback()]
                : kind == FeedbackKind.COMPARE_LOOP
                        ? code.counters()[instruction.feedback() + 1]
                        : 0;
    }

    private static String types(int bits) {
        if (bits == 0) {
            return "int32";
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < TYPES.length; i++) {
            if ((bits >> i & 1) != 0) {
                names.add(TYPES[i]);
            }
        }
        return String.join(", ", names);
    }

    private static @Nullable String properties(@Nullable Object cache) {
        if (!(cache instanceof PropertyCache first)) {
            return null;
        }
        if (first == PropertyCache.MEGAMORPHIC) {
            return "megamorphic";
        }
        int shapes = 0;
        for (PropertyCache entry = first; entry != null; entry = entry.rest()) {
            shapes++;
        }
        return "." + first.key + " " + state(shapes);
    }

    private static String state(int shapes) {
        return shapes == 1 ? "monomorphic" : "polymorphic, " + shapes + " shapes";
    }

    private static @Nullable String targets(@Nullable Object entry) {
        Object target = CallFeedback.onlyTarget(entry);
        return switch (target) {
            case null -> null;
            case FunctionCode code -> "calls closures of " + code;
            case FunctionCode[] codes -> "calls " + codes.length + " functions";
            case String megamorphic -> "calls many functions";
            default -> "calls one function";
        };
    }

    /** The inline caches of a function, a line each, for {@code --trace-ic}. */
    static List<String> inlineCaches(ScriptCode code) {
        List<String> lines = new ArrayList<>();
        forEachInstruction(
                code,
                instruction -> {
                    FeedbackKind kind = instruction.op().feedback();
                    String seen =
                            kind == null || kind.storage() != FeedbackKind.Storage.CACHES
                                    ? null
                                    : of(code, instruction);
                    if (seen != null) {
                        lines.add(
                                "["
                                        + instruction.op()
                                        + " in "
                                        + code
                                        + "+"
                                        + instruction.pc()
                                        + " at "
                                        + code.info().source().name()
                                        + ":"
                                        + line(code, instruction.pc())
                                        + " "
                                        + seen
                                        + "]");
                    }
                });
        return lines;
    }

    /** The source line of an instruction, from 1. */
    static int line(ScriptCode code, int pc) {
        int offset = code.unit().positions().at(pc);
        return code.info().source().line(offset < 0 ? code.info().start() : offset);
    }

    /** Calls {@code consumer} with every instruction of the function. */
    static void forEachInstruction(
            ScriptCode code, java.util.function.Consumer<Instruction> consumer) {
        int[] words = code.unit().code();
        for (int pc = 0; pc < words.length; ) {
            Instruction instruction = Instruction.at(words, pc);
            consumer.accept(instruction);
            pc += Op.of(words[pc]).length();
        }
    }
}
