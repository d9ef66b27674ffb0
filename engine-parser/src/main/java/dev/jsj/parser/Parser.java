package dev.jsj.parser;

import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.Program;
import dev.jsj.parser.ast.ProgramKind;
import dev.jsj.parser.lexer.Lexer;
import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.FunctionKind;
import dev.jsj.parser.scope.PreparsedFunction;
import dev.jsj.parser.scope.Scope;
import dev.jsj.parser.scope.ScopeKind;
import dev.jsj.parser.scope.ScopeTracker;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Supplier;

/**
 * Parses sources to syntax trees with scopes. The entry point of the module.
 *
 * <p>All methods throw {@link JsSyntaxError} for early errors and {@link ParserStackOverflow} for
 * source that is nested too deeply, and nothing else, whatever the source. A parser has no state
 * and may be shared.
 *
 * @param maxDepth how deep expressions and statements may be nested, roughly; each level takes
 *     about 500 bytes of stack
 * @param lazyFunctions whether inner functions are only pre-parsed, see {@link FunctionNode#isLazy}
 */
public record Parser(int maxDepth, boolean lazyFunctions) {
    /** A depth that is safe on threads with at least 64 MB of stack. */
    public static final int DEFAULT_MAX_DEPTH = 40_000;

    /** A parser that parses inner functions lazily. */
    public Parser() {
        this(DEFAULT_MAX_DEPTH, true);
    }

    /** Parses a script. */
    public Program parseScript(Source source) {
        FunctionContext context = programContext(false);
        return guard(() -> parser(source, null, context, false).parseProgram(ProgramKind.SCRIPT));
    }

    /** Parses a module. */
    public Program parseModule(Source source) {
        FunctionContext context = programContext(true);
        return guard(
                () -> {
                    SourceParser parser = parser(source, null, context, true);
                    parser.strict = true;
                    return parser.parseProgram(ProgramKind.MODULE);
                });
    }

    /** Parses the argument of an indirect eval. */
    public Program parseIndirectEval(Source source) {
        FunctionContext context = programContext(false);
        return guard(
                () -> parser(source, null, context, false).parseProgram(ProgramKind.INDIRECT_EVAL));
    }

    /**
     * Parses the argument of a direct eval.
     *
     * @param enclosing the scope the eval is in
     * @param strict whether the code around the eval is strict
     */
    public Program parseDirectEval(Source source, Scope enclosing, boolean strict) {
        DeclarationScope receiver = enclosing.receiverScope();
        FunctionKind kind = receiver.functionKind();
        FunctionContext context = programContext(false);
        context.newTargetAllowed = receiver.kind() == ScopeKind.FUNCTION;
        context.superPropertyAllowed = kind.hasHomeObject();
        context.superCallAllowed = kind == FunctionKind.DERIVED_CONSTRUCTOR;
        context.argumentsForbidden = kind == FunctionKind.CLASS_INITIALIZER;
        return guard(
                () -> {
                    SourceParser parser = parser(source, enclosing, context, false);
                    parser.strict = strict;
                    return parser.parseProgram(ProgramKind.DIRECT_EVAL);
                });
    }

    /** Parses a lazy function for good: the result has the same parent scope, and a content. */
    public FunctionNode parseLazy(Source source, FunctionNode lazy) {
        PreparsedFunction summary = lazy.preparsed();
        Scope outer = lazy.scope().parent();
        if (summary == null || outer == null) {
            throw new IllegalArgumentException("The function is not lazy.");
        }
        boolean module = isInModule(outer);
        // All that depends on the code around it has been checked.
        FunctionContext context = new FunctionContext(null, FunctionKind.NORMAL, false, false);
        context.superPropertyAllowed = true;
        context.superCallAllowed = true;
        return guard(
                () -> {
                    Lexer lexer =
                            new Lexer(
                                    source.text(),
                                    summary.key(),
                                    summary.end(),
                                    source.names(),
                                    module);
                    SourceParser parser = parser(source, lexer, outer, context, module);
                    parser.verified = true;
                    return parser.parseLazyFunction(lazy, summary);
                });
    }

    /**
     * Parses the source as the body of a function with the given parameters; that is how a CommonJS
     * module runs. The function's scope lies in an empty script scope.
     */
    public FunctionNode parseFunctionBody(Source source, List<String> parameters) {
        FunctionContext context = new FunctionContext(null, FunctionKind.NORMAL, false, false);
        return guard(() -> parser(source, null, context, false).parseAsFunctionBody(parameters));
    }

    /**
     * Parses what the constructor of functions, generators, async functions or async generators is
     * given (CreateDynamicFunction, 20.2.1.1.1). The function's scope lies in an empty script
     * scope.
     *
     * @param name the name of the source
     * @param referrer what the source imports is relative to
     * @param parameters the parameters, joined by commas
     */
    public DynamicFunction parseDynamicFunction(
            String name,
            Object referrer,
            boolean async,
            boolean generator,
            String parameters,
            String body) {
        String head =
                (async ? "async function" : "function")
                        + (generator ? "* anonymous(" : " anonymous(");
        int brace = head.length() + parameters.length() + 3;
        String text = head + parameters + "\n) {\n" + body + "\n}";
        Source source = new Source(name, text, referrer);
        FunctionContext context = programContext(false);
        return guard(
                () -> {
                    SourceParser parser = parser(source, null, context, false);
                    return new DynamicFunction(
                            source, parser.parseDynamicFunction(async, generator, brace));
                });
    }

    private static FunctionContext programContext(boolean module) {
        FunctionContext context = new FunctionContext(null, FunctionKind.NORMAL, module, false);
        context.returnAllowed = false;
        context.newTargetAllowed = false;
        return context;
    }

    private static boolean isInModule(Scope scope) {
        Scope outermost = scope;
        while (outermost.parent() != null) {
            outermost = outermost.parent();
        }
        return outermost.kind() == ScopeKind.MODULE;
    }

    private SourceParser parser(
            Source source, @Nullable Scope outer, FunctionContext context, boolean module) {
        Lexer lexer = new Lexer(source.text(), 0, source.text().length(), source.names(), module);
        return parser(source, lexer, outer, context, module);
    }

    private SourceParser parser(
            Source source,
            Lexer lexer,
            @Nullable Scope outer,
            FunctionContext context,
            boolean module) {
        ScopeTracker tracker = new ScopeTracker(source.names(), outer);
        return new SourceParser(source, lexer, tracker, context, module, maxDepth, lazyFunctions);
    }

    private static <T> T guard(Supplier<T> parse) {
        try {
            return parse.get();
        } catch (StackOverflowError e) {
            throw new ParserStackOverflow();
        }
    }
}
