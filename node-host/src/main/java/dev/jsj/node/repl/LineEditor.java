package dev.jsj.node.repl;

import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads lines from the terminal, with editing, completion and a history in a file: the newest line
 * first, as Node keeps it. Blocks: for a thread of its own.
 */
public final class LineEditor implements AutoCloseable {
    private static final int HISTORY_SIZE = 1000;

    /** How a line ended. */
    public enum Ending {
        LINE,
        INTERRUPT,
        END
    }

    /** What was read; the text counts for {@link Ending#LINE} only. */
    public record Line(Ending ending, String text) {}

    private final Terminal terminal;
    private final LineReader reader;
    private final DefaultHistory history = new DefaultHistory();
    private final @Nullable Path historyFile;

    /**
     * @param complete what can stand there for the text before the cursor: first the part of it
     *     that is completed, then the completions (an empty one between groups)
     */
    public LineEditor(@Nullable Path historyFile, Function<String, List<String>> complete)
            throws IOException {
        this.historyFile = historyFile;
        terminal = TerminalBuilder.builder().system(true).provider("exec").build();
        DefaultParser parser = new DefaultParser();
        parser.setEscapeChars(new char[0]);
        parser.setQuoteChars(new char[0]);
        reader =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .parser(parser)
                        .history(history)
                        .completer((any, line, candidates) -> complete(line, candidates, complete))
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .option(LineReader.Option.INSERT_TAB, false)
                        .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                        .option(LineReader.Option.AUTO_LIST, true)
                        .option(LineReader.Option.AUTO_MENU, false)
                        .variable(LineReader.HISTORY_SIZE, HISTORY_SIZE)
                        .variable(LineReader.LIST_MAX, 200)
                        .build();
        loadHistory();
    }

    private static void complete(
            ParsedLine line, List<Candidate> candidates, Function<String, List<String>> complete) {
        String before = line.line().substring(0, line.cursor());
        List<String> found = complete.apply(before);
        if (found.isEmpty()) {
            return;
        }
        // JLine replaces a whole word, so each candidate begins with what stands before in it.
        String word = line.word().substring(0, line.wordCursor());
        String completeOn = found.getFirst();
        if (!word.endsWith(completeOn)) {
            return;
        }
        String head = word.substring(0, word.length() - completeOn.length());
        for (String text : found.subList(1, found.size())) {
            if (!text.isEmpty()) {
                candidates.add(new Candidate(head + text, text, null, null, null, null, false));
            }
        }
    }

    /** Reads one line. */
    public Line read(String prompt) {
        try {
            String line = reader.readLine(prompt);
            saveHistory();
            return new Line(Ending.LINE, line);
        } catch (UserInterruptException interrupt) {
            return new Line(Ending.INTERRUPT, "");
        } catch (EndOfFileException end) {
            return new Line(Ending.END, "");
        }
    }

    private void loadHistory() throws IOException {
        if (historyFile == null || !Files.exists(historyFile)) {
            return;
        }
        for (String line : Files.readAllLines(historyFile).reversed()) {
            if (!line.isBlank()) {
                history.add(line);
            }
        }
    }

    private void saveHistory() {
        if (historyFile == null) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (int i = history.last(); i >= history.first() && i >= 0; i--) {
            lines.add(history.get(i));
        }
        try {
            if (!Files.exists(historyFile)) {
                Files.createFile(
                        historyFile,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(historyFile, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
