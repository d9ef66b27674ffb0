package dev.jsj.parser.ast;

import java.util.List;

/** {@code {a, b: c, ...d}}; a member is an {@link AssignmentProperty} or a {@link RestElement}. */
public record ObjectPattern(int start, int end, List<PatternMember> members) implements Pattern {}
