package dev.jsj.jit.emit;

import dev.jsj.interp.feedback.CallFeedback;
import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.jit.deopt.DeoptReason;
import dev.jsj.jit.ir.Call;
import dev.jsj.jit.ir.EntryPoint;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.runtime.builtins.fundamentals.FunctionPrototype;
import dev.jsj.runtime.function.JSFunction;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.Arrays;

/**
 * Calls. A script function that has been compiled is called as a Java method from the call site's
 * own bytecode, so that HotSpot sees at each site which class the callee has, and inlines it; all
 * else goes to the interpreter's call helpers.
 */
final class CallEmitter {
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String OBJECT_TYPE = "L" + RuntimeMethods.JS_OBJECT + ";";
    private static final String FUNCTION = "L" + RuntimeMethods.SCRIPT_FUNCTION + ";";
    private static final String CODE = "Ldev/jsj/runtime/function/FunctionCode;";
    private static final String COMPILED = "L" + RuntimeMethods.COMPILED_CODE + ";";

    private final FunctionEmitter f;
    private final MethodVisitor mv;

    CallEmitter(FunctionEmitter f) {
        this.f = f;
        this.mv = f.mv;
    }

    void emit(Instruction instruction) {
        switch (instruction.op()) {
            case CALL0,
                    CALL1,
                    CALL2,
                    CALL3,
                    CALL_METHOD0,
                    CALL_METHOD1,
                    CALL_METHOD2,
                    CALL_METHOD3 ->
                    fixed(instruction, Call.of(instruction));
            case CALL_N -> range(instruction, Call.of(instruction), 2);
            case CALL_METHOD_N -> range(instruction, Call.of(instruction), 3);
            case CONSTRUCT -> construct(instruction);
            case SUPER_CALL -> superCall(instruction);
            case INITIALIZE_INSTANCE -> initializeInstance(instruction);
            default -> throw new AssertionError(instruction.op());
        }
    }

    /** CHECK_TARGET callee, target: before the call, of which nothing has been done. */
    void checkTarget(Instruction instruction) {
        int callee = instruction.operand(0);
        Object target = f.unit().constants()[instruction.operand(1)];
        f.registers.box(callee);
        if (target instanceof ScriptCode code) {
            checkCode(callee, code, f.exit(instruction, DeoptReason.WRONG_CALL_TARGET));
        } else {
            guardCallee(instruction, callee, target);
        }
    }

    /** Leaves before the instruction unless a register holds the function. */
    void guardCallee(Instruction instruction, int callee, Object target) {
        if (f.registers.facts.constant(callee) != target) {
            Label exit = f.exit(instruction, DeoptReason.WRONG_CALL_TARGET);
            f.registers.pushAny(callee);
            f.constants.push(mv, target, "java/lang/Object");
            mv.visitJumpInsn(Opcodes.IF_ACMPNE, exit);
            f.registers.facts.learnConstant(callee, target);
        }
    }

    /** JUMP_IF_NOT_TARGET callee, code, target. */
    void jumpIfNotTarget(Instruction instruction) {
        int callee = instruction.operand(0);
        ScriptCode code = (ScriptCode) f.unit().constants()[instruction.operand(1)];
        f.registers.box(callee);
        checkCode(callee, code, f.edge(instruction.target()));
    }

    private void checkCode(int callee, ScriptCode code, Label otherwise) {
        f.registers.jumpUnless(callee, RuntimeMethods.SCRIPT_FUNCTION, otherwise);
        pushFunctionIn(callee);
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, RuntimeMethods.SCRIPT_FUNCTION, "code", "()" + CODE, false);
        f.constants.push(mv, code, RuntimeMethods.SCRIPT_CODE);
        mv.visitJumpInsn(Opcodes.IF_ACMPNE, otherwise);
    }

    /** CREATE_THIS dst, constructor. */
    void createThis(Instruction instruction) {
        int constructor = instruction.operand(1);
        int target = instruction.operand(0);
        if (f.types.speculates()
                && f.registers.facts.constant(constructor) instanceof ScriptFunction known
                && known.instanceShape() instanceof Shape shape) {
            pushNewObject(known, shape, f.exit(instruction, DeoptReason.WRONG_CALL_TARGET));
            f.registers.storeAny(target);
            f.registers.facts.learnShape(target, shape);
            return;
        }
        pushFunctionIn(constructor);
        mv.visitInsn(Opcodes.DUP);
        pushThisFor();
        f.registers.storeAny(target);
    }

    /** Pushes what the constructor makes; jumps where its prototype property has been changed. */
    private void pushNewObject(ScriptFunction constructor, Shape shape, Label otherwise) {
        f.constants.push(mv, constructor, RuntimeMethods.JS_OBJECT);
        f.objects.pushSlot(JSFunction.PROTOTYPE_SLOT);
        f.constants.push(mv, shape.prototype(), RuntimeMethods.JS_OBJECT);
        mv.visitJumpInsn(Opcodes.IF_ACMPNE, otherwise);
        f.objects.pushNew(shape);
    }

    /** Replaces a constructor and new.target on the stack by the object to be constructed. */
    private void pushThisFor() {
        f.runtime.helper(mv, "Calls", "thisFor", "(" + FUNCTION + OBJECT_TYPE + ")" + OBJECT_TYPE);
    }

    private void pushReceiver(Call call) {
        if (call.receiver() >= 0) {
            f.registers.pushAny(call.receiver());
        } else {
            RuntimeMethods.pushUndefined(mv);
        }
    }

    private void fixed(Instruction instruction, Call call) {
        int count = call.arguments().length;
        box(call);
        Label slow = new Label();
        Label done = new Label();
        int result = f.registers.newLocal(1);
        direct(instruction, call, result, slow, done);
        mv.visitLabel(slow);
        f.activation.pushFrameAndPc(instruction);
        f.pushFeedbackSlot(instruction);
        f.registers.pushAny(call.callee());
        pushReceiver(call);
        for (int argument : call.arguments()) {
            f.registers.pushAny(argument);
        }
        f.runtime.helper(
                mv,
                "Calls",
                "call" + count,
                "(L" + RuntimeMethods.FRAME + ";II" + OBJECT.repeat(2 + count) + ")" + OBJECT);
        mv.visitVarInsn(Opcodes.ASTORE, result);
        mv.visitLabel(done);
        f.registers.storeFrom(result, instruction.operand(0));
    }

    /**
     * @param first the operand with the first argument
     */
    private void range(Instruction instruction, Call call, int first) {
        box(call);
        Label slow = new Label();
        Label done = new Label();
        int result = f.registers.newLocal(1);
        if (call.arguments().length <= EntryPoint.MAX_PARAMETERS) {
            direct(instruction, call, result, slow, done);
        }
        mv.visitLabel(slow);
        f.activation.needRegisterArray();
        int[] state = f.registers.snapshot();
        spill(call.arguments());
        f.activation.pushMadeFrameAndPc(instruction);
        f.pushFeedbackSlot(instruction);
        f.registers.pushAny(call.callee());
        pushReceiver(call);
        f.pushRegisterNumber(instruction.operand(first));
        Code.pushInt(mv, instruction.operand(first + 1));
        f.runtime.helper(
                mv,
                "Calls",
                "callRange",
                "(L" + RuntimeMethods.FRAME + ";II" + OBJECT + OBJECT + "II)" + OBJECT);
        mv.visitVarInsn(Opcodes.ASTORE, result);
        f.registers.restore(state); // only this way spilled them
        mv.visitLabel(done);
        f.registers.storeFrom(result, instruction.operand(0));
    }

    private void spill(int[] arguments) {
        for (int argument : arguments) {
            f.registers.spill(argument);
        }
    }

    /** Makes the boxed form of all operands on the common path, before it divides. */
    private void box(Call call) {
        f.registers.box(call.callee());
        if (call.receiver() >= 0) {
            f.registers.box(call.receiver());
        }
        for (int argument : call.arguments()) {
            f.registers.box(argument);
        }
    }

    /**
     * The call of compiled code: jumps to {@code slow} before anything has happened, or to {@code
     * done} with the result in its local.
     */
    private void direct(Instruction instruction, Call call, int result, Label slow, Label done) {
        Object target = CallFeedback.onlyTarget(f.caches[instruction.feedback()]);
        if (call.receiver() >= 0 && FunctionPrototype.isCall(target)) {
            throughCall(instruction, call, target, result, slow, done);
            return;
        }
        if (pushCompiledCallee(instruction, slow)) {
            int compiled = keepUnlessNull(slow);
            pushCallOf(compiled, instruction);
            pushFunctionIn(call.callee());
            pushReceiver(call);
            finishCall(call.arguments(), result, done);
        }
    }

    /** The same of {@code f.call(self, ...)}, which calls {@code f} from here. */
    private void throughCall(
            Instruction instruction, Call call, Object target, int result, Label slow, Label done) {
        int[] arguments = call.arguments();
        f.registers.pushAny(call.callee());
        f.constants.push(mv, target, "java/lang/Object");
        mv.visitJumpInsn(Opcodes.IF_ACMPNE, slow);
        f.registers.jumpUnless(call.receiver(), RuntimeMethods.SCRIPT_FUNCTION, slow);
        pushFunctionIn(call.receiver());
        pushCompiled();
        int compiled = keepUnlessNull(slow);
        pushCallOf(compiled, instruction);
        pushFunctionIn(call.receiver());
        if (arguments.length > 0) {
            f.registers.pushAny(arguments[0]);
        } else {
            RuntimeMethods.pushUndefined(mv);
        }
        int[] passedOn =
                Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        finishCall(passedOn, result, done);
    }

    /** Keeps what is on the stack in a new local; jumps to {@code otherwise} where it is null. */
    private int keepUnlessNull(Label otherwise) {
        int local = f.registers.newLocal(1);
        Code.keep(mv, local, Opcodes.IFNULL, otherwise);
        return local;
    }

    /** Begins a call of compiled code: the function, receiver and new.target are pushed next. */
    private void pushCallOf(int compiled, Instruction instruction) {
        mv.visitVarInsn(Opcodes.ALOAD, compiled);
        f.activation.pushCaller(instruction);
    }

    /** Calls, without a new.target, what has been pushed, and goes to {@code done}. */
    private void finishCall(int[] arguments, int result, Label done) {
        mv.visitInsn(Opcodes.ACONST_NULL);
        invoke(arguments);
        mv.visitVarInsn(Opcodes.ASTORE, result);
        mv.visitJumpInsn(Opcodes.GOTO, done);
    }

    /** With code, caller, function, receiver and new.target on the stack. */
    private void invoke(int[] arguments) {
        int count = arguments.length <= 2 ? 2 : EntryPoint.MAX_PARAMETERS;
        for (int i = 0; i < count; i++) {
            if (i < arguments.length) {
                f.registers.pushAny(arguments[i]);
            } else {
                RuntimeMethods.pushUndefined(mv);
            }
        }
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                RuntimeMethods.COMPILED_CODE,
                "call" + count,
                ClassEmitter.callDescriptor(count),
                false);
    }

    /**
     * Pushes the callee's compiled code, or null where it has none. False, and nothing emitted,
     * where the site only calls what is no script function.
     */
    private boolean pushCompiledCallee(Instruction instruction, Label slow) {
        Object seen = f.caches[instruction.feedback()];
        int callee = instruction.operand(1);
        if (seen == null || seen instanceof ScriptFunction) {
            ScriptCode known = seen == null ? null : codeOf((ScriptFunction) seen);
            if (known == null) {
                return false;
            }
            if (f.registers.facts.constant(callee) != seen) {
                f.registers.pushAny(callee);
                f.constants.push(mv, seen, "java/lang/Object");
                mv.visitJumpInsn(Opcodes.IF_ACMPNE, slow);
            }
            pushCompiled(known);
        } else if (seen instanceof ScriptCode code) {
            if (!code.isDirect()) {
                return false;
            }
            checkCode(callee, code, slow);
            pushCompiled(code);
        } else {
            f.registers.jumpUnless(callee, RuntimeMethods.SCRIPT_FUNCTION, slow);
            pushFunctionIn(callee);
            pushCompiled();
        }
        return true;
    }

    private static @Nullable ScriptCode codeOf(ScriptFunction function) {
        ScriptCode code = (ScriptCode) function.code();
        return code.isDirect() ? code : null;
    }

    private void pushCompiled(ScriptCode code) {
        f.constants.push(mv, code, RuntimeMethods.SCRIPT_CODE);
        mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.SCRIPT_CODE, "compiled", COMPILED);
    }

    /** Replaces the function on the stack by its compiled code, or null. */
    private void pushCompiled() {
        f.runtime.helper(mv, "CompiledCode", "of", "(" + FUNCTION + ")" + COMPILED);
    }

    /** Whether {@link #accessor} can call the function. */
    static boolean isDirect(@Nullable JSObject accessor) {
        return accessor instanceof ScriptFunction function && codeOf(function) != null;
    }

    /**
     * Calls a getter or setter: jumps to {@code miss} before anything has happened where it has not
     * been compiled, or to {@code done} with the result in its local. All operands are boxed.
     */
    void accessor(
            Instruction instruction,
            ScriptFunction accessor,
            int receiver,
            int[] arguments,
            int result,
            Label miss,
            Label done) {
        pushCompiled((ScriptCode) accessor.code());
        int compiled = keepUnlessNull(miss);
        pushCallOf(compiled, instruction);
        f.constants.push(mv, accessor, RuntimeMethods.SCRIPT_FUNCTION);
        f.registers.pushAny(receiver);
        finishCall(arguments, result, done);
    }

    private void construct(Instruction instruction) {
        Call call = Call.of(instruction);
        int[] arguments = call.arguments();
        box(call);
        Label slow = new Label();
        Label done = new Label();
        int result = f.registers.newLocal(1);
        if (f.caches[instruction.feedback()] instanceof ScriptFunction constructor
                && constructor.code() instanceof ScriptCode code
                && code.isDirectConstructor()
                && arguments.length <= EntryPoint.MAX_PARAMETERS) {
            directConstruct(instruction, constructor, code, arguments, result, slow, done);
        }
        mv.visitLabel(slow);
        f.activation.needRegisterArray();
        int[] state = f.registers.snapshot();
        spill(arguments);
        f.activation.pushMadeFrameAndPc(instruction);
        f.registers.pushAny(instruction.operand(1));
        f.pushRegisterNumber(instruction.operand(2));
        Code.pushInt(mv, instruction.operand(3));
        f.runtime.helper(
                mv,
                "Calls",
                "construct",
                "(L" + RuntimeMethods.FRAME + ";I" + OBJECT + "II)" + OBJECT);
        mv.visitVarInsn(Opcodes.ASTORE, result);
        f.registers.restore(state);
        mv.visitLabel(done);
        f.registers.storeFrom(result, instruction.operand(0));
    }

    private void directConstruct(
            Instruction instruction,
            ScriptFunction constructor,
            ScriptCode code,
            int[] arguments,
            int result,
            Label slow,
            Label done) {
        f.registers.pushAny(instruction.operand(1));
        f.constants.push(mv, constructor, "java/lang/Object");
        mv.visitJumpInsn(Opcodes.IF_ACMPNE, slow);
        pushCompiled(code);
        int compiled = keepUnlessNull(slow);
        Runnable function = () -> f.constants.push(mv, constructor, RuntimeMethods.SCRIPT_FUNCTION);
        Shape shape = constructor.instanceShape();
        if (shape != null) {
            pushNewObject(constructor, shape, slow);
        } else {
            function.run();
            mv.visitInsn(Opcodes.DUP);
            pushThisFor();
        }
        constructObject(instruction, compiled, function, function, arguments, result, done);
    }

    /**
     * With the new object on the stack: calls the constructor's code. What it returns, or else the
     * new object, is the result.
     */
    private void constructObject(
            Instruction instruction,
            int compiled,
            Runnable constructor,
            Runnable newTarget,
            int[] arguments,
            int result,
            Label done) {
        int self = f.registers.newLocal(1);
        mv.visitVarInsn(Opcodes.ASTORE, self);
        pushCallOf(compiled, instruction);
        constructor.run();
        mv.visitVarInsn(Opcodes.ALOAD, self);
        newTarget.run();
        invoke(arguments);
        mv.visitVarInsn(Opcodes.ASTORE, result);
        mv.visitVarInsn(Opcodes.ALOAD, result);
        mv.visitTypeInsn(Opcodes.INSTANCEOF, RuntimeMethods.JS_OBJECT);
        mv.visitJumpInsn(Opcodes.IFNE, done);
        mv.visitVarInsn(Opcodes.ALOAD, self);
        mv.visitVarInsn(Opcodes.ASTORE, result);
        mv.visitJumpInsn(Opcodes.GOTO, done);
    }

    /** SUPER_CALL dst, constructor, newTarget, args, count, fb. */
    private void superCall(Instruction instruction) {
        int[] arguments = instruction.range(3);
        int constructor = instruction.operand(1);
        int newTarget = instruction.operand(2);
        f.registers.box(constructor);
        f.registers.box(newTarget);
        for (int argument : arguments) {
            f.registers.box(argument);
        }
        Label slow = new Label();
        Label done = new Label();
        int result = f.registers.newLocal(1);
        if (arguments.length <= EntryPoint.MAX_PARAMETERS) {
            f.registers.pushAny(constructor);
            f.registers.pushAny(newTarget);
            f.runtime.helper(
                    mv, "CompiledCode", "ofConstructor", "(" + OBJECT + OBJECT + ")" + COMPILED);
            int compiled = keepUnlessNull(slow);
            pushFunctionIn(constructor);
            f.objects.push(newTarget);
            pushThisFor();
            constructObject(
                    instruction,
                    compiled,
                    () -> pushFunctionIn(constructor),
                    () -> f.objects.push(newTarget),
                    arguments,
                    result,
                    done);
        }
        mv.visitLabel(slow);
        f.activation.pushFrameAndPc(instruction);
        f.registers.pushAny(constructor);
        f.registers.pushAny(newTarget);
        f.pushArray(arguments);
        f.runtime.helper(
                mv,
                "Calls",
                "superConstruct",
                "(L" + RuntimeMethods.FRAME + ";I" + OBJECT + OBJECT + "[" + OBJECT + ")" + OBJECT);
        mv.visitVarInsn(Opcodes.ASTORE, result);
        mv.visitLabel(done);
        f.registers.storeFrom(result, instruction.operand(0));
    }

    private void pushFunctionIn(int register) {
        f.registers.pushAs(register, RuntimeMethods.SCRIPT_FUNCTION);
    }

    /** INITIALIZE_INSTANCE object, constructor: the function that defines the fields is called. */
    private void initializeInstance(Instruction instruction) {
        int object = instruction.operand(0);
        Label done = new Label();
        Label slow = new Label();
        f.registers.box(object);
        f.activation.setPc(instruction);
        f.objects.push(object);
        f.registers.pushAny(instruction.operand(1));
        f.runtime.helper(
                mv, "ClassOps", "addPrivateMethods", "(" + OBJECT_TYPE + OBJECT + ")" + FUNCTION);
        int initializer = keepUnlessNull(done);
        mv.visitVarInsn(Opcodes.ALOAD, initializer);
        pushCompiled();
        int compiled = keepUnlessNull(slow);
        pushCallOf(compiled, instruction);
        mv.visitVarInsn(Opcodes.ALOAD, initializer);
        f.registers.pushAny(object);
        mv.visitInsn(Opcodes.ACONST_NULL);
        invoke(new int[0]);
        mv.visitInsn(Opcodes.POP);
        mv.visitJumpInsn(Opcodes.GOTO, done);
        mv.visitLabel(slow);
        f.activation.pushFrame();
        mv.visitVarInsn(Opcodes.ALOAD, initializer);
        f.registers.pushAny(object);
        f.pushArray(new int[0]);
        f.runtime.helper(
                mv,
                "Calls",
                "call",
                "(L" + RuntimeMethods.FRAME + ";" + OBJECT + OBJECT + "[" + OBJECT + ")" + OBJECT);
        mv.visitInsn(Opcodes.POP);
        mv.visitLabel(done);
    }
}
