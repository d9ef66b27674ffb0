/**
 * Worker threads: each is an agent of its own with its own runtime, on a thread of its own. {@link
 * dev.jsj.node.workers.WorkerThread} starts and ends one; what they share is in their {@link
 * dev.jsj.node.workers.AgentCluster}.
 */
@NullMarked
package dev.jsj.node.workers;

import org.jspecify.annotations.NullMarked;
