package dev.jsj.parser.tools;

import dev.jsj.parser.Parser;
import dev.jsj.parser.Source;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Measures how fast a script is parsed: {@code ParseSpeed FILE [ROUNDS [eager|fresh]]}. */
public final class ParseSpeed {
    private ParseSpeed() {}

    /** Processor time of this thread: the machine may be busy. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    public static void main(String[] args) throws IOException {
        String text = Files.readString(Path.of(args[0]));
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        boolean lazy = args.length < 3 || !args[2].equals("eager");
        Parser parser = new Parser(Parser.DEFAULT_MAX_DEPTH, lazy);
        double[] times = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            Source source = new Source(args[0], text);
            long start = cpuTime();
            parser.parseScript(source);
            times[i] = (cpuTime() - start) / 1e6;
        }
        System.out.printf(
                "first %.0f ms, second %.0f ms", times[0], times[Math.min(1, rounds - 1)]);
        Arrays.sort(times);
        double median = times[rounds / 2];
        System.out.printf(
                ", best %.1f ms, median %.1f ms = %.1f MB/s%n",
                times[0], median, text.length() / 1e3 / median);
    }
}
