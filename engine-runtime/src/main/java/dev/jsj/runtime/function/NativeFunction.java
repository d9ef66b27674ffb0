package dev.jsj.runtime.function;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;

/**
 * An anonymous built-in closure over Java state: promise resolving functions, revokers, host
 * callbacks. Not a constructor.
 */
public final class NativeFunction extends JSFunction {
    private final String name;
    private final Body body;

    /** The code of such a function. */
    @FunctionalInterface
    public interface Body {
        Object call(Object self, Object[] arguments);
    }

    public NativeFunction(Realm realm, String name, int length, Body body) {
        super(realm.shapes().function, realm);
        this.name = name;
        this.body = body;
        setSlot(LENGTH_SLOT, length);
        setSlot(NAME_SLOT, name);
    }

    @Override
    public Object call(Object self, Object[] arguments) {
        try {
            return body.call(self, arguments);
        } catch (JSThrow completion) {
            if (completion.valueOrNull() == null) {
                realm().agent().services().thrownValue(completion, realm());
            }
            throw completion;
        }
    }

    @Override
    public Object construct(Object[] arguments, JSObject newTarget) {
        throw dev.jsj.runtime.value.Errors.typeError(name + " is not a constructor");
    }

    @Override
    public String debugName() {
        return name;
    }

    @Override
    public String sourceText() {
        return "function " + name + "() { [native code] }";
    }
}
