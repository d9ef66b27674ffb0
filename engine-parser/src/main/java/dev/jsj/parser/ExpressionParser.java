package dev.jsj.parser;

import static dev.jsj.parser.lexer.TokenType.*;

import dev.jsj.parser.ast.ArrayExpression;
import dev.jsj.parser.ast.AssignmentExpression;
import dev.jsj.parser.ast.AssignmentOperator;
import dev.jsj.parser.ast.AwaitExpression;
import dev.jsj.parser.ast.BinaryExpression;
import dev.jsj.parser.ast.BinaryOperator;
import dev.jsj.parser.ast.CallExpression;
import dev.jsj.parser.ast.ChainExpression;
import dev.jsj.parser.ast.ConditionalExpression;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.LogicalExpression;
import dev.jsj.parser.ast.LogicalOperator;
import dev.jsj.parser.ast.MemberExpression;
import dev.jsj.parser.ast.ObjectExpression;
import dev.jsj.parser.ast.Pattern;
import dev.jsj.parser.ast.PrivateName;
import dev.jsj.parser.ast.SequenceExpression;
import dev.jsj.parser.ast.UnaryExpression;
import dev.jsj.parser.ast.UnaryOperator;
import dev.jsj.parser.ast.UpdateExpression;
import dev.jsj.parser.ast.UpdateOperator;
import dev.jsj.parser.ast.YieldExpression;
import dev.jsj.parser.lexer.Lexer;
import dev.jsj.parser.lexer.TokenType;
import dev.jsj.parser.scope.ScopeTracker;

/** Expressions with operators (13.3 to 13.16), from the comma down to unary operators. */
abstract class ExpressionParser extends OperandParser {
    ExpressionParser(
            Source source,
            Lexer lexer,
            ScopeTracker tracker,
            FunctionContext function,
            boolean module,
            int maxDepth) {
        super(source, lexer, tracker, function, module, maxDepth);
    }

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
