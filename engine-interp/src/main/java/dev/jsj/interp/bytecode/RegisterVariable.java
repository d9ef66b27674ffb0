package dev.jsj.interp.bytecode;

/**
 * A variable that lives in a register, for the disassembler, error messages and the debugger.
 *
 * @param start first code offset at which the register is the variable's
 * @param end code offset after the last one
 */
public record RegisterVariable(int register, String name, int start, int end) {

    public boolean covers(int pc) {
        return start <= pc && pc < end;
    }
}
