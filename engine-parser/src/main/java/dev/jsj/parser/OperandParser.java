package dev.jsj.parser;

import static dev.jsj.parser.lexer.TokenType.*;

import dev.jsj.parser.ast.BooleanLiteral;
import dev.jsj.parser.ast.CallExpression;
import dev.jsj.parser.ast.ChainExpression;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.ImportExpression;
import dev.jsj.parser.ast.ImportPhase;
import dev.jsj.parser.ast.MemberExpression;
import dev.jsj.parser.ast.MetaProperty;
import dev.jsj.parser.ast.NewExpression;
import dev.jsj.parser.ast.NullLiteral;
import dev.jsj.parser.ast.PrivateName;
import dev.jsj.parser.ast.SequenceExpression;
import dev.jsj.parser.ast.SpreadElement;
import dev.jsj.parser.ast.Super;
import dev.jsj.parser.ast.TaggedTemplateExpression;
import dev.jsj.parser.ast.TemplateLiteral;
import dev.jsj.parser.ast.ThisExpression;
import dev.jsj.parser.lexer.Lexer;
import dev.jsj.parser.lexer.Name;
import dev.jsj.parser.scope.ScopeTracker;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Primary expressions, member access and calls (13.2, 13.3), and what may turn out to be an arrow
 * function.
 */
abstract class OperandParser extends LiteralParser {
    /** Offset of an assignment expression that may be an arrow function. */
    int arrowStart = -1;

    /**
     * Offset after the last arrow function, which takes no operators behind it unless
     * parenthesized.
     */
    int arrowEnd = -1;

    /**
     * Offset of a function that is likely to be called at once: one behind {@code (} or {@code !}.
     */
    int eagerStart = -1;

    OperandParser(
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

    /** An Expression where the in operator is allowed. */
    final Expression parseExpressionWithIn() {
        boolean outerIn = allowIn;
        allowIn = true;
        Expression expression = parseExpression();
        allowIn = outerIn;
        return expression;
    }

    /** Whether the last token consumed ended an arrow function. */
    final boolean isAfterArrow() {
        return arrowEnd == lexer.previousEnd();
    }

    final PrivateName privateName() {
        Name name = lexer.name();
        PrivateName node = new PrivateName(start(), lexer.end(), name.text());
        notePrivateName(name, lexer.previousStart());
        tracker.reference(name);
        next();
        return node;
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
            throw errorBehind(Messages.MISSING_PARENTHESIS);
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
}
