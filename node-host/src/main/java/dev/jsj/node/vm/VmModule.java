package dev.jsj.node.vm;

import dev.jsj.interp.modules.CyclicModuleRecord;
import dev.jsj.interp.modules.ModuleRecord;
import dev.jsj.interp.modules.ModuleRequest;
import dev.jsj.interp.modules.SourceTextModule;
import dev.jsj.interp.modules.SyntheticModule;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** A module of {@code node:vm}: its dependencies are those that the program has linked it with. */
public final class VmModule {
    /** How far a module is, in the order in which {@code vm.Module} names the states. */
    public enum Status {
        UNLINKED,
        LINKING,
        LINKED,
        EVALUATING,
        EVALUATED,
        ERRORED
    }

    private final ModuleRecord record;
    private final @Nullable JSObject initializeMeta;
    private final Map<ModuleRequest, ModuleRecord> dependencies = new HashMap<>();

    /**
     * @param initializeMeta (import.meta): gives the object its properties
     */
    public VmModule(ModuleRecord record, @Nullable JSObject initializeMeta) {
        this.record = record;
        this.initializeMeta = initializeMeta;
        if (record instanceof SourceTextModule module) {
            module.setHostDefined(this);
        }
    }

    public ModuleRecord record() {
        return record;
    }

    /** Says which module a request stands for. */
    public void addDependency(ModuleRequest request, ModuleRecord module) {
        dependencies.put(request, module);
    }

    /** The module that a request stands for. */
    public ModuleRecord dependency(ModuleRequest request) {
        ModuleRecord module = dependencies.get(request);
        if (module == null) {
            throw Errors.error("request for '" + request.specifier() + "' is not yet fulfilled");
        }
        return module;
    }

    /** Lets the program fill a new import.meta object. */
    public void initializeImportMeta(JSObject importMeta) {
        if (initializeMeta != null) {
            initializeMeta.call1(Undefined.UNDEFINED, importMeta);
        }
    }

    public Status status() {
        return switch (record) {
            case CyclicModuleRecord module -> cyclicStatus(module);
            case SyntheticModule module when module.evaluationError() != null -> Status.ERRORED;
            case SyntheticModule module when module.isEvaluated() -> Status.EVALUATED;
            case SyntheticModule module when module.isLinked() -> Status.LINKED;
            default -> Status.UNLINKED;
        };
    }

    private static Status cyclicStatus(CyclicModuleRecord module) {
        return switch (module.status()) {
            case NEW, UNLINKED -> Status.UNLINKED;
            case LINKING -> Status.LINKING;
            case LINKED -> Status.LINKED;
            case EVALUATING -> Status.EVALUATING;
            case EVALUATING_ASYNC -> Status.EVALUATED;
            case EVALUATED -> module.hasEvaluationError() ? Status.ERRORED : Status.EVALUATED;
        };
    }

    /** What the evaluation threw. */
    public @Nullable Object error() {
        return switch (record) {
            case CyclicModuleRecord module -> module.evaluationError();
            case SyntheticModule module -> module.evaluationError();
            default -> null;
        };
    }
}
