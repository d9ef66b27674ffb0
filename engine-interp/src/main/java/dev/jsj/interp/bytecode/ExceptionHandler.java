package dev.jsj.interp.bytecode;

/**
 * One row of a handler table. The rows are ordered inner before outer; the first that covers the pc
 * of the throwing op applies. The handler restores the scope itself (RESTORE_SCOPE).
 *
 * @param start first code offset covered
 * @param end code offset after the last one covered
 * @param handler where execution continues
 * @param register receives the JS exception value
 * @param rethrows whether the handler only throws it again in the end: then the register receives
 *     the {@link dev.jsj.runtime.value.JSThrow} itself, for RETHROW, with where it came from
 */
public record ExceptionHandler(int start, int end, int handler, int register, boolean rethrows) {

    public boolean covers(int pc) {
        return start <= pc && pc < end;
    }
}
