/**
 * TLS on the JDK's engine, as a byte stream over another one; keys and certificates from PEM. Plain
 * Java; knows nothing of JavaScript values.
 *
 * <p>Reading order: {@link dev.jsj.node.tls.TlsContext}, {@link dev.jsj.node.tls.TlsStream}.
 */
@NullMarked
package dev.jsj.node.tls;

import org.jspecify.annotations.NullMarked;
