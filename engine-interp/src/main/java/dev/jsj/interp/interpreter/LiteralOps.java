package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.ObjectBoilerplate;
import dev.jsj.interp.bytecode.TemplateLiteralSite;
import dev.jsj.runtime.builtins.text.JSRegExp;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.Elements;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

/** Closures, object, array, regular expression and template literals. */
final class LiteralOps {
    private LiteralOps() {}

    /** CREATE_CLOSURE dst, function, fb. */
    static void closure(Frame frame, int pc) {
        ScriptCode code = frame.code;
        int[] instructions = code.instructions;
        int site = instructions[pc + 3];
        ScriptCode nested = (ScriptCode) code.caches[site];
        if (nested == null) {
            nested = ScriptCode.of(code.state, code.unit().functions()[instructions[pc + 2]]);
            code.caches[site] = nested;
        }
        frame.registers[instructions[pc + 1]] =
                new ScriptFunction(frame.realm(), nested, frame.scope);
    }

    /** CREATE_EMPTY_OBJECT dst. */
    static void emptyObject(Frame frame, int pc) {
        frame.registers[frame.code.instructions[pc + 1]] = frame.realm().newObject();
    }

    /** CREATE_OBJECT dst, boilerplate, values, count, fb. */
    static void object(Frame frame, int pc) {
        ScriptCode code = frame.code;
        int[] instructions = code.instructions;
        int site = instructions[pc + 5];
        Realm realm = frame.realm();
        Shape shape = (Shape) code.caches[site];
        if (shape == null || shape.prototype() != realm.objectPrototype()) {
            shape = shapeOf((ObjectBoilerplate) code.constants[instructions[pc + 2]], realm);
            if (shape.isUnique()) {
                frame.registers[instructions[pc + 1]] = largeObject(frame, pc);
                return;
            }
            code.caches[site] = shape;
        }
        frame.registers[instructions[pc + 1]] =
                new JSObject(shape, frame.registers, instructions[pc + 3], instructions[pc + 4]);
    }

    private static Shape shapeOf(ObjectBoilerplate boilerplate, Realm realm) {
        Shape shape = realm.objectShape();
        for (String key : boilerplate.keys()) {
            shape = shape.addProperty(key, Property.DEFAULT);
        }
        return shape;
    }

    private static JSObject largeObject(Frame frame, int pc) {
        int[] instructions = frame.code.instructions;
        ObjectBoilerplate boilerplate =
                (ObjectBoilerplate) frame.code.constants[instructions[pc + 2]];
        JSObject object = frame.realm().newObject();
        int register = instructions[pc + 3];
        for (String key : boilerplate.keys()) {
            object.addProperty(key, frame.registers[register++], Property.DEFAULT);
        }
        return object;
    }

    /** CREATE_ARRAY dst, values, count, fb. */
    static void array(Frame frame, int pc) {
        int[] instructions = frame.code.instructions;
        int count = instructions[pc + 3];
        Realm realm = frame.realm();
        JSArray array =
                count == 0
                        ? realm.newArray()
                        : new JSArray(
                                realm.arrayShape(),
                                Elements.of(frame.registers, instructions[pc + 2], count),
                                count);
        frame.registers[instructions[pc + 1]] = array;
    }

    /** CREATE_CONSTANT_ARRAY dst, constant, fb. */
    static void constantArray(Frame frame, int pc) {
        int[] instructions = frame.code.instructions;
        Object constant = frame.code.constants[instructions[pc + 2]];
        Object elements;
        int length;
        if (constant instanceof int[] ints) {
            elements = ints.clone();
            length = ints.length;
        } else if (constant instanceof double[] doubles) {
            elements = doubles.clone();
            length = doubles.length;
        } else {
            Object[] objects = (Object[]) constant;
            elements = objects.clone();
            length = objects.length;
        }
        frame.registers[instructions[pc + 1]] =
                new JSArray(frame.realm().arrayShape(), elements, length);
    }

    /** ARRAY_APPEND array, src. */
    static void append(Frame frame, int pc) {
        int[] instructions = frame.code.instructions;
        ((JSArray) frame.registers[instructions[pc + 1]])
                .append(frame.registers[instructions[pc + 2]]);
    }

    /** ARRAY_APPEND_HOLE array. */
    static void appendHole(Frame frame, int pc) {
        JSArray array = (JSArray) frame.registers[frame.code.instructions[pc + 1]];
        array.setLength(array.length() + 1);
    }

    /** CREATE_REGEXP dst, pattern, flags. */
    static void regExp(Frame frame, int pc) {
        int[] instructions = frame.code.instructions;
        Object[] constants = frame.code.constants;
        frame.registers[instructions[pc + 1]] =
                JSRegExp.create(
                        frame.realm(),
                        (String) constants[instructions[pc + 2]],
                        (String) constants[instructions[pc + 3]]);
    }

    /** GET_TEMPLATE_OBJECT dst, template, fb: 13.2.8.4 GetTemplateObject. */
    static void templateObject(Frame frame, int pc) {
        ScriptCode code = frame.code;
        int[] instructions = code.instructions;
        int site = instructions[pc + 3];
        Object template = code.caches[site];
        if (template == null) {
            template =
                    makeTemplate(
                            frame.realm(),
                            (TemplateLiteralSite) code.constants[instructions[pc + 2]]);
            code.caches[site] = template;
        }
        frame.registers[instructions[pc + 1]] = template;
    }

    private static JSArray makeTemplate(Realm realm, TemplateLiteralSite site) {
        int count = site.cooked().length;
        Object[] cooked = new Object[count];
        for (int i = 0; i < count; i++) {
            String text = site.cooked()[i];
            cooked[i] = text == null ? Undefined.UNDEFINED : text;
        }
        JSArray template = realm.newArray(cooked);
        JSArray raw = realm.newArray(site.raw().toArray());
        ObjectOperations.setIntegrityLevel(raw, ObjectOperations.IntegrityLevel.FROZEN);
        template.defineOwn("raw", raw, Property.FROZEN);
        ObjectOperations.setIntegrityLevel(template, ObjectOperations.IntegrityLevel.FROZEN);
        return template;
    }
}
