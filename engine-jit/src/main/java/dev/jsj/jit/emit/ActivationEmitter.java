package dev.jsj.jit.emit;

import dev.jsj.jit.ir.Activation;
import dev.jsj.jit.ir.Body;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.runtime.realm.Agent;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The functions that run in generated code: which function it is, its receiver, its scope, and the
 * frame, which is made when something first needs it. There are JVM locals for each function that
 * is inlined, too; all methods are about the one whose instruction is emitted.
 */
final class ActivationEmitter {
    // JVM arguments of call2 and call5
    private static final int CALLER_ARGUMENT = 1;
    private static final int FUNCTION_ARGUMENT = 2;
    private static final int SELF_ARGUMENT = 3;
    private static final int NEW_TARGET_ARGUMENT = 4;

    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String FRAME_DESCRIPTOR = "L" + RuntimeMethods.FRAME + ";";
    private static final String FUNCTION_DESCRIPTOR = "L" + RuntimeMethods.SCRIPT_FUNCTION + ";";

    /** What {@link #pushParts} pushes. */
    private static final String PARTS =
            RuntimeMethods.ACTIVATION_DESCRIPTOR
                    + FUNCTION_DESCRIPTOR
                    + OBJECT
                    + "L"
                    + RuntimeMethods.JS_OBJECT
                    + ";";

    // The locals of each activation
    private static final int FRAME = 0;
    private static final int ARRAY = 1;
    private static final int SCOPE = 2;
    private static final int FUNCTION = 3;
    private static final int SELF = 4;
    private static final int LOCALS = 5;

    private final Body body;
    private final MethodVisitor mv;
    private final RuntimeMethods runtime;
    private final ConstantTable constants;
    private final Agent agent;

    /** Whether the method starts without a frame. */
    private final boolean frameless;

    private final int frameArgument;
    private final int firstLocal;
    private Activation current;

    /**
     * @param frameless whether the arguments are those of call2 or call5; if not, the frame is the
     *     only one
     * @param firstLocal the first JVM local that is free
     */
    ActivationEmitter(
            Body body,
            MethodVisitor mv,
            RuntimeMethods runtime,
            ConstantTable constants,
            Agent agent,
            boolean frameless,
            int firstLocal) {
        this.body = body;
        this.mv = mv;
        this.runtime = runtime;
        this.constants = constants;
        this.agent = agent;
        this.frameless = frameless;
        this.frameArgument = firstLocal - 1;
        this.firstLocal = firstLocal;
        current = body.activations().get(0);
    }

    /** The first JVM local that nothing here uses. */
    int endLocal() {
        return firstLocal + LOCALS * body.activations().size();
    }

    private int local(Activation activation, int which) {
        return activation.number() == 0 && which == FRAME && !frameless
                ? frameArgument
                : firstLocal + LOCALS * activation.number() + which;
    }

    /** The local with the register array of an activation. */
    int arrayLocal(Activation activation) {
        return local(activation, ARRAY);
    }

    /** The activation whose code is emitted. */
    Activation current() {
        return current;
    }

    void setCurrent(Activation activation) {
        current = activation;
    }

    private boolean startsWithFrame(Activation activation) {
        return activation.number() == 0 && !frameless;
    }

    /** Initializes the locals of the function that is compiled. */
    void start() {
        if (frameless) {
            setNull(FRAME);
            setNull(ARRAY);
            mv.visitVarInsn(Opcodes.ALOAD, FUNCTION_ARGUMENT);
            storeScopeOfFunction();
        } else {
            mv.visitVarInsn(Opcodes.ALOAD, frameArgument);
            mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.FRAME, "registers", "[" + OBJECT);
            mv.visitVarInsn(Opcodes.ASTORE, local(current, ARRAY));
            loadScopeOfFrame();
        }
    }

    private void setNull(int which) {
        mv.visitInsn(Opcodes.ACONST_NULL);
        mv.visitVarInsn(Opcodes.ASTORE, local(current, which));
    }

    private void storeScopeOfFunction() {
        mv.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                RuntimeMethods.SCRIPT_FUNCTION,
                "scope",
                "()[" + OBJECT,
                false);
        mv.visitVarInsn(Opcodes.ASTORE, local(current, SCOPE));
    }

    /** ENTER_FUNCTION callee, this, number. */
    void enter(Instruction instruction, Registers registers) {
        Activation caller = current;
        current = body.activations().get(instruction.operand(2));
        if (current.function() == null) {
            registers.pushAny(instruction.operand(0));
            mv.visitTypeInsn(Opcodes.CHECKCAST, RuntimeMethods.SCRIPT_FUNCTION);
            mv.visitInsn(Opcodes.DUP);
            mv.visitVarInsn(Opcodes.ASTORE, local(current, FUNCTION));
            storeScopeOfFunction();
        }
        registers.pushAny(instruction.operand(1));
        mv.visitVarInsn(Opcodes.ASTORE, local(current, SELF));
        setNull(FRAME);
        setNull(ARRAY);
        current = caller;
    }

    /** The current activation ends: its frame, if it has one, is the top one no more. */
    void leave() {
        Label left = new Label();
        if (!startsWithFrame(current)) {
            mv.visitVarInsn(Opcodes.ALOAD, local(current, FRAME));
            mv.visitJumpInsn(Opcodes.IFNULL, left);
        }
        mv.visitVarInsn(Opcodes.ALOAD, local(current, FRAME));
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, RuntimeMethods.FRAME, "leave", "()V", false);
        mv.visitLabel(left);
    }

    // ---- the frame

    /** Pushes the frame, which is made now if it was not needed before. */
    void pushFrame() {
        pushFrameToLeave();
        if (!startsWithFrame(current)) {
            mv.visitInsn(Opcodes.DUP);
            mv.visitVarInsn(Opcodes.ASTORE, local(current, FRAME));
        }
    }

    /** The same where nothing in this method needs the frame afterwards. */
    void pushFrameToLeave() {
        mv.visitVarInsn(Opcodes.ALOAD, local(current, FRAME));
        if (startsWithFrame(current)) {
            return;
        }
        pushParts(current);
        pushScope();
        runtime.helper(
                mv,
                "CompiledCode",
                "frame",
                "(" + FRAME_DESCRIPTOR + PARTS + "[" + OBJECT + ")" + FRAME_DESCRIPTOR);
    }

    /** Pushes the caller, the function, the receiver and new.target. */
    private void pushParts(Activation activation) {
        if (activation.number() == 0) {
            for (int local = CALLER_ARGUMENT; local <= NEW_TARGET_ARGUMENT; local++) {
                mv.visitVarInsn(Opcodes.ALOAD, local);
            }
            return;
        }
        pushActivation(activation.caller(), activation.call().pc());
        pushInlined(activation);
        mv.visitVarInsn(Opcodes.ALOAD, local(activation, SELF));
        if (activation.isConstruction()) {
            pushInlined(activation);
        } else {
            mv.visitInsn(Opcodes.ACONST_NULL);
        }
    }

    /** Pushes the function of an inlined activation. */
    private void pushInlined(Activation activation) {
        if (activation.function() != null) {
            constants.push(mv, activation.function(), RuntimeMethods.SCRIPT_FUNCTION);
        } else {
            mv.visitVarInsn(Opcodes.ALOAD, local(activation, FUNCTION));
        }
    }

    /** Pushes an activation as it is at a call: its frame, or a note for this one call. */
    private void pushActivation(Activation activation, int pc) {
        if (startsWithFrame(activation)) {
            mv.visitVarInsn(Opcodes.ALOAD, frameArgument);
            mv.visitInsn(Opcodes.DUP);
            Code.pushInt(mv, pc);
            mv.visitFieldInsn(Opcodes.PUTFIELD, RuntimeMethods.FRAME, "pc", "I");
            return;
        }
        mv.visitVarInsn(Opcodes.ALOAD, local(activation, FRAME));
        pushParts(activation);
        Code.pushInt(mv, pc);
        constants.push(mv, agent, RuntimeMethods.AGENT);
        runtime.helper(
                mv,
                "CompiledCaller",
                "at",
                "("
                        + FRAME_DESCRIPTOR
                        + PARTS
                        + "IL"
                        + RuntimeMethods.AGENT
                        + ";)"
                        + RuntimeMethods.ACTIVATION_DESCRIPTOR);
    }

    /** Pushes what a call from here passes as its caller. */
    void pushCaller(Instruction instruction) {
        pushActivation(current, body.originalPc(instruction.pc()));
    }

    /** Pushes the frame and the offset of an instruction, the first arguments of every helper. */
    void pushFrameAndPc(Instruction instruction) {
        pushFrame();
        Code.pushInt(mv, body.originalPc(instruction.pc()));
    }

    /** {@link #pushFrameAndPc} behind {@link #needRegisterArray}, which has made the frame. */
    void pushMadeFrameAndPc(Instruction instruction) {
        mv.visitVarInsn(Opcodes.ALOAD, local(current, FRAME));
        Code.pushInt(mv, body.originalPc(instruction.pc()));
    }

    /** Notes in the frame where the function is, for what may throw or look at the stack. */
    void setPc(Instruction instruction) {
        pushFrameAndPc(instruction);
        mv.visitFieldInsn(Opcodes.PUTFIELD, RuntimeMethods.FRAME, "pc", "I");
    }

    /** Makes sure that there are a frame and its register array; registers can be spilled then. */
    void needRegisterArray() {
        if (!startsWithFrame(current)) {
            pushFrame();
            runtime.helper(mv, "CompiledCode", "registers", "(" + FRAME_DESCRIPTOR + ")[" + OBJECT);
            mv.visitVarInsn(Opcodes.ASTORE, local(current, ARRAY));
        }
    }

    // ---- function, receiver, scope

    void pushFunction() {
        pushPart(FUNCTION, FUNCTION_ARGUMENT, "function", FUNCTION_DESCRIPTOR);
    }

    /** Pushes the receiver. */
    void pushSelf() {
        pushPart(SELF, SELF_ARGUMENT, "self", OBJECT);
    }

    /** Pushes new.target; Java null for [[Call]]. */
    void pushNewTarget() {
        if (current.number() > 0 && !current.isConstruction()) {
            mv.visitInsn(Opcodes.ACONST_NULL);
        } else {
            String type = "L" + RuntimeMethods.JS_OBJECT + ";";
            pushPart(FUNCTION, NEW_TARGET_ARGUMENT, "newTarget", type);
        }
    }

    private void pushPart(int which, int argument, String field, String descriptor) {
        if (current.number() > 0 && which == FUNCTION) {
            pushInlined(current);
        } else if (current.number() > 0) {
            mv.visitVarInsn(Opcodes.ALOAD, local(current, which));
        } else if (frameless) {
            mv.visitVarInsn(Opcodes.ALOAD, argument);
        } else {
            mv.visitVarInsn(Opcodes.ALOAD, frameArgument);
            mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.FRAME, field, descriptor);
        }
    }

    /** Pushes the current scope array. */
    void pushScope() {
        if (current.function() == null) {
            mv.visitVarInsn(Opcodes.ALOAD, local(current, SCOPE));
        } else if (current.function().scope() == null) {
            mv.visitInsn(Opcodes.ACONST_NULL);
        } else {
            constants.push(mv, current.function().scope(), "[" + OBJECT);
        }
    }

    /** Makes the array on the stack the current scope. */
    void storeScope() {
        mv.visitVarInsn(Opcodes.ASTORE, local(current, SCOPE));
        Label done = new Label();
        if (!startsWithFrame(current)) {
            mv.visitVarInsn(Opcodes.ALOAD, local(current, FRAME));
            mv.visitJumpInsn(Opcodes.IFNULL, done);
        }
        mv.visitVarInsn(Opcodes.ALOAD, local(current, FRAME));
        pushScope();
        mv.visitFieldInsn(Opcodes.PUTFIELD, RuntimeMethods.FRAME, "scope", "[" + OBJECT);
        mv.visitLabel(done);
    }

    /** After something that changed the scope in the frame. */
    void loadScopeOfFrame() {
        mv.visitVarInsn(Opcodes.ALOAD, local(current, FRAME));
        mv.visitFieldInsn(Opcodes.GETFIELD, RuntimeMethods.FRAME, "scope", "[" + OBJECT);
        mv.visitVarInsn(Opcodes.ASTORE, local(current, SCOPE));
    }
}
