/** Encodings of text: JavaScript strings to bytes and back. Knows nothing of JavaScript objects. */
@NullMarked
package dev.jsj.node.text;

import org.jspecify.annotations.NullMarked;
