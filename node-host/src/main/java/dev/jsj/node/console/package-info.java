/**
 * The global console: what it prints most, plain text and numbers, without any JavaScript of the
 * runtime's own.
 */
@NullMarked
package dev.jsj.node.console;

import org.jspecify.annotations.NullMarked;
