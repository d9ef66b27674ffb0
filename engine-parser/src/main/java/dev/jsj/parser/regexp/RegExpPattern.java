package dev.jsj.parser.regexp;

import java.util.List;

/**
 * A parsed pattern.
 *
 * @param captureCount the number of capture groups, not counting the whole match
 * @param groupNames the named groups in the order of their first appearance
 */
public record RegExpPattern(
        String source,
        RegExpFlags flags,
        RegExpNode body,
        int captureCount,
        List<GroupName> groupNames) {

    /**
     * A group name with the numbers of the groups that carry it, in source order: more than one
     * only in different alternatives.
     */
    public record GroupName(String name, int[] captures) {}
}
