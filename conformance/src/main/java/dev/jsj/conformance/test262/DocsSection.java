package dev.jsj.conformance.test262;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The parts of a docs page that a command writes, between {@code <!-- begin NAME -->} marks. */
public final class DocsSection {

    private DocsSection() {}

    /** Replaces the section of that name, or appends it. */
    public static void replace(Path page, String name, String content) throws IOException {
        String begin = "<!-- begin " + name + " -->\n";
        String end = "<!-- end " + name + " -->\n";
        String text = Files.exists(page) ? Files.readString(page) : "";
        int from = text.indexOf(begin);
        int to = from < 0 ? -1 : text.indexOf(end, from);
        String section = begin + content.stripTrailing() + "\n" + end;
        String result =
                to < 0
                        ? text.stripTrailing() + "\n\n" + section
                        : text.substring(0, from) + section + text.substring(to + end.length());
        Files.writeString(page, result);
    }
}
