package dev.jsj.parser.ast;

/** What a property of an object literal defines. */
public enum PropertyKind {
    INIT,
    GET,
    SET;
}
