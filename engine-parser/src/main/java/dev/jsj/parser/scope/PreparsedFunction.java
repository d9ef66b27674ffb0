package dev.jsj.parser.scope;

/**
 * What pre-parsing a function leaves behind, so that parsing the function around it again can step
 * over it: where it ends, the names it uses from outside, and the same for the functions inside it.
 */
public final class PreparsedFunction {}
