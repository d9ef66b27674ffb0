package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.ErrorKind;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.MemberExpression;
import dev.jsj.parser.ast.PrivateName;
import dev.jsj.parser.ast.StringLiteral;
import dev.jsj.parser.ast.Super;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Property references: object.name, object[key], object.#name, super.name, super[key]. */
final class PropertyEmitter {

    private final FunctionCompiler f;

    PropertyEmitter(FunctionCompiler f) {
        this.f = f;
    }

    /**
     * A property reference whose parts have been evaluated.
     *
     * @param base the object; for super the object to look in, see {@link #self}
     * @param key the constant key, or null if {@code keyRegister} holds it
     * @param self this, for super references, else NONE
     * @param position for errors
     */
    record Reference(
            Kind kind, int base, @Nullable Object key, int keyRegister, int self, int position) {

        /** The same with another position for errors. */
        Reference at(int newPosition) {
            return new Reference(kind, base, key, keyRegister, self, newPosition);
        }
    }

    /** How the property is named. */
    enum Kind {
        NAMED,
        ELEMENT,
        PRIVATE,
        SUPER_NAMED,
        SUPER_ELEMENT
    }

    // ---------------------------------------------------------------- evaluating a reference

    /** Evaluates object and key into registers that survive the evaluation of what comes later. */
    Reference reference(MemberExpression e, @Nullable Expression later) {
        if (e.object() instanceof Super) {
            return superReference(e, later);
        }
        int base = f.expressions.operand(e.object(), laterThanObject(e, later));
        if (e.optional()) {
            f.expressions.leaveChainIfNullish(base);
        }
        return reference(e, base, later);
    }

    private static List<@Nullable Expression> laterThanObject(
            MemberExpression e, @Nullable Expression later) {
        List<@Nullable Expression> all = new ArrayList<>(2);
        all.add(e.computed() ? e.property() : null);
        all.add(later);
        return all;
    }

    /** The same where the object has been evaluated. */
    Reference reference(MemberExpression e, int base, @Nullable Expression later) {
        if (e.property() instanceof PrivateName name && !e.computed()) {
            int key = f.variables.registerRaw(name.name());
            return new Reference(
                    Kind.PRIVATE, base, null, key, FunctionCompiler.NONE, name.start());
        }
        Object constant = constantKey(e);
        if (constant != null) {
            return new Reference(
                    Kind.NAMED,
                    base,
                    constant,
                    FunctionCompiler.NONE,
                    FunctionCompiler.NONE,
                    e.property().start());
        }
        int key = f.expressions.operand(e.property(), later);
        return new Reference(Kind.ELEMENT, base, null, key, FunctionCompiler.NONE, position(e));
    }

    private Reference superReference(MemberExpression e, @Nullable Expression later) {
        int self = f.registers.temporary();
        f.expressions.loadThis(e.start(), self);
        Object constant = constantKey(e);
        int key =
                constant == null
                        ? f.expressions.operand(e.property(), later)
                        : FunctionCompiler.NONE;
        int base = f.registers.temporary();
        f.at(e);
        f.code.emit(Op.GET_SUPER_BASE, base, f.variables.registerRaw("super"));
        return new Reference(
                constant != null ? Kind.SUPER_NAMED : Kind.SUPER_ELEMENT,
                base,
                constant,
                key,
                self,
                position(e));
    }

    /** The key if it is a constant: an interned string that is no array index, or a small index. */
    private static @Nullable Object constantKey(MemberExpression e) {
        if (!e.computed()) {
            return ((Identifier) e.property()).name();
        }
        if (e.property() instanceof StringLiteral string) {
            return Constants.stringKey(string.value()) instanceof String key ? key : null;
        }
        return null;
    }

    // ---------------------------------------------------------------- using it

    /** dst = the value of the property. */
    void load(MemberExpression e, int dst) {
        Integer index =
                e.computed() && !(e.object() instanceof Super)
                        ? Constants.intOf(e.property())
                        : null;
        if (index != null && index >= 0) {
            int base = f.expressions.register(e.object());
            if (e.optional()) {
                f.expressions.leaveChainIfNullish(base);
            }
            f.at(position(e));
            f.code.emit(Op.GET_ELEMENT_INT, dst, base, index);
            return;
        }
        get(reference(e, null), dst);
    }

    /** dst = GetValue(reference). */
    void get(Reference r, int dst) {
        f.at(r.position);
        switch (r.kind) {
            case NAMED -> getNamed(dst, r.base, r.key);
            case ELEMENT -> f.code.emit(Op.GET_ELEMENT, dst, r.base, r.keyRegister);
            case PRIVATE -> f.code.emit(Op.GET_PRIVATE, dst, r.base, r.keyRegister);
            case SUPER_NAMED ->
                    f.code.emit(Op.GET_SUPER_PROPERTY, dst, r.base, f.code.constant(r.key), r.self);
            case SUPER_ELEMENT ->
                    f.code.emit(Op.GET_SUPER_ELEMENT, dst, r.base, r.keyRegister, r.self);
        }
    }

    /** dst = base.key for a constant string key. */
    void getNamed(int dst, int base, Object key) {
        if (key.equals("length")) {
            f.code.emit(Op.GET_LENGTH, dst, base);
        } else {
            f.code.emit(Op.GET_PROPERTY, dst, base, f.code.constant(key));
        }
    }

    /** Where V8 reports a failing access: at the name or the bracket. */
    private int position(MemberExpression e) {
        return e.computed() ? f.between("[", e.object(), e.property()) : e.property().start();
    }

    /** PutValue(reference, value), where the reference itself says where. */
    void set(Reference r, int value) {
        set(r, value, r.position);
    }

    /** PutValue(reference, value). */
    void set(Reference r, int value, int position) {
        f.at(position);
        int strict = f.strictFlag();
        switch (r.kind) {
            case NAMED ->
                    f.code.emit(Op.SET_PROPERTY, r.base, f.code.constant(r.key), value, strict);
            case ELEMENT -> f.code.emit(Op.SET_ELEMENT, r.base, r.keyRegister, value, strict);
            case PRIVATE -> f.code.emit(Op.SET_PRIVATE, r.base, r.keyRegister, value);
            case SUPER_NAMED ->
                    f.code.emit(
                            Op.SET_SUPER_PROPERTY,
                            r.base,
                            f.code.constant(r.key),
                            value,
                            r.self,
                            strict);
            case SUPER_ELEMENT ->
                    f.code.emit(Op.SET_SUPER_ELEMENT, r.base, r.keyRegister, value, r.self, strict);
        }
    }

    /** The reference with its key converted now, so that reading and writing convert it once. */
    Reference withConvertedKey(Reference r, Expression key) {
        if (Constants.numberOf(key) != null) {
            return r;
        }
        return switch (r.kind) {
            case ELEMENT -> {
                int converted = f.registers.temporary();
                f.at(r.position);
                f.code.emit(Op.TO_ELEMENT_KEY, converted, r.base, r.keyRegister);
                yield new Reference(r.kind, r.base, null, converted, r.self, r.position);
            }
            case SUPER_ELEMENT -> {
                int converted = f.registers.temporary();
                f.at(r.position);
                f.code.emit(Op.TO_PROPERTY_KEY, converted, r.keyRegister);
                yield new Reference(r.kind, r.base, null, converted, r.self, r.position);
            }
            default -> r;
        };
    }

    /** {@code delete super.x}. */
    void throwUnsupportedSuper() {
        f.code.emit(
                Op.THROW_ERROR,
                ErrorKind.REFERENCE_ERROR.ordinal(),
                f.code.constant("Unsupported reference to 'super'"));
    }
}
