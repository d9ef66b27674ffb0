package dev.jsj.jit.regexp;

import dev.jsj.jit.emit.Code;
import dev.jsj.runtime.regexp.Trie;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The body of a method that compares the input with several texts at once, none of which begins
 * another: nested switches over code units.
 */
final class TrieEmitter {
    private static final int MAX_NODES = 300;

    private final MethodVisitor mv;
    private final Label fail = new Label();

    private TrieEmitter(MethodVisitor mv) {
        this.mv = mv;
    }

    /** Whether the texts can become code. */
    static boolean isPossible(Trie trie) {
        return trie.depth() == 1 && nodes(trie) <= MAX_NODES;
    }

    private static int nodes(Trie trie) {
        int count = 1;
        for (int i = 0; i < trie.units().length; i++) {
            count += nodes(trie.child(i));
        }
        return count;
    }

    static void emit(MethodVisitor mv, Trie trie) {
        TrieEmitter emitter = new TrieEmitter(mv);
        emitter.node(trie, 0);
        mv.visitLabel(emitter.fail);
        mv.visitInsn(Opcodes.ICONST_M1);
        mv.visitInsn(Opcodes.IRETURN);
    }

    private void node(Trie trie, int depth) {
        if (trie.isText()) {
            place(depth);
            mv.visitInsn(Opcodes.IRETURN);
            return;
        }
        place(depth);
        mv.visitVarInsn(Opcodes.ILOAD, 2);
        mv.visitJumpInsn(Opcodes.IF_ICMPGE, fail);
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        place(depth);
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, SetEmitter.STRING, "charAt", "(I)C", false);
        char[] units = trie.units();
        if (units.length == 1) {
            Code.pushInt(mv, units[0]);
            mv.visitJumpInsn(Opcodes.IF_ICMPNE, fail);
            node(trie.child(0), depth + 1);
            return;
        }
        int[] keys = new int[units.length];
        Label[] labels = new Label[units.length];
        for (int i = 0; i < units.length; i++) {
            keys[i] = units[i];
            labels[i] = new Label();
        }
        mv.visitLookupSwitchInsn(fail, keys, labels);
        for (int i = 0; i < units.length; i++) {
            mv.visitLabel(labels[i]);
            node(trie.child(i), depth + 1);
        }
    }

    private void place(int depth) {
        mv.visitVarInsn(Opcodes.ILOAD, 1);
        if (depth > 0) {
            Code.pushInt(mv, depth);
            mv.visitInsn(Opcodes.IADD);
        }
    }
}
