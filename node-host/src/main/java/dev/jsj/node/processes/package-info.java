/**
 * Other programs, through the JDK's {@link java.lang.ProcessBuilder}: {@link Launch} says what to
 * start, {@link PipeStream} is one end of a pipe as a stream of the event loop, {@link
 * SynchronousRun} waits for a program's end. No JavaScript values in here.
 *
 * <p>May use: {@code eventloop}, {@code fs}, {@code net}.
 */
@NullMarked
package dev.jsj.node.processes;

import org.jspecify.annotations.NullMarked;
