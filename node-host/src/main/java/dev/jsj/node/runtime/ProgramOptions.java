package dev.jsj.node.runtime;

import java.util.List;

/**
 * How a program was started.
 *
 * @param execArgv flags of the runtime, as {@code process.execArgv} shows them
 * @param argv {@code process.argv}: the executable, the program's file if it has one, its arguments
 * @param execPath the executable
 */
public record ProgramOptions(List<String> execArgv, List<String> argv, String execPath) {
    /** Whether a flag without a value was given. */
    public boolean has(String flag) {
        return execArgv.contains(flag);
    }

    /** The value of {@code flag=value}, or {@code otherwise}. */
    public String value(String flag, String otherwise) {
        String prefix = flag + "=";
        for (String argument : execArgv) {
            if (argument.startsWith(prefix)) {
                return argument.substring(prefix.length());
            }
        }
        return otherwise;
    }
}
