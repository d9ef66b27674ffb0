package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.Iteration.IteratorRecord;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Iterator.prototype.chunks and windows (the iterator chunking proposal): helpers that yield arrays
 * of consecutive values.
 */
final class IteratorChunking {
    private IteratorChunking() {}

    /** Iterator.prototype.chunks ( chunkSize ). */
    static Object chunks(Realm realm, Object self, Object chunkSize) {
        JSObject object = IteratorPrototype.receiver(self, "chunks");
        double size = size(realm, object, "chunkSize", chunkSize);
        return new IteratorHelper.Single(realm, IteratorPrototype.direct(object)) {
            @Override
            @Nullable Object step(Realm running) {
                List<Object> buffer = new ArrayList<>();
                for (Object value; (value = Iteration.stepValue(iterated)) != null; ) {
                    buffer.add(value);
                    if (buffer.size() == size) {
                        break;
                    }
                }
                return buffer.isEmpty() ? null : running.newArray(buffer.toArray());
            }
        };
    }

    /** Iterator.prototype.windows ( windowSize [ , undersized ] ). */
    static Object windows(Realm realm, Object self, Object windowSize, Object undersized) {
        JSObject object = IteratorPrototype.receiver(self, "windows");
        double size = size(realm, object, "windowSize", windowSize);
        boolean allowPartial = allowPartial(realm, object, undersized);
        return new Windows(realm, IteratorPrototype.direct(object), size, allowPartial);
    }

    private static boolean allowPartial(Realm realm, JSObject iterator, Object undersized) {
        if (undersized == Undefined.UNDEFINED) {
            return false;
        }
        if (undersized instanceof CharSequence text) {
            switch (text.toString()) {
                case "only-full" -> {
                    return false;
                }
                case "allow-partial" -> {
                    return true;
                }
                default -> {}
            }
        }
        throw IteratorPrototype.closeAndThrow(
                realm,
                iterator,
                Errors.typeError("undersized must be \"only-full\" or \"allow-partial\""));
    }

    private static double size(Realm realm, JSObject iterator, String name, Object value) {
        JSThrow failure = null;
        double number =
                value instanceof Number && !(value instanceof java.math.BigInteger)
                        ? ((Number) value).doubleValue()
                        : Double.NaN;
        if (Double.isNaN(number) || Double.isInfinite(number) || number != Math.rint(number)) {
            failure =
                    Errors.typeError(
                            name + " must be an integral number, not " + ErrorText.of(value));
        } else if (number < 1 || number > 4294967295.0) {
            failure = Errors.rangeError(name + " must be between 1 and 2^32 - 1");
        }
        if (failure != null) {
            throw IteratorPrototype.closeAndThrow(realm, iterator, failure);
        }
        return number;
    }

    private static final class Windows extends IteratorHelper.Single {
        private final double size;
        private final boolean allowPartial;
        private final ArrayDeque<Object> buffer = new ArrayDeque<>();
        private boolean exhausted;

        Windows(Realm realm, IteratorRecord iterated, double size, boolean allowPartial) {
            super(realm, iterated);
            this.size = size;
            this.allowPartial = allowPartial;
        }

        @Override
        @Nullable Object step(Realm realm) {
            if (exhausted) {
                return null;
            }
            for (Object value; (value = Iteration.stepValue(iterated)) != null; ) {
                if (buffer.size() == size) {
                    buffer.removeFirst();
                }
                buffer.addLast(value);
                if (buffer.size() == size) {
                    return realm.newArray(buffer.toArray());
                }
            }
            exhausted = true;
            return allowPartial && !buffer.isEmpty() && buffer.size() < size
                    ? realm.newArray(buffer.toArray())
                    : null;
        }

        @Override
        void close(Realm realm) {
            if (!exhausted) {
                super.close(realm);
            }
        }
    }
}
