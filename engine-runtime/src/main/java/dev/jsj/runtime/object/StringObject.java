package dev.jsj.runtime.object;

import dev.jsj.runtime.value.SingleCharacters;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * 10.4.3 String exotic objects: the code units are own properties that cannot change, {@code
 * length} is in slot 0.
 */
public final class StringObject extends PrimitiveObject {
    private final CharSequence text;

    /** 10.4.3.4 StringCreate ( value, prototype ). */
    public StringObject(ShapeTree tree, CharSequence text, @Nullable JSObject prototype) {
        super(
                tree.root(prototype, ObjectKind.INDEXED_EXOTIC)
                        .addProperty("length", Property.FROZEN),
                text);
        this.text = text;
        setSlot(0, text.length());
    }

    private boolean isCodeUnit(int index) {
        return index < text.length();
    }

    private PropertyDescriptor codeUnitDescriptor(int index) {
        return PropertyDescriptor.data(
                SingleCharacters.of(text.charAt(index)), Property.ENUMERABLE);
    }

    /** 10.4.3.5 StringGetOwnProperty ( S, P ), else an ordinary element. */
    @Override
    protected @Nullable PropertyDescriptor getOwnElement(int index) {
        return isCodeUnit(index) ? codeUnitDescriptor(index) : super.getOwnElement(index);
    }

    @Override
    public boolean hasOwnElement(int index) {
        return isCodeUnit(index) || super.hasOwnElement(index);
    }

    @Override
    public Object get(int index, Object receiver) {
        return isCodeUnit(index)
                ? SingleCharacters.of(text.charAt(index))
                : super.get(index, receiver);
    }

    /** 10.4.3.2 [[DefineOwnProperty]] ( P, Desc ). */
    @Override
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        if (key instanceof Integer index && isCodeUnit(index)) {
            return OrdinaryProperties.validateAndApply(
                    null, key, isExtensible(), descriptor, codeUnitDescriptor(index));
        }
        return super.defineOwnProperty(key, descriptor);
    }

    @Override
    public boolean delete(Object key) {
        return !(key instanceof Integer index && isCodeUnit(index)) && super.delete(key);
    }

    /** 10.4.3.3 [[OwnPropertyKeys]] ( ), steps 3 to 6. */
    @Override
    protected void addElementKeys(List<Object> keys) {
        for (int i = 0; i < text.length(); i++) {
            keys.add(i);
        }
        super.addElementKeys(keys);
    }

    @Override
    public String builtinTag() {
        return "String";
    }
}
