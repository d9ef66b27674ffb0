package dev.jsj.parser;

import static dev.jsj.parser.lexer.TokenType.*;

import dev.jsj.parser.ast.BlockStatement;
import dev.jsj.parser.ast.BreakStatement;
import dev.jsj.parser.ast.CatchClause;
import dev.jsj.parser.ast.ClassDeclaration;
import dev.jsj.parser.ast.ClassNode;
import dev.jsj.parser.ast.ContinueStatement;
import dev.jsj.parser.ast.DebuggerStatement;
import dev.jsj.parser.ast.DeclarationKind;
import dev.jsj.parser.ast.DoWhileStatement;
import dev.jsj.parser.ast.EmptyStatement;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.ExpressionStatement;
import dev.jsj.parser.ast.FunctionDeclaration;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.IfStatement;
import dev.jsj.parser.ast.LabeledStatement;
import dev.jsj.parser.ast.Pattern;
import dev.jsj.parser.ast.ReturnStatement;
import dev.jsj.parser.ast.Statement;
import dev.jsj.parser.ast.StringLiteral;
import dev.jsj.parser.ast.SwitchCase;
import dev.jsj.parser.ast.SwitchStatement;
import dev.jsj.parser.ast.ThrowStatement;
import dev.jsj.parser.ast.TryStatement;
import dev.jsj.parser.ast.VariableDeclaration;
import dev.jsj.parser.ast.VariableDeclarator;
import dev.jsj.parser.ast.WhileStatement;
import dev.jsj.parser.ast.WithStatement;
import dev.jsj.parser.lexer.Lexer;
import dev.jsj.parser.lexer.Name;
import dev.jsj.parser.lexer.TokenType;
import dev.jsj.parser.scope.Declarations;
import dev.jsj.parser.scope.FunctionKind;
import dev.jsj.parser.scope.Scope;
import dev.jsj.parser.scope.ScopeKind;
import dev.jsj.parser.scope.ScopeTracker;
import dev.jsj.parser.scope.Variable;
import dev.jsj.parser.scope.VariableKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Statements and declarations (clause 14); loops with {@code for} are in {@link ForParser}. */
abstract class StatementParser extends ClassParser {
    StatementParser(
            Source source,
            Lexer lexer,
            ScopeTracker tracker,
            FunctionContext function,
            boolean module,
            int maxDepth,
            boolean lazyFunctions) {
        super(source, lexer, tracker, function, module, maxDepth, lazyFunctions);
    }

    /** Offset of the last token before the initializer of the last declarator. */
    int initializerStart;

    /** Where a statement stands, which decides what declarations are allowed. */
    enum Place {
        /** In a statement list. */
        LIST,
        /** Behind a label in a statement list. */
        LABELLED,
        /** A branch of an if statement. */
        BRANCH,
        /** The body of a loop or with statement. */
        BODY
    }

    abstract Statement parseFor();

    /** An import or export, or an error. */
    abstract Statement parseModuleItem(Place place);

    // ---- lists

    @Override
    final List<Statement> parseStatementList(int mark) {
        while (type != RIGHT_BRACE && type != END) {
            nodes.push(parseStatementListItem());
        }
        return nodes.pop(mark);
    }

    @Override
    final Statement parseStatementListItem() {
        return parseStatement(Place.LIST);
    }

    /**
     * The statement with the directive noted on it if it is nothing but the string literal between
     * the offsets.
     */
    static Statement asDirective(Statement statement, int start, int end, String raw) {
        if (statement instanceof ExpressionStatement expression
                && expression.expression() instanceof StringLiteral literal
                && literal.start() == start
                && literal.end() == end) {
            return new ExpressionStatement(statement.start(), statement.end(), literal, raw);
        }
        return statement;
    }

    final Statement parseBody() {
        return parseStatement(Place.BODY);
    }

    private Statement parseStatement(Place place) {
        descend();
        Statement statement = parseStatementAt(place);
        ascend();
        return statement;
    }

    private Statement parseStatementAt(Place place) {
        return switch (type) {
            case LEFT_BRACE -> parseBlock();
            case SEMICOLON -> {
                next();
                yield new EmptyStatement(end() - 1, end());
            }
            case VAR -> parseVar();
            case IF -> parseIf();
            case FOR -> parseFor();
            case WHILE -> parseWhile();
            case DO -> parseDo();
            case CONTINUE -> parseContinue();
            case BREAK -> parseBreak();
            case RETURN -> parseReturn();
            case WITH -> parseWith();
            case SWITCH -> parseSwitch();
            case THROW -> parseThrow();
            case TRY -> parseTry();
            case DEBUGGER -> parseDebugger();
            case FUNCTION -> parseFunctionStatement(place);
            case CLASS -> {
                if (place != Place.LIST) {
                    throw unexpected();
                }
                yield parseClassDeclaration(false);
            }
            case CONST -> {
                if (place != Place.LIST) {
                    throw unexpected();
                }
                yield parseLexicalDeclaration(DeclarationKind.CONST, start());
            }
            case IMPORT, EXPORT -> parseModuleItem(place);
            case LET, ASYNC, USING, AWAIT -> parseContextual(place);
            default -> parseExpressionStatement(place);
        };
    }

    // ---- statements that begin with a contextual keyword

    private Statement parseContextual(Place place) {
        int start = start();
        if (type == LET && isLetDeclaration(place)) {
            if (place != Place.LIST) {
                throw errorHere(Messages.LEXICAL_IN_STATEMENT);
            }
            return parseLexicalDeclaration(DeclarationKind.LET, start);
        }
        if (type == ASYNC && !lexer.isEscaped() && peek(true) == FUNCTION) {
            if (place != Place.LIST) {
                throw errorHere(Messages.ASYNC_FUNCTION_IN_STATEMENT);
            }
            next();
            return parseFunctionDeclaration(start, true, false);
        }
        if (type == USING && isUsingDeclaration()) {
            return parseUsing(place, DeclarationKind.USING);
        }
        if (type == AWAIT && isAwaitUsing()) {
            function.lastAwait = start;
            next();
            return parseUsing(place, DeclarationKind.AWAIT_USING);
        }
        return parseExpressionStatement(place);
    }

    /** Whether the let here begins a declaration. */
    final boolean isLetDeclaration(Place place) {
        if (lexer.isEscaped()) {
            return false;
        }
        Lexer.Mark mark = lexer.mark();
        lexer.next();
        TokenType after = lexer.type();
        boolean newline = lexer.newlineBefore();
        lexer.reset(mark);
        if (after == LEFT_BRACKET) {
            return true;
        }
        boolean declares =
                after == LEFT_BRACE
                        || after.isIdentifier()
                        || after == ESCAPED_KEYWORD
                        || strict && after.isReservedWord() && after != IN && after != INSTANCEOF;
        return declares && (place == Place.LIST || !newline);
    }

    final boolean isUsingDeclaration() {
        return !lexer.isEscaped() && peek(true).isIdentifier();
    }

    final boolean isAwaitUsing() {
        if (!function.async || lexer.isEscaped()) {
            return false;
        }
        Lexer.Mark mark = lexer.mark();
        lexer.next();
        boolean using = lexer.type() == USING && !lexer.isEscaped() && !lexer.newlineBefore();
        if (using) {
            lexer.next();
            using = lexer.type().isIdentifier() && !lexer.newlineBefore();
        }
        lexer.reset(mark);
        return using;
    }

    private Statement parseUsing(Place place, DeclarationKind kind) {
        if (place != Place.LIST) {
            throw errorHere(Messages.LEXICAL_IN_STATEMENT);
        }
        ScopeKind scope = tracker.current().kind();
        if (scope == ScopeKind.SCRIPT || scope == ScopeKind.EVAL || scope == ScopeKind.SWITCH) {
            throw unexpected();
        }
        return parseLexicalDeclaration(
                kind, kind == DeclarationKind.AWAIT_USING ? end() - 5 : start());
    }

    // ---- variables

    private Statement parseVar() {
        int start = start();
        List<VariableDeclarator> declarators = parseDeclarators(DeclarationKind.VAR, false);
        int end = endOfStatement();
        return new VariableDeclaration(start, end, DeclarationKind.VAR, declarators);
    }

    final Statement parseLexicalDeclaration(DeclarationKind kind, int start) {
        List<VariableDeclarator> declarators = parseDeclarators(kind, false);
        int end = endOfStatement();
        return new VariableDeclaration(start, end, kind, declarators);
    }

    /** Consumes the semicolon and tells where the statement ends. */
    final int endOfStatement() {
        int end = type == SEMICOLON ? lexer.end() : end();
        semicolon();
        return end;
    }

    /**
     * The declarators behind the keyword, which is the current token; in the head of a loop, they
     * may lack initializers.
     */
    final List<VariableDeclarator> parseDeclarators(DeclarationKind kind, boolean inFor) {
        next();
        VariableKind variableKind =
                switch (kind) {
                    case VAR -> VariableKind.VAR;
                    case LET -> VariableKind.LET;
                    case CONST -> VariableKind.CONST;
                    case USING -> VariableKind.USING;
                    case AWAIT_USING -> VariableKind.AWAIT_USING;
                };
        int mark = nodes.mark();
        do {
            nodes.push(parseDeclarator(kind, variableKind, inFor));
        } while (consume(COMMA));
        return nodes.pop(mark);
    }

    private VariableDeclarator parseDeclarator(
            DeclarationKind kind, VariableKind variableKind, boolean inFor) {
        int start = start();
        Scope scope = tracker.current();
        int firstVariable = Declarations.count(scope);
        boolean identifier = kind == DeclarationKind.USING || kind == DeclarationKind.AWAIT_USING;
        Pattern id =
                identifier
                        ? parseBindingIdentifier(variableKind)
                        : parseBindingTarget(variableKind);
        Expression init = null;
        initializerStart = lexer.previousStart();
        if (consume(ASSIGN)) {
            init = parseAssignment();
        } else if (!(inFor && (type == IN || isContextual(OF)))) {
            if (!(id instanceof Identifier)) {
                throw error(Messages.missingInitializer("destructuring"), id);
            }
            if (kind.isConstant()) {
                throw error(Messages.missingInitializer(kind.keyword()), id);
            }
        }
        if (kind.isLexical()) {
            tracker.initialized(scope, firstVariable, end());
        } else if (init != null || !(id instanceof Identifier) || type == IN || isContextual(OF)) {
            for (Identifier name : BoundNames.of(id)) {
                tracker.varInitialized(name.name(), function.isInLoop());
            }
        }
        return new VariableDeclarator(start, end(), id, init);
    }

    // ---- functions and classes

    private Statement parseFunctionStatement(Place place) {
        int start = start();
        if (place == Place.LIST) {
            return parseFunctionDeclaration(start, false, false);
        }
        if (place != Place.BODY && peek(false) == MULTIPLY) {
            next();
            throw errorHere(Messages.GENERATOR_IN_STATEMENT);
        }
        if (strict) {
            throw errorHere(Messages.FUNCTION_IN_STRICT_STATEMENT);
        }
        return switch (place) {
            case BRANCH -> parseFunctionInBranch(start);
            case LABELLED -> parseFunctionDeclaration(start, false, false);
            default -> throw errorHere(Messages.FUNCTION_IN_SLOPPY_STATEMENT);
        };
    }

    /** B.3.3: a function as a branch of an if statement counts as if in a block. */
    private Statement parseFunctionInBranch(int start) {
        tracker.open(ScopeKind.BLOCK, start);
        List<FunctionDeclaration> outer = functions;
        functions = new ArrayList<>(1);
        Statement declaration = parseFunctionDeclaration(start, false, false);
        Scope scope = tracker.close();
        BlockStatement block =
                new BlockStatement(start, end(), List.of(declaration), scope, functions);
        functions = outer;
        return block;
    }

    /** A function declaration whose function keyword is the current token. */
    final FunctionDeclaration parseFunctionDeclaration(
            int start, boolean async, boolean defaultExport) {
        descend();
        int keyword = start();
        next();
        boolean generator = consume(MULTIPLY);
        Identifier id = null;
        Name name;
        if (type == LEFT_PARENTHESIS && defaultExport) {
            name = names.find("*default*");
        } else {
            if (type == LEFT_PARENTHESIS) {
                throw errorBehind(Messages.FUNCTION_NAME_MISSING);
            }
            checkBindingIdentifier();
            name = lexer.name();
            id = identifier();
        }
        int position = id == null ? start : id.start();
        boolean plain = !async && !generator;
        Variable binding = Declarations.function(tracker.current(), name, position, plain, strict);
        if (binding == null) {
            throw redeclared(name.text(), keyword, keyword + 1);
        }
        Head head = new Head(start, id, false, FunctionKind.NORMAL, async, generator);
        FunctionNode node = parseFunction(head, false);
        FunctionDeclaration declaration = new FunctionDeclaration(start, end(), node, binding);
        functions.add(declaration);
        ascend();
        return declaration;
    }

    final ClassDeclaration parseClassDeclaration(boolean defaultExport) {
        int start = start();
        boolean outerStrict = strict;
        strict = true;
        next();
        Scope scope = tracker.current();
        int variable = Declarations.count(scope);
        Identifier id = null;
        String name = "*default*";
        if (!defaultExport || type != EXTENDS && type != LEFT_BRACE) {
            checkBindingIdentifier();
            id = identifier();
            name = id.name();
        }
        int position = id == null ? start : id.start();
        boolean declared =
                Declarations.lexical(scope, names.find(name), VariableKind.CLASS, position) != null;
        ClassNode node = parseClassRest(start, id);
        strict = outerStrict;
        if (!declared) {
            throw redeclared(name, start, end());
        }
        tracker.initialized(scope, variable, end());
        return new ClassDeclaration(start, end(), node, name);
    }

    // ---- simple statements

    final BlockStatement parseBlock() {
        int start = start();
        expect(LEFT_BRACE);
        tracker.open(ScopeKind.BLOCK, start);
        List<FunctionDeclaration> outer = functions;
        functions = new ArrayList<>(0);
        List<Statement> body = parseStatementList(nodes.mark());
        Scope scope = tracker.close();
        List<FunctionDeclaration> declared = lastOfEachName(functions);
        functions = outer;
        expect(RIGHT_BRACE);
        return new BlockStatement(start, end(), body, scope, declared);
    }

    private Statement parseExpressionStatement(Place place) {
        int start = start();
        boolean word = type.isIdentifier();
        Expression expression = parseExpression();
        if (word
                && type == COLON
                && expression instanceof Identifier label
                && label.start() == start) {
            return parseLabelled(place, label);
        }
        int end = endOfStatement();
        return new ExpressionStatement(start, end, expression, null);
    }

    private Statement parseLabelled(Place place, Identifier label) {
        tracker.dropLastReference();
        if (function.label(label.name()) != null) {
            throw error(Messages.duplicateLabel(label.name()), label);
        }
        next();
        FunctionContext.Label outer = function.labels;
        function.labels = new FunctionContext.Label(label.name(), label.start(), start(), outer);
        Statement body =
                parseStatement(
                        place == Place.LIST || place == Place.LABELLED
                                ? Place.LABELLED
                                : Place.BODY);
        function.labels = outer;
        return new LabeledStatement(label.start(), end(), label, body);
    }

    private Expression parseParenthesizedCondition() {
        expect(LEFT_PARENTHESIS);
        Expression condition = parseExpression();
        expect(RIGHT_PARENTHESIS);
        return condition;
    }

    /** Chains of else if are parsed in a loop, however long. */
    private Statement parseIf() {
        List<IfStatement> chain = null;
        Statement last;
        while (true) {
            int start = start();
            next();
            Expression test = parseParenthesizedCondition();
            Statement consequent = parseStatement(Place.BRANCH);
            IfStatement head = new IfStatement(start, end(), test, consequent, null);
            if (!consume(ELSE)) {
                last = head;
                break;
            }
            if (chain == null) {
                chain = new ArrayList<>(4);
            }
            chain.add(head);
            if (type != IF) {
                last = parseStatement(Place.BRANCH);
                break;
            }
        }
        if (chain != null) {
            for (IfStatement head : chain.reversed()) {
                last = new IfStatement(head.start(), end(), head.test(), head.consequent(), last);
            }
        }
        return last;
    }

    private Statement parseWhile() {
        int start = start();
        next();
        function.enterLoop(start);
        Expression test = parseParenthesizedCondition();
        Statement body = parseBody();
        function.leaveLoop();
        return new WhileStatement(start, end(), test, body);
    }

    private Statement parseDo() {
        int start = start();
        next();
        function.enterLoop(start);
        Statement body = parseBody();
        expect(WHILE);
        Expression test = parseParenthesizedCondition();
        function.leaveLoop();
        consume(SEMICOLON); // inserted even before another token on the same line
        return new DoWhileStatement(start, end(), body, test);
    }

    private Statement parseContinue() {
        int start = start();
        next();
        Identifier label = parseJumpTarget();
        if (label != null) {
            FunctionContext.Label target = function.label(label.name());
            if (target == null) {
                throw error(Messages.undefinedLabel(label.name()), label);
            }
            if (!target.isLoop) {
                throw error(Messages.notALoop(label.name()), label);
            }
        } else if (!function.isInLoop()) {
            throw error(Messages.ILLEGAL_CONTINUE, start, end());
        }
        int end = endOfStatement();
        return new ContinueStatement(start, end, label);
    }

    private Statement parseBreak() {
        int start = start();
        next();
        Identifier label = parseJumpTarget();
        if (label != null) {
            if (function.label(label.name()) == null) {
                throw error(Messages.undefinedLabel(label.name()), label);
            }
        } else if (function.breakables == 0) {
            throw error(Messages.ILLEGAL_BREAK, start, end());
        }
        int end = endOfStatement();
        return new BreakStatement(start, end, label);
    }

    private @Nullable Identifier parseJumpTarget() {
        if (lexer.newlineBefore() || !type.isIdentifier()) {
            return null;
        }
        checkIdentifier();
        return identifier();
    }

    private Statement parseReturn() {
        int start = start();
        if (!function.returnAllowed) {
            throw errorHere(Messages.ILLEGAL_RETURN);
        }
        next();
        Expression argument = null;
        if (type != SEMICOLON && type != RIGHT_BRACE && type != END && !lexer.newlineBefore()) {
            argument = parseExpression();
        }
        int end = endOfStatement();
        return new ReturnStatement(start, end, argument);
    }

    private Statement parseThrow() {
        int start = start();
        next();
        if (lexer.newlineBefore()) {
            throw errorBehind(Messages.NEWLINE_AFTER_THROW);
        }
        Expression argument = parseExpression();
        int end = endOfStatement();
        return new ThrowStatement(start, end, argument);
    }

    private Statement parseDebugger() {
        int start = start();
        next();
        return new DebuggerStatement(start, endOfStatement());
    }

    private Statement parseWith() {
        int start = start();
        if (strict) {
            throw errorHere(Messages.STRICT_WITH);
        }
        next();
        Expression object = parseParenthesizedCondition();
        Scope scope = tracker.open(ScopeKind.WITH, start());
        Statement body = parseBody();
        tracker.close();
        return new WithStatement(start, end(), object, body, scope);
    }

    // ---- switch and try

    private Statement parseSwitch() {
        int start = start();
        next();
        Expression discriminant = parseParenthesizedCondition();
        tracker.open(ScopeKind.SWITCH, start());
        List<FunctionDeclaration> outer = functions;
        functions = new ArrayList<>(0);
        expect(LEFT_BRACE);
        function.breakables++;
        int mark = nodes.mark();
        boolean hasDefault = false;
        while (type != RIGHT_BRACE) {
            if (type == DEFAULT) {
                if (hasDefault) {
                    throw errorHere(Messages.MULTIPLE_DEFAULTS);
                }
                hasDefault = true;
            }
            nodes.push(parseCase());
        }
        function.breakables--;
        List<SwitchCase> cases = nodes.pop(mark);
        Scope scope = tracker.close();
        List<FunctionDeclaration> declared = lastOfEachName(functions);
        functions = outer;
        next();
        return new SwitchStatement(start, end(), discriminant, cases, scope, declared);
    }

    private SwitchCase parseCase() {
        int start = start();
        Expression test = null;
        if (!consume(DEFAULT)) {
            expect(CASE);
            test = parseExpression();
        }
        expect(COLON);
        int mark = nodes.mark();
        while (type != CASE && type != DEFAULT && type != RIGHT_BRACE && type != END) {
            nodes.push(parseStatementListItem());
        }
        return new SwitchCase(start, end(), test, nodes.pop(mark));
    }

    private Statement parseTry() {
        int start = start();
        next();
        BlockStatement block = parseBlock();
        if (type != CATCH && type != FINALLY) {
            throw errorBehind(Messages.MISSING_CATCH);
        }
        CatchClause handler = type == CATCH ? parseCatch() : null;
        BlockStatement finalizer = consume(FINALLY) ? parseBlock() : null;
        return new TryStatement(start, end(), block, handler, finalizer);
    }

    private CatchClause parseCatch() {
        int start = start();
        next();
        tracker.open(ScopeKind.CATCH, start);
        Pattern parameter = null;
        if (consume(LEFT_PARENTHESIS)) {
            parameter = parseBindingTarget(VariableKind.CATCH_PARAMETER);
            if (parameter instanceof Identifier) {
                Declarations.simpleCatch(tracker.current());
            }
            expect(RIGHT_PARENTHESIS);
        }
        BlockStatement body = parseBlock();
        Scope scope = tracker.close();
        return new CatchClause(start, end(), parameter, body, scope);
    }
}
