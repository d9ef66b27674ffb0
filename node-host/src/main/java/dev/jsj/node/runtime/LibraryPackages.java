package dev.jsj.node.runtime;

import java.util.List;
import java.util.Map;

/**
 * Published npm packages that are part of the runtime's own JavaScript, as Maven artifacts: where
 * their files are, and which of their imports mean files of ours.
 */
final class LibraryPackages {
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final String STREAMS = "readable-stream/";
    private static final String WEB_STREAMS = "web-streams-polyfill/";
    private static final String FETCH = "undici/";
    private static final String PARSER = "babel__parser/";

    /** A file of each package that our own files require. */
    static final List<String> ENTRIES =
            List.of(
                    "readable-stream/lib/stream",
                    "web-streams-polyfill/dist/ponyfill.es2018",
                    "undici/lib/web/fetch/index",
                    "babel__parser/lib/index");

    /** Files of the packages that our own replace, and what their imports mean here. */
    private static final Map<String, String> REPLACED =
            Map.of(
                    "readable-stream/lib/ours/errors", "internal/streams/errors",
                    "readable-stream/lib/internal/validators", "internal/streams/validators",
                    "buffer/", "buffer",
                    "process/", "process",
                    "string_decoder/", "string_decoder",
                    "abort-controller", "internal/abort_controller",
                    "undici/lib/global", "internal/fetch/dispatcher");

    private LibraryPackages() {}

    static boolean isFile(String id) {
        return id.startsWith(STREAMS)
                || id.startsWith(WEB_STREAMS)
                || id.startsWith(FETCH)
                || id.startsWith(PARSER);
    }

    /** The resource of a package's file. */
    static String resource(String id) {
        String versioned;
        if (id.startsWith(STREAMS)) {
            versioned = "readable-stream/4.7.0/" + id.substring(STREAMS.length());
        } else if (id.startsWith(WEB_STREAMS)) {
            versioned = "web-streams-polyfill/3.3.3/" + id.substring(WEB_STREAMS.length());
        } else if (id.startsWith(FETCH)) {
            versioned = "undici/7.27.1/" + id.substring(FETCH.length());
        } else {
            versioned = "babel__parser/7.29.8/" + id.substring(PARSER.length());
        }
        return WEBJARS + versioned + ".js";
    }

    /** The module that a file of a package asks for, or the folder that it is the index of. */
    static String resolve(String from, String request) {
        String id = request.startsWith("node:") ? request.substring("node:".length()) : request;
        if (request.startsWith(".")) {
            String folder = from.substring(0, from.lastIndexOf('/'));
            String rest = request;
            while (true) {
                if (rest.startsWith("./")) {
                    rest = rest.substring(2);
                } else if (rest.startsWith("../")) {
                    rest = rest.substring(3);
                    folder = folder.substring(0, folder.lastIndexOf('/'));
                } else {
                    break;
                }
            }
            String name = folder + "/" + rest;
            id = name.endsWith(".js") ? name.substring(0, name.length() - ".js".length()) : name;
        }
        String replaced = REPLACED.get(id);
        if (replaced != null) {
            return replaced;
        }
        return id;
    }
}
