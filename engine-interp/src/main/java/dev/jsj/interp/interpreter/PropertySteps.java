package dev.jsj.interp.interpreter;

import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.runtime.builtins.binary.JSTypedArray;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;

import org.jspecify.annotations.Nullable;

/** Named properties whose place the site's cache knows. */
final class PropertySteps {
    private PropertySteps() {}

    /** GET_PROPERTY dst, object, key, fb. */
    static final class Get extends Step {
        private final int target;
        private final int base;
        private final Object key;
        private final Object[] caches;
        private final int site;

        Get(int pc, int target, int base, Object key, Object[] caches, int site) {
            super(pc);
            this.target = target;
            this.base = base;
            this.key = key;
            this.caches = caches;
            this.site = site;
        }

        @Override
        Step execute(Frame frame, Object[] r) {
            Object base = r[this.base];
            PropertyCache cache = (PropertyCache) caches[site];
            Object value =
                    cache == null
                            ? null
                            : base instanceof JSObject object
                                    ? cache.dataOf(object)
                                    : cache.dataOfString(base);
            r[target] = value != null ? value : PropertyOps.get(frame, pc, base, key, site);
            return next(frame);
        }
    }

    /** SET_PROPERTY object, key, value, strict, fb. */
    static final class Set extends Step {
        private final int base;
        private final int value;
        private final Object[] caches;
        private final int site;

        Set(int pc, int base, int value, Object[] caches, int site) {
            super(pc);
            this.base = base;
            this.value = value;
            this.caches = caches;
            this.site = site;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            if (r[base] instanceof JSObject object) {
                PropertyCache cache = (PropertyCache) caches[site];
                Object shape = object.shape();
                while (cache != null) {
                    if (cache.shape == shape) {
                        if (!cache.prepareStore(object)) {
                            return slow(frame);
                        }
                        object.setSlot(cache.slot, r[value]);
                        return next(frame);
                    }
                    cache = cache.rest();
                }
            }
            return slow(frame);
        }
    }

    /** GET_PRIVATE dst, object, name, fb. */
    static final class GetPrivate extends Step {
        private final int target;
        private final int base;
        private final int name;
        private final Object[] caches;
        private final int site;

        GetPrivate(int pc, int target, int base, int name, Object[] caches, int site) {
            super(pc);
            this.target = target;
            this.base = base;
            this.name = name;
            this.caches = caches;
            this.site = site;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            if (r[base] instanceof JSObject object
                    && caches[site] instanceof PropertyCache cache
                    && cache.shape == object.shape()
                    && cache.key == r[name]) {
                r[target] = object.getSlot(cache.slot);
                return next(frame);
            }
            return slow(frame);
        }
    }

    /** SET_PRIVATE object, name, value, fb. */
    static final class SetPrivate extends Step {
        private final int base;
        private final int name;
        private final int value;
        private final Object[] caches;
        private final int site;

        SetPrivate(int pc, int base, int name, int value, Object[] caches, int site) {
            super(pc);
            this.base = base;
            this.name = name;
            this.value = value;
            this.caches = caches;
            this.site = site;
        }

        @Override
        @Nullable Step execute(Frame frame, Object[] r) {
            if (r[base] instanceof JSObject object
                    && caches[site] instanceof PropertyCache cache
                    && cache.shape == object.shape()
                    && cache.key == r[name]) {
                object.setSlot(cache.slot, r[value]);
                return next(frame);
            }
            return slow(frame);
        }
    }

    /** GET_LENGTH dst, object, fb. */
    static final class Length extends Step {
        private final int target;
        private final int base;
        private final int site;

        /** What the site has met with typed arrays whose length is the built-in one. */
        private @Nullable PropertyCache typedArrays;

        Length(int pc, int target, int base, int site) {
            super(pc);
            this.target = target;
            this.base = base;
            this.site = site;
        }

        @Override
        Step execute(Frame frame, Object[] r) {
            Object object = r[base];
            if (object instanceof JSArray array && array.length() <= Integer.MAX_VALUE) {
                r[target] = (int) array.length();
            } else if (object instanceof CharSequence text) {
                r[target] = text.length();
            } else if (object instanceof JSTypedArray array
                    && typedArrays != null
                    && typedArrays.shape == array.shape()
                    && typedArrays.isValid()) {
                r[target] = array.length();
            } else {
                r[target] = PropertyOps.length(frame, pc, object, site);
                typedArrays = typedArrays(frame.code.caches[site]);
            }
            return next(frame);
        }

        private static @Nullable PropertyCache typedArrays(@Nullable Object cache) {
            return cache instanceof PropertyCache entry && entry.isTypedArrayLength()
                    ? entry
                    : null;
        }
    }
}
