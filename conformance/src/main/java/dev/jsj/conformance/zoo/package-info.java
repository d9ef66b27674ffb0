/** The ES1, ES3 and ES5 conformance programs of ivankra/javascript-zoo. */
@NullMarked
package dev.jsj.conformance.zoo;

import org.jspecify.annotations.NullMarked;
