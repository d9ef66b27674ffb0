package dev.jsj.interp.modules;

import java.util.Map;

/**
 * 16.2.1.3 ModuleRequest Records: what an import asks the host for.
 *
 * @param attributes the import attributes ({@code with {type: "json"}})
 * @param phase how far the import goes
 */
public record ModuleRequest(String specifier, Map<String, String> attributes, Phase phase) {
    /** Evaluate now, evaluate on first use of the namespace, or give the source only. */
    public enum Phase {
        EVALUATION,
        DEFER,
        SOURCE
    }

    /** A plain import. */
    public static ModuleRequest of(String specifier) {
        return new ModuleRequest(specifier, Map.of(), Phase.EVALUATION);
    }
}
