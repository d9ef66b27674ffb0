package dev.jsj.interp.modules;

import dev.jsj.interp.bytecode.ImportBinding;
import dev.jsj.runtime.builtins.control.JSPromise;
import dev.jsj.runtime.builtins.control.Promises;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * 16.2.1.8 Synthetic Module Records: JSON, built-in and CommonJS modules, whose exports the host
 * sets.
 */
public final class SyntheticModule extends ModuleRecord {
    private final List<String> names;
    private final Object[] values;
    private final Consumer<SyntheticModule> evaluation;
    private @Nullable Object source;
    private boolean linked;
    private boolean evaluated;
    private @Nullable JSThrow failure;

    /**
     * @param exportNames without duplicates
     * @param evaluation [[EvaluationSteps]]: sets the exports, once, when the module is evaluated
     */
    public SyntheticModule(
            Realm realm, List<String> exportNames, Consumer<SyntheticModule> evaluation) {
        super(realm);
        names = List.copyOf(exportNames);
        values = new Object[names.size()];
        java.util.Arrays.fill(values, Undefined.UNDEFINED);
        this.evaluation = evaluation;
    }

    /** 16.2.1.8.3.1 CreateDefaultExportSyntheticModule ( defaultExport ). */
    public static SyntheticModule ofDefault(Realm realm, Object value) {
        return new SyntheticModule(
                realm, List.of("default"), module -> module.setExport("default", value));
    }

    /** A module without exports that gives {@code source} to {@code import source}. */
    public static SyntheticModule ofSource(Realm realm, Object source) {
        SyntheticModule module = new SyntheticModule(realm, List.of(), unused -> {});
        module.source = source;
        return module;
    }

    @Override
    protected Object moduleSource() {
        return source == null ? super.moduleSource() : source;
    }

    /** 16.2.1.8.4.1 SetSyntheticModuleExport ( module, exportName, exportValue ). */
    public void setExport(String name, Object value) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw Errors.referenceError("Export '" + name + "' is not defined in module");
        }
        values[index] = value;
    }

    @Override
    protected Set<String> exportedNames(Set<ModuleRecord> exportStarSet) {
        return new LinkedHashSet<>(names);
    }

    @Override
    protected @Nullable Resolution resolveExport(String exportName, Set<Visit> resolveSet) {
        return names.contains(exportName) ? new Resolution(this, exportName) : null;
    }

    @Override
    protected ImportBinding binding(String localName) {
        return new ImportBinding(values, names.indexOf(localName));
    }

    @Override
    public void link() {
        linked = true;
    }

    public boolean isLinked() {
        return linked;
    }

    public boolean isEvaluated() {
        return evaluated;
    }

    /** What the evaluation steps threw. */
    public @Nullable Object evaluationError() {
        return failure == null ? null : failure.valueOrNull();
    }

    @Override
    void evaluateSync() {
        evaluateNow();
    }

    /** Runs the evaluation steps on the first call; later calls throw what they threw. */
    void evaluateNow() {
        if (!evaluated) {
            evaluated = true;
            try {
                evaluation.accept(this);
            } catch (JSThrow thrown) {
                realm().agent().services().thrownValue(thrown, realm());
                failure = thrown;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public JSPromise evaluate() {
        JSPromise promise = Promises.newPromise(realm());
        try {
            evaluateNow();
            promise.fulfill(Undefined.UNDEFINED);
        } catch (JSThrow thrown) {
            promise.reject(realm().agent().services().thrownValue(thrown, realm()));
        }
        return promise;
    }
}
