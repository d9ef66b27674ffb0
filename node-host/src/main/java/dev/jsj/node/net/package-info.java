/**
 * Sockets as the event loop sees them: streams that read, write and end without blocking, and
 * listeners. Plain Java on NIO channels that Netty's selector watches; knows nothing of JavaScript
 * values.
 *
 * <p>Reading order: {@link dev.jsj.node.net.ByteStream}, {@link dev.jsj.node.net.SocketStream},
 * {@link dev.jsj.node.net.SocketListener}, {@link dev.jsj.node.net.Addresses}.
 */
@NullMarked
package dev.jsj.node.net;

import org.jspecify.annotations.NullMarked;
