/**
 * Ciphers, keys and signatures under OpenSSL's names, on the JDK's providers: {@link
 * dev.jsj.node.crypto.CipherKind} knows the ciphers, {@link dev.jsj.node.crypto.StreamingCipher}
 * runs one; {@link dev.jsj.node.crypto.KeyReader} and {@link dev.jsj.node.crypto.KeyWriter} know
 * the formats of keys, on {@link dev.jsj.node.crypto.Der}; {@link dev.jsj.node.crypto.Signatures}
 * signs. Knows nothing of JavaScript.
 */
@NullMarked
package dev.jsj.node.crypto;

import org.jspecify.annotations.NullMarked;
