package dev.jsj.interp.interpreter;
import static dev.jsj.interp.bytecode.Opcodes.*;
final class SlowOps {
  static boolean execute(Frame f, int op, int pc) {
    int[] code = f.code.instructions; Object[] r = f.registers;
    switch (op) {
      case ADD -> ArithmeticOps.add(f, pc, r[code[pc+2]], r[code[pc+3]]);
      case SUB -> ArithmeticOps.subtract(f, pc, r[code[pc+2]], r[code[pc+3]]);
      case MUL -> ArithmeticOps.multiply(f, pc, r[code[pc+2]], r[code[pc+3]]);
      case GET_PROPERTY -> r[code[pc+1]] = PropertyOps.get(f, pc, r[code[pc+2]], f.code.constants[code[pc+3]], code[pc+4]);
      case SET_PROPERTY -> PropertyOps.set(f, pc, r[code[pc+1]], r[code[pc+3]]);
      default -> throw new AssertionError(dev.jsj.interp.bytecode.Op.of(op).toString());
    }
    f.pc = pc + dev.jsj.interp.bytecode.Op.of(op).length();
    return false;
  }
}
