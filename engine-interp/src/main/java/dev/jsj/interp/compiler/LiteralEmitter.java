package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.ObjectBoilerplate;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.parser.ast.ArrayExpression;
import dev.jsj.parser.ast.BigIntLiteral;
import dev.jsj.parser.ast.BooleanLiteral;
import dev.jsj.parser.ast.ClassNode;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.NullLiteral;
import dev.jsj.parser.ast.ObjectExpression;
import dev.jsj.parser.ast.ObjectMember;
import dev.jsj.parser.ast.Property;
import dev.jsj.parser.ast.PropertyKind;
import dev.jsj.parser.ast.SpreadElement;
import dev.jsj.parser.ast.StringLiteral;
import dev.jsj.parser.ast.TemplateLiteral;
import dev.jsj.runtime.value.Null;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Object, array and template literals. */
final class LiteralEmitter {

    /** How many values of a literal are computed before the object is made. */
    private static final int MAX_INITIAL_VALUES = 48;

    /** Tells apart how a function name from a computed key begins. */
    static final int NO_PREFIX = 0;

    static final int GET_PREFIX = 1;
    static final int SET_PREFIX = 2;

    private final FunctionCompiler f;

    LiteralEmitter(FunctionCompiler f) {
        this.f = f;
    }

    // ---------------------------------------------------------------- objects

    /** dst = the object. Its plain leading properties are made with it, the others one by one. */
    void object(ObjectExpression e, int dst) {
        List<ObjectMember> members = e.members();
        int count = plainMembers(members);
        if (count == 0) {
            f.code.emit(Op.CREATE_EMPTY_OBJECT, dst);
        } else {
            int mark = f.registers.mark();
            createWith(members.subList(0, count), dst);
            f.registers.release(mark);
        }
        for (ObjectMember member : members.subList(count, members.size())) {
            int mark = f.registers.mark();
            switch (member) {
                case SpreadElement spread -> {
                    int source = f.expressions.register(spread.argument());
                    f.at(spread.argument());
                    f.code.emit(Op.COPY_DATA_PROPERTIES, dst, source, 0, 0);
                }
                case Property property -> define(property, dst);
            }
            f.registers.release(mark);
        }
    }

    /** How many of the first members are plain data properties with distinct constant names. */
    private static int plainMembers(List<ObjectMember> members) {
        Set<String> names = new LinkedHashSet<>();
        for (ObjectMember member : members) {
            if (!(member instanceof Property property)
                    || property.kind() != PropertyKind.INIT
                    || property.computed()
                    || !(Constants.propertyKey(property.key()) instanceof String name)
                    || name.equals("__proto__")
                    || names.size() == MAX_INITIAL_VALUES
                    || !names.add(name)) {
                break;
            }
        }
        return names.size();
    }

    private void createWith(List<ObjectMember> members, int dst) {
        List<String> keys = new ArrayList<>(members.size());
        int first = f.registers.temporaries(members.size());
        for (int i = 0; i < members.size(); i++) {
            Property property = (Property) members.get(i);
            String key = (String) Constants.propertyKey(property.key());
            keys.add(key);
            f.expressions.intoNamed(property.value(), key, first + i);
        }
        f.code.emit(
                Op.CREATE_OBJECT,
                dst,
                f.code.constant(new ObjectBoilerplate(List.copyOf(keys))),
                first,
                members.size());
        for (int i = 0; i < members.size(); i++) {
            Property property = (Property) members.get(i);
            if (property.method() && usesHomeObject((FunctionNode) property.value())) {
                f.code.emit(Op.SET_HOME_OBJECT, first + i, dst);
            }
        }
    }

    static boolean usesHomeObject(FunctionNode function) {
        return function.scope().usesSuperProperty();
    }

    private void define(Property property, int object) {
        if (property.setsPrototype()) {
            f.code.emit(Op.SET_LITERAL_PROTOTYPE, object, f.expressions.register(property.value()));
        } else if (property.computed()) {
            defineComputed(property, object);
        } else {
            defineConstant(property, object);
        }
    }

    private void defineConstant(Property property, int object) {
        Object key = Constants.propertyKey(property.key());
        int value = f.registers.temporary();
        if (property.kind() == PropertyKind.INIT) {
            f.expressions.intoNamed(property.value(), key.toString(), value);
            setHomeObject(property, value, object);
            f.code.emit(Op.DEFINE_PROPERTY, object, f.code.constant(key), value);
            return;
        }
        boolean isGetter = property.kind() == PropertyKind.GET;
        FunctionNode function = (FunctionNode) property.value();
        f.closure(function, (isGetter ? "get " : "set ") + key, value);
        setHomeObject(property, value, object);
        int keyRegister = f.registers.temporary();
        f.loadConstant(keyRegister, key);
        f.code.emit(isGetter ? Op.DEFINE_GETTER : Op.DEFINE_SETTER, object, keyRegister, value, 1);
    }

    private void defineComputed(Property property, int object) {
        int key = f.registers.temporary();
        f.expressions.into(property.key(), key);
        f.at(property.key());
        f.code.emit(Op.TO_PROPERTY_KEY, key, key);
        int value = f.registers.temporary();
        namedByKey(property.value(), key, prefix(property.kind()), value);
        setHomeObject(property, value, object);
        switch (property.kind()) {
            case INIT -> f.code.emit(Op.DEFINE_ELEMENT, object, key, value);
            case GET -> f.code.emit(Op.DEFINE_GETTER, object, key, value, 1);
            case SET -> f.code.emit(Op.DEFINE_SETTER, object, key, value, 1);
        }
    }

    private static int prefix(PropertyKind kind) {
        return switch (kind) {
            case INIT -> NO_PREFIX;
            case GET -> GET_PREFIX;
            case SET -> SET_PREFIX;
        };
    }

    private void setHomeObject(Property property, int value, int object) {
        boolean isMethod = property.method() || property.kind() != PropertyKind.INIT;
        if (isMethod && usesHomeObject((FunctionNode) property.value())) {
            f.code.emit(Op.SET_HOME_OBJECT, value, object);
        }
    }

    /** dst = the value; an anonymous function or class is named after the key in a register. */
    void namedByKey(Expression value, int key, int prefix, int dst) {
        if (value instanceof ClassNode node && node.id() == null) {
            f.classes.classNamedByKey(node, key, dst);
            return;
        }
        f.expressions.into(value, dst);
        if (ExpressionEmitter.isAnonymousFunctionDefinition(value)) {
            f.code.emit(Op.SET_FUNCTION_NAME, dst, key, prefix);
        }
    }

    // ---------------------------------------------------------------- arrays

    /** dst = the array. */
    void array(ArrayExpression e, int dst) {
        elements(e.elements(), dst);
    }

    /** dst = an array of the elements: values, spreads and (null) holes. */
    void elements(List<? extends @Nullable Expression> elements, int dst) {
        Object constants = elements.size() < 2 ? null : constantElements(elements);
        if (constants != null) {
            f.code.emit(Op.CREATE_CONSTANT_ARRAY, dst, f.code.uniqueConstant(constants));
            return;
        }
        int plain = 0;
        while (plain < elements.size()
                && plain < MAX_INITIAL_VALUES
                && isPlainElement(elements.get(plain))) {
            plain++;
        }
        int mark = f.registers.mark();
        int first = f.registers.temporaries(plain);
        for (int i = 0; i < plain; i++) {
            f.expressions.into(elements.get(i), first + i);
        }
        f.code.emit(Op.CREATE_ARRAY, dst, first, plain);
        f.registers.release(mark);
        for (Expression element : elements.subList(plain, elements.size())) {
            switch (element) {
                case null -> f.code.emit(Op.ARRAY_APPEND_HOLE, dst);
                case SpreadElement spread -> {
                    int iterable = f.expressions.register(spread.argument());
                    f.at(spread.argument());
                    f.code.emit(Op.ARRAY_SPREAD, dst, iterable);
                }
                default -> f.code.emit(Op.ARRAY_APPEND, dst, f.expressions.register(element));
            }
            f.registers.release(mark);
        }
    }

    private static boolean isPlainElement(@Nullable Expression element) {
        return element != null && !(element instanceof SpreadElement);
    }

    /** The elements as int[], double[] or Object[] if all are constants, else null. */
    private static @Nullable Object constantElements(
            List<? extends @Nullable Expression> elements) {
        Object[] values = new Object[elements.size()];
        boolean allInts = true;
        boolean allNumbers = true;
        for (int i = 0; i < values.length; i++) {
            Object value = constant(elements.get(i));
            if (value == null) {
                return null;
            }
            values[i] = value;
            allInts &= value instanceof Integer n && n != Integer.MIN_VALUE;
            allNumbers &= value instanceof Number && !(value instanceof BigInteger);
        }
        if (allInts) {
            int[] ints = new int[values.length];
            for (int i = 0; i < ints.length; i++) {
                ints[i] = (Integer) values[i];
            }
            return ints;
        }
        if (allNumbers) {
            double[] doubles = new double[values.length];
            for (int i = 0; i < doubles.length; i++) {
                doubles[i] = ((Number) values[i]).doubleValue();
            }
            return doubles;
        }
        return values;
    }

    private static @Nullable Object constant(@Nullable Expression e) {
        return switch (e) {
            case null -> null;
            case StringLiteral string -> string.value();
            case BooleanLiteral bool -> bool.value();
            case NullLiteral n -> Null.NULL;
            case BigIntLiteral big -> big.value();
            default -> Constants.numberOf(e);
        };
    }

    // ---------------------------------------------------------------- templates

    /** dst = the string. */
    void template(TemplateLiteral e, int dst) {
        int count = e.expressions().size();
        String head = e.quasis().getFirst().cooked();
        if (count == 0) {
            f.loadString(dst, head);
            return;
        }
        int parts = 0;
        int total = count;
        for (var quasi : e.quasis()) {
            total += quasi.cooked().isEmpty() ? 0 : 1;
        }
        int first = f.registers.temporaries(total);
        for (int i = 0; i <= count; i++) {
            String text = e.quasis().get(i).cooked();
            if (!text.isEmpty()) {
                f.loadString(first + parts++, text);
            }
            if (i < count) {
                int part = first + parts++;
                Expression substitution = e.expressions().get(i);
                f.expressions.into(substitution, part);
                f.at(substitution);
                f.code.emit(Op.TO_STRING, part, part);
            }
        }
        if (total == 1) {
            f.move(dst, first);
        } else {
            f.code.emit(Op.CONCAT, dst, first, total);
        }
    }
}
