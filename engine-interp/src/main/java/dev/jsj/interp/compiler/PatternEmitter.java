package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.ErrorKind;
import dev.jsj.interp.bytecode.Label;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.parser.ast.ArrayPattern;
import dev.jsj.parser.ast.AssignmentPattern;
import dev.jsj.parser.ast.AssignmentProperty;
import dev.jsj.parser.ast.CallExpression;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.Literal;
import dev.jsj.parser.ast.MemberExpression;
import dev.jsj.parser.ast.ObjectPattern;
import dev.jsj.parser.ast.Pattern;
import dev.jsj.parser.ast.PatternMember;
import dev.jsj.parser.ast.RegExpLiteral;
import dev.jsj.parser.ast.RestElement;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * Binding and assigning to names, references and destructuring patterns, in the order of the
 * specification.
 */
final class PatternEmitter {

    private final FunctionCompiler f;

    /** Where the value of the outermost pattern comes from, or NONE. */
    private int iterablePosition = FunctionCompiler.NONE;

    PatternEmitter(FunctionCompiler f) {
        this.f = f;
    }

    /** What happens to the targets. */
    enum Mode {
        /** Assignment to existing variables and properties. */
        ASSIGN,
        /** Initialization of let, const, parameters, catch parameters. */
        INITIALIZE,
        /** A var: assignment to the var, resolved by name. */
        VAR
    }

    // ---------------------------------------------------------------- whole patterns

    /** Binds or assigns a value that is in a register, which stays untouched. */
    void bind(Pattern pattern, int value, Mode mode) {
        int mark = f.registers.mark();
        switch (pattern) {
            case Identifier id -> put(id, value, mode);
            case ObjectPattern object -> destructure(object, value, mode);
            case ArrayPattern array -> destructure(array, value, mode);
            case MemberExpression member ->
                    f.properties.set(f.properties.reference(member, null), value);
            case CallExpression call -> element(call, mode, dst -> f.move(dst, value));
            case AssignmentPattern withDefault ->
                    element(withDefault, mode, dst -> f.move(dst, value));
            case RestElement rest -> bind(rest.argument(), value, mode);
        }
        f.registers.release(mark);
    }

    /**
     * Destructures the value of an expression in a register, where iterating over it is reported.
     */
    void destructure(Pattern pattern, int value, Mode mode, int valuePosition) {
        int saved = iterablePosition;
        iterablePosition = valuePosition;
        destructure(pattern, value, mode);
        iterablePosition = saved;
    }

    private void destructure(Pattern pattern, int value, Mode mode) {
        if (f.registers.isVariable(value)) {
            int copy = f.registers.temporary();
            f.move(copy, value);
            value = copy;
        }
        if (pattern instanceof ObjectPattern object) {
            object(object, value, mode);
        } else {
            array((ArrayPattern) pattern, value, mode);
        }
    }

    private void put(Identifier id, int value, Mode mode) {
        if (mode == Mode.INITIALIZE) {
            f.variables.initialize(id.name(), value);
        } else {
            f.variables.store(id.name(), id.start(), value);
        }
    }

    // ---------------------------------------------------------------- one target with its value

    /**
     * Evaluates the target's reference, then the value, then the default if the value is undefined,
     * then binds or assigns.
     */
    void element(Pattern pattern, Mode mode, IntConsumer loadValue) {
        int mark = f.registers.mark();
        Pattern target = pattern;
        Expression defaultValue = null;
        boolean named = false;
        if (pattern instanceof AssignmentPattern withDefault) {
            target = withDefault.left();
            defaultValue = withDefault.right();
            named = withDefault.namesAnonymousFunction();
        }
        switch (target) {
            case Identifier id -> name(id, defaultValue, named, mode, loadValue);
            case MemberExpression member -> {
                PropertyEmitter.Reference reference = f.properties.reference(member, defaultValue);
                f.properties.set(reference, valueOf(defaultValue, null, loadValue));
            }
            case CallExpression call -> {
                f.expressions.register(call);
                f.at(call);
                f.code.emit(
                        Op.THROW_ERROR,
                        ErrorKind.REFERENCE_ERROR.ordinal(),
                        f.code.constant("Invalid destructuring assignment target"));
            }
            case ObjectPattern object ->
                    object(object, valueOf(defaultValue, null, loadValue), mode);
            case ArrayPattern array -> array(array, valueOf(defaultValue, null, loadValue), mode);
            case AssignmentPattern p -> throw new AssertionError("A default has no default.");
            case RestElement rest ->
                    throw new AssertionError("A rest element is handled by its pattern.");
        }
        f.registers.release(mark);
    }

    private void name(
            Identifier id,
            @Nullable Expression defaultValue,
            boolean named,
            Mode mode,
            IntConsumer loadValue) {
        String functionName = named ? id.name() : null;
        int home =
                mode == Mode.INITIALIZE
                        ? f.variables.homeRegister(id.name())
                        : f.variables.assignableRegister(id.name(), id.start());
        if (home != FunctionCompiler.NONE && (defaultValue == null || isPlain(defaultValue))) {
            loadValue.accept(home);
            applyDefault(defaultValue, functionName, home);
            if (mode == Mode.INITIALIZE) {
                f.variables.initialize(id.name(), home);
            }
            return;
        }
        if (mode != Mode.INITIALIZE && f.variables.mustResolveFirst(id.name())) {
            int reference = f.variables.resolveDynamically(id.name(), id.start());
            int value = valueOf(defaultValue, functionName, loadValue);
            f.at(id);
            f.code.emit(Op.SET_REFERENCE, reference, value, f.strictFlag());
            return;
        }
        put(id, valueOf(defaultValue, functionName, loadValue), mode);
    }

    private static boolean isPlain(Expression e) {
        return e instanceof Literal && !(e instanceof RegExpLiteral);
    }

    private int valueOf(
            @Nullable Expression defaultValue, @Nullable String name, IntConsumer loadValue) {
        int value = f.registers.temporary();
        loadValue.accept(value);
        applyDefault(defaultValue, name, value);
        return value;
    }

    /** value = the default if it is undefined. */
    void applyDefault(@Nullable Expression defaultValue, @Nullable String name, int value) {
        if (defaultValue == null) {
            return;
        }
        Label end = new Label();
        f.code.emitJump(Op.JUMP_IF_NOT_UNDEFINED, end, value);
        f.expressions.intoNamed(defaultValue, name, value);
        f.bind(end);
    }

    // ---------------------------------------------------------------- arrays

    private void array(ArrayPattern pattern, int value, Mode mode) {
        int iterator = f.registers.temporary();
        f.at(iterablePosition == FunctionCompiler.NONE ? pattern.start() : iterablePosition);
        iterablePosition = FunctionCompiler.NONE;
        f.code.emit(Op.GET_ITERATOR, iterator, value);
        Exits.OpenIterator region = f.exits.pushIterator(iterator, false);
        for (Pattern element : pattern.elements()) {
            if (element != null) {
                f.at(element);
            }
            switch (element) {
                case null -> {
                    int mark = f.registers.mark();
                    f.code.emit(Op.ITERATOR_STEP, f.registers.temporary(), iterator);
                    f.registers.release(mark);
                }
                case RestElement rest ->
                        element(
                                rest.argument(),
                                mode,
                                dst -> f.code.emit(Op.ITERATOR_REST, dst, iterator));
                default ->
                        element(element, mode, dst -> f.code.emit(Op.ITERATOR_STEP, dst, iterator));
            }
        }
        f.exits.pop(region);
        if (!endsWithRest(pattern)) {
            f.code.emit(Op.ITERATOR_CLOSE, iterator);
        }
        Label end = new Label();
        f.jump(end);
        int exception = f.registers.temporary();
        f.exits.rethrowingHandler(region, exception);
        f.code.emit(Op.ITERATOR_CLOSE_SILENTLY, iterator);
        f.code.emit(Op.RETHROW, exception);
        f.bind(end);
    }

    private static boolean endsWithRest(ArrayPattern pattern) {
        List<@Nullable Pattern> elements = pattern.elements();
        return !elements.isEmpty() && elements.getLast() instanceof RestElement;
    }

    // ---------------------------------------------------------------- objects

    private void object(ObjectPattern pattern, int value, Mode mode) {
        iterablePosition = FunctionCompiler.NONE;
        f.at(pattern.members().isEmpty() ? pattern : pattern.members().getFirst());
        f.code.emit(Op.CHECK_OBJECT_COERCIBLE, value, f.code.constant(firstKey(pattern)));
        List<PatternMember> members = pattern.members();
        int count = members.size();
        boolean hasRest = count > 0 && members.getLast() instanceof RestElement;
        int keys = hasRest ? f.registers.temporaries(count - 1) : FunctionCompiler.NONE;
        for (int i = 0; i < count; i++) {
            switch (members.get(i)) {
                case AssignmentProperty property ->
                        property(property, value, hasRest ? keys + i : FunctionCompiler.NONE, mode);
                case RestElement rest ->
                        element(
                                rest.argument(),
                                mode,
                                dst -> {
                                    int object = f.registers.temporary();
                                    f.code.emit(Op.CREATE_EMPTY_OBJECT, object);
                                    f.code.emit(
                                            Op.COPY_DATA_PROPERTIES,
                                            object,
                                            value,
                                            keys,
                                            count - 1);
                                    f.move(dst, object);
                                });
            }
        }
    }

    /**
     * One property; its key is also kept in a register for the rest element, unless that is NONE.
     */
    private void property(AssignmentProperty property, int value, int keyRegister, Mode mode) {
        int mark = f.registers.mark();
        if (property.computed()) {
            int key = keyRegister == FunctionCompiler.NONE ? f.registers.temporary() : keyRegister;
            f.expressions.into(property.key(), key);
            if (!isPlain(property.key())) {
                f.at(property.key());
                f.code.emit(Op.TO_PROPERTY_KEY, key, key);
            }
            element(
                    property.value(),
                    mode,
                    dst -> {
                        f.at(property.key());
                        f.code.emit(Op.GET_ELEMENT, dst, value, key);
                    });
        } else {
            Object key = Constants.propertyKey(property.key());
            if (keyRegister != FunctionCompiler.NONE) {
                f.loadConstant(keyRegister, key);
            }
            element(
                    property.value(),
                    mode,
                    dst -> {
                        f.at(property.key());
                        getConstant(dst, value, key);
                    });
        }
        f.registers.release(mark);
    }

    private void getConstant(int dst, int object, Object key) {
        if (key instanceof Integer index) {
            f.code.emit(Op.GET_ELEMENT_INT, dst, object, index);
        } else {
            f.properties.getNamed(dst, object, key);
        }
    }

    private static Object firstKey(ObjectPattern pattern) {
        return !pattern.members().isEmpty()
                        && pattern.members().getFirst() instanceof AssignmentProperty property
                        && !property.computed()
                ? Constants.propertyKey(property.key()).toString()
                : Undefined.UNDEFINED;
    }
}
