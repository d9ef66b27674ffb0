package dev.jsj.interp.modules;

import dev.jsj.interp.bytecode.ImportBinding;
import dev.jsj.runtime.builtins.control.JSPromise;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** 16.2.1.5 Abstract Module Records. */
public abstract class ModuleRecord {
    private final Realm realm;
    private @Nullable ModuleNamespace namespace;
    private @Nullable ModuleNamespace deferredNamespace;

    protected ModuleRecord(Realm realm) {
        this.realm = realm;
    }

    /** [[Realm]]. */
    public final Realm realm() {
        return realm;
    }

    /**
     * 16.2.1.6 ResolvedBinding Records.
     *
     * @param module where the binding is
     * @param name its local name there; null for the namespace of {@code module}; {@link #SOURCE}
     * @param deferred whether it is the deferred namespace
     */
    public record Resolution(ModuleRecord module, @Nullable String name, boolean deferred) {
        /** Stands for the local name of what {@code import source} gives: [[ModuleSource]]. */
        static final String SOURCE = "*source*";

        /** What ResolveExport gives for a name that several star exports provide. */
        static final Resolution AMBIGUOUS = new Resolution(null, null);

        Resolution(ModuleRecord module, @Nullable String name) {
            this(module, name, false);
        }

        boolean isAmbiguous() {
            return module == null;
        }
    }

    /** A (module, export name) pair that is being resolved: meets itself in a cycle. */
    protected record Visit(ModuleRecord module, String exportName) {}

    /** GetExportedNames ( exportStarSet ): each name once. */
    protected abstract Set<String> exportedNames(Set<ModuleRecord> exportStarSet);

    /** ResolveExport ( exportName, resolveSet ); null when there is none. */
    protected abstract @Nullable Resolution resolveExport(String exportName, Set<Visit> resolveSet);

    /** ResolveExport of a name at the start of a resolution. */
    final @Nullable Resolution resolveExport(String exportName) {
        return resolveExport(exportName, new HashSet<>());
    }

    /** The variable that a resolved local name stands for. */
    protected abstract ImportBinding binding(String localName);

    /**
     * Link ( ): prepares this module and its dependencies for evaluation; throws a SyntaxError for
     * unresolvable imports.
     */
    public abstract void link();

    /**
     * Evaluate ( ): a promise for the end of the evaluation of this module and its dependencies.
     */
    public abstract JSPromise evaluate();

    /** The variable, or the namespace object, behind a resolution. */
    static ImportBinding bindingOf(Resolution resolution) {
        if (resolution.name() == null) {
            ModuleRecord module = resolution.module();
            ModuleNamespace namespace =
                    resolution.deferred() ? module.deferredNamespace() : module.namespace();
            return new ImportBinding(new Object[] {namespace}, 0);
        }
        if (resolution.name().equals(Resolution.SOURCE)) {
            return new ImportBinding(new Object[] {resolution.module().moduleSource()}, 0);
        }
        return resolution.module().binding(resolution.name());
    }

    /** 16.2.1.11 GetModuleNamespace ( module ). */
    public final ModuleNamespace namespace() {
        if (namespace == null) {
            namespace = createNamespace(ModuleRequest.Phase.EVALUATION);
        }
        return namespace;
    }

    /** GetModuleNamespace ( module, defer ): evaluates the module when it is first looked into. */
    public final ModuleNamespace deferredNamespace() {
        if (deferredNamespace == null) {
            deferredNamespace = createNamespace(ModuleRequest.Phase.DEFER);
        }
        return deferredNamespace;
    }

    private ModuleNamespace createNamespace(ModuleRequest.Phase phase) {
        List<String> names = new ArrayList<>();
        List<ImportBinding> bindings = new ArrayList<>();
        for (String name : exportedNames(new HashSet<>()).stream().sorted().toList()) {
            Resolution resolution = resolveExport(name);
            if (resolution != null && !resolution.isAmbiguous()) {
                names.add(name);
                bindings.add(resolution.name() == null ? null : bindingOf(resolution));
            }
        }
        return new ModuleNamespace(this, phase, names, bindings);
    }

    /** EvaluateSync ( module ): throws what the evaluation threw, and a TypeError if it awaits. */
    abstract void evaluateSync();

    /**
     * GetModuleSource ( ): what {@code import source} gives.
     *
     * @throws dev.jsj.runtime.value.JSThrow a SyntaxError where the module has none
     */
    protected Object moduleSource() {
        throw Errors.syntaxError("Source phase import is not available for this module");
    }

    /** The value of an export once the module is linked; for namespace objects and hosts. */
    final ImportBinding exportBinding(String exportName) {
        Resolution resolution = resolveExport(exportName);
        if (resolution == null || resolution.isAmbiguous()) {
            throw Errors.syntaxError(
                    "The requested module does not provide an export named '" + exportName + "'");
        }
        return bindingOf(resolution);
    }
}
