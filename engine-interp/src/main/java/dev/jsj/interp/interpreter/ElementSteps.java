package dev.jsj.interp.interpreter;

import dev.jsj.interp.feedback.ElementFeedback;
import dev.jsj.runtime.builtins.binary.JSTypedArray;
import dev.jsj.runtime.object.Elements;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;

import org.jspecify.annotations.Nullable;

/** Elements of dense arrays, typed arrays and strings, at sites that have met their kind. */
final class ElementSteps {
    private ElementSteps() {}

    /** The element, or null where that is not known here. */
    private static @Nullable Object read(Object base, int index, ElementFeedback met) {
        if (base instanceof JSTypedArray array) {
            return met.includes(array.type()) ? array.element(index) : null;
        }
        if (base instanceof JSObject object) {
            return Elements.get(object.elements, index);
        }
        return met.includes(ElementFeedback.STRING) ? CompiledCode.characterAt(base, index) : null;
    }

    /** GET_ELEMENT dst, object, key, fb. */
    static final class Get extends Step {
        private final int target;
        private final int base;
        private final int key;
        private final Object[] caches;
        private final int site;

        Get(int pc, int target, int base, int key, Object[] caches, int site) {
            super(pc);
            this.target = target;
            this.base = base;
            this.key = key;
            this.caches = caches;
            this.site = site;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            if (r[key] instanceof Integer index && caches[site] instanceof ElementFeedback met) {
                Object value = read(r[base], index, met);
                if (value != null) {
                    r[target] = value;
                    return next(frame);
                }
            }
            return slow(frame);
        }
    }

    /** GET_ELEMENT_INT dst, object, index, fb. */
    static final class GetAt extends Step {
        private final int target;
        private final int base;
        private final int index;
        private final Object[] caches;
        private final int site;

        GetAt(int pc, int target, int base, int index, Object[] caches, int site) {
            super(pc);
            this.target = target;
            this.base = base;
            this.index = index;
            this.caches = caches;
            this.site = site;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            if (caches[site] instanceof ElementFeedback met) {
                Object value = read(r[base], index, met);
                if (value != null) {
                    r[target] = value;
                    return next(frame);
                }
            }
            return slow(frame);
        }
    }

    /** SET_ELEMENT object, key, value, strict, fb. */
    static final class Set extends Step {
        private final int base;
        private final int key;
        private final int value;
        private final Object[] caches;
        private final int site;

        Set(int pc, int base, int key, int value, Object[] caches, int site) {
            super(pc);
            this.base = base;
            this.key = key;
            this.value = value;
            this.caches = caches;
            this.site = site;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            if (r[key] instanceof Integer index
                    && caches[site] instanceof ElementFeedback met
                    && write(r[base], index, r[value], met)) {
                return next(frame);
            }
            return slow(frame);
        }

        private static boolean write(Object base, int index, Object value, ElementFeedback met) {
            if (base instanceof JSTypedArray array) {
                return met.includes(array.type()) && array.replace(index, value);
            }
            return base instanceof JSObject object
                    && Elements.replace(object.elements, index, value);
        }
    }

    /** TO_ELEMENT_KEY dst, object, key. */
    static final class ToKey extends Step {
        private final int target;
        private final int base;
        private final int key;

        ToKey(int pc, int target, int base, int key) {
            super(pc);
            this.target = target;
            this.base = base;
            this.key = key;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            if (r[base] instanceof JSObject && r[key] instanceof Integer index && index >= 0) {
                r[target] = index;
                return next(frame);
            }
            return slow(frame);
        }
    }

    /** ITERATOR_NEXT dst, iterator, target, fb; ITERATOR_STEP dst, iterator, fb: of an array. */
    static final class Iterate extends Step {
        private final int target;
        private final int iterator;

        Iterate(int pc, int target, int iterator) {
            super(pc);
            this.target = target;
            this.iterator = iterator;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            IteratorState state = (IteratorState) r[iterator];
            JSArray array = state.cursor;
            if (array != null && state.index < array.length()) {
                Object value = Elements.get(array.elements, state.index);
                if (value != null) {
                    state.index++;
                    r[target] = value;
                    return next(frame);
                }
            }
            return slow(frame);
        }
    }
}
