package dev.jsj.parser;

import static dev.jsj.parser.lexer.TokenType.*;

import dev.jsj.parser.ast.ArrayExpression;
import dev.jsj.parser.ast.ArrayPattern;
import dev.jsj.parser.ast.AssignmentExpression;
import dev.jsj.parser.ast.AssignmentOperator;
import dev.jsj.parser.ast.AssignmentPattern;
import dev.jsj.parser.ast.AssignmentProperty;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.MemberExpression;
import dev.jsj.parser.ast.Node;
import dev.jsj.parser.ast.ObjectExpression;
import dev.jsj.parser.ast.ObjectMember;
import dev.jsj.parser.ast.ObjectPattern;
import dev.jsj.parser.ast.Pattern;
import dev.jsj.parser.ast.PatternMember;
import dev.jsj.parser.ast.Property;
import dev.jsj.parser.ast.PropertyKind;
import dev.jsj.parser.ast.RestElement;
import dev.jsj.parser.ast.SpreadElement;
import dev.jsj.parser.lexer.Lexer;
import dev.jsj.parser.lexer.Name;
import dev.jsj.parser.lexer.TokenType;
import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.Declarations;
import dev.jsj.parser.scope.Scope;
import dev.jsj.parser.scope.ScopeTracker;
import dev.jsj.parser.scope.VariableKind;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Binding patterns (14.3.3), and the conversion of expressions that turn out to be assignment
 * patterns (13.15.5) or parameters of arrow functions (15.3).
 */
abstract class PatternParser extends ParserBase {
    /** Whether the parameters parsed last contain an expression. */
    boolean parameterExpressions;

    /** Whether the parameters parsed last are all plain identifiers. */
    boolean simpleParameters;

    /** The first parameter that repeats the name of another one. */
    @Nullable Identifier duplicateParameter;

    PatternParser(
            Source source,
            Lexer lexer,
            ScopeTracker tracker,
            FunctionContext function,
            boolean module,
            int maxDepth) {
        super(source, lexer, tracker, function, module, maxDepth);
    }

    abstract Expression parseAssignment();

    abstract Expression parsePropertyKey();

    // ---- binding patterns

    /** An identifier or pattern, declared as variables of that kind. */
    final Pattern parseBindingTarget(VariableKind kind) {
        if (type == LEFT_BRACKET) {
            return parseArrayBinding(kind);
        }
        return type == LEFT_BRACE ? parseObjectBinding(kind) : parseBindingIdentifier(kind);
    }

    final Identifier parseBindingIdentifier(VariableKind kind) {
        checkBindingIdentifier();
        Name name = lexer.name();
        if (type == LET && kind.hasTemporalDeadZone()) {
            throw errorHere(Messages.LET_BOUND);
        }
        Identifier identifier = identifier();
        declare(name, kind, identifier);
        return identifier;
    }

    final Pattern parseBindingElement(VariableKind kind) {
        int start = start();
        Pattern target = parseBindingTarget(kind);
        if (type != ASSIGN) {
            return target;
        }
        next();
        parameterExpressions = true;
        Expression right = parseWithIn();
        return new AssignmentPattern(start, end(), target, right);
    }

    /** An AssignmentExpression where the in operator is allowed. */
    final Expression parseWithIn() {
        boolean outerIn = allowIn;
        allowIn = true;
        Expression expression = parseAssignment();
        allowIn = outerIn;
        return expression;
    }

    private Pattern parseArrayBinding(VariableKind kind) {
        descend();
        int start = start();
        next();
        int mark = nodes.mark();
        while (type != RIGHT_BRACKET) {
            if (type == COMMA) {
                next();
                nodes.push(null);
                continue;
            }
            if (type == ELLIPSIS) {
                nodes.push(parseBindingRest(kind, false));
                if (type != RIGHT_BRACKET) {
                    throw unexpected();
                }
                break;
            }
            nodes.push(parseBindingElement(kind));
            if (type != RIGHT_BRACKET) {
                expect(COMMA);
            }
        }
        next();
        ascend();
        return new ArrayPattern(start, end(), nodes.pop(mark));
    }

    private RestElement parseBindingRest(VariableKind kind, boolean identifierOnly) {
        int start = start();
        next();
        if (identifierOnly && !type.isIdentifier()) {
            throw errorHere(Messages.REST_BINDING_TARGET);
        }
        Pattern target = parseBindingTarget(kind);
        if (type == ASSIGN) {
            next();
            parseWithIn();
            throw error(Messages.INVALID_DESTRUCTURING_TARGET, start, end());
        }
        if (type == COMMA) {
            throw error(Messages.REST_NOT_LAST, start, end());
        }
        return new RestElement(start, end(), target);
    }

    private Pattern parseObjectBinding(VariableKind kind) {
        descend();
        int start = start();
        next();
        int mark = nodes.mark();
        while (type != RIGHT_BRACE) {
            if (type == ELLIPSIS) {
                nodes.push(parseBindingRest(kind, true));
                if (type != RIGHT_BRACE) {
                    throw unexpected();
                }
                break;
            }
            nodes.push(parseBindingProperty(kind));
            if (type != RIGHT_BRACE) {
                expect(COMMA);
            }
        }
        next();
        ascend();
        return new ObjectPattern(start, end(), nodes.pop(mark));
    }

    private AssignmentProperty parseBindingProperty(VariableKind kind) {
        int start = start();
        if (type.isIdentifierName()) {
            TokenType after = peek(false);
            if (after == COMMA || after == RIGHT_BRACE || after == ASSIGN) {
                return parseShorthandBinding(kind);
            }
        }
        boolean computed = type == LEFT_BRACKET;
        parameterExpressions |= computed;
        Expression key = parsePropertyKey();
        if (type != COLON) {
            throw unexpected();
        }
        next();
        Pattern value = parseBindingElement(kind);
        return new AssignmentProperty(start, end(), key, value, computed, false);
    }

    private AssignmentProperty parseShorthandBinding(VariableKind kind) {
        int start = start();
        Identifier key = new Identifier(start, lexer.end(), lexer.name().text());
        Pattern value = parseBindingElement(kind);
        return new AssignmentProperty(start, end(), key, value, false, true);
    }

    /**
     * The error that a declaration in the current scope repeats a name; the other one may be at
     * fault.
     */
    final JsSyntaxError redeclared(String name, int start, int end) {
        int hoisted = Declarations.conflictingVar(tracker.current(), name);
        return hoisted >= 0
                ? error(Messages.redeclared(name), hoisted, hoisted + 1)
                : error(Messages.redeclared(name), start, end);
    }

    final void declare(Name name, VariableKind kind, Identifier identifier) {
        Scope scope = tracker.current();
        boolean declared =
                switch (kind) {
                    case PARAMETER -> {
                        if (!Declarations.parameter(
                                        (DeclarationScope) scope, name, identifier.start())
                                && duplicateParameter == null) {
                            duplicateParameter = identifier;
                        }
                        yield true;
                    }
                    case VAR -> Declarations.var(scope, name, identifier.start()) != null;
                    default -> Declarations.lexical(scope, name, kind, identifier.start()) != null;
                };
        if (!declared) {
            throw redeclared(identifier.name(), identifier.start(), identifier.start() + 1);
        }
    }

    // ---- expressions that turn out to be assignment patterns

    /**
     * Makes an assignment pattern of the literal on the left of {@code =}, of {@code in} or of
     * {@code of}.
     */
    final Pattern toAssignmentPattern(Expression literal, @Nullable Cover found) {
        if (found != null && found.parenthesizedPattern >= 0) {
            throw error(
                    Messages.INVALID_DESTRUCTURING_TARGET,
                    found.parenthesizedPattern,
                    found.parenthesizedPattern + 1);
        }
        checkRestIsLast(found);
        return toAssignmentTarget(literal);
    }

    private void checkRestIsLast(@Nullable Cover found) {
        if (found != null && found.commaAfterRest >= 0) {
            throw error(Messages.REST_NOT_LAST, found.restBeforeComma, found.commaAfterRest);
        }
    }

    private Pattern toAssignmentTarget(Expression expression) {
        switch (expression) {
            case Identifier identifier -> {
                noteAssignment(identifier, Messages.INVALID_DESTRUCTURING_TARGET);
                return identifier;
            }
            case MemberExpression member -> {
                return member;
            }
            case AssignmentExpression assignment
                    when assignment.operator() == AssignmentOperator.ASSIGN -> {
                return new AssignmentPattern(
                        assignment.start(),
                        assignment.end(),
                        assignment.left(),
                        assignment.right());
            }
            case ArrayExpression array -> {
                int mark = nodes.mark();
                List<@Nullable Expression> elements = array.elements();
                for (int i = 0; i < elements.size(); i++) {
                    Expression element = elements.get(i);
                    if (element instanceof SpreadElement spread) {
                        if (i + 1 < elements.size()) {
                            throw error(Messages.REST_NOT_LAST, spread);
                        }
                        nodes.push(restTarget(spread, false));
                    } else {
                        nodes.push(element == null ? null : toAssignmentTarget(element));
                    }
                }
                return new ArrayPattern(array.start(), array.end(), nodes.pop(mark));
            }
            case ObjectExpression object -> {
                int mark = nodes.mark();
                List<ObjectMember> members = object.members();
                for (int i = 0; i < members.size(); i++) {
                    nodes.push(toAssignmentMember(members.get(i), i + 1 == members.size()));
                }
                return new ObjectPattern(object.start(), object.end(), nodes.pop(mark));
            }
            default -> throw error(Messages.INVALID_DESTRUCTURING_TARGET, expression);
        }
    }

    private PatternMember toAssignmentMember(ObjectMember member, boolean last) {
        return switch (member) {
            case SpreadElement spread -> {
                if (!last) {
                    throw error(Messages.REST_NOT_LAST, spread);
                }
                yield restTarget(spread, true);
            }
            case Property property -> {
                checkPlain(property);
                if (property.shorthand() && property.value() instanceof Identifier name) {
                    noteAssignment(name, Messages.EVAL_OR_ARGUMENTS);
                }
                yield new AssignmentProperty(
                        property.start(),
                        property.end(),
                        property.key(),
                        toAssignmentTarget(property.value()),
                        property.computed(),
                        property.shorthand());
            }
        };
    }

    private void checkPlain(Property property) {
        if (property.kind() != PropertyKind.INIT || property.method()) {
            throw error(
                    Messages.INVALID_DESTRUCTURING_TARGET, property.start(), property.key().end());
        }
    }

    private RestElement restTarget(SpreadElement spread, boolean simple) {
        Expression argument = spread.argument();
        if (argument instanceof AssignmentExpression) {
            throw error(Messages.INVALID_DESTRUCTURING_TARGET, spread);
        }
        if (simple && !(argument instanceof Identifier || argument instanceof MemberExpression)) {
            throw error(Messages.REST_ASSIGNMENT_TARGET, argument);
        }
        return new RestElement(spread.start(), spread.end(), toAssignmentTarget(argument));
    }

    /** An identifier is assigned to; the message is for eval and arguments in strict code. */
    final void noteAssignment(Identifier identifier, String strictMessage) {
        Name name = names.find(identifier.name());
        if (strict && (name.type() == EVAL || name.type() == ARGUMENTS)) {
            throw error(strictMessage, identifier);
        }
        tracker.assignment(name, function.isInLoop());
    }

    // ---- expressions that turn out to be parameters of an arrow function

    /** Makes parameters of what is in the parentheses before an arrow, and declares them. */
    final List<Pattern> toParameters(List<Expression> expressions, @Nullable Cover found) {
        if (found != null && found.parenthesized >= 0) {
            throw error(
                    Messages.INVALID_DESTRUCTURING_TARGET,
                    found.parenthesized,
                    found.parenthesized + 1);
        }
        checkRestIsLast(found);
        parameterExpressions = false;
        simpleParameters = true;
        duplicateParameter = null;
        int mark = nodes.mark();
        for (int i = 0; i < expressions.size(); i++) {
            Expression expression = expressions.get(i);
            if (expression instanceof SpreadElement spread) {
                if (i + 1 < expressions.size()) {
                    throw error(Messages.PARAMETER_AFTER_REST, spread);
                }
                simpleParameters = false;
                if (spread.argument() instanceof AssignmentExpression) {
                    throw error(Messages.REST_PARAMETER_DEFAULT, spread);
                }
                nodes.push(toBindingRest(spread, false));
            } else {
                if (expression instanceof MemberExpression) {
                    throw error(Messages.INVALID_DESTRUCTURING_TARGET, expression);
                }
                simpleParameters &= expression instanceof Identifier;
                nodes.push(toBinding(expression));
            }
        }
        return nodes.pop(mark);
    }

    private Pattern toBinding(Node node) {
        switch (node) {
            case Identifier identifier -> {
                bindParameter(identifier);
                return identifier;
            }
            case AssignmentExpression assignment
                    when assignment.operator() == AssignmentOperator.ASSIGN -> {
                parameterExpressions = true;
                return new AssignmentPattern(
                        assignment.start(),
                        assignment.end(),
                        toBinding(assignment.left()),
                        assignment.right());
            }
            case AssignmentPattern pattern -> {
                parameterExpressions = true;
                return new AssignmentPattern(
                        pattern.start(), pattern.end(), toBinding(pattern.left()), pattern.right());
            }
            case ArrayExpression array -> {
                return toArrayBinding(array, array.elements());
            }
            case ArrayPattern array -> {
                return toArrayBinding(array, array.elements());
            }
            case ObjectExpression object -> {
                return toObjectBinding(object, object.members());
            }
            case ObjectPattern object -> {
                return toObjectBinding(object, object.members());
            }
            case MemberExpression member ->
                    throw error("Illegal property in declaration context", member);
            default -> throw error(Messages.INVALID_DESTRUCTURING_TARGET, node);
        }
    }

    private ArrayPattern toArrayBinding(Node array, List<? extends @Nullable Node> elements) {
        int mark = nodes.mark();
        for (int i = 0; i < elements.size(); i++) {
            Node element = elements.get(i);
            if (element instanceof SpreadElement || element instanceof RestElement) {
                if (i + 1 < elements.size()) {
                    throw error(Messages.REST_NOT_LAST, element);
                }
                nodes.push(toBindingRest(element, false));
            } else {
                nodes.push(element == null ? null : toBinding(element));
            }
        }
        return new ArrayPattern(array.start(), array.end(), nodes.pop(mark));
    }

    private ObjectPattern toObjectBinding(Node object, List<? extends Node> members) {
        int mark = nodes.mark();
        for (int i = 0; i < members.size(); i++) {
            nodes.push(toBindingMember(members.get(i), i + 1 == members.size()));
        }
        return new ObjectPattern(object.start(), object.end(), nodes.pop(mark));
    }

    private Node toBindingMember(Node member, boolean last) {
        switch (member) {
            case Property property -> {
                checkPlain(property);
                return bindProperty(
                        property,
                        property.key(),
                        property.value(),
                        property.computed(),
                        property.shorthand());
            }
            case AssignmentProperty property -> {
                return bindProperty(
                        property,
                        property.key(),
                        property.value(),
                        property.computed(),
                        property.shorthand());
            }
            default -> {
                if (!last) {
                    throw error(Messages.REST_NOT_LAST, member);
                }
                return toBindingRest(member, true);
            }
        }
    }

    private AssignmentProperty bindProperty(
            Node property, Expression key, Node value, boolean computed, boolean shorthand) {
        parameterExpressions |= computed;
        return new AssignmentProperty(
                property.start(), property.end(), key, toBinding(value), computed, shorthand);
    }

    private RestElement toBindingRest(Node rest, boolean identifierOnly) {
        Node argument =
                rest instanceof SpreadElement spread
                        ? spread.argument()
                        : ((RestElement) rest).argument();
        if (argument instanceof AssignmentExpression) {
            throw error(Messages.INVALID_DESTRUCTURING_TARGET, rest);
        }
        if (identifierOnly && !(argument instanceof Identifier)) {
            throw error(Messages.REST_BINDING_TARGET, argument);
        }
        return new RestElement(rest.start(), rest.end(), toBinding(argument));
    }

    final void bindParameter(Identifier identifier) {
        if (strict) {
            checkStrictBinding(identifier);
        }
        declare(names.find(identifier.name()), VariableKind.PARAMETER, identifier);
    }
}
