package dev.jsj.parser;

import static dev.jsj.parser.lexer.TokenType.*;

import dev.jsj.parser.ast.ArrayExpression;
import dev.jsj.parser.ast.AssignmentExpression;
import dev.jsj.parser.ast.AssignmentOperator;
import dev.jsj.parser.ast.AwaitExpression;
import dev.jsj.parser.ast.BinaryExpression;
import dev.jsj.parser.ast.BinaryOperator;
import dev.jsj.parser.ast.BooleanLiteral;
import dev.jsj.parser.ast.CallExpression;
import dev.jsj.parser.ast.ChainExpression;
import dev.jsj.parser.ast.ConditionalExpression;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.ImportExpression;
import dev.jsj.parser.ast.ImportPhase;
import dev.jsj.parser.ast.LogicalExpression;
import dev.jsj.parser.ast.LogicalOperator;
import dev.jsj.parser.ast.MemberExpression;
import dev.jsj.parser.ast.MetaProperty;
import dev.jsj.parser.ast.NewExpression;
import dev.jsj.parser.ast.NullLiteral;
import dev.jsj.parser.ast.ObjectExpression;
import dev.jsj.parser.ast.Pattern;
import dev.jsj.parser.ast.PrivateName;
import dev.jsj.parser.ast.SequenceExpression;
import dev.jsj.parser.ast.SpreadElement;
import dev.jsj.parser.ast.Super;
import dev.jsj.parser.ast.TaggedTemplateExpression;
import dev.jsj.parser.ast.TemplateLiteral;
import dev.jsj.parser.ast.ThisExpression;
import dev.jsj.parser.ast.UnaryExpression;
import dev.jsj.parser.ast.UnaryOperator;
import dev.jsj.parser.ast.UpdateExpression;
import dev.jsj.parser.ast.UpdateOperator;
import dev.jsj.parser.ast.YieldExpression;
import dev.jsj.parser.lexer.Lexer;
import dev.jsj.parser.lexer.Name;
import dev.jsj.parser.lexer.TokenType;
import dev.jsj.parser.scope.ScopeTracker;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Expressions (clause 13), from the comma operator down to primary expressions. */
abstract class ExpressionParser extends LiteralParser {
    /** Offset of an assignment expression that may be an arrow function. */
    private int arrowStart = -1;

    /**
     * Offset after the last arrow function, which takes no operators behind it unless
     * parenthesized.
     */
    int arrowEnd = -1;

    /**
     * Offset of a function that is likely to be called at once: one behind {@code (} or {@code !}.
     */
    int eagerStart = -1;

    ExpressionParser(
            Source source,
            Lexer lexer,
            ScopeTracker tracker,
            FunctionContext function,
            boolean module,
            int maxDepth) {
        super(source, lexer, tracker, function, module, maxDepth);
    }

    abstract Expression parseFunctionExpression(int start, boolean async);

    abstract Expression parseClassExpression();

    /** Notes a use of a private name; errors point to the token before it, as V8 does. */
    abstract void notePrivateName(Name name, int errorStart);

    /**
     * Whether a function that begins here, with its key or as an arrow function, has been
     * pre-parsed.
     */
    abstract boolean isPreparsed(int key);

    /** Parses, or steps over, an arrow function that is known to begin here. */
    abstract FunctionNode parsePreparsedArrow(int start);

    /** An arrow function, the current token being its arrow. */
    abstract FunctionNode parseArrow(
            int start,
            ArrowMark mark,
            List<Expression> parameters,
            @Nullable Cover found,
            boolean async);

    /** What there was before the parameters of an arrow function. */
    record ArrowMark(ScopeTracker.Mark scopes, int functions, int records, boolean eager) {}

    /** The mark for an arrow function that may begin at that offset. */
    abstract ArrowMark arrowMark(int start);

    // ---- comma and assignment

    @Override
    final Expression parseExpression() {
        int start = start();
        Expression first = parseAssignment();
        if (type != COMMA) {
            return first;
        }
        int mark = nodes.mark();
        nodes.push(first);
        while (type == COMMA) {
            next();
            nodes.push(parseAssignment());
        }
        return new SequenceExpression(start, end(), nodes.pop(mark));
    }

    /** An Expression where the in operator is allowed. */
    final Expression parseExpressionWithIn() {
        boolean outerIn = allowIn;
        allowIn = true;
        Expression expression = parseExpression();
        allowIn = outerIn;
        return expression;
    }

    @Override
    final Expression parseAssignment() {
        Cover outer = cover;
        cover = null;
        Expression expression = parseAssignmentCover();
        if (cover != null) {
            checkIsExpression(cover);
        }
        cover = outer;
        return expression;
    }

    /** Throws if what has been found in an expression is only allowed in a pattern. */
    final void checkIsExpression(Cover found) {
        if (found.initializer >= 0) {
            throw error(
                    Messages.INVALID_SHORTHAND_INITIALIZER,
                    found.initializer,
                    found.initializerEnd);
        }
        if (found.duplicateProto >= 0) {
            throw error(Messages.DUPLICATE_PROTO, found.duplicateProto, found.duplicateProtoEnd);
        }
    }

    @Override
    final Expression parseAssignmentCover() {
        descend();
        int start = start();
        Expression result;
        if (type == YIELD && function.generator) {
            result = parseYield();
        } else {
            Cover outer = cover;
            cover = null;
            arrowStart = start;
            Expression left = parseConditional(start);
            if (type.isAssignment() && !isAfterArrow()) {
                result = parseAssignmentTo(start, left);
                cover = outer;
            } else {
                if (type == ARROW && !(left instanceof Identifier) && left.start() == start) {
                    throw error(Messages.MALFORMED_ARROW, left);
                }
                result = left;
                if (cover == null) {
                    cover = outer;
                } else if (outer != null) {
                    cover.after(outer);
                }
            }
        }
        ascend();
        return result;
    }

    private boolean isAfterArrow() {
        return arrowEnd == lexer.previousEnd();
    }

    private Expression parseAssignmentTo(int start, Expression left) {
        AssignmentOperator operator = assignmentOperator(type);
        Pattern target;
        if (operator == AssignmentOperator.ASSIGN
                && (left instanceof ObjectExpression || left instanceof ArrayExpression)) {
            if (left.start() != start) {
                throw error(Messages.LHS_ASSIGNMENT, start, end());
            }
            target = toAssignmentPattern(left, cover);
        } else {
            if (cover != null) {
                checkIsExpression(cover);
            }
            target =
                    toSimpleTarget(
                            left, start, Messages.LHS_ASSIGNMENT, operator.logical() == null);
        }
        next();
        Expression right = parseAssignment();
        return new AssignmentExpression(start, end(), operator, target, right);
    }

    /**
     * Checks that the expression, which may have been parenthesized, can be assigned to.
     *
     * @param callAllowed whether a call is only an error at run time, as web-compatibility has it
     *     in sloppy code
     */
    final Pattern toSimpleTarget(
            Expression target, int start, String message, boolean callAllowed) {
        switch (target) {
            case Identifier identifier -> {
                if (strict && start != identifier.start()) {
                    checkStrictTarget(identifier, start);
                }
                noteAssignment(identifier, Messages.EVAL_OR_ARGUMENTS);
                return identifier;
            }
            case MemberExpression member -> {
                return member;
            }
            case CallExpression call when callAllowed && !strict -> {
                return call;
            }
            default -> throw error(message, start, end());
        }
    }

    /** The error about a target in parentheses includes these. */
    private void checkStrictTarget(Identifier identifier, int start) {
        if (identifier.name().equals("eval") || identifier.name().equals("arguments")) {
            throw error(Messages.EVAL_OR_ARGUMENTS, start, end());
        }
    }

    private Expression parseYield() {
        int start = start();
        if (function.inParameters) {
            throw errorHere(Messages.YIELD_IN_PARAMETERS);
        }
        function.lastYield = start;
        if (lexer.isEscaped()) {
            throw errorHere(Messages.KEYWORD_ESCAPED);
        }
        next();
        if (lexer.newlineBefore()) {
            return new YieldExpression(start, end(), null, false);
        }
        boolean delegate = consume(MULTIPLY);
        if (!delegate) {
            switch (type) {
                case END,
                        SEMICOLON,
                        RIGHT_BRACE,
                        RIGHT_BRACKET,
                        RIGHT_PARENTHESIS,
                        COLON,
                        COMMA,
                        IN -> {
                    return new YieldExpression(start, end(), null, false);
                }
                default -> {}
            }
        }
        Expression argument = parseAssignment();
        return new YieldExpression(start, end(), argument, delegate);
    }

    // ---- operators

    private Expression parseConditional(int start) {
        Expression test = parseBinary(1);
        if (type != QUESTION || isAfterArrow()) {
            return test;
        }
        next();
        Expression consequent = parseWithIn();
        expect(COLON);
        Expression alternate = parseAssignment();
        return new ConditionalExpression(start, end(), test, consequent, alternate);
    }

    /** An operation of at least that precedence. */
    private Expression parseBinary(int minimum) {
        int start = start();
        Expression left = type == PRIVATE_NAME ? parsePrivateIn(minimum) : parseUnary();
        int precedence = type.precedence();
        return precedence < minimum || isAfterArrow()
                ? left
                : parseOperations(start, left, minimum);
    }

    private Expression parseOperations(int start, Expression left, int minimum) {
        TokenType chained = END;
        while (true) {
            TokenType operator = type;
            int precedence = operator.precedence();
            if (precedence < minimum || operator == IN && !allowIn) {
                return left;
            }
            if (precedence <= AND.precedence()) {
                // ?? does not mix with || and && unless parenthesized.
                if (chained != END && (operator == NULLISH) != (chained == NULLISH)) {
                    throw unexpected();
                }
                chained = operator;
                next();
                Expression right =
                        parseBinary(operator == NULLISH ? BITWISE_OR.precedence() : precedence + 1);
                left = new LogicalExpression(start, end(), logicalOperator(operator), left, right);
                continue;
            }
            next();
            Expression right;
            if (operator == EXPONENTIATE) {
                descend();
                right = parseBinary(precedence);
                ascend();
            } else {
                right = parseBinary(precedence + 1);
            }
            left = new BinaryExpression(start, end(), binaryOperator(operator), left, right);
        }
    }

    /** {@code #name in object}, the only use of a private name by itself. */
    private Expression parsePrivateIn(int minimum) {
        PrivateName left = privateName();
        if (type != IN || !allowIn || minimum > IN.precedence()) {
            throw type == IN
                    ? unexpected()
                    : error("Unexpected identifier '" + left.name() + "'", left);
        }
        return left;
    }

    private PrivateName privateName() {
        Name name = lexer.name();
        PrivateName node = new PrivateName(start(), lexer.end(), name.text());
        notePrivateName(name, lexer.previousStart());
        tracker.reference(name);
        next();
        return node;
    }

    private Expression parseUnary() {
        return switch (type) {
            case NOT -> parseUnary(UnaryOperator.NOT);
            case SUBTRACT -> parseUnary(UnaryOperator.NEGATE);
            case ADD -> parseUnary(UnaryOperator.PLUS);
            case BITWISE_NOT -> parseUnary(UnaryOperator.BITWISE_NOT);
            case TYPEOF -> parseUnary(UnaryOperator.TYPEOF);
            case VOID -> parseUnary(UnaryOperator.VOID);
            case DELETE -> parseDelete();
            case INCREMENT -> parsePrefixUpdate(UpdateOperator.INCREMENT);
            case DECREMENT -> parsePrefixUpdate(UpdateOperator.DECREMENT);
            case AWAIT -> function.async ? parseAwait() : parsePostfix();
            default -> parsePostfix();
        };
    }

    private Expression parseUnary(UnaryOperator operator) {
        descend();
        int start = start();
        next();
        if (type == FUNCTION) {
            eagerStart = start();
        }
        Expression argument = parseUnary();
        checkNoExponent(start);
        ascend();
        return new UnaryExpression(start, end(), operator, argument);
    }

    private void checkNoExponent(int start) {
        if (type == EXPONENTIATE) {
            throw error(Messages.UNARY_BEFORE_EXPONENT, start, end());
        }
    }

    private Expression parseDelete() {
        UnaryExpression expression = (UnaryExpression) parseUnary(UnaryOperator.DELETE);
        Expression argument = expression.argument();
        if (strict && argument instanceof Identifier) {
            throw errorBehind(Messages.DELETE_IDENTIFIER);
        }
        Expression deleted =
                argument instanceof ChainExpression chain ? chain.expression() : argument;
        if (deleted instanceof MemberExpression member
                && member.property() instanceof PrivateName) {
            throw errorBehind(Messages.DELETE_PRIVATE);
        }
        return expression;
    }

    private Expression parsePrefixUpdate(UpdateOperator operator) {
        descend();
        int start = start();
        next();
        int targetStart = start();
        Expression target = parseUnary();
        toSimpleTarget(target, targetStart, Messages.LHS_PREFIX, true);
        ascend();
        return new UpdateExpression(start, end(), operator, true, target);
    }

    private Expression parseAwait() {
        descend();
        int start = start();
        if (function.inParameters) {
            throw errorHere(Messages.AWAIT_IN_PARAMETERS);
        }
        if (lexer.isEscaped()) {
            throw errorHere(Messages.KEYWORD_ESCAPED);
        }
        function.lastAwait = start;
        next();
        Expression argument = parseUnary();
        checkNoExponent(start);
        ascend();
        return new AwaitExpression(start, end(), argument);
    }

    private Expression parsePostfix() {
        int start = start();
        Expression expression = parseLeftHandSide();
        if (type != INCREMENT && type != DECREMENT || lexer.newlineBefore() || isAfterArrow()) {
            return expression;
        }
        UpdateOperator operator =
                type == INCREMENT ? UpdateOperator.INCREMENT : UpdateOperator.DECREMENT;
        toSimpleTarget(expression, start, Messages.LHS_POSTFIX, true);
        next();
        return new UpdateExpression(start, end(), operator, false, expression);
    }

    // ---- member access and calls

    final Expression parseLeftHandSide() {
        int start = start();
        Expression expression = parsePrimary();
        switch (type) {
            case DOT, LEFT_PARENTHESIS, LEFT_BRACKET, QUESTION_DOT, TEMPLATE -> {
                return isAfterArrow() ? expression : parseSubscripts(start, expression);
            }
            default -> {
                return expression;
            }
        }
    }

    private Expression parseSubscripts(int start, Expression expression) {
        if (cover != null) {
            checkIsExpression(cover);
            cover = null;
        }
        boolean chain = false;
        while (true) {
            switch (type) {
                case DOT, LEFT_BRACKET -> expression = parseMember(start, expression, false);
                case LEFT_PARENTHESIS -> expression = parseCall(start, expression, false);
                case TEMPLATE -> expression = parseTagged(start, expression, chain);
                case QUESTION_DOT -> {
                    chain = true;
                    expression = parseOptional(start, expression);
                }
                default -> {
                    return chain ? new ChainExpression(start, end(), expression) : expression;
                }
            }
        }
    }

    private Expression parseOptional(int start, Expression object) {
        next();
        return switch (type) {
            case LEFT_PARENTHESIS -> parseCall(start, object, true);
            case LEFT_BRACKET -> parseMember(start, object, true);
            case TEMPLATE -> throw errorHere(Messages.OPTIONAL_CHAIN_TEMPLATE);
            default -> parseNamedMember(start, object, true);
        };
    }

    private Expression parseTagged(int start, Expression tag, boolean chain) {
        if (chain) {
            throw errorHere(Messages.OPTIONAL_CHAIN_TEMPLATE);
        }
        TemplateLiteral quasi = parseTemplate(true);
        return new TaggedTemplateExpression(start, end(), tag, quasi);
    }

    /** {@code .name} or {@code [property]}. */
    private Expression parseMember(int start, Expression object, boolean optional) {
        if (type == DOT) {
            next();
            return parseNamedMember(start, object, optional);
        }
        next();
        Expression property = parseExpressionWithIn();
        expect(RIGHT_BRACKET);
        return new MemberExpression(start, end(), object, property, true, optional);
    }

    private Expression parseNamedMember(int start, Expression object, boolean optional) {
        if (type == PRIVATE_NAME) {
            if (object instanceof Super) {
                throw errorHere(Messages.PRIVATE_UNEXPECTED);
            }
            PrivateName name = privateName();
            return new MemberExpression(start, end(), object, name, false, optional);
        }
        Identifier name = identifierName();
        return new MemberExpression(start, end(), object, name, false, optional);
    }

    private Expression parseCall(int start, Expression callee, boolean optional) {
        List<Expression> arguments = parseArguments();
        if (!optional && callee instanceof Identifier i && i.name().equals("eval")) {
            tracker.directEval(strict);
        }
        return new CallExpression(start, end(), callee, arguments, optional);
    }

    private List<Expression> parseArguments() {
        boolean outerIn = allowIn;
        allowIn = true;
        next();
        int mark = nodes.mark();
        while (type != RIGHT_PARENTHESIS) {
            if (type == ELLIPSIS) {
                Cover outer = cover;
                cover = null;
                nodes.push(parseSpread());
                if (cover != null) {
                    checkIsExpression(cover);
                }
                cover = outer;
            } else {
                nodes.push(parseAssignment());
            }
            if (type != RIGHT_PARENTHESIS) {
                expectInArguments();
            }
        }
        next();
        allowIn = outerIn;
        return nodes.pop(mark);
    }

    private void expectInArguments() {
        if (type != COMMA) {
            throw type == ILLEGAL ? unexpected() : errorBehind(Messages.MISSING_PARENTHESIS);
        }
        next();
    }

    private Expression parseNew() {
        descend();
        int start = start();
        next();
        if (type == DOT) {
            return parseNewTarget(start);
        }
        int calleeStart = start();
        if (type == IMPORT && peek(false) != DOT) {
            throw errorHere(Messages.NEW_IMPORT);
        }
        if (type == FUNCTION) {
            eagerStart = start();
        }
        Expression callee = type == NEW ? parseNew() : parsePrimary();
        if (callee instanceof ImportExpression && callee.start() == calleeStart) {
            throw error(Messages.NEW_IMPORT, callee);
        }
        if (cover != null) {
            checkIsExpression(cover);
            cover = null;
        }
        while (type == DOT || type == LEFT_BRACKET || type == TEMPLATE) {
            callee =
                    type == TEMPLATE
                            ? parseTagged(calleeStart, callee, false)
                            : parseMember(calleeStart, callee, false);
        }
        if (type == QUESTION_DOT) {
            throw errorHere(Messages.OPTIONAL_CHAIN_NEW);
        }
        List<Expression> arguments = type == LEFT_PARENTHESIS ? parseArguments() : List.of();
        ascend();
        return new NewExpression(start, end(), callee, arguments);
    }

    private Expression parseNewTarget(int start) {
        next();
        if (type != TARGET) {
            throw unexpected();
        }
        if (lexer.isEscaped()) {
            throw error("'new.target' must not contain escaped characters", start, lexer.end());
        }
        if (!function.newTargetAllowed) {
            throw errorHere(Messages.NEW_TARGET);
        }
        tracker.referenceNewTarget();
        next();
        ascend();
        return new MetaProperty(start, end(), MetaProperty.Kind.NEW_TARGET);
    }

    private Expression parseSuper() {
        Super node = new Super(start(), lexer.end());
        next();
        switch (type) {
            case LEFT_PARENTHESIS -> {
                if (!function.superCallAllowed) {
                    throw error(Messages.SUPER_UNEXPECTED, node);
                }
                tracker.referenceSuperCall();
            }
            case DOT, LEFT_BRACKET -> {
                if (!function.superPropertyAllowed) {
                    throw error(Messages.SUPER_UNEXPECTED, node);
                }
                tracker.referenceSuperProperty();
            }
            case QUESTION_DOT -> throw errorHere(Messages.OPTIONAL_CHAIN_SUPER);
            default -> throw error(Messages.SUPER_UNEXPECTED, node);
        }
        return node;
    }

    private Expression parseImport() {
        int start = start();
        next();
        ImportPhase phase = ImportPhase.EVALUATION;
        if (type == DOT) {
            next();
            if (isContextual(META)) {
                if (!module) {
                    throw errorHere(Messages.IMPORT_META_OUTSIDE_MODULE);
                }
                next();
                return new MetaProperty(start, end(), MetaProperty.Kind.IMPORT_META);
            }
            if (isContextual(DEFER)) {
                phase = ImportPhase.DEFER;
            } else if (isContextual(SOURCE)) {
                phase = ImportPhase.SOURCE;
            } else {
                throw unexpected();
            }
            next();
        }
        if (type != LEFT_PARENTHESIS) {
            throw !module && phase == ImportPhase.EVALUATION
                    ? error(Messages.IMPORT_OUTSIDE_MODULE, start, end())
                    : unexpected();
        }
        next();
        if (type == RIGHT_PARENTHESIS) {
            throw errorBehind(Messages.IMPORT_MISSING_SPECIFIER);
        }
        Expression specifier = parseWithIn();
        Expression options = null;
        if (phase == ImportPhase.EVALUATION && consume(COMMA) && type != RIGHT_PARENTHESIS) {
            options = parseWithIn();
            consume(COMMA);
        }
        expect(RIGHT_PARENTHESIS);
        return new ImportExpression(start, end(), phase, specifier, options);
    }

    // ---- primary expressions

    private Expression parsePrimary() {
        switch (type) {
            case NUMBER -> {
                return parseNumber();
            }
            case STRING -> {
                return parseString();
            }
            case BIGINT -> {
                return parseBigInt();
            }
            case TEMPLATE -> {
                return parseTemplate(false);
            }
            case DIVIDE, DIVIDE_ASSIGN -> {
                return parseRegExp();
            }
            case LEFT_BRACKET -> {
                return parseArray();
            }
            case LEFT_BRACE -> {
                return parseObject();
            }
            case LEFT_PARENTHESIS -> {
                return parseParenthesized();
            }
            case FUNCTION -> {
                return parseFunctionExpression(start(), false);
            }
            case CLASS -> {
                return parseClassExpression();
            }
            case NEW -> {
                return parseNew();
            }
            case SUPER -> {
                return parseSuper();
            }
            case IMPORT -> {
                return parseImport();
            }
            case THIS -> {
                tracker.referenceThis();
                next();
                return new ThisExpression(end() - 4, end());
            }
            case NULL -> {
                next();
                return new NullLiteral(end() - 4, end());
            }
            case TRUE -> {
                next();
                return new BooleanLiteral(end() - 4, end(), true);
            }
            case FALSE -> {
                next();
                return new BooleanLiteral(end() - 5, end(), false);
            }
            default -> {
                return type == ASYNC ? parseAsync() : parseIdentifierOrArrow();
            }
        }
    }

    private Expression parseIdentifierOrArrow() {
        int start = start();
        checkIdentifier();
        checkArguments();
        boolean canBeArrow = arrowStart == start;
        if (canBeArrow && isPreparsed(start)) {
            return parsePreparsedArrow(start);
        }
        Name name = lexer.name();
        Identifier identifier = identifier();
        if (type == ARROW && canBeArrow) {
            return parseArrow(start, arrowMark(start), List.of(identifier), null, false);
        }
        tracker.reference(name);
        return identifier;
    }

    private Expression parseParenthesized() {
        descend();
        int start = start();
        boolean canBeArrow = arrowStart == start;
        if (canBeArrow && isPreparsed(start)) {
            ascend();
            return parsePreparsedArrow(start);
        }
        ArrowMark mark = canBeArrow ? arrowMark(start) : null;
        boolean outerIn = allowIn;
        Cover outer = cover;
        allowIn = true;
        cover = null;
        next();
        eagerStart = start();
        int list = nodes.mark();
        boolean arrowOnly = type == RIGHT_PARENTHESIS;
        int innerStart = start();
        int lastStart = innerStart;
        while (type != RIGHT_PARENTHESIS) {
            lastStart = start();
            arrowOnly = type == ELLIPSIS;
            if (arrowOnly && mark == null) {
                throw unexpected();
            }
            nodes.push(arrowOnly ? parseSpread() : parseAssignmentCover());
            if (type != RIGHT_PARENTHESIS) {
                if (arrowOnly) {
                    throw type == COMMA ? errorBehind(Messages.PARAMETER_AFTER_REST) : unexpected();
                }
                expect(COMMA);
                arrowOnly = type == RIGHT_PARENTHESIS;
            }
        }
        int innerEnd = end();
        next();
        allowIn = outerIn;
        ascend();
        List<Expression> elements = nodes.pop(list);
        if (mark != null && type == ARROW) {
            Cover found = cover;
            cover = outer;
            return parseArrow(start, mark, elements, found, false);
        }
        if (arrowOnly) {
            throw notAnArrow(elements, lastStart);
        }
        if (cover != null) {
            checkIsExpression(cover);
        }
        Expression inner =
                elements.size() == 1
                        ? elements.get(0)
                        : new SequenceExpression(innerStart, innerEnd, elements);
        noteParentheses(start, inner, outer);
        return inner;
    }

    /** The error that what is in parentheses can only be parameters, but no arrow follows. */
    private JsSyntaxError notAnArrow(List<Expression> elements, int lastStart) {
        if (elements.isEmpty()) {
            return errorBehind("Unexpected token ')'");
        }
        return elements.getLast() instanceof SpreadElement
                ? error("Unexpected token '...'", lastStart, lastStart + 3)
                : unexpected();
    }

    private void noteParentheses(int start, Expression inner, @Nullable Cover outer) {
        cover = outer;
        if (cover().parenthesized < 0) {
            cover.parenthesized = start;
        }
        if (cover.parenthesizedPattern < 0
                && !(inner instanceof Identifier || inner instanceof MemberExpression)) {
            cover.parenthesizedPattern = start;
        }
    }

    /** What begins with {@code async}: a function, an arrow function, a call, or just the name. */
    private Expression parseAsync() {
        int start = start();
        boolean escaped = lexer.isEscaped();
        boolean canBeArrow = arrowStart == start && !escaped;
        if (canBeArrow && isPreparsed(start)) {
            return parsePreparsedArrow(start);
        }
        ArrowMark mark = canBeArrow ? arrowMark(start) : null;
        Name name = lexer.name();
        Identifier async = identifier();
        if (!escaped && type == FUNCTION && !lexer.newlineBefore()) {
            return parseFunctionExpression(start, true);
        }
        if (mark != null && !lexer.newlineBefore()) {
            if (type.isIdentifier()) {
                return parseAsyncArrowOfOne(start, mark);
            }
            if (type == LEFT_PARENTHESIS) {
                return parseAsyncArrowOrCall(start, mark, async, name);
            }
        }
        if (type == ARROW && mark != null) {
            return parseArrow(start, mark, List.of(async), null, false);
        }
        tracker.reference(name);
        return async;
    }

    private Expression parseAsyncArrowOfOne(int start, ArrowMark mark) {
        if (type == AWAIT) {
            throw unexpected();
        }
        checkIdentifier();
        Identifier parameter = identifier();
        if (type != ARROW) {
            throw error("Unexpected identifier '" + parameter.name() + "'", parameter);
        }
        return parseArrow(start, mark, List.of(parameter), null, true);
    }

    private Expression parseAsyncArrowOrCall(
            int start, ArrowMark mark, Identifier async, Name name) {
        Cover outer = cover;
        cover = null;
        boolean outerIn = allowIn;
        allowIn = true;
        next();
        int list = nodes.mark();
        while (type != RIGHT_PARENTHESIS) {
            boolean spread = type == ELLIPSIS;
            int elementStart = start();
            nodes.push(spread ? parseSpread() : parseAssignmentCover());
            if (type != RIGHT_PARENTHESIS) {
                if (spread && type == COMMA) {
                    cover().restNotLast(elementStart, end());
                }
                expectInArguments();
            }
        }
        next();
        allowIn = outerIn;
        List<Expression> arguments = nodes.pop(list);
        Cover found = cover;
        cover = outer;
        if (type == ARROW && !lexer.newlineBefore()) {
            return parseArrow(start, mark, arguments, found, true);
        }
        if (found != null) {
            checkIsExpression(found);
        }
        tracker.reference(name);
        return new CallExpression(start, end(), async, arguments, false);
    }

    // ---- operators of tokens

    private static LogicalOperator logicalOperator(TokenType token) {
        return switch (token) {
            case AND -> LogicalOperator.AND;
            case OR -> LogicalOperator.OR;
            default -> LogicalOperator.NULLISH;
        };
    }

    private static BinaryOperator binaryOperator(TokenType token) {
        return BINARY[token.ordinal() - BITWISE_OR.ordinal()];
    }

    private static AssignmentOperator assignmentOperator(TokenType token) {
        return ASSIGNMENT[token.ordinal() - ASSIGN.ordinal()];
    }

    private static final BinaryOperator[] BINARY =
            new BinaryOperator[EXPONENTIATE.ordinal() - BITWISE_OR.ordinal() + 1];

    private static final AssignmentOperator[] ASSIGNMENT =
            new AssignmentOperator[NULLISH_ASSIGN.ordinal() - ASSIGN.ordinal() + 1];

    static {
        for (TokenType token : TokenType.values()) {
            for (BinaryOperator operator : BinaryOperator.values()) {
                if (operator.symbol().equals(token.text())) {
                    BINARY[token.ordinal() - BITWISE_OR.ordinal()] = operator;
                }
            }
            for (AssignmentOperator operator : AssignmentOperator.values()) {
                if (operator.symbol().equals(token.text())) {
                    ASSIGNMENT[token.ordinal() - ASSIGN.ordinal()] = operator;
                }
            }
        }
    }
}
