package dev.jsj.parser;

import static dev.jsj.parser.lexer.TokenType.*;

import dev.jsj.parser.ast.ArrayExpression;
import dev.jsj.parser.ast.AssignmentExpression;
import dev.jsj.parser.ast.AssignmentOperator;
import dev.jsj.parser.ast.BigIntLiteral;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.NumberLiteral;
import dev.jsj.parser.ast.ObjectExpression;
import dev.jsj.parser.ast.ObjectMember;
import dev.jsj.parser.ast.Property;
import dev.jsj.parser.ast.PropertyKind;
import dev.jsj.parser.ast.RegExpLiteral;
import dev.jsj.parser.ast.SpreadElement;
import dev.jsj.parser.ast.StringLiteral;
import dev.jsj.parser.ast.TemplateElement;
import dev.jsj.parser.ast.TemplateLiteral;
import dev.jsj.parser.lexer.Lexer;
import dev.jsj.parser.lexer.Name;
import dev.jsj.parser.lexer.TokenType;
import dev.jsj.parser.regexp.RegExpSyntax;
import dev.jsj.parser.regexp.RegExpSyntaxException;
import dev.jsj.parser.scope.FunctionKind;
import dev.jsj.parser.scope.ScopeTracker;

import java.util.ArrayList;
import java.util.List;

/**
 * Literals: numbers, strings, regular expressions, templates, arrays and objects (13.2.3 to
 * 13.2.8).
 */
abstract class LiteralParser extends PatternParser {
    LiteralParser(
            Source source,
            Lexer lexer,
            ScopeTracker tracker,
            FunctionContext function,
            boolean module,
            int maxDepth) {
        super(source, lexer, tracker, function, module, maxDepth);
    }

    abstract Expression parseExpression();

    /** An AssignmentExpression that may become part of a pattern. */
    abstract Expression parseAssignmentCover();

    /** A method from its parameter list on; the source text of the function begins at start. */
    abstract FunctionNode parseMethod(
            int start, FunctionKind kind, boolean async, boolean generator);

    final Cover cover() {
        if (cover == null) {
            cover = new Cover();
        }
        return cover;
    }

    // ---- simple literals

    final Expression parseNumber() {
        checkStrictLiteral();
        Expression literal = new NumberLiteral(start(), lexer.end(), lexer.numberValue());
        next();
        return literal;
    }

    final Expression parseBigInt() {
        Expression literal = new BigIntLiteral(start(), lexer.end(), lexer.bigIntValue());
        next();
        return literal;
    }

    final StringLiteral parseString() {
        checkStrictLiteral();
        StringLiteral literal = new StringLiteral(start(), lexer.end(), lexer.stringValue());
        next();
        return literal;
    }

    final Expression parseRegExp() {
        lexer.rescanAsRegExp();
        type = lexer.type();
        if (type != REGEXP) {
            throw unexpected();
        }
        String pattern = lexer.content();
        String flags = lexer.regExpFlags();
        RegExpLiteral literal = new RegExpLiteral(start(), lexer.end(), pattern, flags);
        if (!verified) {
            validate(literal);
        }
        next();
        return literal;
    }

    private void validate(RegExpLiteral literal) {
        try {
            RegExpSyntax.validate(literal.pattern(), literal.flags());
        } catch (RegExpSyntaxException e) {
            throw error(e.getMessage(), literal);
        }
    }

    // ---- templates

    final TemplateLiteral parseTemplate(boolean tagged) {
        descend();
        int start = start();
        boolean outerIn = allowIn;
        allowIn = true;
        List<TemplateElement> quasis = new ArrayList<>(4);
        quasis.add(parseTemplateElement(tagged));
        int mark = nodes.mark();
        while (!lexer.isTemplateTail()) {
            next();
            nodes.push(parseExpression());
            if (type != RIGHT_BRACE) {
                throw type == ILLEGAL ? unexpected() : errorBehind(Messages.MISSING_TEMPLATE_BRACE);
            }
            lexer.rescanAsTemplate();
            type = lexer.type();
            quasis.add(parseTemplateElement(tagged));
        }
        next();
        allowIn = outerIn;
        ascend();
        return new TemplateLiteral(start, end(), quasis, nodes.pop(mark));
    }

    /** The text of the current token, up to but not including the delimiters. */
    private TemplateElement parseTemplateElement(boolean tagged) {
        if (type != TEMPLATE) {
            throw unexpected();
        }
        String problem = lexer.templateProblem();
        if (problem != null && !tagged) {
            throw error(problem, lexer.problemStart(), lexer.problemEnd());
        }
        int end = lexer.end() - (lexer.isTemplateTail() ? 1 : 2);
        return new TemplateElement(start() + 1, end, lexer.templateCooked(), lexer.templateRaw());
    }

    // ---- arrays

    final Expression parseArray() {
        descend();
        int start = start();
        boolean outerIn = allowIn;
        allowIn = true;
        next();
        int mark = nodes.mark();
        while (type != RIGHT_BRACKET) {
            if (type == COMMA) {
                next();
                nodes.push(null);
                continue;
            }
            boolean spread = type == ELLIPSIS;
            int elementStart = start();
            nodes.push(spread ? parseSpread() : parseAssignmentCover());
            if (type != RIGHT_BRACKET) {
                if (spread && type == COMMA) {
                    cover().restNotLast(elementStart, end());
                }
                expect(COMMA);
            }
        }
        next();
        allowIn = outerIn;
        ascend();
        return new ArrayExpression(start, end(), nodes.pop(mark));
    }

    final SpreadElement parseSpread() {
        int start = start();
        next();
        Expression argument = parseAssignmentCover();
        return new SpreadElement(start, end(), argument);
    }

    // ---- objects

    final Expression parseObject() {
        descend();
        int start = start();
        boolean outerIn = allowIn;
        allowIn = true;
        next();
        int mark = nodes.mark();
        boolean proto = false;
        while (type != RIGHT_BRACE) {
            if (type == ELLIPSIS) {
                SpreadElement spread = parseSpread();
                nodes.push(spread);
                if (type == COMMA) {
                    cover().restNotLast(spread.argument().start(), end());
                }
            } else {
                Property property = parseProperty();
                nodes.push(property);
                if (type == COMMA || type == RIGHT_BRACE) {
                    if (isProto(property)) {
                        if (proto && cover().duplicateProto < 0) {
                            cover().duplicateProto = property.start();
                            cover().duplicateProtoEnd = property.key().end();
                        }
                        proto = true;
                    }
                }
            }
            if (type != RIGHT_BRACE) {
                expect(COMMA);
            }
        }
        next();
        allowIn = outerIn;
        ascend();
        return new ObjectExpression(start, end(), nodes.<ObjectMember>pop(mark));
    }

    private static boolean isProto(Property property) {
        // Most keys are ruled out by their length.
        return property.key().end() - property.key().start() >= 9 && property.setsPrototype();
    }

    private Property parseProperty() {
        int start = start();
        boolean async = false;
        boolean generator = false;
        PropertyKind kind = PropertyKind.INIT;
        if (type == ASYNC || type == GET || type == SET) {
            TokenType modifier = type;
            boolean plain = lexer.isEscaped();
            Lexer.Mark mark = lexer.mark();
            next();
            switch (type) {
                case COMMA, COLON, LEFT_PARENTHESIS, RIGHT_BRACE, ASSIGN -> plain = true;
                default -> {}
            }
            if (plain || modifier == ASYNC && lexer.newlineBefore()) {
                lexer.reset(mark);
                type = modifier;
            } else if (modifier == ASYNC) {
                async = true;
            } else {
                kind = modifier == GET ? PropertyKind.GET : PropertyKind.SET;
            }
        }
        if (type == MULTIPLY && kind == PropertyKind.INIT) {
            generator = true;
            next();
        }
        boolean computed = type == LEFT_BRACKET;
        if (async || generator || kind != PropertyKind.INIT || !type.isIdentifierName()) {
            Expression key = parsePropertyKey();
            if (!async && !generator && kind == PropertyKind.INIT && type == COLON) {
                return parsePropertyValue(start, key, computed);
            }
            return parsePropertyMethod(start, kind, key, computed, async, generator);
        }
        return parseNamedProperty(start);
    }

    private Property parsePropertyValue(int start, Expression key, boolean computed) {
        next();
        Expression value = parseAssignmentCover();
        return new Property(start, end(), PropertyKind.INIT, key, value, computed, false, false);
    }

    private Property parsePropertyMethod(
            int start,
            PropertyKind kind,
            Expression key,
            boolean computed,
            boolean async,
            boolean generator) {
        if (type != LEFT_PARENTHESIS) {
            throw !computed && !(key instanceof Identifier) && isEndOfShorthand()
                    ? unexpectedKey(key)
                    : unexpected();
        }
        FunctionKind functionKind =
                switch (kind) {
                    case INIT -> FunctionKind.METHOD;
                    case GET -> FunctionKind.GETTER;
                    case SET -> FunctionKind.SETTER;
                };
        FunctionNode method = parseMethod(start, functionKind, async, generator);
        return new Property(
                start, end(), kind, key, method, computed, kind == PropertyKind.INIT, false);
    }

    private boolean isEndOfShorthand() {
        return type == COMMA || type == RIGHT_BRACE || type == ASSIGN;
    }

    private JsSyntaxError unexpectedKey(Expression key) {
        return error(key instanceof StringLiteral ? "Unexpected string" : "Unexpected number", key);
    }

    /**
     * A property that begins with an identifier name: {@code a: 1}, {@code a() {}}, {@code a} or
     * {@code a = 1}.
     */
    private Property parseNamedProperty(int start) {
        TokenType after = peekAfterName();
        if (after == COLON || after == LEFT_PARENTHESIS) {
            Identifier key = identifier();
            return after == COLON
                    ? parsePropertyValue(start, key, false)
                    : parsePropertyMethod(start, PropertyKind.INIT, key, false, false, false);
        }
        if (after != COMMA && after != RIGHT_BRACE && after != ASSIGN) {
            next();
            throw unexpected();
        }
        checkIdentifier();
        checkArguments();
        Name name = lexer.name();
        Identifier key = identifier();
        tracker.reference(name);
        Expression value = key;
        if (type == ASSIGN) {
            next();
            noteAssignment(key, Messages.EVAL_OR_ARGUMENTS);
            Expression right = parseAssignment();
            if (cover().initializer < 0) {
                cover().initializer = start;
                cover().initializerEnd = end();
            }
            value = new AssignmentExpression(start, end(), AssignmentOperator.ASSIGN, key, right);
        }
        return new Property(start, end(), PropertyKind.INIT, key, value, false, false, true);
    }

    /** The type of the token after the current word. */
    private TokenType peekAfterName() {
        TokenType quick = lexer.peekPunctuator();
        return quick != END ? quick : peek(false);
    }

    /** {@code arguments} is not allowed in the initializers of a class. */
    final void checkArguments() {
        if (type == ARGUMENTS && function.argumentsForbidden) {
            throw errorHere(Messages.ARGUMENTS_IN_INITIALIZER);
        }
    }

    @Override
    final Expression parsePropertyKey() {
        switch (type) {
            case STRING -> {
                return parseString();
            }
            case NUMBER -> {
                return parseNumber();
            }
            case BIGINT -> {
                return parseBigInt();
            }
            case LEFT_BRACKET -> {
                next();
                Expression key = parseWithIn();
                expect(RIGHT_BRACKET);
                return key;
            }
            default -> {
                return identifierName();
            }
        }
    }
}
