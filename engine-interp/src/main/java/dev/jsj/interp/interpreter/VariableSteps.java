package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.interp.feedback.GlobalPropertyCache;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.realm.GlobalBinding;

import org.jspecify.annotations.Nullable;

/** Variables in scopes, and global ones; closures over them. */
final class VariableSteps {
    private VariableSteps() {}

    /** GET_SCOPED, GET_SCOPED_CHECKED dst, depth, slot. */
    static final class GetScoped extends Step {
        private final int target;
        private final int depth;
        private final int slot;
        private final boolean isChecked;

        GetScoped(int pc, int target, int depth, int slot, boolean isChecked) {
            super(pc);
            this.target = target;
            this.depth = depth;
            this.slot = slot;
            this.isChecked = isChecked;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object value = ScopeOps.at(frame.scope, depth)[slot];
            if (value == null && isChecked) {
                return slow(frame);
            }
            r[target] = value;
            return next(frame);
        }
    }

    /** SET_SCOPED, SET_SCOPED_CHECKED depth, slot, src. */
    static final class SetScoped extends Step {
        private final int depth;
        private final int slot;
        private final int source;
        private final boolean isChecked;

        SetScoped(int pc, int depth, int slot, int source, boolean isChecked) {
            super(pc);
            this.depth = depth;
            this.slot = slot;
            this.source = source;
            this.isChecked = isChecked;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object[] scope = ScopeOps.at(frame.scope, depth);
            if (isChecked && scope[slot] == null) {
                return slow(frame);
            }
            scope[slot] = r[source];
            return next(frame);
        }
    }

    /** CHECK_INITIALIZED src, name. */
    static final class CheckInitialized extends Step {
        private final int source;

        CheckInitialized(int pc, int source) {
            super(pc);
            this.source = source;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            return r[source] != null ? next(frame) : slow(frame);
        }
    }

    /** GET_GLOBAL dst, name, fb. */
    static final class GetGlobal extends Step {
        private final int target;
        private final Object[] caches;
        private final int site;

        GetGlobal(int pc, int target, Object[] caches, int site) {
            super(pc);
            this.target = target;
            this.caches = caches;
            this.site = site;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            Object cache = caches[site];
            Object value =
                    cache instanceof GlobalBinding binding
                            ? binding.value
                            : cache instanceof GlobalPropertyCache property
                                    ? property.value()
                                    : null;
            if (value == null) {
                return slow(frame);
            }
            r[target] = value;
            return next(frame);
        }
    }

    /** PUSH_SCOPE scopeInfo. */
    static final class PushScope extends Step {
        private final ScopeInfo info;

        PushScope(int pc, ScopeInfo info) {
            super(pc);
            this.info = info;
        }

        @Override
        Step execute(Frame frame, Object[] r) {
            frame.scope = info.newScope(frame.scope);
            return next(frame);
        }
    }

    /** CREATE_CLOSURE dst, function, fb: once the function's code has been made. */
    static final class Closure extends Step {
        private final int target;
        private final Object[] caches;
        private final int site;

        Closure(int pc, int target, Object[] caches, int site) {
            super(pc);
            this.target = target;
            this.caches = caches;
            this.site = site;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            if (caches[site] instanceof ScriptCode nested) {
                r[target] = new ScriptFunction(frame.realm(), nested, frame.scope);
                return next(frame);
            }
            return slow(frame);
        }
    }
}
