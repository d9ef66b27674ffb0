package dev.jsj.jit.trace;

import dev.jsj.interp.interpreter.ScriptCode;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.parser.Source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The page of {@code --trace-opt=FILE}: a time line of the tiers of every function that got hot,
 * and its source with the lines that loop, the types seen, the calls' targets and the failed guards
 * marked where they are. One file: {@code trace-page.html} with the data in it.
 */
final class TracePage {
    private final long start = System.nanoTime();
    private final Map<ScriptCode, List<TierEvent>> functions = new LinkedHashMap<>();

    /** A page that a shutdown hook writes. */
    static TracePage writtenAtExit(Path file) {
        TracePage page = new TracePage();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    try {
                                        Files.writeString(file, page.html());
                                    } catch (IOException failure) {
                                        throw new UncheckedIOException(failure);
                                    }
                                },
                                "jsj trace page"));
        return page;
    }

    synchronized void add(TierEvent event) {
        functions.computeIfAbsent(event.code(), code -> new ArrayList<>()).add(event);
    }

    /** The whole page. */
    String html() {
        try (InputStream in = TracePage.class.getResourceAsStream("trace-page.html")) {
            String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return template.replace("/*DATA*/null", data());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The data as JSON that may stand in a script element. */
    synchronized String data() {
        StringBuilder out = new StringBuilder("{\"end\":");
        out.append(milliseconds(System.nanoTime())).append(",\"functions\":[");
        String separator = "\n";
        for (Map.Entry<ScriptCode, List<TierEvent>> entry : functions.entrySet()) {
            out.append(separator);
            function(out, entry.getKey(), entry.getValue());
            separator = ",\n";
        }
        return out.append("]}").toString();
    }

    private double milliseconds(long time) {
        return Math.round((time - start) / 1e3) / 1e3;
    }

    private void function(StringBuilder out, ScriptCode code, List<TierEvent> events) {
        out.append("{\"name\":").append(quote(code.toString()));
        out.append(",\"location\":").append(quote(code.location()));
        out.append(",\"events\":[");
        String separator = "";
        for (TierEvent event : events) {
            out.append(separator).append("{\"time\":").append(milliseconds(event.time()));
            out.append(",\"kind\":").append(quote(event.kind().name().toLowerCase()));
            out.append(",\"pc\":").append(event.pc());
            out.append(",\"line\":")
                    .append(event.pc() < 0 ? -1 : FeedbackText.line(code, event.pc()));
            out.append(",\"detail\":").append(quote(event.detail()));
            out.append(",\"took\":").append(event.nanoseconds() / 1e6);
            out.append(",\"size\":").append(event.codeSize()).append('}');
            separator = ",";
        }
        out.append("],\"lines\":[");
        lines(out, code, events);
        out.append("]}");
    }

    /** What is known of one source line. */
    private static final class LineNotes {
        final TreeSet<String> seen = new TreeSet<>();
        final TreeSet<String> inlined = new TreeSet<>();
        final List<String> deoptimizations = new ArrayList<>();
        int rounds;
    }

    private static void lines(StringBuilder out, ScriptCode code, List<TierEvent> events) {
        Source source = code.info().source();
        TreeMap<Integer, LineNotes> notes = new TreeMap<>();
        FeedbackText.forEachInstruction(code, instruction -> note(notes, code, instruction));
        for (TierEvent event : events) {
            if (event.kind() == TierEvent.Kind.DEOPTIMIZED) {
                at(notes, code, event.pc()).deoptimizations.add(event.detail());
            } else if (event.kind() == TierEvent.Kind.INLINED) {
                at(notes, code, event.pc()).inlined.add(event.detail());
            }
        }
        int first = source.line(code.info().start());
        int last = notes.isEmpty() ? first : Math.max(first, notes.lastKey());
        String separator = "";
        for (int line = first; line <= Math.min(last + 1, source.lineCount()); line++) {
            LineNotes known = notes.getOrDefault(line, new LineNotes());
            out.append(separator).append("{\"line\":").append(line);
            out.append(",\"text\":").append(quote(source.lineText(line)));
            out.append(",\"rounds\":").append(known.rounds);
            out.append(",\"seen\":").append(quote(String.join("; ", known.seen)));
            out.append(",\"inlined\":").append(quote(String.join("; ", known.inlined)));
            out.append(",\"deopts\":").append(quote(String.join("; ", known.deoptimizations)));
            out.append('}');
            separator = ",";
        }
    }

    private static LineNotes at(TreeMap<Integer, LineNotes> notes, ScriptCode code, int pc) {
        return notes.computeIfAbsent(FeedbackText.line(code, pc), l -> new LineNotes());
    }

    private static void note(
            TreeMap<Integer, LineNotes> notes, ScriptCode code, Instruction instruction) {
        LineNotes of = at(notes, code, instruction.pc());
        of.rounds = Math.max(of.rounds, FeedbackText.rounds(code, instruction));
        String seen = FeedbackText.of(code, instruction);
        if (seen != null) {
            of.seen.add(instruction.op() + ": " + seen);
        }
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == '<' || c > '~') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
