/**
 * Node's own published test files: a file passes when it ends with exit code 0.
 *
 * <p>{@link dev.jsj.conformance.nodetests.NodeTests} is the command; {@link
 * dev.jsj.conformance.nodetests.NodeTest} is one file and the module it counts for; {@link
 * dev.jsj.conformance.nodetests.TestProcess} is a JVM that runs many files one after the other,
 * each in a runtime of its own, and {@link dev.jsj.conformance.nodetests.TestServer} what runs in
 * it.
 */
@NullMarked
package dev.jsj.conformance.nodetests;

import org.jspecify.annotations.NullMarked;
