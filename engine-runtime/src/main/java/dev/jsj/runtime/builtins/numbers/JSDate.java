package dev.jsj.runtime.builtins.numbers;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;

/** 21.4.5 Date instances. */
public final class JSDate extends JSObject {
    private double time;

    /** A date with [[DateValue]] {@code time}: a time value that is clipped already, or NaN. */
    public JSDate(Shape shape, double time) {
        super(shape);
        this.time = time;
    }

    /** [[DateValue]]. */
    public double time() {
        return time;
    }

    /** Sets [[DateValue]] to a time value that is clipped already, or NaN. */
    public void setTime(double newTime) {
        time = newTime;
    }

    @Override
    public String builtinTag() {
        return "Date";
    }
}
