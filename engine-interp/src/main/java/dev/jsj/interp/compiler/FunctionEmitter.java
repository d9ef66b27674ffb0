package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.compiler.PatternEmitter.Mode;
import dev.jsj.parser.ast.AssignmentPattern;
import dev.jsj.parser.ast.BlockStatement;
import dev.jsj.parser.ast.ClassNode;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.Pattern;
import dev.jsj.parser.ast.RestElement;
import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.Scope;
import dev.jsj.parser.scope.Variable;
import dev.jsj.parser.scope.VariableKind;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Functions as a whole: what happens on entry (10.2.11 FunctionDeclarationInstantiation), then the
 * body. Also the functions that have no source text of their own: default constructors and field
 * initializers.
 */
final class FunctionEmitter {

    private final FunctionCompiler f;
    private final FunctionNode node;
    private final DeclarationScope scope;
    private final List<Pattern> parameters;

    private FunctionEmitter(FunctionCompiler f, FunctionNode node) {
        this.f = f;
        this.node = node;
        this.scope = node.scope();
        this.parameters = node.parameters();
    }

    /** The code of a function whose content is present. */
    static CodeUnit function(
            FunctionContext outer,
            FunctionNode literal,
            int creationPosition,
            FunctionInfo info,
            boolean initializesInstance) {
        FunctionNode node = Compiler.withContent(outer.source(), literal);
        FunctionContext context =
                new FunctionContext(outer.source(), outer, node.scope(), creationPosition);
        return new FunctionEmitter(new FunctionCompiler(context, info), node)
                .emit(initializesInstance);
    }

    private CodeUnit emit(boolean initializesInstance) {
        int count = parameters.size();
        if (count > 0 && parameters.getLast() instanceof RestElement) {
            count--;
        }
        f.registers.temporaries(count);
        f.pushScope(scope);
        declareVariables(count);
        loadFrameValues(f, scope);
        if (initializesInstance && f.info.kind() == FunctionInfo.Kind.BASE_CONSTRUCTOR) {
            initializeInstance();
        }
        copyCapturedParameters(count);
        createArguments(count);
        bindParameters();
        enterBody();
        if (f.info.generator()) {
            f.code.emit(Op.CREATE_GENERATOR);
        }
        body();
        return f.build(count);
    }

    // ---------------------------------------------------------------- entry

    /**
     * Gives registers to the variables of the function's scope; plain parameters stay where the
     * arguments are.
     */
    private void declareVariables(int count) {
        Map<String, Integer> arguments = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Identifier name = plainName(parameters.get(i));
            if (name != null) {
                arguments.put(name.name(), i);
            }
        }
        for (Variable variable : scope.variables()) {
            if (ScopeLayout.isInScope(variable)) {
                continue;
            }
            Integer argument =
                    variable.kind() == VariableKind.PARAMETER
                            ? arguments.get(variable.name())
                            : null;
            if (argument != null) {
                f.registers.name(argument, variable.name());
                variable.assignSlot(argument);
            } else {
                variable.assignSlot(f.registers.variable(variable.name()));
            }
        }
    }

    /** The name of a parameter without a pattern, which may have a default. */
    private static Identifier plainName(Pattern parameter) {
        return switch (parameter) {
            case Identifier id -> id;
            case AssignmentPattern withDefault when withDefault.left() instanceof Identifier id ->
                    id;
            default -> null;
        };
    }

    /** Initializes the variables that stand for this, new.target, the function itself. */
    static void loadFrameValues(FunctionCompiler f, DeclarationScope scope) {
        for (Variable variable : scope.variables()) {
            Op op =
                    switch (variable.kind()) {
                        case THIS -> f.strict ? Op.LOAD_THIS : Op.LOAD_THIS_SLOPPY;
                        case NEW_TARGET -> Op.LOAD_NEW_TARGET;
                        case HOME_OBJECT, ACTIVE_FUNCTION, FUNCTION_NAME -> Op.LOAD_FUNCTION;
                        default -> null;
                    };
            boolean startsUninitialized =
                    variable.kind() == VariableKind.THIS
                            && f.info.kind() == FunctionInfo.Kind.DERIVED_CONSTRUCTOR;
            if (op == null || startsUninitialized) {
                continue;
            }
            int mark = f.registers.mark();
            if (ScopeLayout.isInScope(variable)) {
                int value = f.registers.temporary();
                f.code.emit(op, value);
                f.code.emit(Op.SET_SCOPED, 0, variable.slot(), value);
            } else {
                f.code.emit(op, variable.slot());
            }
            f.registers.release(mark);
        }
    }

    private void initializeInstance() {
        int mark = f.registers.mark();
        int self = f.registers.temporary();
        int function = f.registers.temporary();
        f.code.emit(Op.LOAD_THIS, self);
        f.code.emit(Op.LOAD_FUNCTION, function);
        f.code.emit(Op.INITIALIZE_INSTANCE, self, function);
        f.registers.release(mark);
    }

    private void copyCapturedParameters(int count) {
        if (!scope.hasSimpleParameters()) {
            return;
        }
        for (int i = 0; i < count; i++) {
            Variable variable = scope.lookupLocal(((Identifier) parameters.get(i)).name());
            if (variable != null
                    && variable.kind() == VariableKind.PARAMETER
                    && ScopeLayout.isInScope(variable)) {
                f.code.emit(Op.SET_SCOPED, 0, variable.slot(), i);
            }
        }
    }

    private void createArguments(int count) {
        Variable variable = scope.lookupLocal("arguments");
        if (variable == null || variable.kind() != VariableKind.ARGUMENTS) {
            return;
        }
        f.needsArguments = true;
        int mark = f.registers.mark();
        int object = ScopeLayout.isInScope(variable) ? f.registers.temporary() : variable.slot();
        if (ScopeLayout.hasMappedArguments(scope)) {
            f.code.emit(
                    Op.CREATE_MAPPED_ARGUMENTS,
                    object,
                    f.code.uniqueConstant(argumentMapping(count)));
        } else {
            f.code.emit(Op.CREATE_UNMAPPED_ARGUMENTS, object);
        }
        if (ScopeLayout.isInScope(variable)) {
            f.code.emit(Op.SET_SCOPED, 0, variable.slot(), object);
        }
        f.registers.release(mark);
    }

    /** For each argument what it aliases: the slot of the last parameter of a name; else 0. */
    private int[] argumentMapping(int count) {
        int[] mapping = new int[count];
        Set<String> seen = new HashSet<>();
        for (int i = count - 1; i >= 0; i--) {
            String name = ((Identifier) parameters.get(i)).name();
            Variable variable = scope.lookupLocal(name);
            if (seen.add(name) && variable.kind() == VariableKind.PARAMETER) {
                mapping[i] = variable.slot();
            }
        }
        return mapping;
    }

    private void bindParameters() {
        if (scope.hasSimpleParameters()) {
            return;
        }
        if (scope.hasParameterExpressions()) {
            for (Variable variable : scope.variables()) {
                if (variable.kind() == VariableKind.PARAMETER) {
                    f.variables.markUnbound(variable);
                }
            }
        }
        for (int i = 0; i < parameters.size(); i++) {
            int mark = f.registers.mark();
            switch (parameters.get(i)) {
                case RestElement rest -> {
                    f.needsArguments = true;
                    int array = f.registers.temporary();
                    f.code.emit(Op.CREATE_REST, array, i);
                    f.patterns.bind(rest.argument(), array, Mode.INITIALIZE);
                }
                case AssignmentPattern withDefault
                        when withDefault.left() instanceof Identifier id -> {
                    String name = withDefault.namesAnonymousFunction() ? id.name() : null;
                    f.patterns.applyDefault(withDefault.right(), name, i);
                    f.variables.initialize(id.name(), i);
                }
                case Pattern parameter -> f.patterns.bind(parameter, i, Mode.INITIALIZE);
            }
            f.registers.release(mark);
        }
    }

    /** Variables and functions of the body. */
    private void enterBody() {
        DeclarationScope body = node.bodyScope();
        if (body == scope) {
            initializeVars(f, scope);
        } else {
            f.enter(body);
            copyParametersToVars(body);
        }
        f.statements.instantiateFunctions(node.functions());
    }

    /**
     * The vars of a body with a scope of its own start with the value of the parameter of the same
     * name.
     */
    private void copyParametersToVars(DeclarationScope body) {
        for (Variable variable : body.variables()) {
            if (variable.kind() != VariableKind.VAR) {
                continue;
            }
            int mark = f.registers.mark();
            int value;
            if (scope.lookupLocal(variable.name()) != null) {
                value = f.registers.temporary();
                f.scope = scope;
                int depth = f.scopeDepth;
                loadParameter(variable.name(), body, value);
                f.scope = body;
                f.scopeDepth = depth;
            } else {
                value = f.registers.temporary();
                f.loadUndefined(value);
            }
            f.variables.initialize(variable.name(), value);
            f.registers.release(mark);
        }
    }

    private void loadParameter(String name, DeclarationScope body, int dst) {
        int pushed = ScopeLayout.of(body).info() == null ? 0 : 1;
        switch (f.variables.resolve(name)) {
            case Location.Register r -> f.move(dst, r.register());
            case Location.Slot s -> f.code.emit(Op.GET_SCOPED, dst, s.depth() + pushed, s.slot());
            default -> f.code.emit(Op.GET_NAME, dst, f.code.constant(name));
        }
    }

    /** Sets the vars of a scope to undefined; those in a run-time scope are so from the start. */
    static void initializeVars(FunctionCompiler f, DeclarationScope scope) {
        int first = FunctionCompiler.NONE;
        int count = 0;
        for (Variable variable : scope.variables()) {
            if (variable.kind() != VariableKind.VAR
                    || ScopeLayout.isInScope(variable)
                    || ScopeLayout.isEvalVariable(variable)) {
                continue;
            }
            if (first != FunctionCompiler.NONE && variable.slot() == first + count) {
                count++;
            } else {
                loadUndefined(f, first, count);
                first = variable.slot();
                count = 1;
            }
        }
        loadUndefined(f, first, count);
    }

    private static void loadUndefined(FunctionCompiler f, int first, int count) {
        if (count == 1) {
            f.loadUndefined(first);
        } else if (count > 1) {
            f.code.emit(Op.LOAD_UNDEFINED_RANGE, first, count);
        }
    }

    // ---------------------------------------------------------------- body

    private void body() {
        switch (node.body()) {
            case BlockStatement block -> {
                f.tries.disposing(node.bodyScope(), () -> f.statements.statements(block.body()));
                returnUndefined(f, block.end() - 1);
            }
            case Expression e -> f.exits.returnValue(f.expressions.register(e));
            default -> throw new AssertionError("A function body is a block or an expression.");
        }
    }

    static void returnUndefined(FunctionCompiler f, int position) {
        int value = f.registers.temporary();
        f.loadUndefined(value);
        f.at(position);
        f.exits.returnValue(value);
    }

    // ---------------------------------------------------------------- functions without text

    /** The constructor of a class that has none (15.7.14, step 14). */
    static CodeUnit defaultConstructor(
            FunctionContext outer,
            Scope classScope,
            FunctionInfo info,
            boolean initializesInstance) {
        FunctionContext context =
                new FunctionContext(
                        outer.source(), outer, classScope.declarationScope(), info.start());
        FunctionCompiler f = new FunctionCompiler(context, info);
        f.scope = classScope;
        int self = f.registers.temporary();
        int function = f.registers.temporary();
        if (info.kind() == FunctionInfo.Kind.DERIVED_CONSTRUCTOR) {
            int constructor = f.registers.temporary();
            int newTarget = f.registers.temporary();
            f.needsArguments = true;
            f.code.emit(Op.LOAD_FUNCTION, function);
            f.code.emit(Op.GET_SUPER_CONSTRUCTOR, constructor, function);
            f.code.emit(Op.LOAD_NEW_TARGET, newTarget);
            f.at(info.start());
            f.code.emit(Op.SUPER_CALL_FORWARD, self, constructor, newTarget);
            f.code.emit(Op.INITIALIZE_INSTANCE, self, function);
            f.code.emit(Op.RETURN, self);
        } else {
            if (initializesInstance) {
                f.code.emit(Op.LOAD_THIS, self);
                f.code.emit(Op.LOAD_FUNCTION, function);
                f.code.emit(Op.INITIALIZE_INSTANCE, self, function);
            }
            f.loadUndefined(self);
            f.code.emit(Op.RETURN, self);
        }
        return f.build(0);
    }

    /**
     * The function that defines the fields of instances, or static fields, and runs static blocks.
     */
    static CodeUnit classInitializer(
            FunctionContext outer,
            ClassNode node,
            DeclarationScope scope,
            boolean isStatic,
            FunctionInfo info) {
        FunctionContext context = new FunctionContext(outer.source(), outer, scope, node.start());
        FunctionCompiler f = new FunctionCompiler(context, info);
        f.enter(scope);
        loadFrameValues(f, scope);
        f.classes.initialize(node, isStatic);
        returnUndefined(f, node.end() - 1);
        return f.build(0);
    }
}
