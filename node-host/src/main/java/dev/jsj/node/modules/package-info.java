/**
 * Which file a {@code require} or {@code import} means: Node's resolution algorithms, on a {@link
 * dev.jsj.node.fs.FileSystem}.
 *
 * <p>Reading order: {@link dev.jsj.node.modules.PackageJson}, {@link
 * dev.jsj.node.modules.PackageScopes}, {@link dev.jsj.node.modules.PackageTargets} (exports and
 * imports), {@link dev.jsj.node.modules.CommonJsResolver}, {@link
 * dev.jsj.node.modules.EsmResolver}. Knows nothing of JavaScript values: loading and running is
 * done in JavaScript (lib/internal/modules).
 */
@NullMarked
package dev.jsj.node.modules;

import org.jspecify.annotations.NullMarked;
