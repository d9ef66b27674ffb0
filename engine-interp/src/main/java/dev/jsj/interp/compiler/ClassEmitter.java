package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.parser.ast.ClassElement;
import dev.jsj.parser.ast.ClassNode;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.MethodDefinition;
import dev.jsj.parser.ast.MethodKind;
import dev.jsj.parser.ast.PrivateName;
import dev.jsj.parser.ast.PropertyDefinition;
import dev.jsj.parser.ast.StaticBlock;
import dev.jsj.parser.scope.DeclarationScope;
import dev.jsj.parser.scope.Variable;
import dev.jsj.parser.scope.VariableKind;

import org.jspecify.annotations.Nullable;

/**
 * Classes (15.7.14 ClassDefinitionEvaluation). Fields and static blocks become two functions of the
 * class, one for instances and one for the class itself; a computed field key is kept with the
 * function that needs it.
 */
final class ClassEmitter {

    private static final int METHOD = 0;
    private static final int GETTER = 1;
    private static final int SETTER = 2;

    private final FunctionCompiler f;

    ClassEmitter(FunctionCompiler f) {
        this.f = f;
    }

    /** dst = the class, with that name property. */
    void classDefinition(ClassNode node, String name, int dst) {
        classDefinition(node, name, FunctionCompiler.NONE, dst);
    }

    /** dst = the anonymous class, named after the property key in a register. */
    void classNamedByKey(ClassNode node, int key, int dst) {
        classDefinition(node, "", key, dst);
    }

    private void classDefinition(ClassNode node, String name, int nameKey, int dst) {
        int mark = f.registers.mark();
        boolean outerStrict = f.strict;
        f.strict = true;
        f.enter(node.scope());
        createPrivateNames(node);
        Parts parts = new Parts(node, f.registers.temporaries(2));
        create(node, name, parts.constructor);
        if (nameKey != FunctionCompiler.NONE) {
            f.code.emit(Op.SET_FUNCTION_NAME, parts.constructor, nameKey, LiteralEmitter.NO_PREFIX);
        }
        createInitializers(node, parts);
        for (ClassElement element : node.elements()) {
            int elementMark = f.registers.mark();
            switch (element) {
                case MethodDefinition method -> method(method, parts);
                case PropertyDefinition field -> fieldKey(field, parts);
                case StaticBlock block -> {}
            }
            f.registers.release(elementMark);
        }
        finish(node, parts);
        f.move(dst, parts.constructor);
        f.leave(node.scope());
        f.strict = outerStrict;
        f.registers.release(mark);
    }

    /** Where the parts of a class under construction are. */
    private final class Parts {
        final int constructor;
        final int prototype;
        final int instanceInitializer;
        final int staticInitializer;
        int instanceKeys;
        int staticKeys;

        Parts(ClassNode node, int pair) {
            constructor = pair;
            prototype = pair + 1;
            instanceInitializer =
                    node.instanceInitializer() == null
                            ? FunctionCompiler.NONE
                            : f.registers.temporary();
            staticInitializer =
                    node.staticInitializer() == null
                            ? FunctionCompiler.NONE
                            : f.registers.temporary();
        }

        int home(boolean isStatic) {
            return isStatic ? constructor : prototype;
        }
    }

    private void createPrivateNames(ClassNode node) {
        for (Variable variable : node.scope().variables()) {
            if (variable.kind().isPrivate()) {
                int mark = f.registers.mark();
                int name = f.registers.temporary();
                int description = f.code.constant(variable.name());
                if (variable.kind() == VariableKind.PRIVATE_FIELD) {
                    f.code.emit(Op.CREATE_PRIVATE_NAME, name, description);
                } else {
                    String className = node.id() == null ? "anonymous" : node.id().name();
                    f.code.emit(
                            Op.CREATE_PRIVATE_METHOD_NAME,
                            name,
                            description,
                            f.code.constant(className),
                            variable.isStatic() ? 1 : 0);
                }
                f.variables.initialize(variable.name(), name);
                f.registers.release(mark);
            }
        }
    }

    // ---------------------------------------------------------------- constructor and initializers

    private void create(ClassNode node, String name, int pair) {
        int mark = f.registers.mark();
        int heritage = pair;
        if (node.superClass() != null) {
            heritage = f.expressions.register(node.superClass());
            f.at(node.superClass());
        }
        int function = f.code.function(constructorInfo(node, name));
        f.code.emit(Op.CREATE_CLASS, pair, heritage, function, node.superClass() == null ? 0 : 1);
        f.registers.release(mark);
    }

    private FunctionInfo constructorInfo(ClassNode node, String name) {
        FunctionContext outer = f.context;
        FunctionNode constructor = node.constructor();
        boolean derived = node.superClass() != null;
        boolean initializes = hasInstanceElements(node);
        return new FunctionInfo(
                derived
                        ? FunctionInfo.Kind.DERIVED_CONSTRUCTOR
                        : FunctionInfo.Kind.BASE_CONSTRUCTOR,
                name,
                constructor == null ? 0 : constructor.length(),
                true,
                false,
                false,
                true,
                outer.source(),
                node.start(),
                node.end(),
                constructor == null
                        ? info ->
                                FunctionEmitter.defaultConstructor(
                                        outer, node.scope(), info, initializes)
                        : info ->
                                FunctionEmitter.function(
                                        outer,
                                        constructor,
                                        constructor.start(),
                                        info,
                                        initializes));
    }

    private static boolean hasInstanceElements(ClassNode node) {
        for (ClassElement element : node.elements()) {
            boolean initializes =
                    switch (element) {
                        case PropertyDefinition field -> !field.isStatic();
                        case MethodDefinition method ->
                                !method.isStatic() && method.key() instanceof PrivateName;
                        case StaticBlock block -> false;
                    };
            if (initializes) {
                return true;
            }
        }
        return false;
    }

    private void createInitializers(ClassNode node, Parts parts) {
        if (node.instanceInitializer() != null) {
            createInitializer(
                    node, node.instanceInitializer(), false, parts.instanceInitializer, parts);
        }
        if (node.staticInitializer() != null) {
            createInitializer(node, node.staticInitializer(), true, parts.staticInitializer, parts);
        }
    }

    private void createInitializer(
            ClassNode node, DeclarationScope scope, boolean isStatic, int dst, Parts parts) {
        FunctionContext outer = f.context;
        FunctionInfo info =
                new FunctionInfo(
                        FunctionInfo.Kind.INITIALIZER,
                        isStatic ? "<static_initializer>" : "<instance_members_initializer>",
                        0,
                        true,
                        false,
                        false,
                        true,
                        outer.source(),
                        node.start(),
                        node.end(),
                        function ->
                                FunctionEmitter.classInitializer(
                                        outer, node, scope, isStatic, function));
        f.code.emit(Op.CREATE_CLOSURE, dst, f.code.function(info));
        f.code.emit(Op.SET_HOME_OBJECT, dst, parts.home(isStatic));
    }

    private void finish(ClassNode node, Parts parts) {
        if (node.instanceInitializer() != null) {
            f.code.emit(Op.SET_CLASS_INITIALIZER, parts.constructor, parts.instanceInitializer);
        }
        if (node.id() != null && node.scope().lookupLocal(node.id().name()) != null) {
            f.variables.initialize(node.id().name(), parts.constructor);
        }
        for (ClassElement element : node.elements()) {
            if (element instanceof MethodDefinition method
                    && method.isStatic()
                    && method.key() instanceof PrivateName) {
                int mark = f.registers.mark();
                privateMethod(method, parts);
                f.registers.release(mark);
            }
        }
        if (node.staticInitializer() != null) {
            int result = f.registers.temporary();
            f.code.emit(Op.CALL_METHOD0, result, parts.staticInitializer, parts.constructor);
        }
    }

    // ---------------------------------------------------------------- elements

    private void method(MethodDefinition method, Parts parts) {
        if (method.kind() == MethodKind.CONSTRUCTOR) {
            return;
        }
        if (method.key() instanceof PrivateName) {
            if (!method.isStatic()) {
                privateMethod(method, parts);
            }
            return;
        }
        int object = parts.home(method.isStatic());
        int key = f.registers.temporary();
        int function = f.registers.temporary();
        if (method.computed()) {
            f.expressions.into(method.key(), key);
            f.at(method.key());
            f.code.emit(Op.TO_PROPERTY_KEY, key, key);
            f.closure(method.value(), "", function);
            f.code.emit(Op.SET_FUNCTION_NAME, function, key, prefix(method.kind()));
        } else {
            Object constant = Constants.propertyKey(method.key());
            f.closure(method.value(), prefixText(method.kind()) + constant, function);
            f.loadConstant(key, constant);
        }
        setHomeObject(method, function, object);
        f.at(method.key());
        f.code.emit(
                switch (method.kind()) {
                    case GET -> Op.DEFINE_GETTER;
                    case SET -> Op.DEFINE_SETTER;
                    default -> Op.DEFINE_METHOD;
                },
                object,
                key,
                function,
                0);
    }

    private void privateMethod(MethodDefinition method, Parts parts) {
        PrivateName name = (PrivateName) method.key();
        int function = f.registers.temporary();
        f.closure(method.value(), prefixText(method.kind()) + name.name(), function);
        setHomeObject(method, function, parts.home(method.isStatic()));
        int key = f.variables.registerRaw(name.name());
        f.code.emit(
                method.isStatic() ? Op.DEFINE_PRIVATE_METHOD : Op.ADD_INSTANCE_PRIVATE_METHOD,
                parts.constructor,
                key,
                function,
                privateKind(method.kind()));
    }

    private void setHomeObject(MethodDefinition method, int function, int object) {
        if (LiteralEmitter.usesHomeObject(method.value())) {
            f.code.emit(Op.SET_HOME_OBJECT, function, object);
        }
    }

    private static int privateKind(MethodKind kind) {
        return switch (kind) {
            case GET -> GETTER;
            case SET -> SETTER;
            default -> METHOD;
        };
    }

    private static int prefix(MethodKind kind) {
        return switch (kind) {
            case GET -> LiteralEmitter.GET_PREFIX;
            case SET -> LiteralEmitter.SET_PREFIX;
            default -> LiteralEmitter.NO_PREFIX;
        };
    }

    private static String prefixText(MethodKind kind) {
        return switch (kind) {
            case GET -> "get ";
            case SET -> "set ";
            default -> "";
        };
    }

    /** The key of a computed field is evaluated with the class, once. */
    private void fieldKey(PropertyDefinition field, Parts parts) {
        if (!field.computed()) {
            return;
        }
        int key = f.registers.temporary();
        f.expressions.into(field.key(), key);
        f.at(field.key());
        f.code.emit(Op.TO_PROPERTY_KEY, key, key);
        if (field.isStatic()) {
            f.code.emit(Op.SET_FIELD_KEY, parts.staticInitializer, parts.staticKeys++, key);
        } else {
            f.code.emit(Op.SET_FIELD_KEY, parts.instanceInitializer, parts.instanceKeys++, key);
        }
    }

    // ---------------------------------------------------------------- the body of an initializer

    /** Defines the fields of one kind on this, and runs static blocks, in order. */
    void initialize(ClassNode node, boolean isStatic) {
        int self = f.registers.temporary();
        f.code.emit(Op.LOAD_THIS, self);
        int keys = 0;
        for (ClassElement element : node.elements()) {
            int mark = f.registers.mark();
            switch (element) {
                case PropertyDefinition field when field.isStatic() == isStatic ->
                        field(field, self, field.computed() ? keys++ : FunctionCompiler.NONE);
                case StaticBlock block when isStatic -> staticBlock(block);
                default -> {}
            }
            f.registers.release(mark);
        }
    }

    private void field(PropertyDefinition field, int self, int keyIndex) {
        if (field.key() instanceof PrivateName name && !field.computed()) {
            int value = fieldValue(field.value(), name.name());
            f.at(field);
            f.code.emit(Op.DEFINE_PRIVATE_FIELD, self, f.variables.registerRaw(name.name()), value);
            return;
        }
        f.at(field);
        if (!field.computed()) {
            Object key = Constants.propertyKey(field.key());
            int value = fieldValue(field.value(), key.toString());
            f.at(field);
            f.code.emit(Op.DEFINE_PROPERTY, self, f.code.constant(key), value);
            return;
        }
        int key = f.registers.temporary();
        f.code.emit(Op.GET_FIELD_KEY, key, keyIndex);
        int value;
        if (field.value() == null) {
            value = fieldValue(null, null);
        } else {
            value = f.registers.temporary();
            f.literals.namedByKey(field.value(), key, LiteralEmitter.NO_PREFIX, value);
        }
        f.at(field);
        f.code.emit(Op.DEFINE_ELEMENT, self, key, value);
    }

    private int fieldValue(@Nullable Expression value, @Nullable String name) {
        if (value == null) {
            int undefined = f.registers.temporary();
            f.loadUndefined(undefined);
            return undefined;
        }
        return f.expressions.registerNamed(value, name);
    }

    private void staticBlock(StaticBlock block) {
        f.enter(block.scope());
        FunctionEmitter.initializeVars(f, block.scope());
        f.statements.instantiateFunctions(block.functions());
        f.tries.disposing(block.scope(), () -> f.statements.statements(block.body()));
        f.leave(block.scope());
    }
}
