package dev.jsj.interp.modules;

import dev.jsj.interp.bytecode.ImportBinding;
import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.parser.Source;
import dev.jsj.parser.ast.ImportPhase;
import dev.jsj.parser.ast.ModuleInfo;
import dev.jsj.runtime.builtins.control.PromiseCapability;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 16.2.1.7 Source Text Module Records. */
public final class SourceTextModule extends CyclicModuleRecord {
    private final Source source;
    private final ModuleInfo info;
    private final ModuleCode code;
    private final ModuleLoader loader;
    private final Map<ModuleInfo.Request, ModuleRecord> loadedModules = new HashMap<>();
    private List<Requested> requested = List.of();
    private @Nullable JSObject importMeta;
    private @Nullable Object hostDefined;

    public SourceTextModule(
            Realm realm, Source source, ModuleInfo info, ModuleCode code, ModuleLoader loader) {
        super(realm);
        this.source = source;
        this.info = info;
        this.code = code;
        this.loader = loader;
    }

    public Source source() {
        return source;
    }

    /** [[RequestedModules]]: what the text asks for, each once. */
    public List<ModuleRequest> requests() {
        List<ModuleRequest> requests = new ArrayList<>();
        for (ModuleInfo.Request request : info.requests()) {
            requests.add(request(request));
        }
        return requests;
    }

    private static ModuleRequest request(ModuleInfo.Request request) {
        ModuleRequest.Phase phase = ModuleRequest.Phase.valueOf(request.phase().name());
        return new ModuleRequest(request.specifier(), request.attributes(), phase);
    }

    /** [[HostDefined]]. */
    public @Nullable Object hostDefined() {
        return hostDefined;
    }

    public void setHostDefined(Object value) {
        hostDefined = value;
    }

    /** 13.3.12.1 import.meta: one object per module. */
    public JSObject importMeta() {
        JSObject meta = importMeta;
        if (meta == null) {
            meta = realm().newObject(null);
            loader.initializeImportMeta(this, meta);
            importMeta = meta;
        }
        return meta;
    }

    // ---- the graph

    @Override
    protected boolean hasTopLevelAwait() {
        return info.hasTopLevelAwait();
    }

    @Override
    protected List<Requested> requestedModules() {
        return requested;
    }

    @Override
    protected void loadRequestedModules() {
        List<Requested> modules = new ArrayList<>();
        for (ModuleInfo.Request request : info.requests()) {
            ModuleRequest wanted = request(request);
            ModuleRecord module = loader.load(realm(), this, source.name(), wanted);
            loadedModules.put(request, module);
            modules.add(new Requested(module, wanted.phase()));
        }
        requested = modules;
    }

    /** GetImportedModule ( referrer, request ). */
    private ModuleRecord imported(ModuleInfo.Request request) {
        ModuleRecord module = loadedModules.get(request);
        if (module == null) {
            throw new AssertionError("The module " + request + " has not been loaded.");
        }
        return module;
    }

    // ---- exports

    /** 16.2.1.7.2.1 GetExportedNames ( [ exportStarSet ] ). */
    @Override
    protected Set<String> exportedNames(Set<ModuleRecord> exportStarSet) {
        Set<String> names = new LinkedHashSet<>();
        if (!exportStarSet.add(this)) { // 3
            return names;
        }
        for (ModuleInfo.LocalExport export : info.localExports()) { // 6
            names.add(export.exportName());
        }
        for (ModuleInfo.IndirectExport export : info.indirectExports()) { // 7
            names.add(export.exportName());
        }
        for (ModuleInfo.StarExport export : info.starExports()) { // 8
            for (String name : imported(export.request()).exportedNames(exportStarSet)) {
                if (!name.equals("default")) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** 16.2.1.7.2.2 ResolveExport ( exportName [ , resolveSet ] ). */
    @Override
    protected @Nullable Resolution resolveExport(String exportName, Set<Visit> resolveSet) {
        if (!resolveSet.add(new Visit(this, exportName))) {
            return null; // 4: a circular import request
        }
        for (ModuleInfo.LocalExport export : info.localExports()) { // 6
            if (export.exportName().equals(exportName)) {
                Resolution namespace = importedNamespace(export.localName());
                return namespace == null ? new Resolution(this, export.localName()) : namespace;
            }
        }
        for (ModuleInfo.IndirectExport export : info.indirectExports()) { // 7
            if (export.exportName().equals(exportName)) {
                ModuleRecord module = imported(export.request());
                return export.importName() == null
                        ? new Resolution(module, null)
                        : resolveImport(export.request(), export.importName(), resolveSet);
            }
        }
        if (exportName.equals("default")) { // 8
            return null;
        }
        Resolution found = null;
        for (ModuleInfo.StarExport export : info.starExports()) { // 10
            Resolution resolution =
                    imported(export.request()).resolveExport(exportName, resolveSet);
            if (resolution == null) {
                continue;
            }
            if (resolution.isAmbiguous()) {
                return resolution;
            }
            if (found != null && !found.equals(resolution)) {
                return Resolution.AMBIGUOUS;
            }
            found = resolution;
        }
        return found;
    }

    private @Nullable Resolution resolveImport(
            ModuleInfo.Request request, String importName, Set<Visit> resolveSet) {
        ModuleRecord module = imported(request);
        return request.phase() == ImportPhase.SOURCE
                ? new Resolution(module, Resolution.SOURCE)
                : module.resolveExport(importName, resolveSet);
    }

    /** The module whose namespace a local name is bound to by {@code import * as}, or null. */
    private @Nullable Resolution importedNamespace(String localName) {
        for (ModuleInfo.ImportEntry entry : info.imports()) {
            if (entry.importName() == null && entry.localName().equals(localName)) {
                return namespaceOf(entry);
            }
        }
        return null;
    }

    private Resolution namespaceOf(ModuleInfo.ImportEntry entry) {
        boolean deferred = entry.request().phase() == ImportPhase.DEFER;
        return new Resolution(imported(entry.request()), null, deferred);
    }

    @Override
    protected ImportBinding binding(String localName) {
        Object[] scope = code.scope();
        int slot = ((ScopeInfo) scope[1]).slotOf(localName);
        if (slot < 0) {
            throw new AssertionError("The module has no variable " + localName + ".");
        }
        return new ImportBinding(scope, slot);
    }

    // ---- linking and evaluation

    /** 16.2.1.7.3.1 InitializeEnvironment ( ). */
    @Override
    protected void initializeEnvironment() {
        for (ModuleInfo.IndirectExport export : info.indirectExports()) { // 1
            check(resolveExport(export.exportName()), export.request(), export.importName());
        }
        Object[] scope = code.scope();
        ScopeInfo layout = (ScopeInfo) scope[1];
        for (ModuleInfo.ImportEntry entry : info.imports()) { // 7
            int slot = layout.slotOf(entry.localName());
            Resolution resolution =
                    entry.importName() == null
                            ? namespaceOf(entry)
                            : resolveImport(entry.request(), entry.importName(), new HashSet<>());
            if (entry.importName() != null) {
                check(resolution, entry.request(), entry.importName());
            }
            if (slot >= 0) { // an import that no code refers to needs no variable
                scope[slot] = bindingOf(resolution);
            } else if (entry.request().phase() == ImportPhase.SOURCE) {
                bindingOf(resolution); // there must be a source
            }
        }
        code.instantiate(); // 16 and on
    }

    private void check(
            @Nullable Resolution resolution, ModuleInfo.Request request, @Nullable String name) {
        if (resolution != null && !resolution.isAmbiguous()) {
            return;
        }
        String specifier = request.specifier();
        String message =
                resolution == null
                        ? "The requested module '"
                                + specifier
                                + "' does not provide an export named '"
                                + name
                                + "'"
                        : "The requested module '"
                                + specifier
                                + "' contains conflicting star exports for name '"
                                + name
                                + "'";
        throw Errors.syntaxError(message);
    }

    @Override
    protected void executeModule() {
        code.execute();
    }

    @Override
    protected void executeModuleAsync(PromiseCapability capability) {
        code.executeAsync(capability);
    }
}
