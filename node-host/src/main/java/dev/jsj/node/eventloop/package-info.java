/**
 * The event loop: what wakes the JavaScript thread, in which order, and when the program is over.
 *
 * <p>Reading order: {@link dev.jsj.node.eventloop.EventLoop}, {@link
 * dev.jsj.node.eventloop.Poller}, {@link dev.jsj.node.eventloop.BlockingPool}. Knows nothing of
 * JavaScript values; uses Netty only once a socket is opened.
 */
@NullMarked
package dev.jsj.node.eventloop;

import org.jspecify.annotations.NullMarked;
