package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.IntegerIndexed;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.SteppingIterator;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JsNumber;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 23.1.5 Array Iterator Objects. */
public final class ArrayIterator extends JSObject implements SteppingIterator {
    private final Kind kind;
    private @Nullable JSObject array;
    private long nextIndex;

    /** What the iterator gives for each element. */
    public enum Kind {
        KEY,
        VALUE,
        KEY_AND_VALUE
    }

    private ArrayIterator(Realm realm, JSObject array, Kind kind) {
        super(realm.agent().root(realm.intrinsic(Intrinsic.ARRAY_ITERATOR_PROTOTYPE)));
        this.array = array;
        this.kind = kind;
    }

    /** 23.1.5.1 CreateArrayIterator ( array, kind ). */
    public static ArrayIterator create(Realm realm, JSObject array, Kind kind) {
        return new ArrayIterator(realm, array, kind);
    }

    /** The array or array-like object; null when the iterator is done. */
    public @Nullable JSObject array() {
        return array;
    }

    public Kind kind() {
        return kind;
    }

    /** The index of the element that comes next. */
    public long nextIndex() {
        return nextIndex;
    }

    @Override
    public boolean hasNextMethod(Object method) {
        return ArrayFunctions.isIteratorNext(method);
    }

    /** The next value (of whatever kind), or null at the end. */
    @Override
    public @Nullable Object step(Realm realm) {
        JSObject source = array;
        if (source == null) {
            return null;
        }
        long index = nextIndex;
        long length;
        if (source instanceof IntegerIndexed typedArray) {
            if (typedArray.isOutOfBounds()) {
                throw Errors.typeError(
                        "Cannot perform Array Iterator.prototype.next on a detached ArrayBuffer");
            }
            length = typedArray.length();
        } else {
            length = ObjectOperations.lengthOfArrayLike(source);
        }
        if (index >= length) {
            array = null;
            return null;
        }
        nextIndex = index + 1;
        return switch (kind) {
            case KEY -> JsNumber.of(index);
            case VALUE -> Arrays.get(source, index);
            case KEY_AND_VALUE ->
                    realm.newArray(new Object[] {JsNumber.of(index), Arrays.get(source, index)});
        };
    }

    /** 23.1.5.2.1 %ArrayIteratorPrototype%.next ( ). */
    static Object next(Realm realm, Object self) {
        if (!(self instanceof ArrayIterator iterator)) {
            throw Errors.typeError(
                    "Method Array Iterator.prototype.next called on incompatible receiver "
                            + ErrorText.of(self));
        }
        Object value = iterator.step(realm);
        return value == null
                ? Iteration.createIterResultObject(realm, Undefined.UNDEFINED, true)
                : Iteration.createIterResultObject(realm, value, false);
    }
}
