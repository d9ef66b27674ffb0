package dev.jsj.parser.ast;

/** An element of a class body. */
public sealed interface ClassElement extends Node
        permits MethodDefinition, PropertyDefinition, StaticBlock {}
