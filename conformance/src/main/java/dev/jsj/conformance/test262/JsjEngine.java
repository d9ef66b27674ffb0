package dev.jsj.conformance.test262;

import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.modules.SourceTextModule;
import dev.jsj.parser.Source;
import dev.jsj.runtime.builtins.control.JSPromise;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.ExecutionTerminated;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/** Runs tests in jsj, each in an agent of its own. */
final class JsjEngine implements EngineUnderTest {

    private final List<String> flags;
    private volatile @Nullable Agent running;
    private volatile @Nullable Thread thread;

    /**
     * @param flags those of the optimizing tier, as on the command line; empty for the interpreter
     *     alone
     */
    JsjEngine(List<String> flags) {
        this.flags = flags;
    }

    @Override
    public Outcome run(TestFile file, TestMode mode, Harness harness, Duration limit) {
        TestAgents agents = new TestAgents();
        boolean canBlock = !file.frontmatter().hasFlag("CanBlockIsFalse");
        TestHost host = new TestHost(agents, canBlock, flags);
        thread = Thread.currentThread();
        running = host.engine.agent();
        try {
            Realm realm = host.newTestRealm();
            Outcome failure = runHarness(file, harness, host, realm);
            if (failure == null) {
                failure =
                        mode == TestMode.MODULE
                                ? runModule(file, host, realm)
                                : runScript(file, mode, host, realm);
            }
            return failure == null ? new Outcome.Completed(host.printed) : failure;
        } catch (ExecutionTerminated | InterruptedException terminated) {
            return new Outcome.TimedOut(false);
        } catch (OutOfMemoryError memory) {
            return new Outcome.Crashed("OutOfMemoryError");
        } catch (StackOverflowError overflow) {
            return new Outcome.Crashed("StackOverflowError " + CrashText.of(overflow));
        } finally {
            running = null;
            agents.terminate();
            Thread.interrupted();
        }
    }

    private @Nullable Outcome runHarness(
            TestFile file, Harness harness, TestHost host, Realm realm) {
        for (String name : file.harnessFiles()) {
            try {
                host.engine.evaluateScript(realm, new Source(name, harness.source(name)));
            } catch (JSThrow thrown) {
                return threw("harness", thrown, realm);
            }
        }
        return null;
    }

    private static @Nullable Outcome runScript(
            TestFile file, TestMode mode, TestHost host, Realm realm) throws InterruptedException {
        FunctionInfo script;
        try {
            script =
                    host.engine.compileScript(
                            realm, new Source(file.path().toString(), file.sourceFor(mode)));
        } catch (JSThrow thrown) {
            return threw("parse", thrown, realm);
        }
        try {
            host.engine.evaluate(realm, script);
            settle(file, host);
        } catch (JSThrow thrown) {
            return threw("runtime", thrown, realm);
        }
        return null;
    }

    private static @Nullable Outcome runModule(TestFile file, TestHost host, Realm realm)
            throws InterruptedException {
        SourceTextModule module;
        try {
            module =
                    host.engine.compileModule(
                            realm, new Source(file.path().toString(), file.source()));
        } catch (JSThrow thrown) {
            return threw("parse", thrown, realm);
        }
        host.modules.register(realm, file.path(), module);
        try {
            module.link();
        } catch (JSThrow thrown) {
            return threw("resolution", thrown, realm);
        }
        try {
            JSPromise evaluation = module.evaluate();
            settle(file, host);
            if (evaluation.state() == JSPromise.State.REJECTED) {
                ThrownError error = ThrownError.of(evaluation.result());
                return new Outcome.Threw("runtime", error.type(), error.message());
            }
        } catch (JSThrow thrown) {
            return threw("runtime", thrown, realm);
        }
        return null;
    }

    /** Runs what the test has left to do; an asynchronous test until it has spoken. */
    private static void settle(TestFile file, TestHost host) throws InterruptedException {
        boolean async = file.isAsync();
        // A notification from another agent may come at any time.
        boolean waits = async && file.frontmatter().features().contains("Atomics");
        host.tasks.run(host.engine.agent(), waits, () -> !async || !host.printed.isEmpty());
    }

    private static Outcome threw(String phase, JSThrow thrown, Realm realm) {
        ThrownError error = ThrownError.of(thrown, realm);
        return new Outcome.Threw(phase, error.type(), error.message());
    }

    @Override
    public void interrupt() {
        Agent agent = running;
        Thread runner = thread;
        if (agent != null && runner != null) {
            agent.requestTermination();
            runner.interrupt();
        }
    }
}
