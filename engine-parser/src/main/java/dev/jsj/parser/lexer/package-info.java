/** Source text to tokens. Uses no other package. */
@NullMarked
package dev.jsj.parser.lexer;

import org.jspecify.annotations.NullMarked;
