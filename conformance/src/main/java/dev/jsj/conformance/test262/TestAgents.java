package dev.jsj.conformance.test262;

import dev.jsj.runtime.builtins.binary.SharedBlock;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** What the agents of one test share: their mail, and the reports to the main agent. */
final class TestAgents {

    private static final long STACK_BYTES = 64L << 20;

    /**
     * A shared buffer and a number on their way to an agent.
     *
     * @param received counted down by each agent that has taken the message
     */
    record Broadcast(SharedBlock block, boolean growable, Object number, CountDownLatch received) {}

    /** The running side of one agent. */
    interface Member {
        /** Takes messages and runs the script; returns when the agent is done. */
        void run(LinkedBlockingQueue<Broadcast> mailbox) throws InterruptedException;

        /** Makes the agent end soon. Thread safe. */
        void terminate();
    }

    private final Queue<String> reports = new ConcurrentLinkedQueue<>();
    private final List<LinkedBlockingQueue<Broadcast>> mailboxes = new CopyOnWriteArrayList<>();
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    void start(Member member) {
        LinkedBlockingQueue<Broadcast> mailbox = new LinkedBlockingQueue<>();
        mailboxes.add(mailbox);
        members.add(member);
        Runnable body =
                () -> {
                    try {
                        member.run(mailbox);
                    } catch (InterruptedException end) {
                        Thread.currentThread().interrupt();
                    }
                };
        Thread thread = new Thread(null, body, "test262 agent", STACK_BYTES);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** Hands the buffer to every agent and waits until all have taken it. */
    void broadcast(SharedBlock block, boolean growable, Object number) throws InterruptedException {
        CountDownLatch received = new CountDownLatch(mailboxes.size());
        for (LinkedBlockingQueue<Broadcast> mailbox : mailboxes) {
            mailbox.add(new Broadcast(block, growable, number, received));
        }
        received.await();
    }

    void report(String message) {
        reports.add(message);
    }

    /** The next report, or null. */
    String nextReport() {
        return reports.poll();
    }

    /** Ends all agents; called when the test is over. */
    void terminate() {
        members.forEach(Member::terminate);
        threads.forEach(Thread::interrupt);
    }
}
