package dev.jsj.interp.interpreter;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.realm.RealmShapes;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Null;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Definitions in classes and object literals (13.2.5, 15.7.14). */
final class ClassOps {
    private ClassOps() {}

    private static Object operand(Frame frame, int pc, int index) {
        return frame.registers[frame.code.instructions[pc + index]];
    }

    private static JSObject object(Frame frame, int pc, int index) {
        return (JSObject) operand(frame, pc, index);
    }

    private static boolean flag(Frame frame, int pc, int index) {
        return frame.code.instructions[pc + index] != 0;
    }

    /**
     * CREATE_CLASS dst, heritage, function, hasHeritage: 15.7.14 ClassDefinitionEvaluation, steps 7
     * to 16.
     */
    static void createClass(Frame frame, int pc) {
        int[] instructions = frame.code.instructions;
        Realm realm = frame.realm();
        JSObject prototypeParent = realm.objectPrototype(); // 7
        JSObject constructorParent = null;
        if (instructions[pc + 4] != 0) { // 8
            Object heritage = operand(frame, pc, 2);
            if (heritage == Null.NULL) {
                prototypeParent = null;
            } else if (heritage instanceof JSObject parent && parent.isConstructor()) {
                prototypeParent = prototypeParent(parent);
                constructorParent = parent;
            } else {
                throw Errors.typeError(
                        "Class extends value "
                                + ErrorText.of(heritage)
                                + " is not a constructor or null");
            }
        }
        JSObject prototype = realm.newObject(prototypeParent); // 9
        ScriptCode code =
                ScriptCode.of(
                        frame.code.state, frame.code.unit().functions()[instructions[pc + 3]]);
        Shape shape =
                constructorParent == null
                        ? realm.shapes().classConstructor
                        : RealmShapes.functionShape(realm, constructorParent)
                                .addProperty("prototype", Property.FROZEN);
        ScriptFunction constructor = new ScriptFunction(realm, shape, code, frame.scope); // 14
        constructor.setHomeObject(prototype);
        constructor.setPrototypeProperty(prototype);
        prototype.defineOwn("constructor", constructor, Property.HIDDEN); // 16
        int dst = instructions[pc + 1];
        frame.registers[dst] = constructor;
        frame.registers[dst + 1] = prototype;
    }

    private static @Nullable JSObject prototypeParent(JSObject superclass) {
        Object prototype = superclass.get("prototype");
        if (prototype instanceof JSObject object) {
            return object;
        }
        if (prototype == Null.NULL) {
            return null;
        }
        throw Errors.typeError(
                "Class extends value does not have valid prototype property "
                        + ErrorText.of(prototype));
    }

    // ---- fields

    /** SET_CLASS_INITIALIZER constructor, function. */
    static void setClassInitializer(Frame frame, int pc) {
        ClassElements.of((ScriptFunction) operand(frame, pc, 1)).initializer =
                (ScriptFunction) operand(frame, pc, 2);
    }

    /** SET_FIELD_KEY function, index, key. */
    static void setFieldKey(Frame frame, int pc) {
        ScriptFunction initializer = (ScriptFunction) operand(frame, pc, 1);
        int index = frame.code.instructions[pc + 2];
        @SuppressWarnings("unchecked")
        List<Object> keys = (List<Object>) initializer.classFields();
        if (keys == null) {
            keys = new ArrayList<>();
            initializer.setClassFields(keys);
        }
        keys.add(index, operand(frame, pc, 3));
    }

    /** GET_FIELD_KEY dst, index. */
    static void getFieldKey(Frame frame, int pc) {
        int[] instructions = frame.code.instructions;
        List<?> keys = (List<?>) frame.function.classFields();
        frame.registers[instructions[pc + 1]] = keys.get(instructions[pc + 2]);
    }

    /**
     * INITIALIZE_INSTANCE object, function: 7.3.33 InitializeInstanceElements ( O, constructor ).
     */
    static void initializeInstance(Frame frame, int pc) {
        JSObject object = object(frame, pc, 1);
        ScriptFunction initializer = addPrivateMethods(object, operand(frame, pc, 2));
        if (initializer != null) {
            Calls.call(frame, initializer, object, JSObject.NO_ARGUMENTS);
        }
    }

    /**
     * InitializeInstanceElements without the fields.
     *
     * @return the function that defines the fields; null where there are none
     */
    static @Nullable ScriptFunction addPrivateMethods(JSObject object, Object constructor) {
        if (!(((ScriptFunction) constructor).classFields() instanceof ClassElements elements)) {
            return null;
        }
        elements.addPrivateMethods(object);
        return elements.initializer;
    }

    // ---- properties

    /** DEFINE_ELEMENT object, key, value. */
    static void defineElement(Frame frame, int pc) {
        Object key = TypeConversion.toPropertyKey(operand(frame, pc, 2));
        ObjectOperations.createDataPropertyOrThrow(
                object(frame, pc, 1), key, operand(frame, pc, 3));
    }

    /** DEFINE_METHOD object, key, function, enumerable. */
    static void defineMethod(Frame frame, int pc) {
        int flags = flag(frame, pc, 4) ? Property.DEFAULT : Property.HIDDEN;
        ObjectOperations.definePropertyOrThrow(
                object(frame, pc, 1),
                operand(frame, pc, 2),
                PropertyDescriptor.data(operand(frame, pc, 3), flags));
    }

    /** DEFINE_GETTER object, key, function, enumerable. */
    static void defineGetter(Frame frame, int pc) {
        PropertyDescriptor descriptor = new PropertyDescriptor().setGetter(object(frame, pc, 3));
        defineAccessor(frame, pc, descriptor);
    }

    /** DEFINE_SETTER object, key, function, enumerable. */
    static void defineSetter(Frame frame, int pc) {
        PropertyDescriptor descriptor = new PropertyDescriptor().setSetter(object(frame, pc, 3));
        defineAccessor(frame, pc, descriptor);
    }

    private static void defineAccessor(Frame frame, int pc, PropertyDescriptor descriptor) {
        descriptor.setEnumerable(flag(frame, pc, 4));
        descriptor.setConfigurable(true);
        ObjectOperations.definePropertyOrThrow(
                object(frame, pc, 1), operand(frame, pc, 2), descriptor);
    }

    /** SET_HOME_OBJECT function, object. */
    static void setHomeObject(Frame frame, int pc) {
        ((ScriptFunction) operand(frame, pc, 1)).setHomeObject(object(frame, pc, 2));
    }

    /** SET_FUNCTION_NAME function, key, prefix: 10.2.9 SetFunctionName ( F, name [ , prefix ] ). */
    static void setFunctionName(Frame frame, int pc) {
        String name = BuiltinTable.functionName(operand(frame, pc, 2));
        String prefix =
                switch (frame.code.instructions[pc + 3]) {
                    case 1 -> "get ";
                    case 2 -> "set ";
                    default -> "";
                };
        ((ScriptFunction) operand(frame, pc, 1)).setName(prefix + name);
    }

    /** SET_LITERAL_PROTOTYPE object, value. */
    static void setLiteralPrototype(Frame frame, int pc) {
        Object value = operand(frame, pc, 2);
        if (value instanceof JSObject || value == Null.NULL) {
            object(frame, pc, 1).setPrototypeOf(value instanceof JSObject p ? p : null);
        }
    }

    /** COPY_DATA_PROPERTIES target, source, excluded, count. */
    static void copyDataProperties(Frame frame, int pc) {
        int[] instructions = frame.code.instructions;
        int first = instructions[pc + 3];
        int count = instructions[pc + 4];
        Set<Object> excluded = count == 0 ? Set.of() : new HashSet<>();
        for (int i = 0; i < count; i++) {
            excluded.add(TypeConversion.toPropertyKey(frame.registers[first + i]));
        }
        ObjectOperations.copyDataProperties(
                frame.realm(), object(frame, pc, 1), operand(frame, pc, 2), excluded);
    }
}
