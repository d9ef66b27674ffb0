package dev.jsj.parser;

import static dev.jsj.parser.lexer.TokenType.*;

import dev.jsj.parser.ast.BlockStatement;
import dev.jsj.parser.ast.FunctionContent;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.ModuleInfo;
import dev.jsj.parser.ast.Pattern;
import dev.jsj.parser.ast.Program;
import dev.jsj.parser.ast.ProgramKind;
import dev.jsj.parser.ast.Statement;
import dev.jsj.parser.lexer.Lexer;
import dev.jsj.parser.lexer.Name;
import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.Declarations;
import dev.jsj.parser.scope.FunctionKind;
import dev.jsj.parser.scope.ScopeKind;
import dev.jsj.parser.scope.ScopeTracker;
import dev.jsj.parser.scope.Variable;

import java.util.ArrayList;
import java.util.List;

/** The goals of the grammar: programs and function bodies. One object parses one source once. */
final class SourceParser extends ModuleParser {
    SourceParser(
            Source source,
            Lexer lexer,
            ScopeTracker tracker,
            FunctionContext function,
            boolean module,
            int maxDepth,
            boolean lazyFunctions) {
        super(source, lexer, tracker, function, module, maxDepth, lazyFunctions);
    }

    /** A whole program; context and strictness have been set up. */
    Program parseProgram(ProgramKind kind) {
        ScopeKind scopeKind =
                switch (kind) {
                    case SCRIPT -> ScopeKind.SCRIPT;
                    case MODULE -> ScopeKind.MODULE;
                    case DIRECT_EVAL, INDIRECT_EVAL -> ScopeKind.EVAL;
                };
        DeclarationScope scope =
                tracker.openDeclarations(scopeKind, FunctionKind.NORMAL, strict, 0);
        List<Statement> body = parseProgramBody(scope);
        ModuleInfo info = null;
        if (kind == ProgramKind.MODULE) {
            checkExports();
            info = entries.finish(function.lastAwait >= 0);
        }
        tracker.close();
        if (kind == ProgramKind.DIRECT_EVAL && !strict) {
            checkEvalDeclarations(scope);
        }
        int end = source.text().length();
        return new Program(0, end, kind, body, scope, lastOfEachName(functions), info);
    }

    private List<Statement> parseProgramBody(DeclarationScope scope) {
        lexer.skipHashbang();
        next();
        int mark = nodes.mark();
        if (type == STRING) {
            parseDirectives(scope, scope, true);
        }
        List<Statement> body = parseStatementList(mark);
        if (type != END) {
            throw unexpected();
        }
        return body;
    }

    private void checkEvalDeclarations(DeclarationScope scope) {
        Variable conflict = Declarations.evalConflict(scope);
        if (conflict != null) {
            int position = conflict.position();
            throw error(
                    Messages.redeclared(conflict.name()),
                    position,
                    position + conflict.name().length());
        }
    }

    /**
     * The whole source as the body of a function with the given parameters, as CommonJS modules are
     * wrapped.
     */
    FunctionNode parseAsFunctionBody(List<String> parameterNames) {
        tracker.openDeclarations(ScopeKind.SCRIPT, FunctionKind.NORMAL, false, 0);
        DeclarationScope scope = tracker.openFunction(FunctionKind.NORMAL, false, 0);
        List<Pattern> parameters = new ArrayList<>();
        for (String parameterName : parameterNames) {
            Name name = names.find(parameterName);
            Declarations.parameter(scope, name, 0);
            parameters.add(new Identifier(0, 0, name.text()));
        }
        List<Statement> statements = parseProgramBody(scope);
        tracker.closeFunction(null);
        tracker.close();
        int end = source.text().length();
        BlockStatement body = new BlockStatement(0, end, statements, null, List.of());
        FunctionContent content =
                new FunctionContent(parameters, body, scope, lastOfEachName(functions));
        return new FunctionNode(
                0, end, null, false, false, parameters.size(), scope, content, null);
    }

    /**
     * The source that CreateDynamicFunction (20.2.1.1.1) puts together: a function expression and
     * nothing else, with its opening brace where it has been put.
     */
    FunctionNode parseDynamicFunction(boolean async, boolean generator, int brace) {
        tracker.openDeclarations(ScopeKind.SCRIPT, FunctionKind.NORMAL, false, 0);
        next();
        if (async) {
            next();
        }
        next();
        if (generator) {
            next();
        }
        Identifier id = identifier();
        Head head = new Head(0, id, false, FunctionKind.NORMAL, async, generator);
        FunctionNode node = parseFunction(head, true);
        if (node.body().start() != brace) {
            throw error("Arg string terminates parameters early", node.body());
        }
        if (type != END) {
            throw error("Unexpected token '}'", node.end() - 1, node.end());
        }
        tracker.close();
        return node;
    }
}
