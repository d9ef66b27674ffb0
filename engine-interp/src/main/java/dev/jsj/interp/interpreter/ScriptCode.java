package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.bytecode.Opcodes;
import dev.jsj.interp.feedback.MegamorphicCache;
import dev.jsj.runtime.function.FunctionCode;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * A function literal (or script, module, eval) as the interpreter runs it: its bytecode with the
 * feedback vector, and the counters that decide when it is worth compiling. All closures of the
 * literal share it.
 *
 * <p>The {@code call} methods are the entrance from Java code; calls from bytecode go through
 * {@link Calls}.
 */
public final class ScriptCode extends FunctionCode {
    final InterpreterState state;
    final Agent agent;
    private final FunctionInfo info;
    private final Kind kind;

    // Set when the code is compiled to bytecode, at the first call.
    private @Nullable CodeUnit unit;

    int[] instructions;

    /** By pc: the instructions that the interpreter has run. */
    private Step @Nullable [] steps;

    Object[] constants;

    /** The feedback vector: counters and type bits, and caches. */
    int[] counters;

    Object[] caches;

    int registerCount;
    int parameterCount;
    boolean hasHandlers;
    boolean needsArguments;

    /**
     * Whether [[Construct]] can go to {@link CompiledCode#call2} or {@link CompiledCode#call5}: a
     * constructor, derived or not, without exception handlers, that does not look at its arguments
     * beyond the parameters.
     */
    boolean isDirectConstructor;

    /** Whether it is the constructor of a derived class that has none. */
    boolean forwardsConstruction;

    /**
     * Whether [[Call]] is running a frame: compiled to bytecode, neither async nor a class
     * constructor.
     */
    boolean isPlain;

    /** Whether [[Construct]] is running a frame: compiled to bytecode, and a constructor. */
    boolean isPlainConstructor;

    /**
     * Whether [[Call]] can go to {@link CompiledCode#call2} or {@link CompiledCode#call5}: a plain
     * function that does not look at its arguments beyond the parameters.
     */
    boolean isDirect;

    /** The scope that all closures so far were made in; {@link #NO_SCOPE} before the first. */
    private Object @Nullable [] onlyScope = NO_SCOPE;

    private static final Object[] NO_SCOPE = {};

    /** Stands for several scopes. */
    private static final Object[] SCOPES = {};

    /** Counts down at calls and loop back edges; the {@link Budget} looks after it below zero. */
    int budget;

    /** What the optimizing tier made of the code, run instead of the bytecode. */
    @Nullable CompiledCode compiled;

    private @Nullable Object tierData;

    private ScriptCode(InterpreterState state, FunctionInfo info) {
        this.state = state;
        this.agent = state.agent();
        this.info = info;
        this.kind = kindOf(info);
    }

    /** The code of a function literal, made once. */
    static ScriptCode of(InterpreterState state, FunctionInfo info) {
        ScriptCode code = (ScriptCode) info.attachment();
        if (code == null) {
            code = new ScriptCode(state, info);
            info.setAttachment(code);
        }
        return code;
    }

    private static Kind kindOf(FunctionInfo info) {
        boolean async = info.async();
        if (info.generator()) {
            return async ? Kind.ASYNC_GENERATOR : Kind.GENERATOR;
        }
        return switch (info.kind()) {
            case NORMAL -> async ? Kind.ASYNC : Kind.NORMAL;
            case ARROW -> async ? Kind.ASYNC_ARROW : Kind.ARROW;
            case BASE_CONSTRUCTOR -> Kind.CLASS_CONSTRUCTOR;
            case DERIVED_CONSTRUCTOR -> Kind.DERIVED_CLASS_CONSTRUCTOR;
            case METHOD, GETTER, SETTER, INITIALIZER, SCRIPT, MODULE, EVAL ->
                    async ? Kind.ASYNC : Kind.METHOD;
        };
    }

    /** Compiles to bytecode, unless that is done. */
    void prepare() {
        if (unit == null) {
            setUnit(info.code());
        }
    }

    private void setUnit(CodeUnit made) {
        unit = made;
        state.notifyCompiled(made);
        instructions = made.code();
        constants = made.constants();
        counters = new int[made.counterCount()];
        caches = new Object[made.cacheCount()];
        registerCount = made.registerCount();
        parameterCount = made.parameterCount();
        hasHandlers = !made.handlers().isEmpty();
        needsArguments = made.needsArguments();
        budget = state.budgetStep();
        isPlain = !kind.isClassConstructor() && !isAsyncFunction();
        isPlainConstructor = kind.isConstructor();
        isDirect = isPlain && !needsArguments;
        isDirectConstructor = !needsArguments && kind.isConstructor();
        forwardsConstruction =
                needsArguments
                        && kind == FunctionCode.Kind.DERIVED_CLASS_CONSTRUCTOR
                        && contains(Opcodes.SUPER_CALL_FORWARD);
    }

    private boolean contains(int op) {
        for (int pc = 0; pc < instructions.length; pc += SlowOps.length(instructions[pc])) {
            if (instructions[pc] == op) {
                return true;
            }
        }
        return false;
    }

    /** The instruction at {@code pc}, made ready to run. */
    Step step(int pc) {
        if (steps == null) {
            steps = new Step[instructions.length];
        }
        Step step = steps[pc];
        if (step == null) {
            step = Steps.at(this, pc);
            steps[pc] = step;
        }
        return step;
    }

    /** Async, but no generator: the whole call runs under a promise. */
    boolean isAsyncFunction() {
        return kind == Kind.ASYNC || kind == Kind.ASYNC_ARROW;
    }

    /** The function literal. */
    public FunctionInfo info() {
        return info;
    }

    /** The bytecode. */
    public CodeUnit unit() {
        prepare();
        return unit;
    }

    /** Type bits and counts by feedback slot; see {@code FeedbackKind}. */
    public int[] counters() {
        return counters;
    }

    /** Caches by feedback slot. */
    public Object[] caches() {
        return caches;
    }

    @Override
    protected void closureCreated(Object @Nullable [] scope) {
        if (scope != onlyScope && onlyScope != SCOPES) {
            boolean first = onlyScope == NO_SCOPE;
            onlyScope = first ? scope : SCOPES;
            OptimizingTier tier = state.optimizingTier();
            if (!first && tierData != null && tier != null) {
                tier.scopeChanged(this);
            }
        }
    }

    /** Whether every closure of the function so far has the same scope. */
    public boolean hasOnlyScope() {
        return onlyScope != NO_SCOPE && onlyScope != SCOPES;
    }

    /** The scope of all closures, where {@link #hasOnlyScope}; null for the global scope. */
    public Object @Nullable [] onlyScope() {
        return onlyScope;
    }

    /** Whether a call passes no more than the arguments that have a parameter. */
    public boolean isDirect() {
        return isDirect;
    }

    /** Whether this is a script, a module or an eval, and no function. */
    public boolean isTopLevel() {
        return switch (info.kind()) {
            case SCRIPT, MODULE, EVAL -> true;
            default -> false;
        };
    }

    /** Whether {@code new} passes no more than the arguments that have a parameter. */
    public boolean isDirectConstructor() {
        return isDirectConstructor;
    }

    public Agent agent() {
        return agent;
    }

    /** The agent's cache behind all sites that have met too many shapes. */
    public MegamorphicCache megamorphic() {
        return state.megamorphic();
    }

    /** Installs what the optimizing tier made, or null to run the bytecode again. */
    public void setCompiled(@Nullable CompiledCode code) {
        compiled = code;
    }

    /** What the optimizing tier keeps with the code. */
    public @Nullable Object tierData() {
        return tierData;
    }

    public void setTierData(Object data) {
        tierData = data;
    }

    /** Runs an entered frame of this code from its pc, in the tier that is installed. */
    @Nullable Object run(Frame frame) {
        CompiledCode code = compiled;
        return code == null ? Interpreter.run(frame) : code.run(frame);
    }

    public @Nullable CompiledCode compiled() {
        return compiled;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String name() {
        return info.name();
    }

    @Override
    public int length() {
        return info.length();
    }

    @Override
    public boolean isStrict() {
        return info.strict();
    }

    @Override
    public String sourceText() {
        return info.sourceText();
    }

    @Override
    public String location() {
        int start = info.start();
        return info.source().name()
                + ":"
                + info.source().line(start)
                + ":"
                + info.source().column(start);
    }

    // ---- the entrance from Java code

    @Override
    public Object call(ScriptFunction function, Object self, Object[] arguments) {
        return Entrance.call(this, function, self, arguments);
    }

    @Override
    public Object call0(ScriptFunction function, Object self) {
        Object u = Undefined.UNDEFINED;
        return isDirect ? Entrance.call2(this, function, self, u, u) : super.call0(function, self);
    }

    @Override
    public Object call1(ScriptFunction function, Object self, Object a) {
        return isDirect
                ? Entrance.call2(this, function, self, a, Undefined.UNDEFINED)
                : super.call1(function, self, a);
    }

    @Override
    public Object call2(ScriptFunction function, Object self, Object a, Object b) {
        return isDirect
                ? Entrance.call2(this, function, self, a, b)
                : super.call2(function, self, a, b);
    }

    @Override
    public Object call3(ScriptFunction function, Object self, Object a, Object b, Object c) {
        return isDirect
                ? Entrance.call3(this, function, self, a, b, c)
                : super.call3(function, self, a, b, c);
    }

    @Override
    public boolean looksBeyond(int count) {
        return !isDirect || parameterCount > count;
    }

    @Override
    public Object construct(ScriptFunction function, Object[] arguments, JSObject newTarget) {
        return Entrance.construct(this, function, arguments, newTarget);
    }

    @Override
    public String toString() {
        return name().isEmpty() ? "(anonymous)" : name();
    }

    /** Fills the registers of parameters without an argument. */
    static void fillUndefined(Object[] registers, int from, int parameterCount) {
        for (int i = from; i < parameterCount; i++) {
            registers[i] = Undefined.UNDEFINED;
        }
    }
}
