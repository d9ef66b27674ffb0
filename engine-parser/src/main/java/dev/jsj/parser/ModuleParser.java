package dev.jsj.parser;

import static dev.jsj.parser.lexer.TokenType.*;

import dev.jsj.parser.ast.ClassDeclaration;
import dev.jsj.parser.ast.ExportAllDeclaration;
import dev.jsj.parser.ast.ExportDefaultDeclaration;
import dev.jsj.parser.ast.ExportNamedDeclaration;
import dev.jsj.parser.ast.ExportSpecifier;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.ExpressionStatement;
import dev.jsj.parser.ast.FunctionDeclaration;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.ImportAttribute;
import dev.jsj.parser.ast.ImportDeclaration;
import dev.jsj.parser.ast.ImportPhase;
import dev.jsj.parser.ast.ImportSpecifier;
import dev.jsj.parser.ast.ModuleExportName;
import dev.jsj.parser.ast.Node;
import dev.jsj.parser.ast.Statement;
import dev.jsj.parser.ast.StringLiteral;
import dev.jsj.parser.ast.VariableDeclaration;
import dev.jsj.parser.lexer.Lexer;
import dev.jsj.parser.lexer.Name;
import dev.jsj.parser.lexer.TokenType;
import dev.jsj.parser.scope.Declarations;
import dev.jsj.parser.scope.ScopeKind;
import dev.jsj.parser.scope.ScopeTracker;
import dev.jsj.parser.scope.VariableKind;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Imports and exports (16.2). */
abstract class ModuleParser extends ForParser {
    final ModuleEntries entries = new ModuleEntries();

    ModuleParser(
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
    final Statement parseModuleItem(Place place) {
        boolean allowed =
                module && place == Place.LIST && tracker.current().kind() == ScopeKind.MODULE;
        if (type == EXPORT) {
            if (!allowed) {
                throw unexpected();
            }
            return parseExport();
        }
        TokenType after = peek(false);
        if (after == LEFT_PARENTHESIS || after == DOT) {
            return parseExpressionStatementFromImport();
        }
        if (!allowed) {
            if (!module) {
                throw errorHere(Messages.IMPORT_OUTSIDE_MODULE);
            }
            next();
            throw unexpected();
        }
        return parseImportDeclaration();
    }

    private Statement parseExpressionStatementFromImport() {
        int start = start();
        Expression expression = parseExpression();
        int end = endOfStatement();
        return new ExpressionStatement(start, end, expression, null);
    }

    // ---- imports

    private Statement parseImportDeclaration() {
        int start = start();
        next();
        ImportPhase phase = parsePhase();
        List<ImportSpecifier> specifiers = List.of();
        if (type != STRING) {
            specifiers = parseImportClause(phase);
            expectContextual(FROM);
        }
        StringLiteral source = parseModuleSpecifier();
        List<ImportAttribute> attributes = parseAttributes();
        int end = endOfStatement();
        ImportDeclaration declaration =
                new ImportDeclaration(start, end, phase, specifiers, source, attributes);
        entries.add(declaration);
        return declaration;
    }

    /** {@code defer} before {@code *}, or {@code source} before a binding. */
    private ImportPhase parsePhase() {
        if (isContextual(DEFER) && peek(false) == MULTIPLY) {
            next();
            return ImportPhase.DEFER;
        }
        if (isContextual(SOURCE)) {
            Lexer.Mark mark = lexer.mark();
            lexer.next();
            boolean phase = lexer.type().isIdentifier();
            if (lexer.type() == FROM) {
                lexer.next();
                phase = lexer.type() == FROM;
            }
            lexer.reset(mark);
            if (phase) {
                next();
                return ImportPhase.SOURCE;
            }
        }
        return ImportPhase.EVALUATION;
    }

    private List<ImportSpecifier> parseImportClause(ImportPhase phase) {
        int mark = nodes.mark();
        if (type.isIdentifier()) {
            int start = start();
            Identifier local = parseBindingIdentifier(VariableKind.IMPORT);
            Identifier imported = new Identifier(local.start(), local.end(), "default");
            nodes.push(
                    new ImportSpecifier(
                            start, end(), ImportSpecifier.Kind.DEFAULT, imported, local));
            if (phase != ImportPhase.EVALUATION || !consume(COMMA)) {
                return nodes.pop(mark);
            }
        }
        int start = start();
        if (consume(MULTIPLY)) {
            expectContextual(AS);
            Identifier local = parseBindingIdentifier(VariableKind.IMPORT);
            nodes.push(
                    new ImportSpecifier(start, end(), ImportSpecifier.Kind.NAMESPACE, null, local));
            return nodes.pop(mark);
        }
        expect(LEFT_BRACE);
        while (type != RIGHT_BRACE) {
            nodes.push(parseImportSpecifier());
            if (type != RIGHT_BRACE) {
                expect(COMMA);
            }
        }
        next();
        return nodes.pop(mark);
    }

    private ImportSpecifier parseImportSpecifier() {
        int start = start();
        if (type == STRING || peek(false) == AS) {
            ModuleExportName imported = parseModuleExportName();
            if (isContextual(AS) || type == AS) {
                expectContextual(AS);
                if (imported instanceof Identifier && !type.isIdentifierName()) {
                    throw unexpected();
                }
            } else {
                throw unexpected();
            }
            Identifier local = parseBindingIdentifier(VariableKind.IMPORT);
            return new ImportSpecifier(start, end(), ImportSpecifier.Kind.NAMED, imported, local);
        }
        Identifier local = parseBindingIdentifier(VariableKind.IMPORT);
        return new ImportSpecifier(start, end(), ImportSpecifier.Kind.NAMED, local, local);
    }

    private StringLiteral parseModuleSpecifier() {
        if (type != STRING) {
            throw unexpected();
        }
        return parseString();
    }

    private ModuleExportName parseModuleExportName() {
        if (type != STRING) {
            return identifierName();
        }
        StringLiteral name = parseString();
        if (!isWellFormed(name.value())) {
            throw error(Messages.INVALID_MODULE_EXPORT_NAME, name);
        }
        return name;
    }

    /** IsStringWellFormedUnicode: there are no lone surrogates. */
    private static boolean isWellFormed(String text) {
        return text.codePoints()
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private List<ImportAttribute> parseAttributes() {
        if (!consume(WITH)) {
            return List.of();
        }
        expect(LEFT_BRACE);
        int mark = nodes.mark();
        Set<String> keys = new HashSet<>();
        while (type != RIGHT_BRACE) {
            int start = start();
            ModuleExportName key = type == STRING ? parseString() : identifierName();
            if (!keys.add(ModuleEntries.nameOf(key))) {
                throw error(Messages.duplicateAttribute(ModuleEntries.nameOf(key)), key);
            }
            expect(COLON);
            StringLiteral value = parseModuleSpecifier();
            nodes.push(new ImportAttribute(start, end(), key, value));
            if (type != RIGHT_BRACE) {
                expect(COMMA);
            }
        }
        next();
        return nodes.pop(mark);
    }

    // ---- exports

    private Statement parseExport() {
        int start = start();
        next();
        return switch (type) {
            case MULTIPLY -> parseExportAll(start);
            case LEFT_BRACE -> parseExportClause(start);
            case DEFAULT -> parseExportDefault(start);
            default -> parseExportedDeclaration(start);
        };
    }

    private Statement parseExportAll(int start) {
        int star = start();
        next();
        ModuleExportName exported = null;
        if (isContextual(AS)) {
            next();
            exported = parseModuleExportName();
            addExportedName(exported);
        }
        expectContextual(FROM);
        StringLiteral source = parseModuleSpecifier();
        List<ImportAttribute> attributes = parseAttributes();
        int end = endOfStatement();
        ExportAllDeclaration declaration =
                new ExportAllDeclaration(start, end, exported, source, attributes);
        entries.add(declaration, star);
        return declaration;
    }

    private Statement parseExportClause(int start) {
        next();
        int mark = nodes.mark();
        JsSyntaxError notLocal = null;
        while (type != RIGHT_BRACE) {
            int specifierStart = start();
            if (notLocal == null) {
                notLocal = problemAsLocalName();
            }
            ModuleExportName local = parseModuleExportName();
            ModuleExportName exported = local;
            if (isContextual(AS)) {
                next();
                exported = parseModuleExportName();
            }
            addExportedName(exported);
            nodes.push(new ExportSpecifier(specifierStart, end(), local, exported));
            if (type != RIGHT_BRACE) {
                expect(COMMA);
            }
        }
        next();
        List<ExportSpecifier> specifiers = nodes.pop(mark);
        StringLiteral source = null;
        List<ImportAttribute> attributes = List.of();
        if (isContextual(FROM)) {
            next();
            source = parseModuleSpecifier();
            attributes = parseAttributes();
        } else if (notLocal != null) {
            throw notLocal;
        }
        int end = endOfStatement();
        ExportNamedDeclaration declaration =
                new ExportNamedDeclaration(start, end, null, specifiers, source, attributes);
        entries.add(declaration);
        if (source == null) {
            for (ExportSpecifier specifier : specifiers) {
                tracker.reference(names.find(ModuleEntries.nameOf(specifier.local())));
            }
        }
        return declaration;
    }

    /** Why the current token cannot be the name of a local binding, or null if it can. */
    private @Nullable JsSyntaxError problemAsLocalName() {
        if (type == STRING) {
            return errorHere(Messages.STRING_EXPORT_WITHOUT_FROM);
        }
        return type.isIdentifier() && !type.isStrictReserved() && type != AWAIT
                ? null
                : unexpected();
    }

    private Statement parseExportedDeclaration(int start) {
        switch (type) {
            case VAR, CONST, LET, CLASS, FUNCTION -> {}
            default -> {
                if (!(isContextual(ASYNC) && peek(true) == FUNCTION)) {
                    throw unexpected();
                }
            }
        }
        Statement declaration = parseStatementListItem();
        switch (declaration) {
            case VariableDeclaration variables -> {
                for (Identifier name : BoundNames.of(variables)) {
                    addExportedName(name);
                    entries.addLocal(name.name(), name.name(), name.start());
                }
            }
            case FunctionDeclaration function -> exportNamed(function.name(), function);
            case ClassDeclaration node -> exportNamed(node.name(), node);
            default -> throw unexpected(); // let as an expression
        }
        return new ExportNamedDeclaration(start, end(), declaration, List.of(), null, List.of());
    }

    private void exportNamed(String name, Node declaration) {
        if (!entries.addName(name)) {
            throw error(Messages.duplicateExport(name), declaration);
        }
        entries.addLocal(name, name, declaration.start());
    }

    private void addExportedName(ModuleExportName name) {
        if (!entries.addName(ModuleEntries.nameOf(name))) {
            throw error(Messages.duplicateExport(ModuleEntries.nameOf(name)), name);
        }
    }

    private Statement parseExportDefault(int start) {
        if (!entries.addName("default")) {
            throw errorHere(Messages.duplicateExport("default"));
        }
        int position = start();
        next();
        int declarationStart = start();
        Node declaration;
        String local = "*default*";
        if (type == FUNCTION) {
            FunctionDeclaration node = parseFunctionDeclaration(declarationStart, false, true);
            local = node.name();
            declaration = node;
        } else if (isContextual(ASYNC) && peek(true) == FUNCTION) {
            next();
            FunctionDeclaration node = parseFunctionDeclaration(declarationStart, true, true);
            local = node.name();
            declaration = node;
        } else if (type == CLASS) {
            ClassDeclaration node = parseClassDeclaration(true);
            local = node.name();
            declaration = node;
        } else {
            Name name = names.find(local);
            int variable = Declarations.count(tracker.current());
            Declarations.lexical(tracker.current(), name, VariableKind.CONST, declarationStart);
            declaration = parseAssignment();
            endOfStatement();
            tracker.initialized(tracker.current(), variable, end());
        }
        entries.addLocal("default", local, position);
        return new ExportDefaultDeclaration(start, end(), declaration);
    }

    /** Early errors at the end of a module: all exported local names must be declared. */
    final void checkExports() {
        entries.undeclaredExport(tracker.current())
                .ifPresent(
                        export -> {
                            throw error(
                                    Messages.undefinedExport(export.localName()),
                                    export.position(),
                                    export.position() + export.localName().length());
                        });
    }
}
