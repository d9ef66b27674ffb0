package dev.jsj.parser.ast;

/** A member of an object pattern. */
public sealed interface PatternMember extends Node permits AssignmentProperty, RestElement {}
