/**
 * The abstract operations of clauses 6, 7 and 13, one class per clause, shared by the built-ins and
 * all tiers. Static methods on values; the realm is a parameter where one is needed.
 *
 * <p>Reading order: {@link dev.jsj.runtime.operations.TypeConversion} (7.1), {@link
 * dev.jsj.runtime.operations.Comparison} (7.2), {@link dev.jsj.runtime.operations.ObjectOperations}
 * (7.3) with {@link dev.jsj.runtime.operations.Constructors} and {@link
 * dev.jsj.runtime.operations.PrivateElements}, {@link dev.jsj.runtime.operations.Iteration} (7.4),
 * {@link dev.jsj.runtime.operations.Operators} (13).
 */
@NullMarked
package dev.jsj.runtime.operations;

import org.jspecify.annotations.NullMarked;
