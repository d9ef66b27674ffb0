/**
 * Evidence: test262, differential programs, npm packages and hostile input, each run against the
 * engine.
 *
 * <p>Packages: {@code test262} (the runner behind {@code docs/conformance.md}), {@code zoo} (the
 * ES1, ES3 and ES5 programs of javascript-zoo), {@code fuzz} (mutated sources), {@code nodetests}
 * (Node's own test files).
 *
 * <p>Allowed dependencies: everything; nothing depends on this module.
 */
@NullMarked
package dev.jsj.conformance;

import org.jspecify.annotations.NullMarked;
