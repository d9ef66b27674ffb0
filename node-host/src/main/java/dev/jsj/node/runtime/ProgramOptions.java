package dev.jsj.node.runtime;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a program was started.
 *
 * @param execArgv flags of the runtime, as {@code process.execArgv} shows them
 * @param argv {@code process.argv}: the executable, the program's file if it has one, its arguments
 * @param execPath the executable
 * @param permissions what it may touch; null for everything
 */
public record ProgramOptions(
        List<String> execArgv,
        List<String> argv,
        String execPath,
        @Nullable Permissions permissions) {

    /** Short forms of flags. */
    private static final Map<String, String> SHORT =
            Map.of("--require", "-r", "--conditions", "-C");

    /** Options with the permissions that the flags describe. */
    public ProgramOptions(List<String> execArgv, List<String> argv, String execPath) {
        this(execArgv, argv, execPath, Permissions.of(execArgv));
    }

    /** Whether a flag without a value was given. */
    public boolean has(String flag) {
        return execArgv.contains(flag);
    }

    /** The value of {@code flag=value}, or {@code otherwise}. */
    public String value(String flag, String otherwise) {
        List<String> all = values(flag);
        return all.isEmpty() ? otherwise : all.getFirst();
    }

    /** All values of a flag, given as {@code flag=value} or as two arguments. */
    public List<String> values(String flag) {
        List<String> values = new ArrayList<>();
        String prefix = flag + "=";
        String abbreviation = SHORT.getOrDefault(flag, flag);
        for (int i = 0; i < execArgv.size(); i++) {
            String argument = execArgv.get(i);
            if (argument.startsWith(prefix)) {
                values.add(argument.substring(prefix.length()));
            } else if ((argument.equals(flag) || argument.equals(abbreviation))
                    && i + 1 < execArgv.size()) {
                values.add(execArgv.get(++i));
            }
        }
        return values;
    }
}
