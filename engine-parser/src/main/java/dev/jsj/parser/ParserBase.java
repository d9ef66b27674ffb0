package dev.jsj.parser;

import static dev.jsj.parser.lexer.TokenType.*;

import dev.jsj.parser.ast.FunctionDeclaration;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.Node;
import dev.jsj.parser.lexer.Lexer;
import dev.jsj.parser.lexer.Name;
import dev.jsj.parser.lexer.NameTable;
import dev.jsj.parser.lexer.TokenType;
import dev.jsj.parser.scope.ScopeTracker;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The state of a parser, the handling of tokens and errors. The parser proper is built in layers on
 * top of this: {@link PatternParser}, {@link LiteralParser}, {@link OperandParser}, {@link
 * ExpressionParser}, {@link FunctionParser}, {@link ClassParser}, {@link StatementParser}, {@link
 * ModuleParser}.
 */
abstract class ParserBase {
    final Source source;
    final Lexer lexer;
    final NameTable names;
    final ScopeTracker tracker;
    final NodeStack nodes = new NodeStack();
    final boolean module;
    private final int maxDepth;

    /** The type of the current token; always {@code lexer.type()}. */
    TokenType type = END;

    boolean strict;
    FunctionContext function;
    boolean allowIn = true;

    /**
     * Whether the code has been pre-parsed, so that errors that are costly to find need not be
     * looked for again.
     */
    boolean verified;

    /**
     * What is known about the cover grammar in the expression being parsed; null if nothing
     * special.
     */
    @Nullable Cover cover;

    /** The functions declared directly in the innermost block, function or program. */
    List<FunctionDeclaration> functions = new ArrayList<>();

    private int depth;

    ParserBase(
            Source source,
            Lexer lexer,
            ScopeTracker tracker,
            FunctionContext function,
            boolean module,
            int maxDepth) {
        this.source = source;
        this.lexer = lexer;
        this.names = source.names();
        this.tracker = tracker;
        this.function = function;
        this.module = module;
        this.maxDepth = maxDepth;
    }

    // ---- tokens

    final void next() {
        lexer.next();
        type = lexer.type();
    }

    final int start() {
        return lexer.start();
    }

    /** Offset after the last token consumed. */
    final int end() {
        return lexer.previousEnd();
    }

    final boolean consume(TokenType expected) {
        if (type != expected) {
            return false;
        }
        next();
        return true;
    }

    final void expect(TokenType expected) {
        if (type != expected) {
            throw unexpected();
        }
        next();
    }

    /** Whether the current token is that contextual keyword, written without escapes. */
    final boolean isContextual(TokenType keyword) {
        return type == keyword && !lexer.isEscaped();
    }

    final void expectContextual(TokenType keyword) {
        if (!isContextual(keyword)) {
            throw unexpected();
        }
        next();
    }

    /**
     * The type of the token after the current one, which must be a word; END if a newline lies
     * between and may not.
     */
    final TokenType peek(boolean sameLine) {
        Lexer.Mark mark = lexer.mark();
        lexer.next();
        TokenType peeked = sameLine && lexer.newlineBefore() ? END : lexer.type();
        lexer.reset(mark);
        return peeked;
    }

    /** Automatic semicolon insertion (12.10). */
    final void semicolon() {
        if (type == SEMICOLON) {
            next();
        } else if (type != RIGHT_BRACE && type != END && !lexer.newlineBefore()) {
            if (function != null && !function.async && previousIsAwait()) {
                throw error(Messages.AWAIT_OUTSIDE_ASYNC, end() - 5, end());
            }
            throw unexpected();
        }
    }

    private boolean previousIsAwait() {
        return end() >= 5 && source.text().startsWith("await", end() - 5);
    }

    // ---- depth

    final void descend() {
        if (++depth > maxDepth) {
            throw new ParserStackOverflow();
        }
    }

    final void ascend() {
        depth--;
    }

    // ---- errors

    final JsSyntaxError error(String message, int start, int end) {
        return new JsSyntaxError(message, source, start, end);
    }

    final JsSyntaxError error(String message, Node node) {
        return error(message, node.start(), node.end());
    }

    /** An error at the current token. */
    final JsSyntaxError errorHere(String message) {
        return error(message, lexer.start(), lexer.end());
    }

    /** An error at the last token consumed. */
    final JsSyntaxError errorBehind(String message) {
        return error(message, lexer.previousStart(), lexer.previousEnd());
    }

    /** The error that the current token is not what the grammar asks for. */
    final JsSyntaxError unexpected() {
        return switch (type) {
            case ILLEGAL -> error(lexer.problem(), lexer.problemStart(), lexer.problemEnd());
            case END -> errorHere("Unexpected end of input");
            case NUMBER, BIGINT -> errorHere("Unexpected number");
            case STRING -> errorHere("Unexpected string");
            case TEMPLATE -> errorHere("Unexpected template string");
            case ESCAPED_KEYWORD -> errorHere(Messages.KEYWORD_ESCAPED);
            case ENUM, AWAIT -> errorHere("Unexpected reserved word");
            case REGEXP -> errorHere("Unexpected regular expression");
            case PRIVATE_NAME -> unexpectedIdentifier();
            case GET, SET, ASYNC -> errorHere("Unexpected token '" + type.text() + "'");
            default -> {
                if (!type.isIdentifier()) {
                    yield errorHere("Unexpected token '" + type.text() + "'");
                }
                yield strict && type.isStrictReserved()
                        ? errorHere("Unexpected strict mode reserved word")
                        : unexpectedIdentifier();
            }
        };
    }

    private JsSyntaxError unexpectedIdentifier() {
        return errorHere("Unexpected identifier '" + lexer.name().text() + "'");
    }

    // ---- identifiers

    /** Checks that the current token may be used as an identifier here. */
    final void checkIdentifier() {
        if (type != IDENTIFIER) {
            checkWord();
        }
    }

    private void checkWord() {
        if (!type.isIdentifier()) {
            throw unexpected();
        }
        if (type.isStrictReserved()) {
            if (strict || type == YIELD && function.generator) {
                throw lexer.isEscaped() && type != YIELD
                        ? errorHere(Messages.KEYWORD_ESCAPED)
                        : unexpected();
            }
        } else if (type == AWAIT) {
            if (module || function.isAwaitReserved()) {
                throw unexpected();
            }
            function.lastAwaitIdentifier = lexer.start();
        }
    }

    /** Checks that the current token may be used as the name of a variable here. */
    final void checkBindingIdentifier() {
        if (type != IDENTIFIER) {
            checkWord();
            if (strict && (type == EVAL || type == ARGUMENTS)) {
                throw errorHere(Messages.EVAL_OR_ARGUMENTS);
            }
        }
    }

    /**
     * Checks an identifier that was parsed in sloppy code but turns out to bind a variable of
     * strict code.
     */
    final void checkStrictBinding(Identifier identifier) {
        TokenType word = names.find(identifier.name()).type();
        if (word == EVAL || word == ARGUMENTS) {
            throw error(Messages.EVAL_OR_ARGUMENTS, identifier);
        }
        if (word.isStrictReserved()) {
            throw error("Unexpected strict mode reserved word", identifier);
        }
    }

    /** Takes the current token, a word, as a node. */
    final Identifier identifier() {
        Name name = lexer.name();
        Identifier node = new Identifier(lexer.start(), lexer.end(), name.text());
        next();
        return node;
    }

    /** Any identifier name, reserved or not. */
    final Identifier identifierName() {
        if (!type.isIdentifierName()) {
            throw unexpected();
        }
        return identifier();
    }

    /** Checks a number or string that is only allowed in sloppy code. */
    final void checkStrictLiteral() {
        String problem = lexer.strictProblem();
        if (problem != null && strict) {
            throw error(problem, lexer.strictProblemStart(), lexer.strictProblemEnd());
        }
    }
}
