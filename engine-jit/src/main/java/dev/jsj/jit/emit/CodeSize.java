package dev.jsj.jit.emit;

import org.objectweb.asm.ClassReader;

/** Reads how much code a class file holds, without looking at the code. */
public final class CodeSize {
    private final ClassReader reader;
    private final char[] buffer = new char[256];
    private int at;
    private int largest;

    private CodeSize(byte[] classFile) {
        reader = new ClassReader(classFile);
        at = reader.header + 6; // behind the access flags, the class and its super class
    }

    /** Bytes of the code of a class's largest method. */
    public static int ofLargestMethod(byte[] classFile) {
        CodeSize size = new CodeSize(classFile);
        int interfaces = size.next16();
        size.at += 2 * interfaces;
        size.members(); // fields
        size.members(); // methods
        return size.largest;
    }

    private int next16() {
        int value = reader.readUnsignedShort(at);
        at += 2;
        return value;
    }

    private void members() {
        for (int members = next16(); members > 0; members--) {
            at += 6; // access flags, name, descriptor
            for (int attributes = next16(); attributes > 0; attributes--) {
                if ("Code".equals(reader.readUTF8(at, buffer))) {
                    largest = Math.max(largest, reader.readInt(at + 10));
                }
                at += 6 + reader.readInt(at + 2);
            }
        }
    }
}
