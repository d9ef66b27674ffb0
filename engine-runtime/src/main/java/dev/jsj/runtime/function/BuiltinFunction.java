package dev.jsj.runtime.function;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.realm.Activation;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 10.3 Built-in function objects: one row of a {@link BuiltinTable}. */
public final class BuiltinFunction extends JSFunction {
    private final BuiltinTable table;
    private final int id;
    private final String name;
    private final @Nullable Intrinsic prototype;
    private final boolean inStackTraces;

    /** A function that is no constructor. */
    BuiltinFunction(Realm realm, BuiltinTable table, int id, String name, int length) {
        this(realm, realm.shapes().function, table, id, name, length, null);
    }

    private BuiltinFunction(
            Realm realm,
            Shape shape,
            BuiltinTable table,
            int id,
            String name,
            int length,
            @Nullable Intrinsic prototype) {
        super(shape, realm);
        this.table = table;
        this.id = id;
        this.name = name;
        this.prototype = prototype;
        this.inStackTraces = table.isInStackTraces(id);
        setSlot(LENGTH_SLOT, length);
        setSlot(NAME_SLOT, name);
    }

    /**
     * A function outside any table row, such as a global function: row {@code id} of {@code table}.
     */
    public static BuiltinFunction function(
            Realm realm, BuiltinTable table, int id, String name, int length) {
        return new BuiltinFunction(realm, table, id, name, length);
    }

    /**
     * A constructor with the rows of {@code table} as its own properties.
     *
     * @param id the row number that [[Call]] and [[Construct]] dispatch on
     * @param self the intrinsic that the constructor is, registered before its parts are made
     * @param parent its [[Prototype]]: %Function.prototype% or another constructor
     * @param prototype the intrinsic that {@code prototype} refers to, or null for none (Proxy)
     */
    public static BuiltinFunction constructor(
            Realm realm,
            BuiltinTable table,
            int id,
            String name,
            int length,
            Intrinsic self,
            Intrinsic parent,
            @Nullable Intrinsic prototype) {
        Shape shape =
                parent == Intrinsic.FUNCTION_PROTOTYPE
                        ? realm.shapes().function
                        : dev.jsj.runtime.realm.RealmShapes.functionShape(
                                realm, realm.intrinsic(parent));
        BuiltinFunction constructor =
                new BuiltinFunction(
                        realm,
                        shape,
                        table,
                        id,
                        name,
                        length,
                        prototype == null ? Intrinsic.OBJECT : prototype);
        realm.setIntrinsic(self, constructor);
        if (prototype != null) {
            constructor.addProperty("prototype", null, Property.FROZEN);
        }
        table.install(constructor, realm);
        return constructor;
    }

    /** The table that holds this function's code. */
    public BuiltinTable table() {
        return table;
    }

    /** The row number within {@link #table()}. */
    public int id() {
        return id;
    }

    @Override
    protected Object makeLazyValue(Property property) {
        if (prototype != null && property.key() == "prototype") {
            return realm().intrinsic(prototype);
        }
        return super.makeLazyValue(property);
    }

    @Override
    public boolean isConstructor() {
        return prototype != null;
    }

    @Override
    public Object call(Object self, Object[] arguments) {
        if (inStackTraces) {
            return callVisibly(self, arguments, null);
        }
        try {
            return table.call(id, realm(), self, arguments, null);
        } catch (JSThrow completion) {
            throw withError(completion, self);
        } catch (StackOverflowError overflow) {
            throw Errors.stackOverflow();
        }
    }

    @Override
    public Object construct(Object[] arguments, JSObject newTarget) {
        if (prototype == null) {
            throw Errors.typeError(name + " is not a constructor");
        }
        if (inStackTraces) {
            return callVisibly(null, arguments, newTarget);
        }
        try {
            return table.call(id, realm(), Undefined.UNDEFINED, arguments, newTarget);
        } catch (JSThrow completion) {
            throw withError(completion, null);
        } catch (StackOverflowError overflow) {
            throw Errors.stackOverflow();
        }
    }

    /** A call that the stack traces of errors made by its callbacks show. */
    private Object callVisibly(
            @Nullable Object self, Object[] arguments, @Nullable JSObject newTarget) {
        Agent agent = realm().agent();
        Activation caller = agent.currentFrame;
        agent.currentFrame = new BuiltinActivation(this, self, caller);
        try {
            Object receiver = self == null ? Undefined.UNDEFINED : self;
            return table.call(id, realm(), receiver, arguments, newTarget);
        } catch (JSThrow completion) {
            if (completion.valueOrNull() == null) {
                agent.services().thrownValue(completion, realm());
            }
            throw completion;
        } catch (StackOverflowError overflow) {
            throw Errors.stackOverflow();
        } finally {
            agent.currentFrame = caller;
        }
    }

    /**
     * A native error that this function threw belongs to its realm, and its stack shows this
     * function.
     */
    private JSThrow withError(JSThrow completion, @Nullable Object self) {
        if (completion.valueOrNull() == null) {
            Agent agent = realm().agent();
            Activation caller = agent.currentFrame;
            agent.currentFrame = new BuiltinActivation(this, self, caller);
            try {
                agent.services().thrownValue(completion, realm());
            } finally {
                agent.currentFrame = caller;
            }
        }
        return completion;
    }

    @Override
    public String debugName() {
        return name;
    }

    @Override
    public String sourceText() {
        String shown = isPropertyName(name) ? name : "";
        return "function " + shown + "() { [native code] }";
    }

    /** Whether the name can stand in a NativeFunction (20.2.3.5): {@code get $&} cannot. */
    private static boolean isPropertyName(String name) {
        int start = name.startsWith("get ") || name.startsWith("set ") ? 4 : 0;
        return name.endsWith("]")
                || name.chars().skip(start).allMatch(Character::isJavaIdentifierPart);
    }
}
