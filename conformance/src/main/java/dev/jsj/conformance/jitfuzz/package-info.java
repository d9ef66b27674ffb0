/**
 * Random programs that every tier must run alike. Reading order: {@code grammar.txt} (the
 * productions), {@link dev.jsj.conformance.jitfuzz.Grammar}, {@link
 * dev.jsj.conformance.jitfuzz.Expansion} (a template becomes text), {@link
 * dev.jsj.conformance.jitfuzz.ProgramGenerator} (whole programs), {@link
 * dev.jsj.conformance.jitfuzz.TierMode} (how a program is run), {@link
 * dev.jsj.conformance.jitfuzz.Minimizer}, {@link dev.jsj.conformance.jitfuzz.JitFuzz} (the
 * command).
 */
@NullMarked
package dev.jsj.conformance.jitfuzz;

import org.jspecify.annotations.NullMarked;
