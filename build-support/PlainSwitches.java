import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.reflect.AccessFlag;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives pattern switches over types plain code: a build step, run on a folder of class files.
 *
 * <p>javac compiles {@code switch (node) { case Call c -> ... }} to an {@code invokedynamic} whose
 * call site the JVM makes when it is first run, at about half a millisecond each, and which an AOT
 * cache does not keep. A program of one line passes sixty of them. Here each becomes a call of a
 * private static method of the same class that tests the types one after the other, which is what
 * the bootstrap makes, too. Switches over anything but classes are left alone.
 *
 * <p>Arguments: the folder, and the class path that its classes need. Changing it twice does
 * nothing more.
 */
public final class PlainSwitches {
    private static final String BOOTSTRAP = "typeSwitch";
    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

    private final ClassFile classFile;

    private PlainSwitches(ClassLoader classes) {
        classFile =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(classes)
                                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<URL> classPath = new ArrayList<>(List.of(url(folder)));
        for (String entry : arguments[1].split(File.pathSeparator)) {
            classPath.add(url(Path.of(entry)));
        }
        try (URLClassLoader classes = new URLClassLoader(classPath.toArray(URL[]::new));
                Stream<Path> files = Files.walk(folder)) {
            PlainSwitches step = new PlainSwitches(classes);
            files.filter(file -> file.toString().endsWith(".class")).forEach(step::change);
        }
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    private void change(Path file) {
        try {
            ClassModel model = classFile.parse(file);
            if (hasTypeSwitch(model)) {
                Files.write(file, classFile.transformClass(model, new Change(model)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean hasTypeSwitch(ClassModel model) {
        for (MethodModel method : model.methods()) {
            if (method.code().isPresent()) {
                for (CodeElement element : method.code().get()) {
                    if (isTypeSwitch(element)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isTypeSwitch(CodeElement element) {
        if (!(element instanceof InvokeDynamicInstruction call)
                || !call.bootstrapMethod().methodName().equals(BOOTSTRAP)
                || !call.bootstrapMethod().owner().equals(BOOTSTRAPS)) {
            return false;
        }
        for (ConstantDesc label : call.bootstrapArgs()) {
            if (!(label instanceof ClassDesc)) {
                return false;
            }
        }
        return true;
    }

    /** The change to one class: calls replaced, and the methods they call added at the end. */
    private static final class Change implements ClassTransform {
        private static final int FLAGS =
                ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

        private final ClassDesc type;
        private final boolean isInterface;
        private final Map<InvokeDynamicEntry, String> names = new HashMap<>();

        Change(ClassModel model) {
            type = model.thisClass().asSymbol();
            isInterface = model.flags().has(AccessFlag.INTERFACE);
        }

        @Override
        public void accept(ClassBuilder builder, ClassElement element) {
            if (element instanceof MethodModel method && method.code().isPresent()) {
                builder.transformMethod(
                        method,
                        (methodBuilder, part) -> {
                            if (part instanceof CodeModel code) {
                                methodBuilder.transformCode(code, this::replace);
                            } else {
                                methodBuilder.with(part);
                            }
                        });
            } else {
                builder.with(element);
            }
        }

        private void replace(CodeBuilder code, CodeElement element) {
            if (!isTypeSwitch(element)) {
                code.with(element);
                return;
            }
            InvokeDynamicEntry call = ((InvokeDynamicInstruction) element).invokedynamic();
            String name = names.computeIfAbsent(call, key -> "typeSwitch$" + names.size());
            code.invokestatic(type, name, call.typeSymbol(), isInterface);
        }

        @Override
        public void atEnd(ClassBuilder builder) {
            names.forEach(
                    (call, name) ->
                            builder.withMethodBody(
                                    name, call.typeSymbol(), FLAGS, code -> tests(code, call)));
        }

        /**
         * {@code (value, restart) -> } the first label from restart on, -1 for null, or the count.
         */
        private static void tests(CodeBuilder code, InvokeDynamicEntry call) {
            Label notNull = code.newLabel();
            code.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
            List<? extends ConstantDesc> labels =
                    call.bootstrap().arguments().stream()
                            .map(LoadableConstantEntry::constantValue)
                            .toList();
            for (int i = 0; i < labels.size(); i++) {
                Label next = code.newLabel();
                code.iload(1).loadConstant(i).if_icmpgt(next);
                code.aload(0).instanceOf((ClassDesc) labels.get(i)).ifeq(next);
                code.loadConstant(i).ireturn().labelBinding(next);
            }
            code.loadConstant(labels.size()).ireturn();
        }
    }
}
