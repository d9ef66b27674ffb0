package dev.jsj.interp.interpreter;

import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.Accessor;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.PrivateElements;
import dev.jsj.runtime.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What a class constructor keeps for its instances: [[PrivateMethods]] and [[Fields]]. */
final class ClassElements {
    /** The operand {@code kind} of the ops that define private methods. */
    private static final int METHOD = 0;

    private static final int GETTER = 1;

    private record PrivateMethod(Symbol name, JSObject function, int kind) {}

    private final List<PrivateMethod> methods = new ArrayList<>(0);

    /** Defines the fields; null where there are none. */
    @Nullable ScriptFunction initializer;

    /** The elements of a class constructor, made on first use. */
    static ClassElements of(ScriptFunction constructor) {
        if (constructor.classFields() instanceof ClassElements elements) {
            return elements;
        }
        ClassElements elements = new ClassElements();
        constructor.setClassFields(elements);
        return elements;
    }

    void addMethod(Symbol name, JSObject function, int kind) {
        methods.add(new PrivateMethod(name, function, kind));
    }

    /** 7.3.33 InitializeInstanceElements, steps 1 and 2. */
    void addPrivateMethods(JSObject object) {
        for (int i = 0; i < methods.size(); i++) {
            PrivateMethod method = methods.get(i);
            if (i == 0 || method.name != methods.get(i - 1).name) {
                PrivateElements.checkAbsent(object, method.name);
            }
            add(object, method.name, method.function, method.kind);
        }
    }

    /** PrivateMethodOrAccessorAdd; the second half of an accessor joins the first. */
    static void add(JSObject object, Symbol name, JSObject function, int kind) {
        if (kind == METHOD) {
            PrivateElements.addMethod(object, name, function);
            return;
        }
        Property existing = PrivateElements.find(object, name);
        if (existing == null) {
            PrivateElements.addAccessor(
                    object,
                    name,
                    kind == GETTER ? new Accessor(function, null) : new Accessor(null, function));
            return;
        }
        Accessor half = (Accessor) object.slotValue(existing);
        object.setSlot(
                existing.slot(),
                kind == GETTER
                        ? new Accessor(function, half.setter())
                        : new Accessor(half.getter(), function));
    }
}
