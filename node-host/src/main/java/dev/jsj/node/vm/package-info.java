/**
 * Contexts of {@code node:vm}: realms whose global variables are the properties of an object of
 * another realm.
 */
@NullMarked
package dev.jsj.node.vm;

import org.jspecify.annotations.NullMarked;
