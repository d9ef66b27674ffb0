package dev.jsj.node.bindings;

import dev.jsj.node.eventloop.EventLoop;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** {@code timers}: the event loop as internal/timers.js sees it. */
final class TimersBinding extends BindingTable {
    private static final int SETUP = 0;
    private static final int NOW = 1;
    private static final int SCHEDULE = 2;
    private static final int REFERENCE = 3;
    private static final int REQUEST_IMMEDIATES = 4;
    private static final int REFERENCE_IMMEDIATES = 5;
    private static final int RUN_NEXT_TICKS = 6;
    private static final int START_OPERATION = 7;
    private static final int RUN_IN_CONTEXT = 8;
    private static final int END_OPERATION = 9;

    static final TimersBinding TABLE = new TimersBinding();

    private TimersBinding() {
        method(SETUP, "setup", 2);
        method(NOW, "now", 0);
        method(SCHEDULE, "schedule", 1);
        method(REFERENCE, "reference", 1);
        method(REQUEST_IMMEDIATES, "requestImmediates", 0);
        method(REFERENCE_IMMEDIATES, "referenceImmediates", 1);
        method(RUN_NEXT_TICKS, "runNextTicks", 0);
        method(START_OPERATION, "startOperation", 2);
        method(RUN_IN_CONTEXT, "runInContext", 4);
        method(END_OPERATION, "endOperation", 1);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        EventLoop loop = runtime.loop();
        switch (id) {
            case SETUP ->
                    loop.setPhases(
                            new JavaScriptPhases(
                                    runtime, (JSObject) arguments[0], (JSObject) arguments[1]));
            case NOW -> {
                loop.updateTime();
                return Arguments.number(loop.now());
            }
            case SCHEDULE -> loop.scheduleTimers(TypeConversion.toNumber(arguments[0]));
            case REFERENCE -> loop.referenceTimers(Arguments.truth(arguments, 0));
            case REQUEST_IMMEDIATES -> loop.requestImmediates();
            case REFERENCE_IMMEDIATES -> loop.referenceImmediates(Arguments.truth(arguments, 0));
            case RUN_NEXT_TICKS -> runtime.ticks().drain();
            case END_OPERATION -> runtime.endOperation(arguments[0]);
            case START_OPERATION -> {
                return runtime.startOperation(
                        Arguments.string(arguments, 0), (JSObject) arguments[1]);
            }
            case RUN_IN_CONTEXT -> {
                return runInContext(runtime, arguments);
            }
            default -> throw new AssertionError("No row " + id);
        }
        return Undefined.UNDEFINED;
    }

    /** Calls (context, function, this, array of arguments or undefined). */
    private static Object runInContext(NodeRuntime runtime, Object[] arguments) {
        JSObject function = (JSObject) arguments[1];
        Object[] passed =
                arguments[3] instanceof JSArray array
                        ? ObjectOperations.createListFromArrayLike(array)
                        : JSObject.NO_ARGUMENTS;
        Object previous = runtime.enterOperation(arguments[0]);
        try {
            return function.call(arguments[2], passed);
        } catch (JSThrow thrown) { // its handlers run in the same context
            runtime.uncaught(thrown);
            return Undefined.UNDEFINED;
        } finally {
            runtime.leaveOperation(previous);
        }
    }

    /**
     * The phases whose lists are in JavaScript; a callback that throws does not keep the others
     * from running.
     */
    private record JavaScriptPhases(NodeRuntime runtime, JSObject timers, JSObject immediates)
            implements EventLoop.Phases {
        @Override
        public double runTimers(double now) {
            while (!runtime.isExiting()) {
                try {
                    return TypeConversion.toNumber(timers.call1(Undefined.UNDEFINED, now));
                } catch (JSThrow thrown) {
                    runtime.uncaught(thrown);
                    runtime.ticks().drain();
                }
            }
            return 0;
        }

        @Override
        public void runImmediates() {
            while (!runtime.isExiting()) {
                try {
                    immediates.call0(Undefined.UNDEFINED);
                    return;
                } catch (JSThrow thrown) {
                    runtime.uncaught(thrown);
                    runtime.ticks().drain();
                }
            }
        }
    }
}
