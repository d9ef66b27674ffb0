package dev.jsj.parser.ast;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * The static part of a source text module record (16.2.1.6).
 *
 * @param requests the modules to load, in source order, each once
 */
public record ModuleInfo(
        List<Request> requests,
        List<ImportEntry> imports,
        List<LocalExport> localExports,
        List<IndirectExport> indirectExports,
        List<StarExport> starExports,
        boolean hasTopLevelAwait) {

    /** A module to load. Requests are equal if specifier, attributes and phase are. */
    public record Request(String specifier, Map<String, String> attributes, ImportPhase phase) {}

    /** A local binding of an import; {@code importName} is null for the namespace. */
    public record ImportEntry(
            Request request, @Nullable String importName, String localName, int position) {}

    /** An export of a binding of this module. */
    public record LocalExport(String exportName, String localName, int position) {}

    /**
     * An export of another module's export under a name of its own; {@code importName} is null for
     * the namespace.
     */
    public record IndirectExport(
            String exportName, Request request, @Nullable String importName, int position) {}

    /** {@code export * from}. */
    public record StarExport(Request request, int position) {}
}
