package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.ImportBinding;
import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.PropertyErrors;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.GlobalBinding;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * 6.2.5 A Reference Record whose base is an environment, resolved at run time: for code inside
 * {@code with} and around sloppy direct evals.
 *
 * @param scope the scope that has the variable in {@code slot}; otherwise null
 * @param object the with object, the variables of evals, or the global object
 * @param binding the global lexical binding
 */
record NameReference(
        Realm realm,
        String name,
        Object @Nullable [] scope,
        int slot,
        @Nullable JSObject object,
        @Nullable GlobalBinding binding,
        Base base) {
    /** What the name belongs to. */
    enum Base {
        SCOPE,
        WITH,
        EVAL_VARIABLES,
        GLOBAL_LEXICAL,
        GLOBAL_OBJECT,
        UNRESOLVABLE
    }

    /** The slot of a scope with eval variables that holds them: an object without a prototype. */
    static final int EVAL_VARIABLES_SLOT = ScopeInfo.FIRST_SLOT;

    /** 9.4.2 ResolveBinding ( name ), from a scope outwards. */
    static NameReference resolve(Realm realm, Object @Nullable [] from, String name) {
        for (Object[] scope = from; scope != null; scope = (Object[]) scope[0]) {
            ScopeInfo info = (ScopeInfo) scope[1];
            if (info.kind() == ScopeInfo.Kind.WITH) {
                JSObject object = (JSObject) scope[ScopeInfo.FIRST_SLOT];
                if (hasBinding(object, name)) {
                    return new NameReference(realm, name, null, 0, object, null, Base.WITH);
                }
                continue;
            }
            int slot = info.slotOf(name);
            if (slot >= 0) {
                return new NameReference(realm, name, scope, slot, null, null, Base.SCOPE);
            }
            if (info.hasEvalVariables()
                    && scope[EVAL_VARIABLES_SLOT] instanceof JSObject variables
                    && variables.hasOwn(name)) {
                return new NameReference(
                        realm, name, null, 0, variables, null, Base.EVAL_VARIABLES);
            }
        }
        GlobalBinding binding = realm.declarativeRecord().get(name);
        if (binding != null) {
            return new NameReference(realm, name, null, 0, null, binding, Base.GLOBAL_LEXICAL);
        }
        JSObject global = realm.globalObject();
        Base base = global.hasProperty(name) ? Base.GLOBAL_OBJECT : Base.UNRESOLVABLE;
        return new NameReference(realm, name, null, 0, global, null, base);
    }

    /** 9.1.1.2.1 HasBinding ( N ) of a with object. */
    private static boolean hasBinding(JSObject object, String name) {
        if (!object.hasProperty(name)) {
            return false;
        }
        return !(object.get(Symbol.UNSCOPABLES) instanceof JSObject unscopables)
                || !TypeConversion.toBoolean(unscopables.get(name));
    }

    /** The this value for a call of the variable's value. */
    Object thisValue() {
        return base == Base.WITH ? object : Undefined.UNDEFINED;
    }

    /** 6.2.5.5 GetValue ( V ). */
    Object get(boolean strict) {
        return switch (base) {
            case SCOPE -> scopeValue();
            case GLOBAL_LEXICAL -> GlobalOps.value(binding);
            case UNRESOLVABLE -> throw GlobalOps.notDefined(name);
            case WITH, EVAL_VARIABLES, GLOBAL_OBJECT -> {
                if (!object.hasProperty(name)) {
                    if (strict || base != Base.WITH) {
                        throw GlobalOps.notDefined(name);
                    }
                    yield Undefined.UNDEFINED;
                }
                yield object.get(name);
            }
        };
    }

    private Object scopeValue() {
        Object value = scope[slot];
        if (value instanceof ImportBinding imported) {
            value = imported.value();
        }
        if (value == null) {
            throw uninitialized();
        }
        return value;
    }

    private RuntimeException uninitialized() {
        return name.equals("this")
                ? Errors.referenceError(ScopeOps.UNINITIALIZED_THIS)
                : Errors.referenceError("Cannot access '" + name + "' before initialization");
    }

    /** 6.2.5.6 PutValue ( V, W ). */
    void set(Object value, boolean strict) {
        switch (base) {
            case SCOPE -> setInScope(value, strict);
            case GLOBAL_LEXICAL -> GlobalOps.set(binding, value);
            case UNRESOLVABLE -> {
                if (strict) {
                    throw GlobalOps.notDefined(name);
                }
                object.set(name, value, object);
            }
            case WITH, EVAL_VARIABLES, GLOBAL_OBJECT -> {
                boolean stillExists = object.hasProperty(name);
                if (!stillExists && strict) {
                    throw GlobalOps.notDefined(name);
                }
                if (!object.set(name, value, object) && strict) {
                    throw PropertyErrors.failedSet(object, name);
                }
            }
        }
    }

    private void setInScope(Object value, boolean strict) {
        int flags = ((ScopeInfo) scope[1]).flags(slot);
        if ((flags & ScopeInfo.FUNCTION_NAME) != 0) {
            if (strict) {
                throw Errors.typeError("Assignment to constant variable.");
            }
            return;
        }
        if ((flags & ScopeInfo.LEXICAL) != 0 && scope[slot] == null) {
            throw uninitialized();
        }
        if ((flags & (ScopeInfo.CONST | ScopeInfo.IMPORT)) != 0) {
            throw Errors.typeError("Assignment to constant variable.");
        }
        scope[slot] = value;
    }

    /** {@code delete name} (13.5.1.2). */
    boolean delete() {
        return switch (base) {
            case SCOPE, GLOBAL_LEXICAL -> false;
            case UNRESOLVABLE -> true;
            case WITH, EVAL_VARIABLES -> object.delete(name);
            case GLOBAL_OBJECT -> !object.hasOwn(name) || object.delete(name);
        };
    }
}
