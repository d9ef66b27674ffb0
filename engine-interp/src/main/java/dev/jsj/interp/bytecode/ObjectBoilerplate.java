package dev.jsj.interp.bytecode;

import java.util.List;

/**
 * The leading plain keys of an object literal, in order: interned strings, distinct, no array
 * indices, not __proto__.
 */
public record ObjectBoilerplate(List<String> keys) {}
