/**
 * ES modules from disk: {@link dev.jsj.node.loading.NodeModuleLoader}. CommonJS modules are loaded
 * in JavaScript (lib/internal/modules/cjs.js).
 */
@NullMarked
package dev.jsj.node.loading;

import org.jspecify.annotations.NullMarked;
