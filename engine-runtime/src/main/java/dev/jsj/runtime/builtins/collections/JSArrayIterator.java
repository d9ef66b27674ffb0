package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.object.IntegerIndexed;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;

import org.jspecify.annotations.Nullable;

/** 23.1.5.1 CreateArrayIterator: the iterator over an array, typed array or array-like object. */
public final class JSArrayIterator extends JSObject {
    /** What the iterator yields. */
    public enum Kind {
        KEYS,
        VALUES,
        ENTRIES
    }

    private @Nullable JSObject array;
    private final Kind kind;
    private long index;

    private JSArrayIterator(Shape shape, JSObject array, Kind kind) {
        super(shape);
        this.array = array;
        this.kind = kind;
    }

    /** 23.1.5.1 CreateArrayIterator ( array, kind ). */
    public static JSArrayIterator create(Realm realm, JSObject array, Kind kind) {
        JSObject prototype = realm.intrinsic(Intrinsic.ARRAY_ITERATOR_PROTOTYPE);
        return new JSArrayIterator(realm.agent().root(prototype), array, kind);
    }

    /** What is iterated over; null once exhausted. */
    public @Nullable JSObject array() {
        return array;
    }

    public Kind kind() {
        return kind;
    }

    /** The index of the next element. */
    public long index() {
        return index;
    }

    /** The next value, or null when there are no more (23.1.5.1 step 1 of the closure). */
    public @Nullable Object step(Realm realm) {
        JSObject source = array;
        if (source == null) {
            return null;
        }
        long at = index;
        if (at >= length(source)) {
            array = null;
            return null;
        }
        index = at + 1;
        Object key = at <= Integer.MAX_VALUE ? (Object) (int) at : (Object) (double) at;
        if (kind == Kind.KEYS) {
            return key;
        }
        Object value =
                at < Integer.MAX_VALUE
                        ? source.get((int) at, source)
                        : source.get(TypeConversion.propertyKey(at), source);
        return kind == Kind.VALUES ? value : realm.newArray(new Object[] {key, value});
    }

    private static long length(JSObject source) {
        if (source instanceof JSArray known) {
            return known.length();
        }
        if (source instanceof IntegerIndexed typed) {
            if (typed.isOutOfBounds()) {
                throw Errors.typeError(
                        "Cannot perform %ArrayIteratorPrototype%.next on a detached ArrayBuffer");
            }
            return typed.length();
        }
        return ObjectOperations.lengthOfArrayLike(source);
    }

    @Override
    public String builtinTag() {
        return "Object";
    }
}
