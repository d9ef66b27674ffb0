package dev.jsj.interp.interpreter;

import static dev.jsj.interp.bytecode.Opcodes.*;

import dev.jsj.interp.feedback.CallFeedback;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * Calls and returns. The frame of a script function that is not compiled is made here and run by
 * the loop of its caller, so that such calls take no Java stack.
 */
final class CallSteps {
    private CallSteps() {}

    /** A call; its result goes into a register. */
    abstract static class Calling extends Step {
        final int target;
        final int callee;

        /** The register of the receiver; -1 for undefined. */
        final int self;

        private final Object[] caches;
        private final int site;

        Calling(int pc, int target, int callee, int self, Object[] caches, int site) {
            super(pc);
            this.target = target;
            this.callee = callee;
            this.self = self;
            this.caches = caches;
            this.site = site;
        }

        /** Notes the callee, and where the caller is. */
        final Object callee(Frame frame, Object[] r) {
            frame.pc = pc;
            Object callee = r[this.callee];
            CallFeedback.note(caches, site, callee);
            return callee;
        }

        final Object self(Object[] r) {
            return self < 0 ? Undefined.UNDEFINED : r[self];
        }

        /** Goes on in the caller with the result of the call. */
        final Step finish(Frame frame, Object[] r, Object result) {
            r[target] = result;
            return next(frame);
        }

        /** The same for a frame that has been left. */
        final Step finish(Frame frame, Object[] r, Frame callee, Object result) {
            boolean replaced =
                    callee.newTarget != null
                            && !(result instanceof JSObject)
                            && callee.self != null;
            return finish(frame, r, replaced ? callee.self : result);
        }

        /** Enters the frame; compiled code runs it at once. */
        final @Nullable Step start(Frame frame, Object[] r, Frame callee) {
            callee.enter();
            if (callee.code.compiled == null) {
                callee.isNested = true;
                frame.callee = callee;
                return null;
            }
            Object result =
                    callee.code.hasHandlers ? Unwinding.run(callee) : callee.code.run(callee);
            return finish(frame, r, callee, result);
        }
    }

    /** CALL0 to CALL3 dst, callee, args..., fb; CALL_METHOD0 to CALL_METHOD3 with this. */
    static final class Call extends Calling {
        private final int count;
        private final int first;
        private final int second;
        private final int third;

        Call(
                int pc,
                int target,
                int callee,
                int self,
                int count,
                int first,
                int second,
                int third,
                Object[] caches,
                int site) {
            super(pc, target, callee, self, caches, site);
            this.count = count;
            this.first = first;
            this.second = second;
            this.third = third;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object callee = callee(frame, r);
            if (callee instanceof ScriptFunction function
                    && function.code() instanceof ScriptCode code
                    && code.isPlain) {
                CompiledCode compiled = code.compiled;
                return compiled != null && code.isDirect
                        ? finish(frame, r, callCompiled(frame, r, compiled, function))
                        : start(frame, r, newFrame(r, code, function));
            }
            return finish(frame, r, Calls.call(frame, callee, self(r), arguments(r)));
        }

        private Object callCompiled(
                Frame frame, Object[] r, CompiledCode compiled, ScriptFunction function) {
            Object u = Undefined.UNDEFINED;
            Object a = count > 0 ? r[first] : u;
            Object b = count > 1 ? r[second] : u;
            return count <= 2
                    ? compiled.call2(frame, function, self(r), null, a, b)
                    : compiled.call5(frame, function, self(r), null, a, b, r[third], u, u);
        }

        private Frame newFrame(Object[] r, ScriptCode code, ScriptFunction function) {
            Object u = Undefined.UNDEFINED;
            Object a = count > 0 ? r[first] : u;
            Object b = count > 1 ? r[second] : u;
            Object c = count > 2 ? r[third] : u;
            Frame callee = Calls.newFrame(code, function, self(r), a, b, c);
            if (code.needsArguments) {
                callee.arguments = arguments(r);
            }
            return callee;
        }

        private Object[] arguments(Object[] r) {
            return switch (count) {
                case 0 -> JSObject.NO_ARGUMENTS;
                case 1 -> new Object[] {r[first]};
                case 2 -> new Object[] {r[first], r[second]};
                default -> new Object[] {r[first], r[second], r[third]};
            };
        }
    }

    /** CALL_N dst, callee, args, count, fb; CALL_METHOD_N dst, callee, this, args, count, fb. */
    static final class CallRange extends Calling {
        private final int first;
        private final int count;

        CallRange(
                int pc,
                int target,
                int callee,
                int self,
                int first,
                int count,
                Object[] caches,
                int site) {
            super(pc, target, callee, self, caches, site);
            this.first = first;
            this.count = count;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object callee = callee(frame, r);
            if (callee instanceof ScriptFunction function
                    && function.code() instanceof ScriptCode code
                    && code.isPlain) {
                return start(frame, r, Calls.newFrame(code, function, self(r), r, first, count));
            }
            Object[] arguments = Calls.slice(r, first, count);
            return finish(frame, r, Calls.call(frame, callee, self(r), arguments));
        }
    }

    /** CONSTRUCT dst, constructor, args, count, fb. */
    static final class Construct extends Calling {
        private final int first;
        private final int count;

        Construct(int pc, int target, int callee, int first, int count, Object[] caches, int site) {
            super(pc, target, callee, -1, caches, site);
            this.first = first;
            this.count = count;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object callee = callee(frame, r);
            if (callee instanceof ScriptFunction function
                    && function.code() instanceof ScriptCode code
                    && code.isPlainConstructor) {
                JSObject self = Calls.thisFor(function, function);
                CompiledCode compiled = code.compiled;
                if (compiled != null && code.isDirectConstructor && count <= 5) {
                    Object result =
                            Calls.callDirect(
                                    frame, compiled, function, self, function, r, first, count);
                    return finish(
                            frame, r, result instanceof JSObject || self == null ? result : self);
                }
                Frame next = Calls.newFrame(code, function, self, r, first, count);
                next.newTarget = function;
                return start(frame, r, next);
            }
            Object[] arguments = Calls.slice(r, first, count);
            return finish(frame, r, Calls.constructSlow(frame, callee, callee, arguments));
        }
    }

    /** RETURN src. */
    static final class Return extends Step {
        private final int source;

        Return(int pc, int source) {
            super(pc);
            this.source = source;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            frame.result = r[source];
            frame.leave();
            return null;
        }
    }

    /** One of the ops from CALL0 to CONSTRUCT. */
    static Step of(ScriptCode unit, int op, int pc) {
        int[] code = unit.instructions;
        Object[] caches = unit.caches;
        int target = code[pc + 1];
        int callee = code[pc + 2];
        if (op == CONSTRUCT) {
            return new Construct(
                    pc, target, callee, code[pc + 3], code[pc + 4], caches, code[pc + 5]);
        }
        boolean isMethod = op >= CALL_METHOD0;
        int self = isMethod ? code[pc + 3] : -1;
        int at = isMethod ? pc + 4 : pc + 3;
        if (op == CALL_N || op == CALL_METHOD_N) {
            return new CallRange(
                    pc, target, callee, self, code[at], code[at + 1], caches, code[at + 2]);
        }
        int count = op - (isMethod ? CALL_METHOD0 : CALL0);
        return new Call(
                pc,
                target,
                callee,
                self,
                count,
                count > 0 ? code[at] : 0,
                count > 1 ? code[at + 1] : 0,
                count > 2 ? code[at + 2] : 0,
                caches,
                code[at + count]);
    }
}
