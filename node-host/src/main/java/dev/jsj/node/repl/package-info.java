/**
 * The line editor of {@code jsj repl}: {@link LineEditor}, on JLine. Loaded when a session begins
 * on a terminal. No JavaScript values in here.
 */
@NullMarked
package dev.jsj.node.repl;

import org.jspecify.annotations.NullMarked;
