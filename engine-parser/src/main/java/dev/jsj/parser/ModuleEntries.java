package dev.jsj.parser;

import dev.jsj.parser.ast.ExportAllDeclaration;
import dev.jsj.parser.ast.ExportNamedDeclaration;
import dev.jsj.parser.ast.ExportSpecifier;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.ImportAttribute;
import dev.jsj.parser.ast.ImportDeclaration;
import dev.jsj.parser.ast.ImportPhase;
import dev.jsj.parser.ast.ImportSpecifier;
import dev.jsj.parser.ast.ModuleExportName;
import dev.jsj.parser.ast.ModuleInfo;
import dev.jsj.parser.ast.StringLiteral;
import dev.jsj.parser.scope.Scope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers the import and export entries of a module (16.2.1.7.1, ParseModule). */
final class ModuleEntries {
    private final Set<ModuleInfo.Request> requests = new LinkedHashSet<>();
    private final List<ModuleInfo.ImportEntry> imports = new ArrayList<>();
    private final List<ModuleInfo.LocalExport> locals = new ArrayList<>();
    private final List<ModuleInfo.IndirectExport> indirect = new ArrayList<>();
    private final List<ModuleInfo.StarExport> stars = new ArrayList<>();
    private final Set<String> exportedNames = new HashSet<>();

    static String nameOf(ModuleExportName name) {
        return switch (name) {
            case Identifier identifier -> identifier.name();
            case StringLiteral string -> string.value();
        };
    }

    /** False if the name is exported already. */
    boolean addName(String name) {
        return exportedNames.add(name);
    }

    private ModuleInfo.Request request(
            StringLiteral source, List<ImportAttribute> attributes, ImportPhase phase) {
        Map<String, String> map = new LinkedHashMap<>();
        for (ImportAttribute attribute : attributes) {
            map.put(nameOf(attribute.key()), attribute.value().value());
        }
        var request = new ModuleInfo.Request(source.value(), map, phase);
        requests.add(request);
        return request;
    }

    void add(ImportDeclaration declaration) {
        var request = request(declaration.source(), declaration.attributes(), declaration.phase());
        for (ImportSpecifier specifier : declaration.specifiers()) {
            String imported = specifier.imported() == null ? null : nameOf(specifier.imported());
            imports.add(
                    new ModuleInfo.ImportEntry(
                            request, imported, specifier.local().name(), specifier.start()));
        }
    }

    void add(ExportAllDeclaration declaration, int position) {
        var request =
                request(declaration.source(), declaration.attributes(), ImportPhase.EVALUATION);
        if (declaration.exported() == null) {
            stars.add(new ModuleInfo.StarExport(request, position));
        } else {
            indirect.add(
                    new ModuleInfo.IndirectExport(
                            nameOf(declaration.exported()), request, null, position));
        }
    }

    void add(ExportNamedDeclaration declaration) {
        StringLiteral source = declaration.source();
        if (source == null) {
            for (ExportSpecifier specifier : declaration.specifiers()) {
                addLocal(
                        nameOf(specifier.exported()), nameOf(specifier.local()), specifier.start());
            }
            return;
        }
        var request = request(source, declaration.attributes(), ImportPhase.EVALUATION);
        for (ExportSpecifier specifier : declaration.specifiers()) {
            indirect.add(
                    new ModuleInfo.IndirectExport(
                            nameOf(specifier.exported()),
                            request,
                            nameOf(specifier.local()),
                            specifier.start()));
        }
    }

    void addLocal(String exportName, String localName, int position) {
        locals.add(new ModuleInfo.LocalExport(exportName, localName, position));
    }

    Optional<ModuleInfo.LocalExport> undeclaredExport(Scope module) {
        return locals.stream()
                .filter(export -> module.lookupLocal(export.localName()) == null)
                .findFirst();
    }

    /** The entries; local exports of imported bindings become indirect exports. */
    ModuleInfo finish(boolean hasTopLevelAwait) {
        Map<String, ModuleInfo.ImportEntry> imported = new HashMap<>();
        for (ModuleInfo.ImportEntry entry : imports) {
            imported.put(entry.localName(), entry);
        }
        List<ModuleInfo.LocalExport> ownExports = new ArrayList<>();
        for (ModuleInfo.LocalExport export : locals) {
            ModuleInfo.ImportEntry entry = imported.get(export.localName());
            if (entry == null || entry.importName() == null) {
                // A namespace that was imported is re-exported as a binding of this module.
                ownExports.add(export);
            } else {
                indirect.add(
                        new ModuleInfo.IndirectExport(
                                export.exportName(),
                                entry.request(),
                                entry.importName(),
                                export.position()));
            }
        }
        return new ModuleInfo(
                List.copyOf(requests), imports, ownExports, indirect, stars, hasTopLevelAwait);
    }
}
