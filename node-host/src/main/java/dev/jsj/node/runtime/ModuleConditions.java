package dev.jsj.node.runtime;

import java.util.ArrayList;
import java.util.List;

/** The conditions under which entries of {@code exports} and {@code imports} hold. */
public final class ModuleConditions {
    private ModuleConditions() {}

    /**
     * @param kind {@code require} or {@code import}
     */
    public static List<String> of(ProgramOptions options, String kind) {
        List<String> conditions =
                new ArrayList<>(List.of("node", kind, "module-sync", "node-addons"));
        conditions.addAll(options.values("--conditions"));
        return conditions;
    }
}
