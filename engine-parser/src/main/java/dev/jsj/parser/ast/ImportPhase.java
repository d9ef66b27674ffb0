package dev.jsj.parser.ast;

/** How far an import goes: evaluate, defer the evaluation, or stop at the source. */
public enum ImportPhase {
    EVALUATION,
    DEFER,
    SOURCE;
}
