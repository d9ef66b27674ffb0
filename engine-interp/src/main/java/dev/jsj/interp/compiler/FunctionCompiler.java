package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.BytecodeBuilder;
import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.bytecode.Label;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.Node;
import dev.jsj.parser.scope.Scope;
import dev.jsj.parser.scope.ScopeKind;
import dev.jsj.parser.scope.Variable;

import org.jspecify.annotations.Nullable;

/**
 * The compilation of one function, script, module or eval: holds the state that the emitters share,
 * and the little operations all of them need. Each emitter covers one part of the language.
 */
final class FunctionCompiler {

    /** Stands for "no register". */
    static final int NONE = -1;

    final FunctionContext context;
    final FunctionInfo info;
    final BytecodeBuilder code = new BytecodeBuilder();
    final Registers registers = new Registers(code);
    final Exits exits = new Exits(this);
    final VariableEmitter variables = new VariableEmitter(this);
    final ExpressionEmitter expressions = new ExpressionEmitter(this);
    final OperatorEmitter operators = new OperatorEmitter(this);
    final ConditionEmitter conditions = new ConditionEmitter(this);
    final PropertyEmitter properties = new PropertyEmitter(this);
    final CallEmitter calls = new CallEmitter(this);
    final LiteralEmitter literals = new LiteralEmitter(this);
    final AssignmentEmitter assignments = new AssignmentEmitter(this);
    final PatternEmitter patterns = new PatternEmitter(this);
    final ClassEmitter classes = new ClassEmitter(this);
    final StatementEmitter statements = new StatementEmitter(this);
    final LoopEmitter loops = new LoopEmitter(this);
    final SwitchEmitter switches = new SwitchEmitter(this);
    final TryEmitter tries = new TryEmitter(this);
    final SuspensionEmitter suspensions = new SuspensionEmitter(this);

    /** The innermost scope around the code that is being compiled. */
    Scope scope;

    /** How many run-time scopes this function has pushed around that code. */
    int scopeDepth;

    /** Whether that code is strict. */
    boolean strict;

    /** Whether the frame must keep the actual arguments. */
    boolean needsArguments;

    /** The register of the completion value, or NONE where nobody wants it. */
    int completion = NONE;

    /** How many PUSH_SCOPEs were emitted: tells whether a region contains any. */
    int scopePushes;

    FunctionCompiler(FunctionContext context, FunctionInfo info) {
        this.context = context;
        this.info = info;
        this.scope = context.scope();
        this.strict = info.strict();
    }

    CodeUnit build(int parameterCount) {
        return code.build(
                info, registers.count(), parameterCount, needsArguments, registers.variables());
    }

    // ---------------------------------------------------------------- positions

    void at(Node node) {
        code.position(node.start());
    }

    void at(int position) {
        code.position(position);
    }

    /** Where a token between two nodes stands; that of the second node if it cannot be found. */
    int between(String token, Node left, Node right) {
        return Positions.of(
                context.source().text(), token, left.end(), right.start(), right.start());
    }

    // ---------------------------------------------------------------- scopes

    /**
     * Enters a scope: pushes its run-time scope, if it has one, and gives registers to its other
     * variables. Those start uninitialized, or undefined if var.
     */
    void enter(@Nullable Scope entered) {
        if (entered == null) {
            return;
        }
        scope = entered;
        pushScope(entered);
        for (Variable variable : entered.variables()) {
            if (!ScopeLayout.isInScope(variable) && !ScopeLayout.isEvalVariable(variable)) {
                declare(variable);
            }
        }
    }

    /** Pushes the run-time scope of a scope, if it has one. */
    void pushScope(Scope entered) {
        ScopeInfo layout = ScopeLayout.of(entered).info();
        if (layout != null) {
            code.emit(Op.PUSH_SCOPE, code.constant(layout));
            scopeDepth++;
            scopePushes++;
        }
    }

    /** Leaves a scope at its normal end. The caller releases the registers. */
    void leave(@Nullable Scope left) {
        if (left == null) {
            return;
        }
        if (ScopeLayout.of(left).info() != null) {
            code.emit(Op.POP_SCOPE);
            scopeDepth--;
        }
        scope = left.parent();
    }

    private void declare(Variable variable) {
        int register = registers.variable(variable.name());
        variable.assignSlot(register);
        if (variable.kind().hasTemporalDeadZone()
                && (variable.isReferencedEarly() || variable.scope().kind() == ScopeKind.SWITCH)) {
            code.emit(Op.LOAD_EMPTY, register);
        }
    }

    /**
     * The ScopeInfo of the innermost run-time scope around the current code, this function's or
     * not; null for none.
     */
    @Nullable ScopeInfo currentScopeInfo() {
        for (Scope each = scope; each != null; each = each.parent()) {
            ScopeInfo layout = ScopeLayout.of(each).info();
            if (layout != null) {
                return layout;
            }
        }
        return null;
    }

    // ---------------------------------------------------------------- small emissions

    void move(int dst, int src) {
        if (dst != src) {
            code.emit(Op.MOVE, dst, src);
        }
    }

    void loadUndefined(int dst) {
        code.emit(Op.LOAD_UNDEFINED, dst);
    }

    void loadInt(int dst, int value) {
        if (value >= Byte.MIN_VALUE && value <= Byte.MAX_VALUE) {
            code.emit(Op.LOAD_INT, dst, value);
        } else {
            code.emit(Op.LOAD_CONSTANT, dst, code.constant(value));
        }
    }

    void loadString(int dst, String value) {
        code.emit(Op.LOAD_CONSTANT, dst, code.constant(value));
    }

    void loadConstant(int dst, Object value) {
        if (value instanceof Integer i) {
            loadInt(dst, i);
        } else {
            code.emit(Op.LOAD_CONSTANT, dst, code.constant(value));
        }
    }

    void jump(Label target) {
        code.emitJump(Op.JUMP, target);
    }

    void bind(Label label) {
        code.bind(label);
    }

    /** 1 for strict, 0 for sloppy: the operand of stores. */
    int strictFlag() {
        return strict ? 1 : 0;
    }

    // ---------------------------------------------------------------- closures

    /** dst = a closure of the function literal with the given name property. */
    void closure(FunctionNode node, String name, int creationPosition, int dst) {
        int function = code.function(Compiler.functionInfo(context, node, name, creationPosition));
        code.emit(Op.CREATE_CLOSURE, dst, function);
    }

    /** dst = a closure of a function expression, method or accessor. */
    void closure(FunctionNode node, String name, int dst) {
        closure(node, name, node.start(), dst);
    }
}
