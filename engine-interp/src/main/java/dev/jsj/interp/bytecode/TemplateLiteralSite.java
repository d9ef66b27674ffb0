package dev.jsj.interp.bytecode;

import java.util.List;

/**
 * The strings of a tagged template, from which its template object is made.
 *
 * @param cooked the cooked strings; null elements stand for undefined (an escape that has no value)
 * @param raw the raw strings
 */
public record TemplateLiteralSite(String[] cooked, List<String> raw) {}
