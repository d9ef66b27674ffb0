package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.Iteration.IteratorRecord;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * 27.1.2 Iterator Helper objects. The specification writes each as a generator closure; here each
 * is a small state machine: {@link #step} gives the next value or null at the end, {@link #close}
 * closes what the helper draws from.
 */
abstract class IteratorHelper extends JSObject {
    private static final double MAX_SAFE_INTEGER = 9007199254740991.0;

    private enum State {
        SUSPENDED_START,
        SUSPENDED_YIELD,
        RUNNING,
        COMPLETED
    }

    private State state = State.SUSPENDED_START;

    IteratorHelper(Realm realm) {
        super(realm.agent().root(realm.intrinsic(Intrinsic.ITERATOR_HELPER_PROTOTYPE)));
    }

    /**
     * The next value, or null when there are no more. Closes its sources itself where its own work
     * throws.
     */
    abstract @Nullable Object step(Realm realm);

    /** Closes the underlying iterators with a return completion. */
    abstract void close(Realm realm);

    /** GeneratorResume. */
    final Object next(Realm realm) {
        if (state == State.RUNNING) {
            throw Errors.typeError("Generator is already running");
        }
        if (state == State.COMPLETED) {
            return Iteration.createIterResultObject(realm, Undefined.UNDEFINED, true);
        }
        state = State.RUNNING;
        Object value;
        try {
            value = step(realm);
        } catch (JSThrow thrown) {
            state = State.COMPLETED;
            throw thrown;
        }
        state = value == null ? State.COMPLETED : State.SUSPENDED_YIELD;
        return Iteration.createIterResultObject(
                realm, value == null ? Undefined.UNDEFINED : value, value == null);
    }

    /** 27.1.2.1.2 %IteratorHelperPrototype%.return ( ). */
    final Object returnMethod(Realm realm) {
        switch (state) {
            case RUNNING -> throw Errors.typeError("Generator is already running");
            case SUSPENDED_START -> {
                state = State.COMPLETED;
                close(realm);
            }
            case SUSPENDED_YIELD -> {
                state = State.RUNNING;
                try {
                    close(realm);
                } finally {
                    state = State.COMPLETED;
                }
            }
            case COMPLETED -> {}
        }
        return Iteration.createIterResultObject(realm, Undefined.UNDEFINED, true);
    }

    /**
     * IteratorClose with a throw completion that the caller has in hand: errors of closing are
     * ignored.
     */
    static void closeQuietly(IteratorRecord iterator) {
        Iteration.closeOnThrow(iterator, new JSThrow(Undefined.UNDEFINED));
    }

    /** A helper over one underlying iterator. */
    abstract static class Single extends IteratorHelper {
        final IteratorRecord iterated;

        Single(Realm realm, IteratorRecord iterated) {
            super(realm);
            this.iterated = iterated;
        }

        @Override
        void close(Realm realm) {
            Iteration.close(iterated);
        }
    }

    /** 27.1.4.8 Iterator.prototype.map ( mapper ). */
    static Object map(Realm realm, Object self, Object mapper) {
        JSObject object = IteratorPrototype.receiver(self, "map");
        JSObject function = IteratorPrototype.functionArgument(realm, object, mapper);
        return new Single(realm, IteratorPrototype.direct(object)) {
            private double counter;

            @Override
            @Nullable Object step(Realm running) {
                Object value = Iteration.stepValue(iterated);
                return value == null ? null : callback(iterated, function, value, counter++);
            }
        };
    }

    /** Calls the function of a helper; where it throws, the iterator is closed. */
    private static Object callback(
            IteratorRecord iterated, JSObject function, Object value, double counter) {
        try {
            return function.call2(Undefined.UNDEFINED, value, IteratorPrototype.number(counter));
        } catch (JSThrow thrown) {
            throw Iteration.closeOnThrow(iterated, thrown);
        }
    }

    /** 27.1.4.5 Iterator.prototype.filter ( predicate ). */
    static Object filter(Realm realm, Object self, Object predicate) {
        JSObject object = IteratorPrototype.receiver(self, "filter");
        JSObject function = IteratorPrototype.functionArgument(realm, object, predicate);
        return new Single(realm, IteratorPrototype.direct(object)) {
            private double counter;

            @Override
            @Nullable Object step(Realm running) {
                for (Object value; (value = Iteration.stepValue(iterated)) != null; ) {
                    Object selected = callback(iterated, function, value, counter++);
                    if (TypeConversion.toBoolean(selected)) {
                        return value;
                    }
                }
                return null;
            }
        };
    }

    /** 27.1.4.11 Iterator.prototype.take ( limit ). */
    static Object take(Realm realm, Object self, Object limit) {
        JSObject object = IteratorPrototype.receiver(self, "take");
        double count = limit(realm, object, limit);
        return new Single(realm, IteratorPrototype.direct(object)) {
            private double remaining = count;

            @Override
            @Nullable Object step(Realm running) {
                if (remaining == 0) {
                    Iteration.close(iterated);
                    return null;
                }
                remaining--;
                return Iteration.stepValue(iterated);
            }
        };
    }

    /** 27.1.4.2 Iterator.prototype.drop ( limit ). */
    static Object drop(Realm realm, Object self, Object limit) {
        JSObject object = IteratorPrototype.receiver(self, "drop");
        double count = limit(realm, object, limit);
        return new Single(realm, IteratorPrototype.direct(object)) {
            private double remaining = count;

            @Override
            @Nullable Object step(Realm running) {
                for (; remaining > 0; remaining--) {
                    if (Iteration.step(iterated) == null) {
                        return null;
                    }
                }
                return Iteration.stepValue(iterated);
            }
        };
    }

    private static double limit(Realm realm, JSObject iterator, Object limit) {
        double number;
        try {
            number = TypeConversion.toNumber(limit);
        } catch (JSThrow thrown) {
            throw IteratorPrototype.closeAndThrow(realm, iterator, thrown);
        }
        double integer = number < 0 ? Math.ceil(number) : Math.floor(number);
        boolean tooLarge = integer > MAX_SAFE_INTEGER && !Double.isInfinite(integer);
        if (Double.isNaN(number) || integer < 0 || tooLarge) {
            throw IteratorPrototype.closeAndThrow(
                    realm, iterator, Errors.rangeError(ErrorText.of(limit) + " must be positive"));
        }
        return integer;
    }

    /** 27.1.4.6 Iterator.prototype.flatMap ( mapper ). */
    static Object flatMap(Realm realm, Object self, Object mapper) {
        JSObject object = IteratorPrototype.receiver(self, "flatMap");
        JSObject function = IteratorPrototype.functionArgument(realm, object, mapper);
        return new FlatMap(realm, IteratorPrototype.direct(object), function);
    }

    private static final class FlatMap extends Single {
        private final JSObject mapper;
        private @Nullable IteratorRecord inner;
        private double counter;

        FlatMap(Realm realm, IteratorRecord iterated, JSObject mapper) {
            super(realm, iterated);
            this.mapper = mapper;
        }

        @Override
        @Nullable Object step(Realm realm) {
            while (true) {
                if (inner == null) {
                    Object value = Iteration.stepValue(iterated);
                    if (value == null) {
                        return null;
                    }
                    Object mapped = callback(iterated, mapper, value, counter++);
                    inner =
                            closingOuter(
                                    () ->
                                            IteratorConstructor.getIteratorFlattenable(
                                                    realm, mapped, false));
                }
                IteratorRecord current = inner;
                Object value = closingOuter(() -> Iteration.stepValue(current));
                if (value != null) {
                    return value;
                }
                inner = null;
            }
        }

        private <T> T closingOuter(java.util.function.Supplier<T> step) {
            try {
                return step.get();
            } catch (JSThrow thrown) {
                throw Iteration.closeOnThrow(iterated, thrown);
            }
        }

        @Override
        void close(Realm realm) {
            IteratorRecord current = inner;
            if (current != null) {
                closingOuter(
                        () -> {
                            Iteration.close(current);
                            return current;
                        });
            }
            super.close(realm);
        }
    }
}
