/** The names that the host adds to the global object. */
@NullMarked
package dev.jsj.node.globals;

import org.jspecify.annotations.NullMarked;
