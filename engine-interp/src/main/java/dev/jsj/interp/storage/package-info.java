/**
 * Bytecode as bytes: what a build compiled, loaded by a program without parsing anything.
 *
 * <p>Reading order: {@link dev.jsj.interp.storage.StoredCode} describes the format, {@link
 * dev.jsj.interp.storage.CodeWriter} writes it, {@link dev.jsj.interp.storage.CodeReader} reads it.
 *
 * <p>Allowed dependencies: {@code dev.jsj.interp.bytecode}, and values of the runtime.
 */
@NullMarked
package dev.jsj.interp.storage;

import org.jspecify.annotations.NullMarked;
