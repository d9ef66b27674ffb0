package dev.jsj.conformance.test262;

import dev.jsj.interp.Engine;
import dev.jsj.interp.interpreter.InterpreterState;
import dev.jsj.jit.Jit;
import dev.jsj.jit.JitOptions;
import dev.jsj.parser.Source;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.builtins.binary.SharedBlock;
import dev.jsj.runtime.function.NativeFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.HostHooks;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One agent of a test with what INTERPRETING.md asks of a host: {@code print} and {@code $262} in
 * every realm, modules, tasks, and further agents on threads of their own.
 */
final class TestHost implements HostHooks {

    final Engine engine = new Engine(this);
    final TaskQueue tasks = new TaskQueue();
    final TestModules modules = new TestModules(engine);
    final List<String> printed = new ArrayList<>();
    private final TestAgents agents;
    private final boolean canSuspend;
    private final List<String> flags;

    /**
     * @param flags those of the optimizing tier, as on the command line; empty for none
     */
    TestHost(TestAgents agents, boolean canSuspend, List<String> flags) {
        this.agents = agents;
        this.canSuspend = canSuspend;
        this.flags = flags;
        if (!flags.isEmpty()) {
            engine.setOptimizingTier(new Jit(JitOptions.of(flags, System.err)));
        }
        InterpreterState.of(engine.agent()).setModuleLoader(modules);
    }

    // ---- hooks

    @Override
    public boolean canSuspend() {
        return canSuspend;
    }

    @Override
    public void scheduleTask(Runnable task, double milliseconds) {
        tasks.post(task, milliseconds);
    }

    @Override
    public void postTask(Runnable task) {
        tasks.post(task, 0);
    }

    // ---- the global objects

    /** A realm for a test. */
    Realm newTestRealm() {
        Realm realm = engine.newRealm();
        JSObject global = realm.globalObject();
        JSObject host = newHostObject(realm);
        define(host, "agent", mainAgentObject(realm));
        define(global, "$262", host);
        function(realm, global, "print", 1, arguments -> print(argument(arguments, 0)));
        function(realm, global, "setTimeout", 2, this::setTimeout);
        return realm;
    }

    /** A realm for a further agent. */
    private Realm newAgentRealm(LinkedBlockingQueue<TestAgents.Broadcast> mailbox) {
        Realm realm = engine.newRealm();
        JSObject host = newHostObject(realm);
        define(host, "agent", workerAgentObject(realm, mailbox));
        define(realm.globalObject(), "$262", host);
        function(realm, realm.globalObject(), "setTimeout", 2, this::setTimeout);
        return realm;
    }

    private JSObject newHostObject(Realm realm) {
        JSObject host = realm.newObject();
        define(host, "AbstractModuleSource", realm.intrinsic(Intrinsic.ABSTRACT_MODULE_SOURCE));
        define(host, "global", realm.globalThis());
        define(host, "IsHTMLDDA", new DocumentAll(realm));
        function(realm, host, "createRealm", 0, arguments -> createRealm());
        function(realm, host, "detachArrayBuffer", 1, TestHost::detachArrayBuffer);
        function(realm, host, "evalScript", 1, arguments -> evalScript(realm, arguments));
        function(realm, host, "gc", 0, arguments -> collectGarbage());
        return host;
    }

    private Object createRealm() {
        return newTestRealm().globalObject().get("$262");
    }

    private static Object detachArrayBuffer(Object[] arguments) {
        if (!(argument(arguments, 0) instanceof JSArrayBuffer buffer)) {
            throw Errors.typeError("not an ArrayBuffer");
        }
        buffer.detach();
        return Null.NULL;
    }

    private Object evalScript(Realm realm, Object[] arguments) {
        String text = TypeConversion.toJavaString(argument(arguments, 0));
        return engine.evaluateScript(realm, new Source("evalScript", text));
    }

    private static Object collectGarbage() {
        System.gc();
        return Undefined.UNDEFINED;
    }

    private Object print(Object value) {
        printed.add(TypeConversion.toJavaString(value));
        return Undefined.UNDEFINED;
    }

    private Object setTimeout(Object[] arguments) {
        JSObject callback = (JSObject) argument(arguments, 0);
        double delay = TypeConversion.toNumber(argument(arguments, 1));
        tasks.post(() -> callback.call0(Undefined.UNDEFINED), delay);
        return 0;
    }

    /** An object with [[IsHTMLDDA]], which gives null when it is called. */
    private static final class DocumentAll extends JSObject {
        DocumentAll(Realm realm) {
            super(realm.objectShape());
        }

        @Override
        public boolean isHtmlDda() {
            return true;
        }

        @Override
        public boolean isCallable() {
            return true;
        }

        @Override
        public Object call(Object self, Object[] arguments) {
            return Null.NULL;
        }
    }

    // ---- agents

    private JSObject mainAgentObject(Realm realm) {
        JSObject object = commonAgentObject(realm);
        function(realm, object, "start", 1, this::startAgent);
        function(realm, object, "broadcast", 2, this::broadcast);
        function(
                realm,
                object,
                "getReport",
                0,
                arguments -> {
                    String report = agents.nextReport();
                    return report == null ? Null.NULL : report;
                });
        return object;
    }

    private JSObject workerAgentObject(
            Realm realm, LinkedBlockingQueue<TestAgents.Broadcast> mailbox) {
        JSObject object = commonAgentObject(realm);
        function(
                realm,
                object,
                "receiveBroadcast",
                1,
                arguments -> receiveBroadcast(realm, mailbox, (JSObject) argument(arguments, 0)));
        function(
                realm,
                object,
                "report",
                1,
                arguments -> {
                    agents.report(TypeConversion.toJavaString(argument(arguments, 0)));
                    return Undefined.UNDEFINED;
                });
        function(realm, object, "leaving", 0, arguments -> Undefined.UNDEFINED);
        return object;
    }

    private JSObject commonAgentObject(Realm realm) {
        JSObject object = realm.newObject();
        function(realm, object, "sleep", 1, TestHost::sleep);
        function(realm, object, "monotonicNow", 0, arguments -> System.nanoTime() / 1e6);
        return object;
    }

    private static Object sleep(Object[] arguments) {
        try {
            Thread.sleep((long) TypeConversion.toNumber(argument(arguments, 0)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Undefined.UNDEFINED;
    }

    private Object startAgent(Object[] arguments) {
        String script = TypeConversion.toJavaString(argument(arguments, 0));
        TestHost host = new TestHost(agents, true, flags);
        agents.start(
                new TestAgents.Member() {
                    @Override
                    public void run(LinkedBlockingQueue<TestAgents.Broadcast> mailbox)
                            throws InterruptedException {
                        host.runAgent(script, mailbox);
                    }

                    @Override
                    public void terminate() {
                        host.engine.agent().requestTermination();
                    }
                });
        return Undefined.UNDEFINED;
    }

    private void runAgent(String script, LinkedBlockingQueue<TestAgents.Broadcast> mailbox)
            throws InterruptedException {
        Realm realm = newAgentRealm(mailbox);
        try {
            engine.evaluateScript(realm, new Source("agent", script));
            // The main agent ends the wait; until then a notification may bring work.
            tasks.run(engine.agent(), true, () -> false);
        } catch (JSThrow uncaught) {
            agents.report("uncaught in agent: " + ThrownError.of(uncaught, realm).message());
        }
    }

    private Object broadcast(Object[] arguments) {
        JSArrayBuffer buffer = (JSArrayBuffer) argument(arguments, 0);
        SharedBlock block = buffer.sharedBlock();
        if (block == null) {
            throw Errors.typeError("not a SharedArrayBuffer");
        }
        try {
            agents.broadcast(block, buffer.isResizable(), argument(arguments, 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Undefined.UNDEFINED;
    }

    private Object receiveBroadcast(
            Realm realm, LinkedBlockingQueue<TestAgents.Broadcast> mailbox, JSObject callback) {
        TestAgents.Broadcast message;
        try {
            message = mailbox.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Undefined.UNDEFINED;
        }
        JSArrayBuffer buffer = JSArrayBuffer.ofShared(realm, message.block(), message.growable());
        message.received().countDown();
        return callback.call2(Undefined.UNDEFINED, buffer, message.number());
    }

    // ---- small things

    private interface Body {
        Object call(Object[] arguments);
    }

    private static void function(Realm realm, JSObject target, String name, int length, Body body) {
        define(
                target,
                name,
                new NativeFunction(realm, name, length, (self, arguments) -> body.call(arguments)));
    }

    private static void define(JSObject target, String name, Object value) {
        target.defineOwn(name.intern(), value, Property.HIDDEN);
    }

    private static Object argument(Object[] arguments, int index) {
        return index < arguments.length ? arguments[index] : Undefined.UNDEFINED;
    }
}
