/**
 * The front end on show: trees in the shape of ESTree, as JSON or as one line, and tokens. Not used
 * to run programs. Read {@link dev.jsj.parser.estree.Estree}, then {@link
 * dev.jsj.parser.estree.AstJson} and {@link dev.jsj.parser.estree.Tokens}.
 */
@NullMarked
package dev.jsj.parser.estree;

import org.jspecify.annotations.NullMarked;
