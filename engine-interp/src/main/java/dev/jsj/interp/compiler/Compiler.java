package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.EvalSite;
import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.parser.DynamicFunction;
import dev.jsj.parser.Parser;
import dev.jsj.parser.ParserStackOverflow;
import dev.jsj.parser.Source;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.ModuleInfo;
import dev.jsj.parser.ast.Program;
import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.FunctionKind;
import dev.jsj.runtime.value.Errors;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The entry points: source text to code. A compiler has no state and may be shared. Functions
 * inside are compiled when they are first called.
 *
 * <p>All methods, and later {@link FunctionInfo#code}, throw {@link dev.jsj.parser.JsSyntaxError}
 * for early errors, and the RangeError of a stack overflow for source that is nested too deeply.
 */
public final class Compiler {

    private static final Parser PARSER = new Parser();

    private Compiler() {}

    /**
     * A script. Its code runs without a scope, with the global this, and returns the completion
     * value.
     */
    public static FunctionInfo script(Source source) {
        return guarded(() -> program(source, PARSER.parseScript(source), FunctionInfo.Kind.SCRIPT));
    }

    /** The code of an indirect eval; runs like a script. */
    public static FunctionInfo indirectEval(Source source) {
        return guarded(
                () -> program(source, PARSER.parseIndirectEval(source), FunctionInfo.Kind.EVAL));
    }

    /**
     * The code of a direct eval; runs in the current scope of the frame at the call, with its this.
     */
    public static FunctionInfo directEval(Source source, EvalSite site) {
        return guarded(
                () ->
                        program(
                                source,
                                PARSER.parseDirectEval(source, site.scope(), site.strict()),
                                FunctionInfo.Kind.EVAL));
    }

    /** A module. */
    public static CompiledModule module(Source source) {
        return guarded(
                () -> {
                    Program program = PARSER.parseModule(source);
                    Set<String> exported = new HashSet<>();
                    for (ModuleInfo.LocalExport export : program.module().localExports()) {
                        exported.add(export.localName());
                    }
                    ScopeInfo scope = ScopeLayout.ofModule(program.scope(), exported).info();
                    FunctionInfo function = program(source, program, FunctionInfo.Kind.MODULE);
                    return new CompiledModule(function, scope, program.module());
                });
    }

    /** A function, without a scope around it, whose body is the whole source: a CommonJS module. */
    public static FunctionInfo functionBody(Source source, List<String> parameters) {
        return guarded(() -> outermost(source, PARSER.parseFunctionBody(source, parameters), ""));
    }

    /**
     * 20.2.1.1.1 CreateDynamicFunction: the function, without a scope around it, that the
     * constructor of functions, generators, async functions or async generators makes.
     *
     * @param name the name of the source
     * @param parameters the parameters, joined by commas
     */
    public static FunctionInfo dynamicFunction(
            String name,
            Object referrer,
            boolean async,
            boolean generator,
            String parameters,
            String body) {
        return guarded(
                () -> {
                    DynamicFunction parsed =
                            PARSER.parseDynamicFunction(
                                    name, referrer, async, generator, parameters, body);
                    return outermost(parsed.source(), parsed.function(), "anonymous");
                });
    }

    private static FunctionInfo outermost(Source source, FunctionNode node, String name) {
        DeclarationScope around = node.scope().parent().declarationScope();
        return functionInfo(new FunctionContext(source, null, around, -1), node, name, -1);
    }

    private static FunctionInfo program(Source source, Program program, FunctionInfo.Kind kind) {
        FunctionContext context = new FunctionContext(source, null, program.scope(), -1);
        boolean async = program.module() != null && program.module().hasTopLevelAwait();
        return new FunctionInfo(
                kind,
                "",
                0,
                program.scope().isStrict(),
                async,
                false,
                false,
                source,
                program.start(),
                program.end(),
                info ->
                        guarded(
                                () ->
                                        new ProgramEmitter(
                                                        new FunctionCompiler(context, info),
                                                        program)
                                                .emit()));
    }

    /** The literal as closures see it; compiled when its code is first asked for. */
    static FunctionInfo functionInfo(
            FunctionContext outer, FunctionNode node, String name, int creationPosition) {
        return new FunctionInfo(
                kind(node.kind()),
                name,
                node.length(),
                node.strict(),
                node.async(),
                node.generator(),
                LiteralEmitter.usesHomeObject(node),
                outer.source(),
                node.start(),
                node.end(),
                info ->
                        guarded(
                                () ->
                                        FunctionEmitter.function(
                                                outer, node, creationPosition, info, false)));
    }

    static FunctionInfo.Kind kind(FunctionKind kind) {
        return switch (kind) {
            case NORMAL -> FunctionInfo.Kind.NORMAL;
            case ARROW -> FunctionInfo.Kind.ARROW;
            case METHOD -> FunctionInfo.Kind.METHOD;
            case GETTER -> FunctionInfo.Kind.GETTER;
            case SETTER -> FunctionInfo.Kind.SETTER;
            case BASE_CONSTRUCTOR -> FunctionInfo.Kind.BASE_CONSTRUCTOR;
            case DERIVED_CONSTRUCTOR -> FunctionInfo.Kind.DERIVED_CONSTRUCTOR;
            case CLASS_INITIALIZER -> FunctionInfo.Kind.INITIALIZER;
        };
    }

    /** The function with its content, parsed now if it was only pre-parsed. */
    static FunctionNode withContent(Source source, FunctionNode node) {
        return node.isLazy() ? PARSER.parseLazy(source, node) : node;
    }

    /**
     * Runs a compilation; a Java stack overflow, on source nested too deeply, becomes the JS error.
     */
    static <T> T guarded(Supplier<T> compilation) {
        try {
            return compilation.get();
        } catch (StackOverflowError | ParserStackOverflow e) {
            throw Errors.stackOverflow();
        }
    }
}
