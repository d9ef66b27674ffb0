package dev.jsj.parser;

import static dev.jsj.parser.lexer.TokenType.*;

import dev.jsj.parser.ast.ArrayExpression;
import dev.jsj.parser.ast.DeclarationKind;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.ForInStatement;
import dev.jsj.parser.ast.ForOfStatement;
import dev.jsj.parser.ast.ForStatement;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.Node;
import dev.jsj.parser.ast.ObjectExpression;
import dev.jsj.parser.ast.Pattern;
import dev.jsj.parser.ast.SequenceExpression;
import dev.jsj.parser.ast.Statement;
import dev.jsj.parser.ast.VariableDeclaration;
import dev.jsj.parser.ast.VariableDeclarator;
import dev.jsj.parser.lexer.Lexer;
import dev.jsj.parser.lexer.Name;
import dev.jsj.parser.lexer.TokenType;
import dev.jsj.parser.scope.ScopeKind;
import dev.jsj.parser.scope.ScopeTracker;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The loops that begin with {@code for} (14.7.4, 14.7.5). */
abstract class ForParser extends StatementParser {
    ForParser(
            Source source,
            Lexer lexer,
            ScopeTracker tracker,
            FunctionContext function,
            boolean module,
            int maxDepth,
            boolean lazyFunctions) {
        super(source, lexer, tracker, function, module, maxDepth, lazyFunctions);
    }

    @Override
    final Statement parseFor() {
        int start = start();
        function.enterLoop(start);
        Statement loop = parseLoop(start);
        function.leaveLoop();
        return loop;
    }

    private Statement parseLoop(int start) {
        next();
        boolean await = false;
        if (type == AWAIT) {
            if (!function.async) {
                throw unexpected();
            }
            function.lastAwait = start();
            await = true;
            next();
        }
        tracker.open(ScopeKind.FOR, start());
        expect(LEFT_PARENTHESIS);
        DeclarationKind kind = declarationKind();
        if (kind != null) {
            return parseDeclaringFor(start, kind, await);
        }
        if (type == SEMICOLON) {
            if (await) {
                throw unexpected();
            }
            return parseClassicFor(start, null);
        }
        return parseExpressionFor(start, await);
    }

    /** What declaration the current token begins, or null if it begins none. */
    private @Nullable DeclarationKind declarationKind() {
        return switch (type) {
            case VAR -> DeclarationKind.VAR;
            case CONST -> DeclarationKind.CONST;
            case LET -> isLetDeclaration(Place.LIST) ? DeclarationKind.LET : null;
            case USING -> isUsingInFor() ? DeclarationKind.USING : null;
            case AWAIT -> isAwaitUsing() ? DeclarationKind.AWAIT_USING : null;
            default -> null;
        };
    }

    /** {@code using of} begins a declaration only if it goes on like one. */
    private boolean isUsingInFor() {
        if (!isUsingDeclaration()) {
            return false;
        }
        Lexer.Mark mark = lexer.mark();
        lexer.next();
        boolean declaration = lexer.type() != OF;
        if (!declaration) {
            lexer.next();
            declaration =
                    lexer.type() == ASSIGN || lexer.type() == SEMICOLON || lexer.type() == COLON;
        }
        lexer.reset(mark);
        return declaration;
    }

    // ---- for (let x ...

    private Statement parseDeclaringFor(int start, DeclarationKind kind, boolean await) {
        int declarationStart = start();
        if (kind == DeclarationKind.AWAIT_USING) {
            function.lastAwait = declarationStart;
            next();
        }
        allowIn = false;
        List<VariableDeclarator> declarators = parseDeclarators(kind, true);
        allowIn = true;
        int firstInitializer = initializerStart;
        VariableDeclaration declaration =
                new VariableDeclaration(declarationStart, end(), kind, declarators);
        boolean of = isContextual(OF);
        if (!of && type != IN) {
            if (await) {
                throw unexpected();
            }
            return parseClassicFor(start, declaration);
        }
        String loop = await ? "for-await-of" : of ? "for-of" : "for-in";
        if (declarators.size() > 1) {
            throw error(Messages.loopBindings(loop), declarators.get(0).start(), declaration.end());
        }
        VariableDeclarator declarator = declarators.get(0);
        if (declarator.init() != null
                && (of
                        || strict
                        || kind != DeclarationKind.VAR
                        || !(declarator.id() instanceof Identifier))) {
            throw error(Messages.loopInitializer(loop), firstInitializer, declarator.end());
        }
        if (!of && (kind == DeclarationKind.USING || kind == DeclarationKind.AWAIT_USING)) {
            throw unexpected();
        }
        return parseForEach(start, declaration, of, await);
    }

    // ---- for (x ...

    private Statement parseExpressionFor(int start, boolean await) {
        int left = start();
        TokenType first = lexer.isEscaped() ? IDENTIFIER : type;
        allowIn = false;
        cover = null;
        Expression expression =
                first == ASYNC && isAsyncOf() ? parseAsyncOf(await) : parseAssignmentCover();
        allowIn = true;
        boolean of = isContextual(OF);
        if (of || type == IN) {
            if (of && first == LET) {
                throw error(Messages.FOR_OF_LET, left, left + 3);
            }
            return parseForEach(start, toLoopTarget(expression, left), of, await);
        }
        if (cover != null) {
            checkIsExpression(cover);
            cover = null;
        }
        if (await) {
            throw unexpected();
        }
        allowIn = false;
        Expression init = parseMore(left, expression);
        allowIn = true;
        return parseClassicFor(start, init);
    }

    private Pattern toLoopTarget(Expression expression, int start) {
        Pattern target;
        if ((expression instanceof ObjectExpression || expression instanceof ArrayExpression)
                && expression.start() == start) {
            target = toAssignmentPattern(expression, cover);
        } else {
            if (cover != null) {
                checkIsExpression(cover);
            }
            target = toSimpleTarget(expression, start, Messages.LHS_FOR, true);
        }
        cover = null;
        return target;
    }

    /** Whether this is {@code async of}, other than as an arrow function. */
    private boolean isAsyncOf() {
        Lexer.Mark mark = lexer.mark();
        lexer.next();
        boolean asyncOf = lexer.type() == OF && !lexer.isEscaped() && !lexer.newlineBefore();
        if (asyncOf) {
            lexer.next();
            asyncOf = lexer.type() != ARROW;
        }
        lexer.reset(mark);
        return asyncOf;
    }

    private Expression parseAsyncOf(boolean await) {
        if (!await) {
            throw errorHere(Messages.FOR_OF_ASYNC);
        }
        Name name = lexer.name();
        tracker.reference(name);
        return identifier();
    }

    private Expression parseMore(int start, Expression first) {
        if (type != COMMA) {
            return first;
        }
        int mark = nodes.mark();
        nodes.push(first);
        while (consume(COMMA)) {
            nodes.push(parseAssignment());
        }
        return new SequenceExpression(start, end(), nodes.pop(mark));
    }

    // ---- the rest of the loop

    private Statement parseForEach(int start, Node left, boolean of, boolean await) {
        if (await && !of) {
            throw unexpected();
        }
        next();
        Expression right = of ? parseAssignment() : parseExpression();
        expect(RIGHT_PARENTHESIS);
        tracker.initialized(tracker.current(), 0, end());
        Statement body = parseBody();
        var scope = tracker.close();
        return of
                ? new ForOfStatement(start, end(), await, left, right, body, scope)
                : new ForInStatement(start, end(), left, right, body, scope);
    }

    private Statement parseClassicFor(int start, @Nullable Node init) {
        expect(SEMICOLON);
        Expression test = type == SEMICOLON ? null : parseExpression();
        expect(SEMICOLON);
        Expression update = type == RIGHT_PARENTHESIS ? null : parseExpression();
        expect(RIGHT_PARENTHESIS);
        Statement body = parseBody();
        var scope = tracker.close();
        return new ForStatement(start, end(), init, test, update, body, scope);
    }
}
