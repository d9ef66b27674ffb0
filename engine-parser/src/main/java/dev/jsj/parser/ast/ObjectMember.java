package dev.jsj.parser.ast;

/** A member of an object literal. */
public sealed interface ObjectMember extends Node permits Property, SpreadElement {}
