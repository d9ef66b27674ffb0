package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.Iteration.IteratorRecord;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Iterator.zip and Iterator.zipKeyed (27.1.3.2, joint iteration): several iterators in step. */
final class IteratorZip extends IteratorHelper {
    private enum Mode {
        SHORTEST,
        LONGEST,
        STRICT
    }

    private final Mode mode;

    /** The underlying iterators; null once exhausted. */
    private final List<@Nullable IteratorRecord> iterators;

    private final List<Object> padding;

    /** The keys of the result objects; null where results are arrays. */
    private final @Nullable List<Object> keys;

    private IteratorZip(
            Realm realm,
            Mode mode,
            List<@Nullable IteratorRecord> iterators,
            List<Object> padding,
            @Nullable List<Object> keys) {
        super(realm);
        this.mode = mode;
        this.iterators = iterators;
        this.padding = padding;
        this.keys = keys;
    }

    /** Iterator.zip ( iterables [ , options ] ). */
    static Object zip(Realm realm, Object iterables, Object optionsArgument) {
        if (!(iterables instanceof JSObject)) { // 1
            throw Errors.typeError(ErrorText.of(iterables) + " is not an object");
        }
        JSObject options = optionsObject(optionsArgument); // 2
        Mode mode = mode(options); // 3-5
        Object paddingOption = paddingOption(options, mode); // 6, 7
        List<@Nullable IteratorRecord> iterators = new ArrayList<>();
        IteratorRecord input = Iteration.getIterator(realm, iterables); // 10
        while (true) { // 12
            Object next = closingOnThrow(iterators, () -> Iteration.stepValue(input));
            if (next == null) {
                break;
            }
            try {
                iterators.add(IteratorConstructor.getIteratorFlattenable(realm, next, false));
            } catch (JSThrow thrown) {
                closeAllQuietly(iterators);
                IteratorHelper.closeQuietly(input);
                throw thrown;
            }
        }
        List<Object> padding = new ArrayList<>();
        if (mode == Mode.LONGEST) { // 14
            padding = padding(realm, paddingOption, iterators);
        }
        return new IteratorZip(realm, mode, iterators, padding, null);
    }

    /** Iterator.zipKeyed ( iterables [ , options ] ). */
    static Object zipKeyed(Realm realm, Object iterables, Object optionsArgument) {
        if (!(iterables instanceof JSObject source)) { // 1
            throw Errors.typeError(ErrorText.of(iterables) + " is not an object");
        }
        JSObject options = optionsObject(optionsArgument); // 2
        Mode mode = mode(options); // 3-5
        Object paddingOption = paddingOption(options, mode); // 6, 7
        List<@Nullable IteratorRecord> iterators = new ArrayList<>();
        List<Object> keys = new ArrayList<>();
        for (Object key : source.ownPropertyKeys()) { // 12
            closingOnThrow(
                    iterators,
                    () -> {
                        PropertyDescriptor descriptor = source.getOwnProperty(key);
                        if (descriptor == null || !descriptor.enumerable()) {
                            return null;
                        }
                        Object value = source.get(key);
                        if (value != Undefined.UNDEFINED) {
                            IteratorRecord iterator =
                                    IteratorConstructor.getIteratorFlattenable(realm, value, false);
                            keys.add(key);
                            iterators.add(iterator);
                        }
                        return null;
                    });
        }
        List<Object> padding = new ArrayList<>();
        if (mode == Mode.LONGEST) { // 14
            if (paddingOption == Undefined.UNDEFINED) {
                padding.addAll(Collections.nCopies(keys.size(), Undefined.UNDEFINED));
            } else {
                JSObject paddings = (JSObject) paddingOption;
                for (Object key : keys) {
                    padding.add(closingOnThrow(iterators, () -> paddings.get(key)));
                }
            }
        }
        return new IteratorZip(realm, mode, iterators, padding, keys);
    }

    /** GetOptionsObject ( options ); null stands for an empty object. */
    private static @Nullable JSObject optionsObject(Object options) {
        if (options == Undefined.UNDEFINED) {
            return null;
        }
        if (options instanceof JSObject object) {
            return object;
        }
        throw Errors.typeError(ErrorText.of(options) + " is not an object");
    }

    private static Mode mode(@Nullable JSObject options) {
        Object mode = options == null ? Undefined.UNDEFINED : options.get("mode");
        if (mode == Undefined.UNDEFINED) {
            return Mode.SHORTEST;
        }
        if (mode instanceof CharSequence text) {
            switch (text.toString()) {
                case "shortest" -> {
                    return Mode.SHORTEST;
                }
                case "longest" -> {
                    return Mode.LONGEST;
                }
                case "strict" -> {
                    return Mode.STRICT;
                }
                default -> {}
            }
        }
        throw Errors.typeError("mode must be \"shortest\", \"longest\", or \"strict\"");
    }

    private static Object paddingOption(@Nullable JSObject options, Mode mode) {
        if (mode != Mode.LONGEST || options == null) {
            return Undefined.UNDEFINED;
        }
        Object padding = options.get("padding");
        if (padding != Undefined.UNDEFINED && !(padding instanceof JSObject)) {
            throw Errors.typeError(ErrorText.of(padding) + " is not an object");
        }
        return padding;
    }

    /** Step 14.b of Iterator.zip: one padding value for each iterator, from an iterable. */
    private static List<Object> padding(
            Realm realm, Object paddingOption, List<@Nullable IteratorRecord> iterators) {
        int count = iterators.size();
        List<Object> padding = new ArrayList<>();
        if (paddingOption != Undefined.UNDEFINED) {
            IteratorRecord source =
                    closingOnThrow(iterators, () -> Iteration.getIterator(realm, paddingOption));
            boolean usingIterator = true;
            while (padding.size() < count && usingIterator) {
                Object next = closingOnThrow(iterators, () -> Iteration.stepValue(source));
                if (next == null) {
                    usingIterator = false;
                } else {
                    padding.add(next);
                }
            }
            if (usingIterator) {
                closingOnThrow(
                        iterators,
                        () -> {
                            Iteration.close(source);
                            return source;
                        });
            }
        }
        while (padding.size() < count) {
            padding.add(Undefined.UNDEFINED);
        }
        return padding;
    }

    /** IfAbruptCloseIterators. */
    private static <T> T closingOnThrow(
            List<@Nullable IteratorRecord> iterators, java.util.function.Supplier<T> action) {
        try {
            return action.get();
        } catch (JSThrow thrown) {
            closeAllQuietly(iterators);
            throw thrown;
        }
    }

    /** IteratorCloseAll with a throw completion: last to first, errors of closing ignored. */
    private static void closeAllQuietly(List<@Nullable IteratorRecord> iterators) {
        for (int i = iterators.size() - 1; i >= 0; i--) {
            IteratorRecord iterator = iterators.get(i);
            if (iterator != null) {
                IteratorHelper.closeQuietly(iterator);
            }
        }
    }

    /**
     * IteratorCloseAll with a normal or return completion: the first error of closing is thrown
     * after all were closed.
     */
    @Override
    void close(Realm realm) {
        JSThrow failure = null;
        for (int i = iterators.size() - 1; i >= 0; i--) {
            IteratorRecord iterator = iterators.get(i);
            if (iterator == null) {
                continue;
            }
            if (failure != null) {
                IteratorHelper.closeQuietly(iterator);
                continue;
            }
            try {
                Iteration.close(iterator);
            } catch (JSThrow thrown) {
                failure = thrown;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** One round of the closure in IteratorZip. */
    @Override
    @Nullable Object step(Realm realm) {
        int count = iterators.size();
        if (count == 0) {
            return null;
        }
        Object[] results = new Object[count];
        for (int i = 0; i < count; i++) {
            IteratorRecord iterator = iterators.get(i);
            if (iterator == null) {
                results[i] = padding.get(i);
                continue;
            }
            Object value = draw(i, iterator);
            if (value != null) {
                results[i] = value;
                continue;
            }
            iterators.set(i, null);
            switch (mode) {
                case SHORTEST -> {
                    close(realm);
                    return null;
                }
                case STRICT -> {
                    checkAllDone(i);
                    return null;
                }
                case LONGEST -> {
                    if (iterators.stream().allMatch(open -> open == null)) {
                        return null;
                    }
                    results[i] = padding.get(i);
                }
            }
        }
        return finish(realm, results);
    }

    private @Nullable Object draw(int i, IteratorRecord iterator) {
        try {
            return Iteration.stepValue(iterator);
        } catch (JSThrow thrown) {
            iterators.set(i, null);
            closeAllQuietly(iterators);
            throw thrown;
        }
    }

    /**
     * Mode "strict": iterator {@code done} has ended, so it must be the first and all others must
     * end too.
     */
    private void checkAllDone(int done) {
        if (done != 0) {
            closeAllQuietly(iterators);
            throw Errors.typeError("Iterators passed to Iterator.zip have different lengths");
        }
        for (int k = 1; k < iterators.size(); k++) {
            IteratorRecord other = iterators.get(k);
            boolean open;
            try {
                open = Iteration.step(other) != null;
            } catch (JSThrow thrown) {
                iterators.set(k, null);
                closeAllQuietly(iterators);
                throw thrown;
            }
            if (open) {
                closeAllQuietly(iterators);
                throw Errors.typeError("Iterators passed to Iterator.zip have different lengths");
            }
            iterators.set(k, null);
        }
    }

    private Object finish(Realm realm, Object[] results) {
        if (keys == null) {
            return realm.newArray(results);
        }
        JSObject object = realm.newObject(null);
        for (int i = 0; i < results.length; i++) {
            ObjectOperations.createDataPropertyOrThrow(object, keys.get(i), results[i]);
        }
        return object;
    }
}
