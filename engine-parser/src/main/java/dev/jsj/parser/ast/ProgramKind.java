package dev.jsj.parser.ast;

/** The goal a program was parsed with. */
public enum ProgramKind {
    SCRIPT,
    MODULE,
    INDIRECT_EVAL,
    DIRECT_EVAL;
}
