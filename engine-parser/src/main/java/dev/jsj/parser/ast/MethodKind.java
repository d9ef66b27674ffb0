package dev.jsj.parser.ast;

/** What a method definition of a class defines. */
public enum MethodKind {
    CONSTRUCTOR,
    METHOD,
    GET,
    SET;
}
