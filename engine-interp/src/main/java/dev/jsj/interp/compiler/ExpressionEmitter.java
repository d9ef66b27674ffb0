package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.Label;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.parser.ast.*;
import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.FunctionKind;
import dev.jsj.parser.scope.Scope;
import dev.jsj.parser.scope.ScopeKind;
import dev.jsj.parser.scope.Variable;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Expressions: evaluates one into a register ({@link #into}), into whatever register it is in
 * ({@link #register}), or for its effect only ({@link #effect}).
 */
final class ExpressionEmitter {

    private final FunctionCompiler f;

    /** Where the optional chain being compiled goes when a link finds undefined or null. */
    private @Nullable Label chainExit;

    ExpressionEmitter(FunctionCompiler f) {
        this.f = f;
    }

    // ---------------------------------------------------------------- the three ways to evaluate

    /**
     * dst = the value. Unless {@link #writesOnce} says so, dst may be written before other parts of
     * the expression are evaluated, so then it must not be a variable's register.
     */
    void into(Expression e, int dst) {
        int mark = f.registers.mark();
        switch (e) {
            case Identifier id -> f.variables.load(id.name(), id.start(), dst);
            case Literal literal -> literal(literal, dst);
            case BinaryExpression binary -> f.operators.binary(binary, dst);
            case UnaryExpression unary -> f.operators.unary(unary, dst);
            case UpdateExpression update -> f.assignments.update(update, dst, true);
            case LogicalExpression logical -> logical(logical, dst);
            case ConditionalExpression conditional -> conditional(conditional, dst);
            case AssignmentExpression assignment -> f.assignments.assignInto(assignment, dst);
            case SequenceExpression sequence -> sequence(sequence, dst);
            case MemberExpression member -> f.properties.load(member, dst);
            case CallExpression call -> f.calls.call(call, dst);
            case NewExpression construct -> f.calls.construct(construct, dst);
            case ChainExpression chain -> chain(chain, dst);
            case ThisExpression self -> loadThis(self.start(), dst);
            case FunctionNode function -> function(function, functionName(function), dst);
            case ClassNode node -> f.classes.classDefinition(node, className(node), dst);
            case ObjectExpression object -> f.literals.object(object, dst);
            case ArrayExpression array -> f.literals.array(array, dst);
            case TemplateLiteral template -> f.literals.template(template, dst);
            case TaggedTemplateExpression tagged -> f.calls.taggedTemplate(tagged, dst);
            case YieldExpression yield -> f.suspensions.yield(yield, dst);
            case AwaitExpression await -> f.suspensions.await(await, dst);
            case MetaProperty meta -> metaProperty(meta, dst);
            case ImportExpression call -> importCall(call, dst);
            case PrivateName n -> throw misplaced("#name");
            case SpreadElement s -> throw misplaced("spread");
            case Super s -> throw misplaced("super");
        }
        f.registers.release(mark);
    }

    private static AssertionError misplaced(String what) {
        return new AssertionError("The parser accepts " + what + " only where it is handled.");
    }

    /** A register with the value: its own register for a local variable, else a new temporary. */
    int register(Expression e) {
        switch (e) {
            case Identifier id -> {
                return f.variables.register(id.name(), id.start());
            }
            case ThisExpression self -> {
                return thisRegister(self.start());
            }
            case AssignmentExpression assignment -> {
                return f.assignments.assignRegister(assignment);
            }
            case UpdateExpression update
                    when update.prefix() && update.argument() instanceof Identifier id -> {
                int home = f.variables.assignableRegister(id.name(), id.start());
                if (home != FunctionCompiler.NONE) {
                    f.assignments.update(update, home, false);
                    return home;
                }
            }
            default -> {}
        }
        int temporary = f.registers.temporary();
        into(e, temporary);
        return temporary;
    }

    /** Like {@link #register}, but the value must survive the evaluation of later expressions. */
    int operand(Expression e, @Nullable Expression later) {
        return operand(e, later == null ? List.of() : List.of(later));
    }

    int operand(Expression e, List<? extends @Nullable Expression> later) {
        Variable variable = variableIn(e);
        if (variable != null && mayChange(variable, later)) {
            int temporary = f.registers.temporary();
            into(e, temporary);
            return temporary;
        }
        return register(e);
    }

    /** The variable in whose register {@link #register} would find the value, if any. */
    private @Nullable Variable variableIn(Expression e) {
        Identifier id =
                switch (e) {
                    case Identifier identifier -> identifier;
                    case AssignmentExpression a when a.left() instanceof Identifier left -> left;
                    case UpdateExpression u when u.argument() instanceof Identifier argument ->
                            argument;
                    default -> null;
                };
        return id != null && f.variables.resolve(id.name()) instanceof Location.Register r
                ? r.variable()
                : null;
    }

    /**
     * Whether evaluating the expressions may change the variable, which no inner function captures.
     */
    private static boolean mayChange(
            Variable variable, List<? extends @Nullable Expression> expressions) {
        if (!variable.isAssigned()) {
            return false;
        }
        for (Expression e : expressions) {
            if (e == null || e instanceof Literal || e instanceof Identifier) {
                continue;
            }
            if (AssignmentFinder.mayAssign(e, variable.name())) {
                return true;
            }
        }
        return false;
    }

    /** Evaluates for the effect only. */
    void effect(Expression e) {
        int mark = f.registers.mark();
        switch (e) {
            case AssignmentExpression assignment -> f.assignments.assign(assignment);
            case UpdateExpression update ->
                    f.assignments.update(update, FunctionCompiler.NONE, false);
            case SequenceExpression sequence -> sequence.expressions().forEach(this::effect);
            case LogicalExpression logical when logical.operator() != LogicalOperator.NULLISH -> {
                Label end = new Label();
                f.conditions.jumpIf(logical.left(), logical.operator() == LogicalOperator.OR, end);
                effect(logical.right());
                f.bind(end);
            }
            case ConditionalExpression conditional -> {
                Label otherwise = new Label();
                Label end = new Label();
                f.conditions.jumpIf(conditional.test(), false, otherwise);
                effect(conditional.consequent());
                f.jump(end);
                f.bind(otherwise);
                effect(conditional.alternate());
                f.bind(end);
            }
            case UnaryExpression unary when unary.operator() == UnaryOperator.VOID ->
                    effect(unary.argument());
            case Literal literal when !(literal instanceof RegExpLiteral) -> {}
            case FunctionNode function -> {}
            default -> register(e);
        }
        f.registers.release(mark);
    }

    /**
     * Whether {@link #into} writes dst only as its last step, after everything that may throw or
     * look at variables: so that it may compute a variable's new value in the variable's register.
     */
    boolean writesOnce(Expression e) {
        return switch (e) {
            case Identifier i -> true;
            case Literal l -> true;
            case BinaryExpression b -> true;
            case UnaryExpression u -> u.operator() != UnaryOperator.DELETE;
            case MemberExpression m -> true;
            case NewExpression n -> true;
            case FunctionNode fn -> true;
            case ThisExpression t -> true;
            case CallExpression c -> !(c.callee() instanceof Super);
            case ConditionalExpression c -> writesOnce(c.consequent()) && writesOnce(c.alternate());
            case ObjectExpression o -> o.members().isEmpty();
            case ArrayExpression a -> a.elements().isEmpty();
            case TemplateLiteral t -> true;
            default -> false;
        };
    }

    /**
     * home = the value, where home is the register of a variable that keeps its old value until
     * then.
     */
    void intoVariable(Expression e, @Nullable String name, int home) {
        if (writesOnce(e)) {
            intoNamed(e, name, home);
            return;
        }
        int mark = f.registers.mark();
        int temporary = f.registers.temporary();
        intoNamed(e, name, temporary);
        f.move(home, temporary);
        f.registers.release(mark);
    }

    // ---------------------------------------------------------------- names of anonymous functions

    /**
     * Like {@link #into}; an anonymous function or class takes the name (8.4.5 NamedEvaluation).
     */
    void intoNamed(Expression e, @Nullable String name, int dst) {
        if (name != null && isAnonymousFunctionDefinition(e)) {
            int mark = f.registers.mark();
            if (e instanceof FunctionNode function) {
                function(function, name, dst);
            } else {
                f.classes.classDefinition((ClassNode) e, name, dst);
            }
            f.registers.release(mark);
        } else {
            into(e, dst);
        }
    }

    int registerNamed(Expression e, @Nullable String name) {
        if (name == null || !isAnonymousFunctionDefinition(e)) {
            return register(e);
        }
        int temporary = f.registers.temporary();
        intoNamed(e, name, temporary);
        return temporary;
    }

    /** 8.4.3 IsAnonymousFunctionDefinition. */
    static boolean isAnonymousFunctionDefinition(Expression e) {
        return (e instanceof FunctionNode function && function.id() == null)
                || (e instanceof ClassNode node && node.id() == null);
    }

    private static String functionName(FunctionNode function) {
        return function.id() == null ? "" : function.id().name();
    }

    private static String className(ClassNode node) {
        return node.id() == null ? "" : node.id().name();
    }

    private void function(FunctionNode function, String name, int dst) {
        f.closure(function, name, dst);
    }

    // ---------------------------------------------------------------- simple expressions

    private void literal(Literal literal, int dst) {
        switch (literal) {
            case NumberLiteral number -> f.loadConstant(dst, Constants.number(number.value()));
            case StringLiteral string -> f.loadString(dst, string.value());
            case BooleanLiteral bool ->
                    f.code.emit(bool.value() ? Op.LOAD_TRUE : Op.LOAD_FALSE, dst);
            case NullLiteral n -> f.code.emit(Op.LOAD_NULL, dst);
            case BigIntLiteral big -> f.loadConstant(dst, big.value());
            case RegExpLiteral regexp -> {
                f.at(regexp);
                f.code.emit(
                        Op.CREATE_REGEXP,
                        dst,
                        f.code.constant(regexp.pattern()),
                        f.code.constant(regexp.flags()));
            }
        }
    }

    private void logical(LogicalExpression e, int dst) {
        Label end = new Label();
        into(e.left(), dst);
        switch (e.operator()) {
            case AND -> f.code.emitJump(Op.JUMP_IF_FALSE, end, dst);
            case OR -> f.code.emitJump(Op.JUMP_IF_TRUE, end, dst);
            case NULLISH -> f.code.emitJump(Op.JUMP_IF_NOT_NULLISH, end, dst);
        }
        into(e.right(), dst);
        f.bind(end);
    }

    private void conditional(ConditionalExpression e, int dst) {
        Label otherwise = new Label();
        Label end = new Label();
        f.conditions.jumpIf(e.test(), false, otherwise);
        into(e.consequent(), dst);
        f.jump(end);
        f.bind(otherwise);
        into(e.alternate(), dst);
        f.bind(end);
    }

    private void sequence(SequenceExpression e, int dst) {
        int last = e.expressions().size() - 1;
        for (int i = 0; i < last; i++) {
            effect(e.expressions().get(i));
        }
        into(e.expressions().get(last), dst);
    }

    private void metaProperty(MetaProperty e, int dst) {
        switch (e.kind()) {
            case NEW_TARGET -> f.variables.loadRaw("new.target", dst);
            case IMPORT_META -> f.code.emit(Op.IMPORT_META, dst);
        }
    }

    private void importCall(ImportExpression e, int dst) {
        int specifier = operand(e.source(), e.options());
        int options;
        if (e.options() == null) {
            options = f.registers.temporary();
            f.loadUndefined(options);
        } else {
            options = register(e.options());
        }
        int phase =
                switch (e.phase()) {
                    case EVALUATION -> 0;
                    case SOURCE -> 1;
                    case DEFER -> 2;
                };
        f.at(e);
        f.code.emit(Op.IMPORT_CALL, dst, specifier, options, phase);
    }

    // ---------------------------------------------------------------- this

    /** dst = this. */
    void loadThis(int position, int dst) {
        int mark = f.registers.mark();
        f.move(dst, thisRegister(position));
        f.registers.release(mark);
    }

    /** A register with this, which is initialized. */
    int thisRegister(int position) {
        if (!f.variables.isDeclared("this")) {
            // Top-level code, or arrow functions in it.
            int temporary = f.registers.temporary();
            f.code.emit(isInModule() ? Op.LOAD_UNDEFINED : Op.LOAD_THIS_SLOPPY, temporary);
            return temporary;
        }
        int register = f.variables.registerRaw("this");
        if (isThisOfDerivedConstructor()) {
            f.at(position);
            f.code.emit(Op.CHECK_THIS, register);
        }
        return register;
    }

    private boolean isInModule() {
        Scope root = f.scope;
        while (root.parent() != null) {
            root = root.parent();
        }
        return root.kind() == ScopeKind.MODULE;
    }

    private boolean isThisOfDerivedConstructor() {
        Variable self = f.scope.lookup("this");
        return self != null
                && FunctionContext.functionScope(self.scope()) instanceof DeclarationScope function
                && function.functionKind() == FunctionKind.DERIVED_CONSTRUCTOR;
    }

    // ---------------------------------------------------------------- optional chains

    private void chain(ChainExpression e, int dst) {
        Label undefined = new Label();
        Label end = new Label();
        Label saved = enterChain(undefined);
        into(e.expression(), dst);
        leaveChain(saved);
        f.jump(end);
        f.bind(undefined);
        f.loadUndefined(dst);
        f.bind(end);
    }

    /** Starts a chain that leaves to the label; gives what {@link #leaveChain} wants back. */
    @Nullable Label enterChain(Label exit) {
        Label saved = chainExit;
        chainExit = exit;
        return saved;
    }

    void leaveChain(@Nullable Label saved) {
        chainExit = saved;
    }

    /** An optional link: leaves the chain if the value is undefined or null. */
    void leaveChainIfNullish(int register) {
        f.code.emitJump(Op.JUMP_IF_NULLISH, chainExit, register);
    }
}
