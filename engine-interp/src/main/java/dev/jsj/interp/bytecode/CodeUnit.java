package dev.jsj.interp.bytecode;

import java.util.List;

/**
 * The bytecode of one function literal, script, module or eval: immutable, shared by all closures.
 *
 * <p>Registers 0 to parameterCount - 1 are the formal parameters: the caller copies the arguments
 * there and fills up with undefined. The other registers start as Java null unless the code
 * initialises them; registers of var variables are initialised by code.
 */
public final class CodeUnit {

    private final FunctionInfo function;
    private final int[] code;
    private final Object[] constants;
    private final FunctionInfo[] functions;
    private final int registerCount;
    private final int parameterCount;
    private final boolean needsArguments;
    private final FeedbackKind[] counterSlots;
    private final FeedbackKind[] cacheSlots;
    private final List<ExceptionHandler> handlers;
    private final SourcePositions positions;
    private final List<RegisterVariable> variables;

    /** For those who make code: {@link BytecodeBuilder}, and what loads stored code. */
    public CodeUnit(
            FunctionInfo function,
            int[] code,
            Object[] constants,
            FunctionInfo[] functions,
            int registerCount,
            int parameterCount,
            boolean needsArguments,
            FeedbackKind[] counterSlots,
            FeedbackKind[] cacheSlots,
            List<ExceptionHandler> handlers,
            SourcePositions positions,
            List<RegisterVariable> variables) {
        this.function = function;
        this.code = code;
        this.constants = constants;
        this.functions = functions;
        this.registerCount = registerCount;
        this.parameterCount = parameterCount;
        this.needsArguments = needsArguments;
        this.counterSlots = counterSlots;
        this.cacheSlots = cacheSlots;
        this.handlers = handlers;
        this.positions = positions;
        this.variables = variables;
    }

    public FunctionInfo function() {
        return function;
    }

    /** The instructions; not to be changed. */
    public int[] code() {
        return code;
    }

    /** The constant pool; not to be changed. */
    public Object[] constants() {
        return constants;
    }

    /** The nested function literals, which FUNCTION operands number. */
    public FunctionInfo[] functions() {
        return functions;
    }

    public int registerCount() {
        return registerCount;
    }

    /** How many registers receive arguments. */
    public int parameterCount() {
        return parameterCount;
    }

    /**
     * Whether the frame must keep all actual arguments (arguments object, rest, forwarding super
     * call).
     */
    public boolean needsArguments() {
        return needsArguments;
    }

    /** Length of the feedback vector's int[]. */
    public int counterCount() {
        return counterSlots.length;
    }

    /** Length of the feedback vector's Object[]. */
    public int cacheCount() {
        return cacheSlots.length;
    }

    /** Kind of a counters slot; null for the second and third entry of a wider slot. */
    public FeedbackKind counterKind(int slot) {
        return counterSlots[slot];
    }

    /** Kind of a caches slot. */
    public FeedbackKind cacheKind(int slot) {
        return cacheSlots[slot];
    }

    /** The handler table, inner handlers first. */
    public List<ExceptionHandler> handlers() {
        return handlers;
    }

    /** The innermost handler that covers the code offset, or null. */
    public ExceptionHandler handlerAt(int pc) {
        for (int i = 0; i < handlers.size(); i++) {
            ExceptionHandler handler = handlers.get(i);
            if (handler.covers(pc)) {
                return handler;
            }
        }
        return null;
    }

    public SourcePositions positions() {
        return positions;
    }

    /** The variables that live in registers. */
    public List<RegisterVariable> variables() {
        return variables;
    }

    /**
     * Name of the variable that lives in the register at the code offset, or null for temporaries.
     */
    public String registerName(int register, int pc) {
        for (int i = 0; i < variables.size(); i++) {
            RegisterVariable variable = variables.get(i);
            if (variable.register() == register && variable.covers(pc)) {
                return variable.name();
            }
        }
        return null;
    }
}
