/** Deflate in its three wrappings (zlib, gzip, none), in steps. Knows nothing of JavaScript. */
@NullMarked
package dev.jsj.node.compression;

import org.jspecify.annotations.NullMarked;
