package dev.jsj.parser.ast;

/** An import or export name: an identifier or a string. */
public sealed interface ModuleExportName extends Node permits Identifier, StringLiteral {}
