package dev.jsj.node.bindings;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** {@code histogram}: the numbers behind {@code perf_hooks.createHistogram}. */
final class HistogramBinding extends BindingTable {
    private static final String[] NAMES = {
        "create",
        "record",
        "recordDelta",
        "restartDelta",
        "add",
        "reset",
        "count",
        "min",
        "max",
        "mean",
        "stddev",
        "exceeds",
        "percentile",
        "percentiles",
    };

    /** What Node answers for the least value where there is none. */
    private static final double NO_MINIMUM = Long.MAX_VALUE;

    static final HistogramBinding TABLE = new HistogramBinding();

    private HistogramBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    private static final class HistogramObject extends JSObject {
        final Histogram values;
        long exceeds;
        long last;

        HistogramObject(Realm realm, Histogram values) {
            super(realm.agent().root(null));
            this.values = values;
        }

        void record(long value) {
            if (value > values.getHighestTrackableValue()) {
                exceeds++;
            } else {
                values.recordValue(value);
            }
        }

        void recordDelta() {
            long now = System.nanoTime();
            if (last != 0 && now > last) {
                record(now - last);
            }
            last = now;
        }

        void add(HistogramObject other) {
            exceeds += other.exceeds;
            for (HistogramIterationValue entry : other.values.recordedValues()) {
                long value = entry.getValueIteratedTo();
                if (value > values.getHighestTrackableValue()) {
                    exceeds += entry.getCountAtValueIteratedTo();
                } else {
                    values.recordValueWithCount(value, entry.getCountAtValueIteratedTo());
                }
            }
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (NAMES[id].equals("create")) {
            Histogram made =
                    new Histogram(
                            Arguments.longInteger(arguments, 0),
                            Arguments.longInteger(arguments, 1),
                            Arguments.integer(arguments, 2));
            return new HistogramObject(realm, made);
        }
        HistogramObject histogram = Arguments.handle(arguments, 0, HistogramObject.class);
        Histogram values = histogram.values;
        boolean isEmpty = values.getTotalCount() == 0;
        switch (NAMES[id]) {
            case "record" -> histogram.record(Arguments.longInteger(arguments, 1));
            case "recordDelta" -> histogram.recordDelta();
            case "restartDelta" -> histogram.last = System.nanoTime();
            case "add" -> histogram.add(Arguments.handle(arguments, 1, HistogramObject.class));
            case "reset" -> {
                values.reset();
                histogram.exceeds = 0;
                histogram.last = 0;
            }
            case "count" -> {
                return Arguments.number(values.getTotalCount());
            }
            case "min" -> {
                return isEmpty ? NO_MINIMUM : Arguments.number(values.getMinValue());
            }
            case "max" -> {
                return Arguments.number(values.getMaxValue());
            }
            case "mean" -> {
                return isEmpty ? Double.NaN : values.getMean();
            }
            case "stddev" -> {
                return isEmpty ? Double.NaN : values.getStdDeviation();
            }
            case "exceeds" -> {
                return Arguments.number(histogram.exceeds);
            }
            case "percentile" -> {
                double level = ((Number) arguments[1]).doubleValue();
                return Arguments.number(values.getValueAtPercentile(level));
            }
            case "percentiles" -> {
                return percentiles(realm, values);
            }
            default -> throw new AssertionError("No row " + id);
        }
        return Undefined.UNDEFINED;
    }

    /** [level, value] for levels that halve the distance to 100 at each step. */
    private static Object percentiles(Realm realm, Histogram values) {
        List<Object> pairs = new ArrayList<>();
        if (values.getTotalCount() == 0) {
            pairs.add(realm.newArray(new Object[] {100, 0}));
        }
        for (HistogramIterationValue entry : values.percentiles(1)) {
            double level = entry.getPercentileLevelIteratedTo();
            Object shown = level == (int) level ? (Object) (int) level : (Object) level;
            pairs.add(
                    realm.newArray(
                            new Object[] {shown, Arguments.number(entry.getValueIteratedTo())}));
        }
        return Arguments.array(realm, pairs);
    }
}
