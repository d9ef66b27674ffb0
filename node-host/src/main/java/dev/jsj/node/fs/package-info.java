/**
 * Files as Node's {@code fs} sees them: descriptors, POSIX attributes, error codes.
 *
 * <p>Reading order: {@link dev.jsj.node.fs.FileSystem}, {@link dev.jsj.node.fs.NioFileSystem},
 * {@link dev.jsj.node.fs.SystemError}. Knows nothing of JavaScript values.
 */
@NullMarked
package dev.jsj.node.fs;

import org.jspecify.annotations.NullMarked;
