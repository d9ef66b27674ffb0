/**
 * The test262 runner.
 *
 * <p>Reading order: {@link dev.jsj.conformance.test262.Test262} (the command), {@link
 * dev.jsj.conformance.test262.TestFile} and {@link dev.jsj.conformance.test262.Frontmatter} (what a
 * test says of itself), {@link dev.jsj.conformance.test262.EngineUnderTest} (who runs it), {@link
 * dev.jsj.conformance.test262.SuiteRunner} (threads and time limits), {@link
 * dev.jsj.conformance.test262.Judge} (what counts as a pass), {@link
 * dev.jsj.conformance.test262.Results}, {@link dev.jsj.conformance.test262.Report} and {@link
 * dev.jsj.conformance.test262.Expectations} (what is written and compared).
 */
@NullMarked
package dev.jsj.conformance.test262;

import org.jspecify.annotations.NullMarked;
