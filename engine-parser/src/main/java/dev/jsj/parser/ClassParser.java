package dev.jsj.parser;

import static dev.jsj.parser.lexer.TokenType.*;

import dev.jsj.parser.ast.ClassElement;
import dev.jsj.parser.ast.ClassNode;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.MethodDefinition;
import dev.jsj.parser.ast.MethodKind;
import dev.jsj.parser.ast.PrivateName;
import dev.jsj.parser.ast.PropertyDefinition;
import dev.jsj.parser.ast.Statement;
import dev.jsj.parser.ast.StaticBlock;
import dev.jsj.parser.ast.StringLiteral;
import dev.jsj.parser.lexer.Lexer;
import dev.jsj.parser.lexer.Name;
import dev.jsj.parser.lexer.TokenType;
import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.Declarations;
import dev.jsj.parser.scope.FunctionKind;
import dev.jsj.parser.scope.Scope;
import dev.jsj.parser.scope.ScopeKind;
import dev.jsj.parser.scope.ScopeTracker;
import dev.jsj.parser.scope.VariableKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Classes (15.7). */
abstract class ClassParser extends FunctionParser {
    /**
     * Whether all private names are known to be declared: in a function that has been pre-parsed.
     */
    boolean verified;

    private @Nullable ClassContext currentClass;

    ClassParser(
            Source source,
            Lexer lexer,
            ScopeTracker tracker,
            FunctionContext function,
            boolean module,
            int maxDepth,
            boolean lazyFunctions) {
        super(source, lexer, tracker, function, module, maxDepth, lazyFunctions);
    }

    /** A class whose body is being parsed. */
    private static final class ClassContext {
        final @Nullable ClassContext outer;
        final Scope scope;
        final boolean derived;
        final List<PrivateName> usedNames = new ArrayList<>(0);
        boolean hasConstructor;
        @Nullable DeclarationScope instanceInitializer;
        @Nullable DeclarationScope staticInitializer;

        ClassContext(@Nullable ClassContext outer, Scope scope, boolean derived) {
            this.outer = outer;
            this.scope = scope;
            this.derived = derived;
        }
    }

    @Override
    final Expression parseClassExpression() {
        int start = start();
        boolean outerStrict = strict;
        strict = true;
        next();
        Identifier id = null;
        if (type != EXTENDS && type != LEFT_BRACE) {
            checkBindingIdentifier();
            id = identifier();
        }
        ClassNode node = parseClassRest(start, id);
        strict = outerStrict;
        return node;
    }

    /** A class from behind its name on; the code is strict by now. */
    final ClassNode parseClassRest(int start, @Nullable Identifier id) {
        descend();
        Scope scope = tracker.open(ScopeKind.CLASS, start);
        if (id != null) {
            Declarations.className(scope, names.find(id.name()), id.start());
        }
        Expression superClass = null;
        if (consume(EXTENDS)) {
            Cover outer = cover;
            cover = null;
            superClass = parseLeftHandSide();
            if (cover != null) {
                checkIsExpression(cover);
            }
            cover = outer;
        }
        ClassContext context = new ClassContext(currentClass, scope, superClass != null);
        currentClass = context;
        boolean outerIn = allowIn;
        allowIn = true;
        expect(LEFT_BRACE);
        int mark = nodes.mark();
        while (type != RIGHT_BRACE) {
            if (!consume(SEMICOLON)) {
                nodes.push(parseElement(context));
            }
        }
        next();
        allowIn = outerIn;
        List<ClassElement> elements = nodes.pop(mark);
        currentClass = context.outer;
        checkPrivateNames(context);
        if (id != null) {
            tracker.initialized(scope, 0, end());
        }
        tracker.close();
        ascend();
        return new ClassNode(
                start,
                end(),
                id,
                superClass,
                elements,
                scope,
                context.instanceInitializer,
                context.staticInitializer);
    }

    // ---- private names

    @Override
    final void notePrivateName(Name name, int errorStart) {
        if (verified) {
            return;
        }
        PrivateName used = new PrivateName(errorStart, errorStart + 1, name.text());
        if (currentClass != null) {
            currentClass.usedNames.add(used);
        } else {
            checkDeclaredOutside(used);
        }
    }

    private void checkPrivateNames(ClassContext context) {
        for (PrivateName used : context.usedNames) {
            if (context.scope.lookupLocal(used.name()) != null) {
                continue;
            }
            if (context.outer != null) {
                context.outer.usedNames.add(used);
            } else {
                checkDeclaredOutside(used);
            }
        }
    }

    private void checkDeclaredOutside(PrivateName used) {
        if (tracker.current().lookup(used.name()) == null) {
            throw error(Messages.undeclaredPrivate(used.name()), used);
        }
    }

    // ---- elements

    /** What stands before the key of an element. */
    private static final class Modifiers {
        boolean isStatic;
        boolean async;
        boolean generator;
        MethodKind kind = MethodKind.METHOD;

        boolean isField() {
            return !async && !generator && kind == MethodKind.METHOD;
        }
    }

    private ClassElement parseElement(ClassContext context) {
        int elementStart = start();
        Modifiers modifiers = new Modifiers();
        if (isContextual(STATIC)) {
            TokenType after = peek(false);
            if (after == LEFT_BRACE) {
                next();
                return parseStaticBlock(context, elementStart);
            }
            if (!endsName(after)) {
                modifiers.isStatic = true;
                next();
            }
        }
        int start = start();
        if (isContextual(ASYNC)) {
            TokenType after = peek(true);
            if (after != END && !endsName(after)) {
                modifiers.async = true;
                next();
            }
        }
        if (consume(MULTIPLY)) {
            modifiers.generator = true;
        }
        if (modifiers.isField() && (isContextual(GET) || isContextual(SET))) {
            TokenType after = peek(false);
            if (!endsName(after) && after != MULTIPLY) {
                modifiers.kind = type == GET ? MethodKind.GET : MethodKind.SET;
                next();
            }
        }
        boolean computed = type == LEFT_BRACKET;
        Expression key = type == PRIVATE_NAME ? declaredPrivateName() : parsePropertyKey();
        if (type == LEFT_PARENTHESIS || !modifiers.isField()) {
            return parseMethodElement(context, elementStart, start, modifiers, key, computed);
        }
        return parseField(context, elementStart, modifiers.isStatic, key, computed);
    }

    private static boolean endsName(TokenType token) {
        return switch (token) {
            case LEFT_PARENTHESIS, ASSIGN, SEMICOLON, RIGHT_BRACE -> true;
            default -> false;
        };
    }

    private PrivateName declaredPrivateName() {
        PrivateName name = new PrivateName(start(), lexer.end(), lexer.name().text());
        if (name.name().equals("#constructor")) {
            TokenType after = peek(false);
            throw errorHere(
                    after == LEFT_PARENTHESIS
                            ? Messages.CONSTRUCTOR_PRIVATE
                            : Messages.CLASS_FIELD_CONSTRUCTOR);
        }
        next();
        return name;
    }

    private void declarePrivate(
            ClassContext context, PrivateName key, VariableKind kind, boolean isStatic) {
        Name name = names.find(key.name());
        if (Declarations.privateName(context.scope, name, kind, isStatic, key.start()) == null) {
            throw errorBehind(Messages.redeclared(key.name()));
        }
    }

    private static boolean isNamed(Expression key, boolean computed, String name) {
        return !computed
                && (key instanceof Identifier identifier && identifier.name().equals(name)
                        || key instanceof StringLiteral string && string.value().equals(name));
    }

    private MethodDefinition parseMethodElement(
            ClassContext context,
            int elementStart,
            int start,
            Modifiers modifiers,
            Expression key,
            boolean computed) {
        MethodKind kind = modifiers.kind;
        FunctionKind functionKind =
                switch (kind) {
                    case GET -> FunctionKind.GETTER;
                    case SET -> FunctionKind.SETTER;
                    default -> FunctionKind.METHOD;
                };
        if (modifiers.isStatic) {
            if (isNamed(key, computed, "prototype")) {
                throw error(Messages.STATIC_PROTOTYPE, key);
            }
        } else if (isNamed(key, computed, "constructor")) {
            checkConstructor(context, modifiers, key);
            kind = MethodKind.CONSTRUCTOR;
            functionKind =
                    context.derived
                            ? FunctionKind.DERIVED_CONSTRUCTOR
                            : FunctionKind.BASE_CONSTRUCTOR;
        }
        FunctionNode value = parseMethod(start, functionKind, modifiers.async, modifiers.generator);
        if (key instanceof PrivateName name) {
            VariableKind variableKind =
                    switch (kind) {
                        case GET -> VariableKind.PRIVATE_GETTER;
                        case SET -> VariableKind.PRIVATE_SETTER;
                        default -> VariableKind.PRIVATE_METHOD;
                    };
            declarePrivate(context, name, variableKind, modifiers.isStatic);
        }
        return new MethodDefinition(
                elementStart, end(), kind, key, value, computed, modifiers.isStatic);
    }

    private void checkConstructor(ClassContext context, Modifiers modifiers, Expression key) {
        if (modifiers.kind != MethodKind.METHOD) {
            throw error(Messages.CONSTRUCTOR_ACCESSOR, key);
        }
        if (modifiers.generator) {
            throw error(Messages.CONSTRUCTOR_GENERATOR, key);
        }
        if (modifiers.async) {
            throw error(Messages.CONSTRUCTOR_ASYNC, key);
        }
        if (context.hasConstructor) {
            throw error(Messages.CONSTRUCTOR_DUPLICATE, key);
        }
        context.hasConstructor = true;
    }

    private PropertyDefinition parseField(
            ClassContext context, int start, boolean isStatic, Expression key, boolean computed) {
        if (isNamed(key, computed, "constructor")) {
            throw error(Messages.CLASS_FIELD_CONSTRUCTOR, key);
        }
        if (isStatic && isNamed(key, computed, "prototype")) {
            throw error(Messages.STATIC_PROTOTYPE, key);
        }
        openInitializer(context, isStatic, start);
        Expression value = null;
        if (consume(ASSIGN)) {
            FunctionContext outer = function;
            function = new FunctionContext(outer, FunctionKind.CLASS_INITIALIZER, false, false);
            value = parseAssignment();
            function = outer;
        }
        tracker.closeFunction(null);
        int end = type == SEMICOLON ? lexer.end() : end();
        semicolon();
        if (key instanceof PrivateName name) {
            declarePrivate(context, name, VariableKind.PRIVATE_FIELD, isStatic);
        }
        return new PropertyDefinition(start, end, key, value, computed, isStatic);
    }

    /** Opens the scope that all static, or all instance, initializers of a class share. */
    private void openInitializer(ClassContext context, boolean isStatic, int position) {
        DeclarationScope scope = isStatic ? context.staticInitializer : context.instanceInitializer;
        if (scope != null) {
            tracker.reopen(scope);
            return;
        }
        scope = tracker.openFunction(FunctionKind.CLASS_INITIALIZER, true, position);
        if (isStatic) {
            context.staticInitializer = scope;
        } else {
            context.instanceInitializer = scope;
        }
    }

    private StaticBlock parseStaticBlock(ClassContext context, int start) {
        openInitializer(context, true, start);
        FunctionContext outer = function;
        function = new FunctionContext(outer, FunctionKind.CLASS_INITIALIZER, false, false);
        function.inStaticBlock = true;
        function.returnAllowed = false;
        DeclarationScope scope =
                tracker.openDeclarations(
                        ScopeKind.STATIC_BLOCK, FunctionKind.CLASS_INITIALIZER, true, start());
        var outerFunctions = functions;
        functions = new ArrayList<>();
        next();
        List<Statement> body = parseStatementList(nodes.mark());
        StaticBlock block =
                new StaticBlock(start, lexer.end(), body, scope, lastOfEachName(functions));
        functions = outerFunctions;
        function = outer;
        tracker.close();
        tracker.closeFunction(null);
        expect(RIGHT_BRACE);
        return block;
    }
}
