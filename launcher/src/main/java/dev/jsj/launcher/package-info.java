/**
 * The {@code jsj} command: reads the command line, wires engine and host together and runs the
 * program.
 *
 * <p>{@link dev.jsj.launcher.Main} takes the common forms by itself, so that hello world loads no
 * option parser; {@code CommandLine} describes the rest with picocli.
 *
 * <p>Allowed dependencies: everything except {@code conformance} and {@code bench}.
 */
@NullMarked
package dev.jsj.launcher;

import org.jspecify.annotations.NullMarked;
