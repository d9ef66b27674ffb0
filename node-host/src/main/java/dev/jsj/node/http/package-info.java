/**
 * HTTP/1: reading messages from bytes and composing their heads. Plain Java; knows nothing of
 * JavaScript values or sockets.
 *
 * <p>Reading order: {@link dev.jsj.node.http.HttpParser}, {@link dev.jsj.node.http.HttpHead},
 * {@link dev.jsj.node.http.HeadComposer}.
 */
@NullMarked
package dev.jsj.node.http;

import org.jspecify.annotations.NullMarked;
