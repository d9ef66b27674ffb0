package dev.jsj.interp.interpreter;

import dev.jsj.runtime.object.Accessor;
import dev.jsj.runtime.object.Elements;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Symbol;

import java.util.Arrays;

/** The arguments object (10.4.4) and rest parameters. */
final class ArgumentsOps {
    private ArgumentsOps() {}

    /** CREATE_MAPPED_ARGUMENTS dst, mapping: 10.4.4.7 CreateMappedArgumentsObject. */
    static void createMappedArguments(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        Realm realm = frame.realm();
        Object[] arguments = frame.arguments;
        int[] mapping = (int[]) frame.code.constants[code[pc + 2]];
        JSObject object =
                new MappedArguments(
                        realm.agent().root(realm.objectPrototype(), ObjectKind.INDEXED_EXOTIC),
                        frame,
                        Arrays.copyOf(mapping, Math.min(mapping.length, arguments.length)));
        object.addProperty("length", arguments.length, Property.HIDDEN);
        object.addProperty("callee", frame.function, Property.HIDDEN);
        addIterator(object, realm);
        frame.registers[code[pc + 1]] = object;
    }

    private static void addIterator(JSObject object, Realm realm) {
        Object values = realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE_VALUES);
        object.addProperty(Symbol.ITERATOR, values, Property.HIDDEN);
    }

    /** CREATE_UNMAPPED_ARGUMENTS dst: 10.4.4.6 CreateUnmappedArgumentsObject. */
    static void createUnmappedArguments(Frame frame, int pc) {
        Realm realm = frame.realm();
        Object[] arguments = frame.arguments;
        JSObject object = new UnmappedArguments(realm);
        if (arguments.length > 0) {
            object.elements = arguments.clone();
        }
        object.addProperty("length", arguments.length, Property.HIDDEN);
        JSObject thrower = realm.intrinsic(Intrinsic.THROW_TYPE_ERROR);
        object.addProperty("callee", new Accessor(thrower, thrower), Property.ACCESSOR);
        addIterator(object, realm);
        frame.registers[frame.code.instructions[pc + 1]] = object;
    }

    private static final class UnmappedArguments extends JSObject {
        UnmappedArguments(Realm realm) {
            super(realm.objectShape());
        }

        @Override
        public String builtinTag() {
            return "Arguments";
        }
    }

    /** CREATE_REST dst, start. */
    static void createRest(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        Object[] arguments = frame.arguments;
        int start = code[pc + 2];
        int count = arguments.length - start;
        Realm realm = frame.realm();
        frame.registers[code[pc + 1]] =
                count <= 0
                        ? realm.newArray()
                        : new JSArray(
                                realm.arrayShape(), Elements.of(arguments, start, count), count);
    }
}
