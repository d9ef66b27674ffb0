package dev.jsj.node.workers;

/** What a runtime needs of the program it belongs to. */
public interface Programs {
    /** Runs a file as the main module. */
    void runFile(String name);

    /** Runs the ES module of a URL as the main module. */
    void runUrl(String url);

    /**
     * Makes the agent of a worker on the calling thread and runs it to its end.
     *
     * @return the exit code
     */
    int runWorker(WorkerThread worker);
}
