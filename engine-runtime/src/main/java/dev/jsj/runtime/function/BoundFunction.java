package dev.jsj.runtime.function;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.realm.Realm;

import org.jspecify.annotations.Nullable;

/** 10.4.1 Bound function exotic objects. */
public final class BoundFunction extends JSFunction {
    private final JSObject target;
    private final Object boundThis;
    private final Object[] boundArguments;

    private BoundFunction(
            Shape shape, Realm realm, JSObject target, Object boundThis, Object[] boundArguments) {
        super(shape, realm);
        this.target = target;
        this.boundThis = boundThis;
        this.boundArguments = boundArguments;
    }

    /**
     * 10.4.1.3 BoundFunctionCreate, with the {@code length} and {@code name} that
     * Function.prototype.bind computes.
     */
    public static BoundFunction create(
            Realm realm,
            JSObject target,
            @Nullable JSObject prototype,
            Object boundThis,
            Object[] boundArguments,
            Object length,
            Object name) {
        Shape shape =
                realm.agent()
                        .root(prototype, ObjectKind.FUNCTION)
                        .addProperty("length", Property.CONFIGURABLE)
                        .addProperty("name", Property.CONFIGURABLE);
        BoundFunction bound = new BoundFunction(shape, realm, target, boundThis, boundArguments);
        bound.setSlot(LENGTH_SLOT, length);
        bound.setSlot(NAME_SLOT, name);
        return bound;
    }

    /** [[BoundTargetFunction]]. */
    public JSObject target() {
        return target;
    }

    /** [[BoundThis]]. */
    public Object boundThis() {
        return boundThis;
    }

    /** [[BoundArguments]]; not to be changed. */
    public Object[] boundArguments() {
        return boundArguments;
    }

    private Object[] allArguments(Object[] arguments) {
        int bound = boundArguments.length;
        Object[] all = new Object[bound + arguments.length];
        System.arraycopy(boundArguments, 0, all, 0, bound);
        System.arraycopy(arguments, 0, all, bound, arguments.length);
        return all;
    }

    @Override
    public Object call(Object self, Object[] arguments) {
        return target.call(boundThis, allArguments(arguments));
    }

    @Override
    public boolean isConstructor() {
        return target.isConstructor();
    }

    @Override
    public Object construct(Object[] arguments, JSObject newTarget) {
        return target.construct(allArguments(arguments), newTarget == this ? target : newTarget);
    }

    @Override
    public String debugName() {
        Object name = getSlot(NAME_SLOT);
        return name instanceof CharSequence ? name.toString() : "";
    }

    @Override
    public String sourceText() {
        return "function () { [native code] }";
    }
}
