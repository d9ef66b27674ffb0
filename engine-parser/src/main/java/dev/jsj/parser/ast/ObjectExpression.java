package dev.jsj.parser.ast;

import java.util.List;

/** {@code {a: 1, get b() {}, ...c}}. */
public record ObjectExpression(int start, int end, List<ObjectMember> members)
        implements Expression {}
