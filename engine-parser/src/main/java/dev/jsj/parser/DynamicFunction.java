package dev.jsj.parser;

import dev.jsj.parser.ast.FunctionNode;

/**
 * What the Function constructor and its like make of their arguments: a source text and the
 * function in it.
 */
public record DynamicFunction(Source source, FunctionNode function) {}
