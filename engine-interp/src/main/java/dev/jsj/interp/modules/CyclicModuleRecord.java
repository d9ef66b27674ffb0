package dev.jsj.interp.modules;

import dev.jsj.runtime.builtins.control.JSPromise;
import dev.jsj.runtime.builtins.control.PromiseCapability;
import dev.jsj.runtime.builtins.control.PromiseReaction;
import dev.jsj.runtime.builtins.control.Promises;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * 16.2.1.6 Cyclic Module Records: linking and evaluation of module graphs with cycles and top-level
 * await.
 */
public abstract class CyclicModuleRecord extends ModuleRecord {
    /** [[Status]]. */
    public enum Status {
        NEW,
        UNLINKED,
        LINKING,
        LINKED,
        EVALUATING,
        EVALUATING_ASYNC,
        EVALUATED
    }

    private Status status = Status.NEW;
    private @Nullable Object evaluationError;
    private boolean hasEvaluationError;
    private int dfsAncestorIndex;
    private @Nullable CyclicModuleRecord cycleRoot;
    private long asyncEvaluationOrder = -1;
    private int pendingAsyncDependencies;
    private List<CyclicModuleRecord> asyncParentModules = new ArrayList<>();
    private @Nullable PromiseCapability topLevelCapability;

    protected CyclicModuleRecord(Realm realm) {
        super(realm);
    }

    public final Status status() {
        return status;
    }

    /** Whether [[EvaluationError]] is there. */
    public final boolean hasEvaluationError() {
        return hasEvaluationError;
    }

    /** [[EvaluationError]]: what the evaluation threw. */
    public final @Nullable Object evaluationError() {
        return evaluationError;
    }

    /** [[HasTLA]]. */
    protected abstract boolean hasTopLevelAwait();

    /** A module that another asks for, and how far. */
    protected record Requested(ModuleRecord module, ModuleRequest.Phase phase) {}

    /** The modules that [[RequestedModules]] asks for, loaded, each once and in order. */
    protected abstract List<Requested> requestedModules();

    /** Finds the requested modules; called once, before they are asked for. */
    protected abstract void loadRequestedModules();

    /** InitializeEnvironment ( ). */
    protected abstract void initializeEnvironment();

    /** ExecuteModule ( ) without top-level await. */
    protected abstract void executeModule();

    /** ExecuteModule ( capability ) with top-level await. */
    protected abstract void executeModuleAsync(PromiseCapability capability);

    // ---- loading

    /**
     * 16.2.1.6.1.1 LoadRequestedModules, for a host that loads synchronously: the whole graph,
     * without recursion.
     */
    public final void loadGraph() {
        Set<CyclicModuleRecord> seen = new LinkedHashSet<>();
        Deque<CyclicModuleRecord> pending = new ArrayDeque<>();
        pending.add(this);
        while (!pending.isEmpty()) {
            CyclicModuleRecord module = pending.poll();
            if (module.status != Status.NEW || !seen.add(module)) {
                continue;
            }
            module.loadRequestedModules();
            for (Requested required : module.requestedModules()) {
                if (required.phase != ModuleRequest.Phase.SOURCE
                        && required.module instanceof CyclicModuleRecord cyclic) {
                    pending.add(cyclic);
                }
            }
        }
        for (CyclicModuleRecord module : seen) {
            module.status = Status.UNLINKED;
        }
    }

    // ---- linking

    /** 16.2.1.6.1.2 Link ( ). */
    @Override
    public final void link() {
        loadGraph();
        Deque<CyclicModuleRecord> stack = new ArrayDeque<>();
        try {
            innerLink(this, stack, 0);
        } catch (JSThrow thrown) {
            for (CyclicModuleRecord module : stack) {
                module.status = Status.UNLINKED;
            }
            throw thrown;
        }
    }

    /** 16.2.1.6.1.2.1 InnerModuleLinking ( module, stack, index ). */
    private static int innerLink(ModuleRecord record, Deque<CyclicModuleRecord> stack, int start) {
        if (!(record instanceof CyclicModuleRecord module)) {
            record.link();
            return start;
        }
        if (module.status != Status.UNLINKED) {
            return start; // 2
        }
        int index = start;
        module.status = Status.LINKING;
        int dfsIndex = index;
        module.dfsAncestorIndex = index++;
        stack.push(module);
        module.realm().agent().enter();
        try {
            for (Requested required : module.requestedModules()) { // 9
                if (required.phase == ModuleRequest.Phase.SOURCE) {
                    continue;
                }
                index = innerLink(required.module, stack, index);
                if (required.module instanceof CyclicModuleRecord cyclic
                        && cyclic.status == Status.LINKING) {
                    module.dfsAncestorIndex =
                            Math.min(module.dfsAncestorIndex, cyclic.dfsAncestorIndex);
                }
            }
        } finally {
            module.realm().agent().leave();
        }
        module.initializeEnvironment(); // 10
        if (module.dfsAncestorIndex == dfsIndex) { // 13
            CyclicModuleRecord done;
            do {
                done = stack.pop();
                done.status = Status.LINKED;
            } while (done != module);
        }
        return index;
    }

    // ---- evaluation

    /** 16.2.1.6.1.3 Evaluate ( ). */
    @Override
    public final JSPromise evaluate() {
        CyclicModuleRecord module = this;
        if (status == Status.EVALUATING_ASYNC || status == Status.EVALUATED) {
            module = cycleRoot == null ? this : cycleRoot; // 3
        }
        if (module.topLevelCapability != null) { // 4
            return (JSPromise) module.topLevelCapability.promise();
        }
        Deque<CyclicModuleRecord> stack = new ArrayDeque<>();
        PromiseCapability capability = Promises.newIntrinsicCapability(realm()); // 6
        module.topLevelCapability = capability;
        try {
            innerEvaluate(module, stack, 0);
            if (module.asyncEvaluationOrder < 0 || module.status == Status.EVALUATED) {
                capability.resolve(Undefined.UNDEFINED); // 10.c
            }
        } catch (JSThrow thrown) { // 9
            Object error = realm().agent().services().thrownValue(thrown, realm());
            for (CyclicModuleRecord failed : stack) {
                failed.status = Status.EVALUATED;
                failed.setError(error);
                failed.cycleRoot = failed;
            }
            capability.reject(error);
        }
        return (JSPromise) capability.promise();
    }

    private void setError(Object error) {
        evaluationError = error;
        hasEvaluationError = true;
    }

    /** 16.2.1.6.1.3.1 InnerModuleEvaluation ( module, stack, index ). */
    private static int innerEvaluate(
            ModuleRecord record, Deque<CyclicModuleRecord> stack, int start) {
        if (!(record instanceof CyclicModuleRecord module)) {
            if (record instanceof SyntheticModule synthetic) {
                synthetic.evaluateNow();
            }
            return start;
        }
        if (module.status == Status.EVALUATING_ASYNC || module.status == Status.EVALUATED) { // 2
            if (module.hasEvaluationError) {
                throw new JSThrow(module.evaluationError);
            }
            return start;
        }
        if (module.status == Status.EVALUATING) {
            return start; // 3
        }
        int index = start;
        module.status = Status.EVALUATING; // 5
        int dfsIndex = index;
        module.dfsAncestorIndex = index++;
        module.pendingAsyncDependencies = 0;
        stack.push(module);
        module.realm().agent().enter();
        try {
            index = evaluateDependencies(module, stack, index); // 11
        } finally {
            module.realm().agent().leave();
        }
        if (module.pendingAsyncDependencies > 0 || module.hasTopLevelAwait()) { // 12
            module.asyncEvaluationOrder =
                    module.realm().agent().incrementModuleAsyncEvaluationCount();
            if (module.pendingAsyncDependencies == 0) {
                module.executeAsync();
            }
        } else {
            module.executeModule(); // 13
        }
        if (module.dfsAncestorIndex == dfsIndex) { // 16
            CyclicModuleRecord done;
            do {
                done = stack.pop();
                done.status =
                        done.asyncEvaluationOrder < 0 ? Status.EVALUATED : Status.EVALUATING_ASYNC;
                done.cycleRoot = module;
            } while (done != module);
        }
        return index;
    }

    private static int evaluateDependencies(
            CyclicModuleRecord module, Deque<CyclicModuleRecord> stack, int start) {
        int index = start;
        for (ModuleRecord requiredRecord : module.evaluationList()) {
            index = innerEvaluate(requiredRecord, stack, index);
            if (!(requiredRecord instanceof CyclicModuleRecord required)) {
                continue;
            }
            if (required.status == Status.EVALUATING) {
                module.dfsAncestorIndex =
                        Math.min(module.dfsAncestorIndex, required.dfsAncestorIndex);
            } else {
                required = required.cycleRoot;
                if (required.hasEvaluationError) {
                    throw new JSThrow(required.evaluationError);
                }
            }
            if (required.asyncEvaluationOrder >= 0 && required.status != Status.EVALUATED) {
                module.pendingAsyncDependencies++;
                required.asyncParentModules.add(module);
            }
        }
        return index;
    }

    /** The modules to evaluate before this one: of a deferred one, only what awaits. */
    private Set<ModuleRecord> evaluationList() {
        Set<ModuleRecord> list = new LinkedHashSet<>();
        for (Requested required : requestedModules()) {
            switch (required.phase) {
                case EVALUATION -> list.add(required.module);
                case DEFER -> gatherAsyncDependencies(required.module, new HashSet<>(), list);
                case SOURCE -> {}
            }
        }
        return list;
    }

    /** GatherAsynchronousTransitiveDependencies ( module, seen ). */
    static void gatherAsyncDependencies(
            ModuleRecord record, Set<ModuleRecord> seen, Set<ModuleRecord> result) {
        if (!seen.add(record) || !(record instanceof CyclicModuleRecord module)) {
            return;
        }
        if (module.status == Status.EVALUATING || module.status == Status.EVALUATED) {
            return;
        }
        if (module.hasTopLevelAwait()) {
            result.add(module);
            return;
        }
        module.realm().agent().enter();
        try {
            for (Requested required : module.requestedModules()) {
                if (required.phase != ModuleRequest.Phase.SOURCE) {
                    gatherAsyncDependencies(required.module, seen, result);
                }
            }
        } finally {
            module.realm().agent().leave();
        }
    }

    /** ReadyForSyncExecution ( module, seen ). */
    private boolean isReadyForSyncExecution(Set<CyclicModuleRecord> seen) {
        if (!seen.add(this) || status == Status.EVALUATED) {
            return true;
        }
        if (status == Status.EVALUATING
                || status == Status.EVALUATING_ASYNC
                || hasTopLevelAwait()) {
            return false;
        }
        realm().agent().enter();
        try {
            for (Requested required : requestedModules()) {
                if (required.phase != ModuleRequest.Phase.SOURCE
                        && required.module instanceof CyclicModuleRecord module
                        && !module.isReadyForSyncExecution(seen)) {
                    return false;
                }
            }
        } finally {
            realm().agent().leave();
        }
        return true;
    }

    @Override
    final void evaluateSync() {
        if (status != Status.EVALUATED && !isReadyForSyncExecution(new HashSet<>())) {
            throw Errors.typeError("Deferred module cannot be evaluated synchronously");
        }
        JSPromise promise = evaluate();
        if (promise.state() == JSPromise.State.REJECTED) {
            PromiseReaction.Continuation handled = (fulfilled, value) -> {};
            Promises.performThen(promise, handled);
            throw new JSThrow(promise.result());
        }
    }

    /** 16.2.1.6.1.3.2 ExecuteAsyncModule ( module ). */
    private void executeAsync() {
        PromiseCapability capability = Promises.newIntrinsicCapability(realm());
        PromiseReaction.Continuation settled =
                (fulfilled, value) -> {
                    if (fulfilled) {
                        asyncExecutionFulfilled();
                    } else {
                        asyncExecutionRejected(value);
                    }
                };
        Promises.performThen((JSPromise) capability.promise(), settled);
        executeModuleAsync(capability);
    }

    /** 16.2.1.6.1.3.3 GatherAvailableAncestors ( module, execList ). */
    private void gatherAvailableAncestors(Set<CyclicModuleRecord> list) {
        for (CyclicModuleRecord parent : asyncParentModules) {
            if (list.contains(parent) || parent.cycleRoot.hasEvaluationError) {
                continue;
            }
            if (--parent.pendingAsyncDependencies == 0) {
                list.add(parent);
                if (!parent.hasTopLevelAwait()) {
                    parent.gatherAvailableAncestors(list);
                }
            }
        }
    }

    /** 16.2.1.6.1.3.4 AsyncModuleExecutionFulfilled ( module ). */
    private void asyncExecutionFulfilled() {
        if (status == Status.EVALUATED) { // 1
            return;
        }
        status = Status.EVALUATED;
        if (topLevelCapability != null) { // 7
            topLevelCapability.resolve(Undefined.UNDEFINED);
        }
        Set<CyclicModuleRecord> available = new LinkedHashSet<>();
        gatherAvailableAncestors(available); // 9
        List<CyclicModuleRecord> sorted = new ArrayList<>(available);
        sorted.sort(Comparator.comparingLong(module -> module.asyncEvaluationOrder)); // 10
        for (CyclicModuleRecord module : sorted) { // 12
            if (module.status == Status.EVALUATED) {
                continue;
            }
            if (module.hasTopLevelAwait()) {
                module.executeAsync();
                continue;
            }
            try {
                module.executeModule();
            } catch (JSThrow thrown) {
                Object error = realm().agent().services().thrownValue(thrown, module.realm());
                module.asyncExecutionRejected(error);
                continue;
            }
            module.status = Status.EVALUATED;
            if (module.topLevelCapability != null) {
                module.topLevelCapability.resolve(Undefined.UNDEFINED);
            }
        }
    }

    /** 16.2.1.6.1.3.5 AsyncModuleExecutionRejected ( module, error ). */
    private void asyncExecutionRejected(Object error) {
        if (status == Status.EVALUATED) { // 1
            return;
        }
        setError(error);
        status = Status.EVALUATED;
        if (topLevelCapability != null) { // 9
            topLevelCapability.reject(error);
        }
        List<CyclicModuleRecord> parents = asyncParentModules;
        asyncParentModules = new ArrayList<>();
        for (CyclicModuleRecord parent : parents) { // 10
            parent.asyncExecutionRejected(error);
        }
    }
}
