package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.Label;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.compiler.PatternEmitter.Mode;
import dev.jsj.parser.ast.*;

import java.util.ArrayList;
import java.util.List;

/** Statements and declarations; loops, switch and try have emitters of their own. */
final class StatementEmitter {

    private final FunctionCompiler f;

    StatementEmitter(FunctionCompiler f) {
        this.f = f;
    }

    void statements(List<Statement> statements) {
        for (Statement statement : statements) {
            statement(statement);
        }
    }

    void statement(Statement s) {
        statement(s, List.of());
    }

    /** A statement that carries labels. */
    private void statement(Statement s, List<String> labels) {
        int mark = f.registers.mark();
        switch (s) {
            case ExpressionStatement expression -> expression(expression.expression());
            case VariableDeclaration declaration -> variables(declaration);
            case FunctionDeclaration function -> functionInBlock(function);
            case ClassDeclaration declaration -> classDeclaration(declaration);
            case BlockStatement block -> block(block);
            case IfStatement conditional -> conditional(conditional);
            case ReturnStatement result -> returnStatement(result);
            case ForStatement loop -> f.loops.forStatement(loop, labels);
            case ForInStatement loop -> f.loops.forIn(loop, labels);
            case ForOfStatement loop -> f.loops.forOf(loop, labels);
            case WhileStatement loop -> f.loops.whileLoop(loop, labels);
            case DoWhileStatement loop -> f.loops.doWhile(loop, labels);
            case BreakStatement jump ->
                    f.exits.breakTo(jump.label() == null ? null : jump.label().name());
            case ContinueStatement jump ->
                    f.exits.continueTo(jump.label() == null ? null : jump.label().name());
            case ThrowStatement thrown -> {
                int value = f.expressions.register(thrown.argument());
                f.at(thrown);
                f.code.emit(Op.THROW, value);
            }
            case SwitchStatement choice -> f.switches.switchStatement(choice, labels);
            case TryStatement attempt -> f.tries.tryStatement(attempt);
            case LabeledStatement labeled -> labeled(labeled, labels);
            case WithStatement with -> with(with);
            case DebuggerStatement debugger -> f.code.emit(Op.DEBUGGER);
            case EmptyStatement empty -> {}
            case ImportDeclaration declaration -> {}
            case ExportAllDeclaration export -> {}
            case ExportNamedDeclaration export -> {
                if (export.declaration() != null) {
                    statement(export.declaration());
                }
            }
            case ExportDefaultDeclaration export -> exportDefault(export);
        }
        f.registers.release(mark);
    }

    // ---------------------------------------------------------------- completion values

    /** A statement whose value is undefined unless its parts have one. */
    void startCompletion() {
        if (f.completion != FunctionCompiler.NONE) {
            f.loadUndefined(f.completion);
        }
    }

    private void expression(Expression e) {
        if (f.completion == FunctionCompiler.NONE) {
            f.expressions.effect(e);
        } else {
            f.expressions.into(e, f.completion);
        }
    }

    // ---------------------------------------------------------------- declarations

    void variables(VariableDeclaration declaration) {
        for (VariableDeclarator declarator : declaration.declarators()) {
            int mark = f.registers.mark();
            declarator(declaration.kind(), declarator);
            f.registers.release(mark);
        }
    }

    private void declarator(DeclarationKind kind, VariableDeclarator declarator) {
        Expression init = declarator.init();
        switch (kind) {
            case VAR -> {
                if (init != null) {
                    var(declarator.id(), init);
                }
            }
            case LET, CONST -> lexical(declarator.id(), init);
            case USING, AWAIT_USING -> {
                String name = ((Identifier) declarator.id()).name();
                int value = f.expressions.registerNamed(init, name);
                f.tries.addDisposable(value, kind == DeclarationKind.AWAIT_USING, init.start());
                f.variables.initialize(name, value);
            }
        }
    }

    private void var(Pattern target, Expression init) {
        if (!(target instanceof Identifier id)) {
            f.patterns.destructure(target, f.expressions.register(init), Mode.VAR, init.start());
            return;
        }
        int home = f.variables.assignableRegister(id.name(), id.start());
        if (home != FunctionCompiler.NONE) {
            f.expressions.intoVariable(init, id.name(), home);
        } else if (f.variables.mustResolveFirst(id.name())) {
            int reference = f.variables.resolveDynamically(id.name(), id.start());
            int value = f.expressions.registerNamed(init, id.name());
            f.code.emit(Op.SET_REFERENCE, reference, value, f.strictFlag());
        } else {
            f.variables.store(id.name(), id.start(), f.expressions.registerNamed(init, id.name()));
        }
    }

    private void lexical(Pattern target, Expression init) {
        if (!(target instanceof Identifier id)) {
            f.patterns.destructure(
                    target, f.expressions.register(init), Mode.INITIALIZE, init.start());
            return;
        }
        int home = f.variables.homeRegister(id.name());
        if (init == null) {
            int value = home == FunctionCompiler.NONE ? f.registers.temporary() : home;
            f.loadUndefined(value);
            f.variables.initialize(id.name(), value);
        } else if (home != FunctionCompiler.NONE) {
            f.expressions.intoVariable(init, id.name(), home);
        } else {
            f.variables.initialize(id.name(), f.expressions.registerNamed(init, id.name()));
        }
    }

    /** Makes the functions of a block, script or function body, which exist from its start. */
    void instantiateFunctions(List<FunctionDeclaration> functions) {
        for (FunctionDeclaration declaration : functions) {
            int mark = f.registers.mark();
            int home = f.variables.homeRegister(declaration.name());
            int target = home == FunctionCompiler.NONE ? f.registers.temporary() : home;
            closure(declaration, target);
            f.variables.initialize(declaration.name(), target);
            f.registers.release(mark);
        }
    }

    private void closure(FunctionDeclaration declaration, int dst) {
        f.closure(declaration.node(), functionName(declaration), -1, dst);
    }

    static String functionName(FunctionDeclaration declaration) {
        return declaration.node().id() == null ? "default" : declaration.node().id().name();
    }

    /** B.3.2.1: evaluating a function declaration in a block sets the var of the same name. */
    private void functionInBlock(FunctionDeclaration declaration) {
        if (declaration.hoistsVar()) {
            int value = f.variables.register(declaration.name(), declaration.end());
            f.variables.storeVar(declaration.name(), value);
        }
    }

    private void classDeclaration(ClassDeclaration declaration) {
        String name = declaration.node().id() == null ? "default" : declaration.node().id().name();
        int value = f.registers.temporary();
        f.classes.classDefinition(declaration.node(), name, value);
        f.variables.initialize(declaration.name(), value);
    }

    private void exportDefault(ExportDefaultDeclaration export) {
        switch (export.declaration()) {
            case FunctionDeclaration function -> {}
            case ClassDeclaration declaration -> classDeclaration(declaration);
            case Expression e ->
                    f.variables.initialize("*default*", f.expressions.registerNamed(e, "default"));
            default -> throw new AssertionError("The parser exports nothing else by default.");
        }
    }

    // ---------------------------------------------------------------- blocks, if, labels, with

    private void block(BlockStatement block) {
        if (block.scope() == null) {
            statements(block.body());
            return;
        }
        f.enter(block.scope());
        instantiateFunctions(block.functions());
        f.tries.disposing(block.scope(), () -> statements(block.body()));
        f.leave(block.scope());
    }

    private void conditional(IfStatement first) {
        Label end = new Label();
        Statement s = first;
        while (s instanceof IfStatement conditional) {
            startCompletion();
            Label otherwise = new Label();
            f.conditions.jumpIf(conditional.test(), false, otherwise);
            statement(conditional.consequent());
            s = conditional.alternate();
            if (s != null) {
                f.jump(end);
            }
            f.bind(otherwise);
        }
        if (s != null) {
            statement(s);
        }
        f.bind(end);
    }

    private void returnStatement(ReturnStatement s) {
        int value;
        if (s.argument() == null) {
            value = f.registers.temporary();
            f.loadUndefined(value);
        } else {
            value = f.expressions.register(s.argument());
            if (f.info.async() && f.info.generator()) {
                int awaited = f.registers.temporary();
                f.at(s);
                f.code.emit(Op.AWAIT, awaited, value);
                value = awaited;
            }
        }
        f.at(s);
        f.exits.returnValue(value);
    }

    private void labeled(LabeledStatement s, List<String> outer) {
        List<String> labels = new ArrayList<>(outer);
        labels.add(s.label().name());
        switch (s.body()) {
            case LabeledStatement inner -> statement(inner, labels);
            case ForStatement loop -> statement(loop, labels);
            case ForInStatement loop -> statement(loop, labels);
            case ForOfStatement loop -> statement(loop, labels);
            case WhileStatement loop -> statement(loop, labels);
            case DoWhileStatement loop -> statement(loop, labels);
            case SwitchStatement choice -> statement(choice, labels);
            default -> {
                Label end = new Label();
                Exits.Target target = f.exits.pushTarget(end, labels, false, false);
                statement(s.body());
                f.exits.pop(target);
                f.bind(end);
            }
        }
    }

    private void with(WithStatement s) {
        startCompletion();
        int object = f.expressions.register(s.object());
        f.at(s);
        f.code.emit(Op.PUSH_WITH, object, f.code.constant(ScopeLayout.of(s.scope()).info()));
        f.scope = s.scope();
        f.scopeDepth++;
        f.scopePushes++;
        statement(s.body());
        f.leave(s.scope());
    }
}
