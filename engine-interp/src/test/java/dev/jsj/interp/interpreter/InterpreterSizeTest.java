package dev.jsj.interp.interpreter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;

/** HotSpot does not compile methods of more than 8,000 bytes (DontCompileHugeMethods). */
class InterpreterSizeTest {
    private static final int LIMIT = 8000;

    @ParameterizedTest
    @ValueSource(
            classes = {
                Interpreter.class,
                SlowOps.class,
                SlowOperators.class,
                SlowJumps.class,
                RareOps.class,
                Calls.class
            })
    void everyMethodIsSmallEnoughToBeCompiled(Class<?> type) throws IOException {
        String file = type.getSimpleName() + ".class";
        try (InputStream stream = type.getResourceAsStream(file)) {
            ClassModel model = ClassFile.of().parse(stream.readAllBytes());
            for (MethodModel method : model.methods()) {
                int size = ((CodeAttribute) method.code().orElseThrow()).codeLength();
                assertTrue(size < LIMIT, method.methodName() + " has " + size + " bytes");
            }
        }
    }
}
