package dev.jsj.interp.interpreter;

import dev.jsj.runtime.builtins.control.DisposeCapability;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** Explicit resource management: {@code using} and {@code await using} scopes. */
final class DisposeOps {
    private static final int THROW = 1;

    private DisposeOps() {}

    /**
     * What the register of a dispose stack holds: the resources, and while they are disposed of,
     * the completion so far.
     */
    private static final class DisposeStack {
        final DisposeCapability resources = new DisposeCapability();
        @Nullable JSThrow completion;
        boolean needsAwait;
    }

    private static DisposeStack stack(Frame frame, int pc, int operand) {
        return (DisposeStack) frame.registers[frame.code.instructions[pc + operand]];
    }

    private static Object register(Frame frame, int pc, int operand) {
        return frame.registers[frame.code.instructions[pc + operand]];
    }

    /** {@code CREATE_DISPOSE_STACK dst}. */
    static void createDisposeStack(Frame frame, int pc) {
        frame.registers[frame.code.instructions[pc + 1]] = new DisposeStack();
    }

    /** {@code ADD_DISPOSABLE stack, value, async}. */
    static void addDisposable(Frame frame, int pc) {
        frame.pc = pc;
        boolean async = frame.code.instructions[pc + 3] == 1;
        stack(frame, pc, 1).resources.add(frame.realm(), register(frame, pc, 2), async);
    }

    /** The throw completion that a (mode, value) pair of operands stands for, or null. */
    private static @Nullable JSThrow completion(Frame frame, int pc, int modeOperand) {
        boolean thrown = register(frame, pc, modeOperand) instanceof Integer mode && mode == THROW;
        return thrown ? new JSThrow(register(frame, pc, modeOperand + 1)) : null;
    }

    /** {@code DISPOSE_RESOURCES stack, mode, value}. */
    static void disposeResources(Frame frame, int pc) {
        frame.pc = pc;
        JSThrow result =
                stack(frame, pc, 1).resources.dispose(frame.realm(), completion(frame, pc, 2));
        if (result != null) {
            throw result;
        }
    }

    /** {@code DISPOSE_BEGIN stack, mode, value}. */
    static void disposeBegin(Frame frame, int pc) {
        stack(frame, pc, 1).completion = completion(frame, pc, 2);
    }

    /**
     * {@code DISPOSE_STEP dst, stack, doneTarget}: 7.5.8 DisposeResources, where resources without
     * a method are waited for once, before the next sync resource or at the end.
     */
    static int disposeStep(Frame frame, int pc) {
        frame.pc = pc;
        int[] code = frame.code.instructions;
        DisposeStack stack = stack(frame, pc, 2);
        while (true) {
            DisposeCapability.Resource resource = stack.resources.peekLast();
            if (stack.needsAwait && (resource == null || !resource.async())) {
                stack.needsAwait = false;
                frame.registers[code[pc + 1]] = Undefined.UNDEFINED;
                return pc + 4;
            }
            if (resource == null) {
                return code[pc + 3];
            }
            stack.resources.takeLast();
            if (resource.method() == null) {
                stack.needsAwait = true;
                continue;
            }
            try {
                Object result = resource.method().call0(resource.value());
                if (resource.async()) {
                    stack.needsAwait = false;
                    frame.registers[code[pc + 1]] = result;
                    return pc + 4;
                }
            } catch (JSThrow thrown) {
                stack.completion =
                        DisposeCapability.suppress(frame.realm(), thrown, stack.completion);
            }
        }
    }

    /** {@code DISPOSE_SETTLE stack, mode, value}. */
    static void disposeSettle(Frame frame, int pc) {
        frame.pc = pc;
        JSThrow thrown = completion(frame, pc, 2);
        if (thrown != null) {
            DisposeStack stack = stack(frame, pc, 1);
            stack.completion = DisposeCapability.suppress(frame.realm(), thrown, stack.completion);
        }
    }

    /** {@code DISPOSE_END stack}. */
    static void disposeEnd(Frame frame, int pc) {
        frame.pc = pc;
        JSThrow completion = stack(frame, pc, 1).completion;
        if (completion != null) {
            throw completion;
        }
    }
}
