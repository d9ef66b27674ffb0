package dev.jsj.parser;

import static dev.jsj.parser.lexer.TokenType.*;

import dev.jsj.parser.ast.AssignmentPattern;
import dev.jsj.parser.ast.BlockStatement;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.FunctionContent;
import dev.jsj.parser.ast.FunctionDeclaration;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.Node;
import dev.jsj.parser.ast.Pattern;
import dev.jsj.parser.ast.RestElement;
import dev.jsj.parser.ast.Statement;
import dev.jsj.parser.lexer.Lexer;
import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.FunctionKind;
import dev.jsj.parser.scope.PreparsedFunction;
import dev.jsj.parser.scope.ScopeKind;
import dev.jsj.parser.scope.ScopeTracker;
import dev.jsj.parser.scope.Variable;
import dev.jsj.parser.scope.VariableKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Functions (clause 15), lazily.
 *
 * <p>A function inside an eagerly parsed one is pre-parsed: parsed like any other, but its content
 * is dropped and only a {@link PreparsedFunction} kept. While pre-parsing, the functions inside are
 * summed up likewise, so that later, when the function is parsed for good, they are stepped over;
 * thus each function is parsed at most twice in full, however deep it is nested.
 */
abstract class FunctionParser extends ExpressionParser {
    private final boolean lazyFunctions;

    /** Whether the code being parsed belongs to a function whose content will be dropped. */
    private boolean preparsing;

    /**
     * The functions in the innermost function being pre-parsed, and those in the functions around
     * it, as a stack.
     */
    private PreparsedFunction[] records = new PreparsedFunction[16];

    private int recordCount;

    /** What an earlier pre-parse has found directly inside the function being parsed. */
    private PreparsedFunction[] known = PreparsedFunction.NONE;

    private int nextKnown;
    private int nextKey = -1;

    /** The number of functions begun so far. */
    private int functionCount;

    FunctionParser(
            Source source,
            Lexer lexer,
            ScopeTracker tracker,
            FunctionContext function,
            boolean module,
            int maxDepth,
            boolean lazyFunctions) {
        super(source, lexer, tracker, function, module, maxDepth);
        this.lazyFunctions = lazyFunctions;
    }

    /** Statements up to a closing brace or the end, which is not consumed. */
    abstract List<Statement> parseStatementList(int mark);

    abstract Statement parseStatementListItem();

    // ---- functions known from an earlier pre-parse

    private void enterKnown(PreparsedFunction[] functions, int next) {
        known = functions;
        nextKnown = next;
        nextKey = next < functions.length ? functions[next].key() : -1;
    }

    @Override
    final boolean isPreparsed(int key) {
        return nextKey == key;
    }

    private PreparsedFunction takeKnown() {
        PreparsedFunction taken = known[nextKnown];
        enterKnown(known, nextKnown + 1);
        return taken;
    }

    private FunctionNode stepOver(
            PreparsedFunction function,
            int start,
            @Nullable Identifier id,
            FunctionKind kind,
            boolean async,
            boolean generator) {
        DeclarationScope scope = tracker.stepOver(function, kind, function.key());
        lexer.seek(function.end());
        next();
        return new FunctionNode(
                start, end(), id, async, generator, function.length(), scope, null, function);
    }

    private void pushRecord(PreparsedFunction function) {
        if (recordCount == records.length) {
            records = Arrays.copyOf(records, recordCount * 2);
        }
        records[recordCount++] = function;
    }

    private PreparsedFunction[] popRecords(int first) {
        if (recordCount == first) {
            return PreparsedFunction.NONE;
        }
        PreparsedFunction[] popped = Arrays.copyOfRange(records, first, recordCount);
        recordCount = first;
        return popped;
    }

    // ---- functions with a parameter list in parentheses

    /** What is known about a function before its parameters. */
    record Head(
            int start,
            @Nullable Identifier id,
            boolean bindsOwnName,
            FunctionKind kind,
            boolean async,
            boolean generator) {}

    @Override
    final Expression parseFunctionExpression(int start, boolean async) {
        boolean eager = eagerStart == start;
        descend();
        next();
        boolean generator = consume(MULTIPLY);
        Identifier id = null;
        if (type != LEFT_PARENTHESIS) {
            FunctionContext outer = function;
            function = new FunctionContext(outer, FunctionKind.NORMAL, async, generator);
            checkBindingIdentifier();
            function = outer;
            id = identifier();
        }
        Head head = new Head(start, id, id != null, FunctionKind.NORMAL, async, generator);
        FunctionNode node = parseFunction(head, eager);
        ascend();
        return node;
    }

    @Override
    final FunctionNode parseMethod(int start, FunctionKind kind, boolean async, boolean generator) {
        return parseFunction(new Head(start, null, false, kind, async, generator), false);
    }

    /** A function from its parameter list on. */
    final FunctionNode parseFunction(Head head, boolean eager) {
        if (type != LEFT_PARENTHESIS) {
            throw unexpected();
        }
        PreparsedFunction[] outerKnown = known;
        PreparsedFunction found = isPreparsed(start()) ? takeKnown() : null;
        int outerNext = nextKnown;
        if (found != null) {
            if (!eager) {
                return stepOver(found, head.start, head.id, head.kind, head.async, head.generator);
            }
            enterKnown(found.inner(), 0);
        }
        FunctionNode node = parseFunctionAfresh(head, eager);
        if (found != null) {
            enterKnown(outerKnown, outerNext);
        }
        return node;
    }

    /** Everything that a function hides from the code in it and gets back afterwards. */
    private final class Outer {
        final FunctionContext function = FunctionParser.this.function;
        final List<FunctionDeclaration> functions = FunctionParser.this.functions;
        final boolean strict = FunctionParser.this.strict;
        final boolean allowIn = FunctionParser.this.allowIn;
        final @Nullable Cover cover = FunctionParser.this.cover;
        final boolean preparsing = FunctionParser.this.preparsing;
        final boolean parameterExpressions = FunctionParser.this.parameterExpressions;
        final boolean simpleParameters = FunctionParser.this.simpleParameters;
        final @Nullable Identifier duplicateParameter = FunctionParser.this.duplicateParameter;

        void restore() {
            FunctionParser parser = FunctionParser.this;
            parser.function = function;
            parser.functions = functions;
            parser.strict = strict;
            parser.allowIn = allowIn;
            parser.cover = cover;
            parser.preparsing = preparsing;
            parser.parameterExpressions = parameterExpressions;
            parser.simpleParameters = simpleParameters;
            parser.duplicateParameter = duplicateParameter;
        }
    }

    private FunctionNode parseFunctionAfresh(Head head, boolean eager) {
        descend();
        functionCount++;
        Outer outer = new Outer();
        preparsing |= lazyFunctions && !eager;
        int firstRecord = recordCount;
        int key = start();
        function = new FunctionContext(outer.function, head.kind, head.async, head.generator);
        DeclarationScope scope = tracker.openFunction(head.kind, strict, key);
        List<Pattern> parameters = parseParameters();
        checkAccessorParameters(head.kind, parameters, key);
        FunctionNode node = parseBody(head, outer, scope, parameters, key, firstRecord);
        ascend();
        return node;
    }

    private FunctionNode parseBody(
            Head head,
            Outer outer,
            DeclarationScope scope,
            List<Pattern> parameters,
            int key,
            int firstRecord) {
        boolean simple = simpleParameters;
        Identifier duplicate = duplicateParameter;
        tracker.noteParameters(scope, simple, parameterExpressions);
        DeclarationScope bodyScope = scope;
        if (parameterExpressions) {
            bodyScope =
                    tracker.openDeclarations(ScopeKind.FUNCTION_BODY, head.kind, strict, start());
        }
        functions = new ArrayList<>();
        allowIn = true;
        cover = null;
        Node body = parseBlockBody(scope, bodyScope, simple);
        if (strict && !outer.strict) {
            checkStrictFunction(head, parameters);
        }
        if (duplicate != null && (strict || !simple || head.kind != FunctionKind.NORMAL)) {
            throw error(Messages.DUPLICATE_PARAMETER, duplicate);
        }
        List<FunctionDeclaration> declared = functions;
        boolean dropped = preparsing;
        if (bodyScope != scope) {
            tracker.close();
        }
        Identifier id = head.id;
        tracker.closeFunction(head.bindsOwnName && id != null ? names.find(id.name()) : null);
        outer.restore();
        int length = expectedArgumentCount(parameters);
        if (dropped) {
            return dropped(head, scope, key, length, firstRecord);
        }
        FunctionContent content =
                new FunctionContent(parameters, body, bodyScope, lastOfEachName(declared));
        return new FunctionNode(
                head.start, end(), id, head.async, head.generator, length, scope, content, null);
    }

    /** Ends a function that has been pre-parsed. */
    private FunctionNode dropped(
            Head head, DeclarationScope scope, int key, int length, int firstRecord) {
        PreparsedFunction summary =
                tracker.summarize(
                        scope, key, end(), length, head.bindsOwnName, popRecords(firstRecord));
        if (preparsing) {
            pushRecord(summary);
        }
        return new FunctionNode(
                head.start,
                end(),
                head.id,
                head.async,
                head.generator,
                length,
                scope,
                null,
                summary);
    }

    private void checkAccessorParameters(FunctionKind kind, List<Pattern> parameters, int start) {
        if (kind == FunctionKind.GETTER && !parameters.isEmpty()) {
            throw error(Messages.GETTER_PARAMETERS, start, end());
        }
        if (kind == FunctionKind.SETTER) {
            if (parameters.size() != 1) {
                throw error(Messages.SETTER_PARAMETERS, start, end());
            }
            if (parameters.get(0) instanceof RestElement) {
                throw error(Messages.SETTER_REST, start, end());
            }
        }
    }

    private void checkStrictFunction(Head head, List<Pattern> parameters) {
        if (head.id != null) {
            checkStrictBinding(head.id);
        }
        for (Pattern parameter : parameters) {
            if (parameter instanceof Identifier identifier) {
                checkStrictBinding(identifier);
            }
        }
    }

    /** ExpectedArgumentCount (15.1.5). */
    private static int expectedArgumentCount(List<Pattern> parameters) {
        int count = 0;
        while (count < parameters.size()
                && !(parameters.get(count) instanceof AssignmentPattern)
                && !(parameters.get(count) instanceof RestElement)) {
            count++;
        }
        return count;
    }

    /** Of several functions with the same name only the last one counts. */
    static List<FunctionDeclaration> lastOfEachName(List<FunctionDeclaration> functions) {
        int size = functions.size();
        if (size < 2) {
            return functions;
        }
        Set<Variable> seen = new HashSet<>(size * 2);
        List<FunctionDeclaration> kept = new ArrayList<>(size);
        for (int i = size - 1; i >= 0; i--) {
            if (seen.add(functions.get(i).binding())) {
                kept.add(functions.get(i));
            }
        }
        return kept.size() == size ? functions : kept.reversed();
    }

    // ---- parameters

    private List<Pattern> parseParameters() {
        parameterExpressions = false;
        simpleParameters = true;
        duplicateParameter = null;
        allowIn = true;
        cover = null;
        function.inParameters = true;
        next();
        int mark = nodes.mark();
        boolean simple = true;
        while (type != RIGHT_PARENTHESIS) {
            if (type == ELLIPSIS) {
                nodes.push(parseRestParameter());
                simple = false;
                if (type != RIGHT_PARENTHESIS) {
                    throw type == COMMA || type == ASSIGN
                            ? errorHere(
                                    type == COMMA
                                            ? Messages.PARAMETER_AFTER_REST
                                            : Messages.REST_PARAMETER_DEFAULT)
                            : unexpected();
                }
                break;
            }
            Pattern parameter = parseBindingElement(VariableKind.PARAMETER);
            simple &= parameter instanceof Identifier;
            nodes.push(parameter);
            if (type != RIGHT_PARENTHESIS) {
                expect(COMMA);
            }
        }
        next();
        function.inParameters = false;
        simpleParameters = simple;
        return nodes.pop(mark);
    }

    private RestElement parseRestParameter() {
        int start = start();
        next();
        Pattern target = parseBindingTarget(VariableKind.PARAMETER);
        return new RestElement(start, end(), target);
    }

    // ---- bodies

    private BlockStatement parseBlockBody(
            DeclarationScope scope, DeclarationScope bodyScope, boolean simple) {
        int start = start();
        expect(LEFT_BRACE);
        int mark = nodes.mark();
        if (type == STRING) {
            parseDirectives(scope, bodyScope, simple);
        }
        List<Statement> body = parseStatementList(mark);
        expect(RIGHT_BRACE);
        return new BlockStatement(start, end(), body, null, List.of());
    }

    /** The directive prologue (11.2.1); its statements are pushed as nodes. */
    final void parseDirectives(
            DeclarationScope scope, DeclarationScope bodyScope, boolean simpleParameters) {
        JsSyntaxError octal = null;
        while (type == STRING) {
            int start = start();
            int literalEnd = lexer.end();
            boolean useStrict = !lexer.isEscaped() && lexer.isString("use strict");
            if (lexer.strictProblem() != null && octal == null) {
                octal =
                        error(
                                lexer.strictProblem(),
                                lexer.strictProblemStart(),
                                lexer.strictProblemEnd());
            }
            String raw = lexer.content();
            Statement statement = parseStatementListItem();
            Statement directive = StatementParser.asDirective(statement, start, literalEnd, raw);
            nodes.push(directive);
            if (directive == statement) {
                return; // it went on behind the string
            }
            if (useStrict) {
                if (!simpleParameters) {
                    throw error(Messages.USE_STRICT_PARAMETERS, start, literalEnd);
                }
                strict = true;
                tracker.makeStrict(scope);
                tracker.makeStrict(bodyScope);
            }
            if (strict && octal != null) {
                throw octal;
            }
        }
    }

    // ---- arrow functions

    @Override
    final ArrowMark arrowMark(int start) {
        return new ArrowMark(tracker.mark(), functionCount, recordCount, eagerStart == start);
    }

    @Override
    final FunctionNode parseArrow(
            int start,
            ArrowMark mark,
            List<Expression> expressions,
            @Nullable Cover found,
            boolean async) {
        if (lexer.newlineBefore()) {
            throw unexpected();
        }
        checkArrowParameters(start, async);
        // The functions in parameters have been parsed as they would be outside of a pre-parsed
        // function.
        boolean eager = mark.eager() || functionCount != mark.functions();
        Outer outer = new Outer();
        function = new FunctionContext(outer.function, FunctionKind.ARROW, async, false);
        DeclarationScope scope = tracker.openArrow(mark.scopes(), strict, start);
        List<Pattern> parameters = toParameters(expressions, found);
        Head head = new Head(start, null, false, FunctionKind.ARROW, async, false);
        return parseArrowBody(head, outer, scope, parameters, eager, mark.records());
    }

    private void checkArrowParameters(int start, boolean async) {
        if (function.lastYield >= start) {
            throw error(Messages.YIELD_IN_PARAMETERS, function.lastYield, function.lastYield + 5);
        }
        if (function.lastAwait >= start) {
            throw error(Messages.AWAIT_IN_PARAMETERS, function.lastAwait, function.lastAwait + 5);
        }
        if (async && function.lastAwaitIdentifier >= start) {
            throw error(
                    "'await' is not a valid identifier name in an async function",
                    function.lastAwaitIdentifier,
                    function.lastAwaitIdentifier + 5);
        }
    }

    private FunctionNode parseArrowBody(
            Head head,
            Outer outer,
            DeclarationScope scope,
            List<Pattern> parameters,
            boolean eager,
            int firstRecord) {
        functionCount++;
        next();
        FunctionNode node;
        if (type == LEFT_BRACE) {
            preparsing |= lazyFunctions && !eager;
            node = parseBody(head, outer, scope, parameters, head.start, firstRecord);
        } else {
            node = parseConciseBody(head, outer, scope, parameters, firstRecord);
        }
        arrowEnd = end();
        return node;
    }

    private FunctionNode parseConciseBody(
            Head head,
            Outer outer,
            DeclarationScope scope,
            List<Pattern> parameters,
            int firstRecord) {
        if (duplicateParameter != null) {
            throw error(Messages.DUPLICATE_PARAMETER, duplicateParameter);
        }
        tracker.noteParameters(scope, simpleParameters, parameterExpressions);
        boolean separate = parameterExpressions;
        DeclarationScope bodyScope =
                separate
                        ? tracker.openDeclarations(
                                ScopeKind.FUNCTION_BODY, FunctionKind.ARROW, strict, start())
                        : scope;
        functions = new ArrayList<>();
        allowIn = outer.allowIn;
        Expression body = parseAssignment();
        if (separate) {
            tracker.close();
        }
        tracker.closeFunction(null);
        outer.restore();
        int length = expectedArgumentCount(parameters);
        if (preparsing) {
            return dropped(head, scope, head.start, length, firstRecord);
        }
        FunctionContent content = new FunctionContent(parameters, body, bodyScope, List.of());
        return new FunctionNode(
                head.start, end(), null, head.async, false, length, scope, content, null);
    }

    @Override
    final FunctionNode parsePreparsedArrow(int start) {
        PreparsedFunction found = takeKnown();
        boolean async = isAsyncArrow();
        if (eagerStart != start) {
            FunctionNode node = stepOver(found, start, null, FunctionKind.ARROW, async, false);
            arrowEnd = end();
            return node;
        }
        PreparsedFunction[] outerKnown = known;
        int outerNext = nextKnown;
        enterKnown(found.inner(), 0);
        FunctionNode node = parseArrowFunction(start, async);
        enterKnown(outerKnown, outerNext);
        return node;
    }

    private boolean isAsyncArrow() {
        return isContextual(ASYNC) && peek(true) != ARROW;
    }

    /** What is certain to be an arrow function. */
    private FunctionNode parseArrowFunction(int start, boolean async) {
        if (async) {
            next();
        }
        Outer outer = new Outer();
        int firstRecord = recordCount;
        function = new FunctionContext(outer.function, FunctionKind.ARROW, async, false);
        DeclarationScope scope = tracker.openFunction(FunctionKind.ARROW, strict, start);
        List<Pattern> parameters;
        if (type == LEFT_PARENTHESIS) {
            parameters = parseParameters();
        } else {
            parameterExpressions = false;
            simpleParameters = true;
            duplicateParameter = null;
            parameters = List.of(parseBindingIdentifier(VariableKind.PARAMETER));
        }
        allowIn = outer.allowIn;
        Head head = new Head(start, null, false, FunctionKind.ARROW, async, false);
        return parseArrowBody(head, outer, scope, parameters, true, firstRecord);
    }

    // ---- the second parse of a lazy function

    /** Parses a function that has been pre-parsed; the lexer starts at its key. */
    final FunctionNode parseLazyFunction(FunctionNode lazy, PreparsedFunction summary) {
        enterKnown(summary.inner(), 0);
        strict = lazy.strict();
        next();
        if (lazy.kind().isArrow()) {
            return parseArrowFunction(lazy.start(), lazy.async());
        }
        Head head =
                new Head(
                        lazy.start(),
                        lazy.id(),
                        summary.bindsOwnName(),
                        lazy.kind(),
                        lazy.async(),
                        lazy.generator());
        return parseFunctionAfresh(head, true);
    }
}
